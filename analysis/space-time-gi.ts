/**
 * Question: which places are hot in which steps of time?
 * Method: Gi* with binary weights (Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x) of every place and step over
 * the place, its neighbours and the same places in the k steps before; mean and variance of the whole cube, or of each
 * step by itself. Scores count when the false discovery rate (Benjamini & Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x) over the cube allows.
 *
 * Assumptions: as in local-gi-star.ts; the first k steps have fewer steps before them.
 * Not to conclude: that neighbouring scores are separate findings: they share incidents.
 */
import { normalQuantile, normalTwoSided } from './distributions.ts';
import type { NeighbourLists } from './neighbours.ts';

export interface SpaceTimeGiOptions {
  /** Steps before that count as neighbours. */
  readonly stepsBack: number;
  /** What a score is compared with: all places in all steps, or those of its own step. */
  readonly scope: 'all' | 'step';
}

export interface SpaceTimeGi {
  /** Places. */
  readonly n: number;
  readonly steps: number;
  /** Entry place × steps + step; NaN without variation or without neighbours in space. */
  readonly z: Float64Array;
  /** Steps without an incident. */
  readonly empty: number;
}

/** @param counts entry step × places + place. */
export function spaceTimeGi(
  counts: Float64Array,
  lists: NeighbourLists,
  { stepsBack, scope }: SpaceTimeGiOptions,
  progress: (done: number) => void = () => {},
): SpaceTimeGi {
  const n = lists.starts.length - 1;
  const steps = n > 0 ? counts.length / n : 0;
  if (!Number.isInteger(steps))
    throw new RangeError(`counts must be whole steps of ${n} places, got ${counts.length}`);
  if (!(Number.isInteger(stepsBack) && stepsBack >= 0))
    throw new RangeError(`stepsBack must be a whole number from 0, got ${stepsBack}`);
  if (scope === 'step' && stepsBack > 0)
    throw new RangeError(`a step by itself has no steps before it, got stepsBack ${stepsBack}`);
  const z = new Float64Array(counts.length);
  const around = new Float64Array(counts.length);
  let compared = momentsOf(counts);
  let empty = 0;
  for (let step = 0; step < steps; step++) {
    progress(step / steps);
    if (sumsAround(counts, lists, step * n, around) === 0) empty++;
    if (scope === 'step') compared = momentsOf(counts.subarray(step * n, (step + 1) * n));
    scoreStep(z, around, lists, step, steps, Math.min(step, stepsBack) + 1, compared);
  }
  return { n, steps, z, empty };
}

interface Moments {
  readonly size: number;
  readonly mean: number;
  /** Over n; exactly 0 when all values are equal. */
  readonly variance: number;
}

function scoreStep(
  z: Float64Array,
  around: Float64Array,
  { starts }: NeighbourLists,
  step: number,
  steps: number,
  depth: number,
  { size, mean, variance }: Moments,
): void {
  const n = starts.length - 1;
  for (let place = 0; place < n; place++) {
    const cells = starts[place + 1] - starts[place] + 1;
    let sum = 0;
    for (let back = 0; back < depth; back++) sum += around[(step - back) * n + place];
    const weight = cells * depth;
    const spread = (variance * (size * weight - weight * weight)) / (size - 1);
    z[place * steps + step] = cells > 1 && spread > 0 ? (sum - weight * mean) / Math.sqrt(spread) : NaN;
  }
}

/** Sums of each place and its neighbours in one step; returns the total of the step. */
function sumsAround(
  counts: Float64Array,
  lists: NeighbourLists,
  start: number,
  around: Float64Array,
): number {
  const { starts, list } = lists;
  let total = 0;
  for (let place = 0; place + 1 < starts.length; place++) {
    let sum = counts[start + place];
    total += sum;
    for (let k = starts[place]; k < starts[place + 1]; k++) sum += counts[start + list[k]];
    around[start + place] = sum;
  }
  return total;
}

function momentsOf(counts: Float64Array): Moments {
  let sum = 0;
  let varied = false;
  for (const count of counts) {
    if (!Number.isFinite(count)) throw new RangeError(`counts must be finite numbers, got ${count}`);
    sum += count;
    varied ||= count !== counts[0];
  }
  const mean = sum / counts.length;
  let squares = 0;
  if (varied) for (const count of counts) squares += (count - mean) ** 2;
  return { size: counts.length, mean, variance: squares / counts.length };
}

/**
 * Least score, of either sign, that counts after the correction; Infinity when none does. Only scores whose own p is
 * below the level can, so the others are not sorted.
 */
export function criticalScore(z: Float64Array, level: number, correction: 'fdr' | 'none'): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const least = -normalQuantile(level / 2) * (1 - 1e-9);
  let tests = 0;
  const held: number[] = [];
  for (const score of z) {
    if (Number.isNaN(score)) continue;
    tests++;
    if (Math.abs(score) >= least) held.push(Math.abs(score));
  }
  const scores = Float64Array.from(held).sort();
  for (let i = 0; i < scores.length; i++) {
    const share = correction === 'none' ? 1 : tests / (scores.length - i);
    if (normalTwoSided(scores[i]) * share < level) return scores[i];
  }
  return Infinity;
}

/** 1 hot, -1 cold, 0 neither. */
export function stripsOf(z: Float64Array, critical: number): Int8Array {
  const strips = new Int8Array(z.length);
  for (let i = 0; i < z.length; i++) if (Math.abs(z[i]) >= critical) strips[i] = z[i] > 0 ? 1 : -1;
  return strips;
}
