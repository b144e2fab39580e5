/**
 * Question: which hotspots are new, growing, steady, fading, on and off, or gone?
 * Method: emerging hot spot analysis (Esri, Space Time Pattern Mining): Gi* of every place and step over the place, its
 * neighbours and the same places in the k steps before (Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x), the
 * mean and variance those of the whole cube; false discovery rate over the cube (Benjamini & Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x); Mann–Kendall on the scores of each place (Mann 1945, doi:10.2307/1907187).
 * Labels, hot (cold mirrored), the first that fits:
 *   new           hot in the last step only
 *   consecutive   one run of at least 2 hot steps at the end, not hot before, hot in under 90 % of the steps
 *   intensifying, persistent, diminishing
 *                 hot in at least 90 % and in the last: the scores rise, show no trend, fall
 *   oscillating   hot in the last, in under 90 %, cold at some earlier step
 *   sporadic      hot in the last, in under 90 %, on and off, never cold
 *   historical    hot in at least 90 %, not in the last
 * A place hot in the last step has its hot label even if it was cold before.
 *
 * Assumptions: steps of equal length; scores of neighbouring steps share incidents, so trends look surer than they are.
 * The first k steps have fewer steps before them.
 * Not to conclude: why a place changes, or that one without pattern is safe. Fewer than ten steps say little.
 */
import { normalTwoSided } from './distributions.ts';
import { kendallVariance, scoreOf } from './mann-kendall.ts';
import type { NeighbourLists } from './neighbours.ts';
import { criticalScore, spaceTimeGi, stripsOf } from './space-time-gi.ts';
import type { Warning } from './warning.ts';

export interface EmergingHotspotsOptions {
  /** Steps before that count as neighbours. */
  readonly stepsBack: number;
  /** Accepted chance of a false alarm, two-sided, of scores and of trends. */
  readonly level: number;
  readonly correction: 'fdr' | 'none';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** A label is its position here. */
export const EMERGING_LABELS = [
  'none',
  'new_hot',
  'consecutive_hot',
  'intensifying_hot',
  'persistent_hot',
  'diminishing_hot',
  'oscillating_hot',
  'sporadic_hot',
  'historical_hot',
  'new_cold',
  'consecutive_cold',
  'intensifying_cold',
  'persistent_cold',
  'diminishing_cold',
  'oscillating_cold',
  'sporadic_cold',
  'historical_cold',
] as const;
export type EmergingLabel = (typeof EMERGING_LABELS)[number];

export interface EmergingHotspots {
  /** Places. */
  readonly n: number;
  readonly steps: number;
  /** Number of the label of each place in EMERGING_LABELS. */
  readonly labels: Uint8Array;
  /** Entry place × steps + step: Gi* of the place and step; NaN where it is not defined. */
  readonly z: Float64Array;
  /** In the order of `z`: 1 hot, -1 cold, 0 neither. */
  readonly strips: Int8Array;
  /** Mann–Kendall Z of the scores of each place, and its two-sided p; NaN where there are none. */
  readonly trend: Float64Array;
  readonly trendP: Float64Array;
  /** Scores this far from 0 count, after the correction; Infinity when none does. */
  readonly critical: number;
  readonly parameters: Omit<EmergingHotspotsOptions, 'progress'>;
  /** few_steps, empty_steps with their number; no_variation. */
  readonly warnings: readonly Warning[];
}

/** Fewer steps, and neither shares nor trends mean much. */
export const EMERGING_STEPS_FLOOR = 10;
const MOSTLY = 0.9;
const PLACES_BETWEEN_PROGRESS = 1000;

/** @param counts entry step × places + place. */
export function emergingHotspots(
  counts: Float64Array,
  lists: NeighbourLists,
  options: EmergingHotspotsOptions,
): EmergingHotspots {
  const { progress = () => {}, ...parameters } = options;
  const { stepsBack, level, correction } = options;
  const { z, n, steps, empty } = spaceTimeGi(counts, lists, { stepsBack, scope: 'all' }, (done) =>
    progress(done / 2),
  );
  const critical = criticalScore(z, level, correction);
  const strips = stripsOf(z, critical);
  const trend = new Float64Array(n);
  const sorted = new Float64Array(steps);
  for (let place = 0; place < n; place++) {
    if (place % PLACES_BETWEEN_PROGRESS === 0) progress(0.5 + place / n / 2);
    trend[place] = trendOf(z, place * steps, steps, sorted);
  }
  const trendP = trend.map(normalTwoSided);
  const labels = new Uint8Array(n);
  for (let place = 0; place < n; place++) {
    const direction = trendP[place] < level ? Math.sign(trend[place]) : 0;
    labels[place] = labelOf(strips, place * steps, steps, direction);
  }
  const warnings: Warning[] = [];
  if (steps < EMERGING_STEPS_FLOOR) warnings.push({ code: 'few_steps', value: steps });
  if (empty > 0) warnings.push({ code: 'empty_steps', value: empty });
  if (n > 0 && z.every(Number.isNaN)) warnings.push({ code: 'no_variation', value: n });
  return { n, steps, labels, z, strips, trend, trendP, critical, parameters, warnings };
}

/** Label from a strip alone; `direction` is the sign of a significant trend of the scores, else 0. */
export function labelOf(strips: Int8Array, start: number, steps: number, direction: number): number {
  let hot = 0;
  let cold = 0;
  for (let k = start; k < start + steps; k++) {
    hot += +(strips[k] === 1);
    cold += +(strips[k] === -1);
  }
  const last = steps > 0 ? strips[start + steps - 1] : 0;
  if (last === 1) return presentLabel(strips, start, steps, 1, hot, cold, direction);
  if (last === -1) return COLD + presentLabel(strips, start, steps, -1, cold, hot, -direction);
  if (isMost(hot, steps)) return 8;
  return isMost(cold, steps) ? COLD + 8 : 0;
}

function isMost(hits: number, steps: number): boolean {
  return hits > 0 && hits >= MOSTLY * steps - 1e-9;
}

/** From the label of a hot pattern to that of the cold one. */
const COLD = 8;

function presentLabel(
  strips: Int8Array,
  start: number,
  steps: number,
  sign: number,
  hits: number,
  opposite: number,
  direction: number,
): number {
  let run = 0;
  while (run < steps && strips[start + steps - 1 - run] === sign) run++;
  if (hits === 1) return 1;
  if (isMost(hits, steps)) return direction > 0 ? 3 : direction < 0 ? 5 : 4;
  if (run === hits) return 2;
  return opposite > 0 ? 6 : 7;
}

/**
 * NaN for fewer than two scores. Each score goes to its place among the earlier ones, which says how many of them are
 * lower and higher, and leaves them sorted for the ties.
 */
function trendOf(z: Float64Array, start: number, steps: number, sorted: Float64Array): number {
  let s = 0;
  let known = 0;
  for (let k = start; k < start + steps; k++) {
    const score = z[k];
    if (Number.isNaN(score)) continue;
    let at = known;
    for (; at > 0 && sorted[at - 1] > score; at--) sorted[at] = sorted[at - 1];
    sorted[at] = score;
    let lower = at;
    while (lower > 0 && sorted[lower - 1] === score) lower--;
    s += lower - (known - at);
    known++;
  }
  if (known < 2) return NaN;
  return s === 0 ? 0 : scoreOf(s, kendallVariance(sorted.subarray(0, known)));
}
