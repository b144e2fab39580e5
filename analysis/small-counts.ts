/**
 * Question: is a small count unusual beside an earlier one, beside other places, or for chance alone?
 * Method: Poisson z = 2(√current - √past) on the scale where the variance of a Poisson count is steady (Anscombe 1948,
 * doi:10.1093/biomet/35.3-4.246; Wheeler 2016, doi:10.1177/1461355716642781); limits pre·R ± z√(pre·R²) for places before
 * and after, R the ratio of all; observed frequencies beside those of a Poisson distribution of the same mean.
 *
 * Assumptions: periods of equal length; incidents come independently. z sets the past as if it were a known mean: both
 * counts vary, so between two counts its spread is √2, not 1. `p` allows for that; the familiar ±3 is about p = 0.03.
 * Not to conclude: anything from per cent change of small counts, or from z when both counts are below 5.
 */
import { normalTwoSided } from './distributions.ts';
import type { Warning } from './warning.ts';

/** Both counts below this, and the square root is not steady yet. */
export const POISSON_Z_FLOOR = 5;

export interface PoissonZ {
  readonly z: number;
  /** Two-sided, for two counts that both vary: from z / √2. */
  readonly p: number;
  /** small_counts with the smaller of the two. */
  readonly warnings: readonly Warning[];
}

/** Two counts of periods of equal length. */
export function poissonZ(past: number, current: number): PoissonZ {
  for (const count of [past, current]) requireCount(count);
  const z = 2 * (Math.sqrt(current) - Math.sqrt(past));
  const least = Math.min(past, current);
  const warnings = least < POISSON_Z_FLOOR ? [{ code: 'small_counts', value: least }] : [];
  return { z, p: normalTwoSided(z / Math.SQRT2), warnings };
}

export interface PoissonContour {
  readonly n: number;
  /** All incidents after ÷ all before; NaN when there were none before. */
  readonly ratio: number;
  /** Standard deviations of the limits. */
  readonly z: number;
  readonly expected: Float64Array;
  /** NaN below the floor of 5 before: too few to say. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 above the limits, -1 below, 0 within or too few. */
  readonly classes: Int8Array;
  readonly tooFew: number;
}

/** Places before and after: which moved other than all of them together? */
export function poissonContour(before: ArrayLike<number>, after: ArrayLike<number>, z = 3): PoissonContour {
  if (before.length !== after.length)
    throw new RangeError(`every place needs two counts, got ${before.length} and ${after.length}`);
  if (!(z > 0 && Number.isFinite(z))) throw new RangeError(`z must be positive, got ${z}`);
  const n = before.length;
  const ratio = totalOf(after) / totalOf(before);
  const expected = Float64Array.from(before, (count) => count * ratio);
  const low = new Float64Array(n).fill(NaN);
  const high = new Float64Array(n).fill(NaN);
  const classes = new Int8Array(n);
  let tooFew = 0;
  for (let i = 0; i < n; i++) {
    if (before[i] < POISSON_Z_FLOOR) {
      tooFew++;
      continue;
    }
    const reach = z * Math.sqrt(before[i] * ratio * ratio);
    low[i] = Math.max(0, expected[i] - reach);
    high[i] = expected[i] + reach;
    classes[i] = +(after[i] > high[i]) - +(after[i] < low[i]);
  }
  return { n, ratio, z, expected, low, high, classes, tooFew };
}

export interface PoissonCheck {
  readonly n: number;
  readonly mean: number;
  /** Over n - 1; NaN for a single count. */
  readonly variance: number;
  /** Variance ÷ mean: 1 for a Poisson distribution, above 1 clustered. */
  readonly dispersion: number;
  /** Entry k: how many of the counts are k, and how many a Poisson distribution would have. The last takes all above. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** few_counts with their number; clustered, too_even with the dispersion. */
  readonly warnings: readonly Warning[];
}

/** Counts fewer than this say little about their distribution. */
export const POISSON_CHECK_FLOOR = 20;

/** Are the counts (per day, per place) like those of chance? Look at it before any Poisson test. */
export function checkPoisson(counts: ArrayLike<number>): PoissonCheck {
  const n = counts.length;
  if (n === 0) throw new RangeError('a check needs at least one count, got 0');
  const mean = totalOf(counts) / n;
  let squares = 0;
  let most = 0;
  for (let i = 0; i < n; i++) {
    squares += (counts[i] - mean) ** 2;
    most = Math.max(most, counts[i]);
  }
  const variance = n > 1 ? squares / (n - 1) : NaN;
  const dispersion = variance / mean;
  const observed = new Float64Array(most + 1);
  for (let i = 0; i < n; i++) observed[counts[i]]++;
  const expected = poissonFrequencies(mean, n, most);
  return { n, mean, variance, dispersion, observed, expected, warnings: checkWarnings(n, dispersion) };
}

/** Beyond the ±3 standard errors that the dispersion of Poisson counts has. */
function checkWarnings(n: number, dispersion: number): Warning[] {
  if (n < POISSON_CHECK_FLOOR) return [{ code: 'few_counts', value: n }];
  const reach = 3 * Math.sqrt(2 / (n - 1));
  if (dispersion > 1 + reach) return [{ code: 'clustered', value: dispersion }];
  return dispersion < 1 - reach ? [{ code: 'too_even', value: dispersion }] : [];
}

function poissonFrequencies(mean: number, n: number, most: number): Float64Array {
  const expected = new Float64Array(most + 1);
  let logChance = -mean;
  let left = n;
  for (let k = 0; k < most; k++) {
    expected[k] = n * Math.exp(logChance);
    left -= expected[k];
    logChance += Math.log(mean / (k + 1));
  }
  expected[most] = Math.max(0, left);
  return expected;
}

function totalOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    requireCount(counts[i]);
    sum += counts[i];
  }
  return sum;
}

function requireCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`counts must be whole numbers from 0, got ${count}`);
}
