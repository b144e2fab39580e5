import type { ManualLink } from '../store/ports.ts';

/**
 * The incidents of a problem case: those of its rule, and those put in by hand, without those taken out by hand.
 * `byRule` is ascending; so is the answer.
 */
export function linkedIds(byRule: Uint32Array, manual: readonly ManualLink[]): Uint32Array {
  const out = new Set(manual.filter((link) => link.verdict === 'out').map((link) => link.incidentId));
  const added = manual.filter((link) => link.verdict === 'in').map((link) => link.incidentId);
  if (out.size === 0 && added.length === 0) return byRule;
  const all = new Set(byRule);
  for (const id of added) all.add(id);
  for (const id of out) all.delete(id);
  return Uint32Array.from(all).sort();
}
