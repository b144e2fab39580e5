import { useSyncExternalStore } from 'react';

/** What one person likes on one device. Never anything about the data. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  textSize: 'normal' | 'large';
  motion: 'system' | 'less';
}

const KEY = 'common-ground.preferences';
const DEFAULTS: Preferences = { theme: 'system', textSize: 'normal', motion: 'system' };
const ALLOWED: { [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  theme: ['system', 'light', 'dark'],
  textSize: ['normal', 'large'],
  motion: ['system', 'less'],
};

const listeners = new Set<() => void>();
let current = read();

export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  return [useSyncExternalStore(subscribe, () => current), changePreferences];
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still follows the choice until it is closed.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Writes the choices where the style sheet looks for them. */
export function applyPreferences(): void {
  const { body, documentElement } = document;
  if (current.theme === 'system') delete body.dataset.theme;
  else body.dataset.theme = current.theme;
  documentElement.dataset.text = current.textSize;
  if (current.motion === 'less') body.dataset.motion = 'less';
  else delete body.dataset.motion;
}

/** Keeps what can be used of a stored text; anything else falls back to the default. */
export function parsePreferences(text: string | null): Preferences {
  const stored = readObject(text);
  const pick = <Name extends keyof Preferences>(name: Name): Preferences[Name] =>
    ALLOWED[name].find((value) => value === stored[name]) ?? DEFAULTS[name];
  return { theme: pick('theme'), textSize: pick('textSize'), motion: pick('motion') };
}

function readObject(text: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

function read(): Preferences {
  try {
    return parsePreferences(globalThis.localStorage?.getItem(KEY) ?? null);
  } catch {
    return DEFAULTS;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
