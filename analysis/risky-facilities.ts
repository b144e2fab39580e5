/**
 * Question: do a few facilities of a kind have most of its incidents?
 * Method: facilities in the order of their incidents, the J-curve (Eck, Clarke & Guerette 2007, Crime Prevention Studies
 * 21, 225-264), with the share of the first tenth and fifth and the generalised Gini. Against chance: the same incidents
 * dealt to the facilities with equal chances, seeded; p = (r + 1)/(n + 1) for a sum of squares at least as large.
 *
 * Assumptions: all facilities of the kind are in the list, also those without incidents; equal chances ignore that big
 * ones meet more people, so give sizes when they are known: chances are then proportional to them.
 * Not to conclude: that the manager is to blame; busier, larger or better reporting places stand first too.
 */
import { concentration } from './concentration.ts';
import { seededRandom } from './random.ts';
import type { Warning } from './warning.ts';

export interface RiskyFacilitiesOptions {
  readonly seed: number;
  readonly simulations: number;
  /** Visitors, seats, floor area: chances in proportion. */
  readonly sizes?: ArrayLike<number>;
  readonly progress?: (done: number) => void;
}

export interface RiskyFacilities {
  /** Facilities. */
  readonly n: number;
  readonly incidents: number;
  /** Most incidents first; equal ones in the order of the list. */
  readonly order: Uint32Array;
  readonly counts: Float64Array;
  readonly cumulativeShare: Float64Array;
  /** Facilities without incidents. */
  readonly without: number;
  /** Share of incidents of the first tenth and fifth of the facilities, and what chance gives on average. */
  readonly top: readonly { readonly facilities: number; readonly share: number; readonly byChance: number }[];
  readonly generalisedGini: number | null;
  /** One-sided: more uneven than chance. NaN below the floor. */
  readonly p: number;
  readonly simulations: number;
  readonly seed: number;
  /** no_incidents, few_incidents, few_facilities: without `p` and `top`. */
  readonly warnings: readonly Warning[];
}

export const FACILITIES_FLOOR = 5;
export const FACILITY_INCIDENTS_FLOOR = 20;
const TOPS = [0.1, 0.2] as const;
const DRAWS_A_REPORT = 100_000;

export function riskyFacilities(counts: ArrayLike<number>, options: RiskyFacilitiesOptions): RiskyFacilities {
  requireInput(counts, options);
  const { seed, simulations } = options;
  const n = counts.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => counts[b] - counts[a] || a - b);
  const ranked = Float64Array.from(order, (facility) => counts[facility]);
  const incidents = ranked.reduce((sum, count) => sum + count, 0);
  const warnings: Warning[] = incidents === 0 ? [{ code: 'no_incidents', value: 0 }] : [];
  if (incidents > 0 && incidents < FACILITY_INCIDENTS_FLOOR)
    warnings.push({ code: 'few_incidents', value: incidents });
  if (n < FACILITIES_FLOOR) warnings.push({ code: 'few_facilities', value: n });
  const result = {
    n,
    incidents,
    order,
    counts: ranked,
    cumulativeShare: runningShares(ranked, incidents),
    without: ranked.reduce((sum, count) => sum + (count === 0 ? 1 : 0), 0),
    generalisedGini: concentration(counts).generalised,
    simulations,
    seed,
    warnings,
  };
  if (warnings.length > 0) return { ...result, top: [], p: NaN };
  const sizes = Float64Array.from(order, (facility) => options.sizes?.[facility] ?? 1);
  const chance = deal(ranked, incidents, sizes, options);
  const top = TOPS.map((share, k) => {
    const facilities = Math.ceil(share * n);
    return { facilities, share: result.cumulativeShare[facilities - 1], byChance: chance.top[k] };
  });
  return { ...result, top, p: (chance.atLeast + 1) / (simulations + 1) };
}

/** Deals the incidents again and again: how often they are as uneven, and what the first have on average. */
function deal(
  ranked: Float64Array,
  incidents: number,
  sizes: Float64Array,
  { seed, simulations, progress = () => {} }: RiskyFacilitiesOptions,
): { atLeast: number; top: number[] } {
  const random = seededRandom(seed);
  const n = ranked.length;
  const limits = runningShares(
    sizes,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const alike = sizes.every((size) => size === sizes[0]);
  const unevenness = (counts: Float64Array) =>
    counts.reduce((sum, count, i) => sum + (count * count) / sizes[i], 0);
  const seen = unevenness(ranked) * (1 - 1e-12);
  const firsts = TOPS.map((share) => Math.ceil(share * n));
  const held = TOPS.map(() => 0);
  let atLeast = 0;
  const every = Math.max(1, Math.floor(DRAWS_A_REPORT / incidents));
  for (let run = 0; run < simulations; run++) {
    if (run % every === 0) progress(run / simulations);
    const counts = new Float64Array(n);
    for (let i = 0; i < incidents; i++) counts[alike ? random.integer(n) : drawn(limits, random.next())]++;
    if (unevenness(counts) >= seen) atLeast++;
    counts.sort().reverse();
    firsts.forEach((first, k) => {
      for (let i = 0; i < first; i++) held[k] += counts[i];
    });
  }
  return { atLeast, top: held.map((sum) => sum / incidents / simulations) };
}

/** First facility whose running share is above the draw. */
function drawn(limits: Float64Array, at: number): number {
  let low = 0;
  let high = limits.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (limits[middle] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runningShares(values: Float64Array, total: number): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return total > 0 ? sum / total : 0;
  });
}

function requireInput(counts: ArrayLike<number>, { simulations, sizes }: RiskyFacilitiesOptions): void {
  if (!Number.isSafeInteger(simulations) || simulations < 1)
    throw new RangeError(`simulations must be a whole number above 0, got ${simulations}`);
  if (sizes && sizes.length !== counts.length)
    throw new RangeError(`${counts.length} facilities need as many sizes, got ${sizes.length}`);
  for (let i = 0; i < counts.length; i++) {
    if (!Number.isSafeInteger(counts[i]) || counts[i] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${counts[i]}`);
    if (sizes && !(sizes[i] > 0 && Number.isFinite(sizes[i])))
      throw new RangeError(`sizes must be above 0, got ${sizes[i]}`);
  }
}
