import type { ManualLink } from '../store/ports.ts';

/** More than these are a matter of the rule of the case. */
export const MOST_BY_HAND = 5000;

/**
 * The incidents of a problem case: those of its rule, and those put in by hand, without those taken out by hand.
 * `byRule` is ascending; so is the answer. One pass, because a rule may match hundreds of thousands.
 */
export function linkedIds(byRule: Uint32Array, manual: readonly ManualLink[]): Uint32Array {
  const out = new Set(manual.filter((link) => link.verdict === 'out').map((link) => link.incidentId));
  const added = Uint32Array.from(
    manual.filter((link) => link.verdict === 'in').map((link) => link.incidentId),
  ).sort();
  if (out.size === 0 && added.length === 0) return byRule;
  const all = new Uint32Array(byRule.length + added.length);
  let length = 0;
  let next = 0;
  const take = (id: number) => {
    if (!out.has(id) && (length === 0 || all[length - 1] !== id)) all[length++] = id;
  };
  for (const id of byRule) {
    while (next < added.length && added[next] <= id) take(added[next++]);
    take(id);
  }
  while (next < added.length) take(added[next++]);
  return all.subarray(0, length);
}

/** Where the first id above `id` stands in ascending ids. */
export function positionAfter(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle] > id) high = middle;
    else low = middle + 1;
  }
  return low;
}
