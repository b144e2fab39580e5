/** How a note addresses a colleague: by the id, "@[abc123]", so that a name may change. */

/** Of one note: more would be a list of everybody. */
export const MOST_MENTIONS = 20;

/** Each once, in the order they stand in. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/@\[([\w-]{1,64})\]/g)].map(([, id]) => id ?? ''))];
}
