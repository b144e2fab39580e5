/** Keys of a keyboard and of a clicker, and what they do. */
export const STEPS = ['next', 'back', 'first', 'last', 'blank', 'help', 'whole', 'contrast'] as const;
export type Step = (typeof STEPS)[number];

const KEYS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  b: 'blank',
  B: 'blank',
  // What clickers send for a dark screen.
  '.': 'blank',
  '?': 'help',
  f: 'whole',
  F: 'whole',
  c: 'contrast',
  C: 'contrast',
};

/** Null: not one of ours. The arrows to the sides go with the direction of writing. */
export function stepOfKey(key: string, isRightToLeft: boolean): Step | null {
  if (key === 'ArrowRight') return isRightToLeft ? 'back' : 'next';
  if (key === 'ArrowLeft') return isRightToLeft ? 'next' : 'back';
  return KEYS[key] ?? null;
}

/** The item a step leads to: never beyond the first or the last. Null: it stays where it is. */
export function targetOf(step: Step, ids: readonly string[], current: string | null): string | null {
  const here = current === null ? -1 : ids.indexOf(current);
  const places: Partial<Record<Step, number>> = {
    next: Math.min(here + 1, ids.length - 1),
    back: Math.max(here - 1, 0),
    first: 0,
    last: ids.length - 1,
  };
  const place = places[step];
  const target = place === undefined ? undefined : ids[place];
  return target === undefined || target === current ? null : target;
}

/** Whether a press belongs to what has the focus: somebody types, or presses the button they are on. */
export function isTheirs(
  key: string,
  focused: { tagName: string; isContentEditable: boolean } | null,
): boolean {
  if (focused === null) return false;
  if (focused.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(focused.tagName)) return true;
  return key === ' ' && ['BUTTON', 'SUMMARY', 'A'].includes(focused.tagName);
}
