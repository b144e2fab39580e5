import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'common-ground.draft.';
/** What nobody came back to in this time is forgotten. */
const DAYS_KEPT = 14;
const DAY_MS = 86_400_000;

interface Kept {
  at: number;
  value: unknown;
}

/**
 * What is being typed, kept on this device until it is saved: a reload or a server that is away loses nothing of it. `read`
 * says whether what was kept can still be used.
 */
export function useKeptDraft<T>(
  name: string,
  empty: T,
  read: (value: unknown) => T | null,
): [T, (next: T) => void, () => void] {
  const [draft, setDraft] = useState<{ name: string; value: T }>(() => ({
    name,
    value: readKept(name, read) ?? empty,
  }));
  // Another sheet has another draft.
  const value = draft.name === name ? draft.value : (readKept(name, read) ?? empty);
  useEffect(() => forgetOld(Date.now()), []);
  const set = useCallback(
    (next: T) => {
      setDraft({ name, value: next });
      keep(name, next, Date.now());
    },
    [name],
  );
  const clear = useCallback(() => {
    setDraft({ name, value: empty });
    forget(name);
  }, [name, empty]);
  return [value, set, clear];
}

export function keep(name: string, value: unknown, at: number): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ at, value } satisfies Kept));
  } catch {
    // A browser that keeps nothing still holds it until the page is closed.
  }
}

export function readKept<T>(name: string, read: (value: unknown) => T | null): T | null {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? null : read(Object(JSON.parse(text)).value);
  } catch {
    return null;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept.
  }
}

export function forgetOld(now: number): void {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
      const { at }: Partial<Kept> = Object(JSON.parse(localStorage.getItem(key) ?? '{}'));
      if (typeof at !== 'number' || now - at > DAYS_KEPT * DAY_MS) localStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept.
  }
}
