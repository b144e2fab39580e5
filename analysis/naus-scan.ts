/**
 * Question: is a burst of n incidents in some short window of a long period more than chance?
 * Method: approximation of the continuous scan statistic of a Poisson process (Naus 1982,
 * doi:10.1080/01621459.1982.10477783): the chance of at least n incidents in some moving window is
 * 1 - Q2 (Q3 / Q2)^(L - 2), with L windows in the period and Q2, Q3 the exact chances of none in two and three windows.
 * The exponent is L - 2 whatever the length of a window in days, and the last sum of Q3 runs to n - 1.
 *
 * Assumptions: a steady rate, known beforehand or from a long period without the burst; independent incidents; the
 * window was fixed before the data were looked at.
 * Not to conclude: that a window found by trying several lengths has this p, or what caused the burst.
 */
import type { Warning } from './warning.ts';

export interface NausScanOptions {
  /** Windows that fit in the period: its length ÷ the length of the window, at least 2. */
  readonly windows: number;
  /** Incidents expected in one window. */
  readonly mean: number;
}

export interface NausScan {
  /** Incidents in the fullest window. */
  readonly n: number;
  /** Chance of at least n incidents in some window, one-sided. */
  readonly p: number;
  readonly parameters: NausScanOptions;
  /** below_mean with the mean: no burst, and the approximation is not made for it. */
  readonly warnings: readonly Warning[];
}

export function nausScan(n: number, options: NausScanOptions): NausScan {
  requireOptions(options);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number from 0, got ${n}`);
  const warnings = n > 0 && n < options.mean ? [{ code: 'below_mean', value: options.mean }] : [];
  return { n, p: chanceOf(n, options), parameters: { ...options }, warnings };
}

export interface NausAlarm {
  /** Least number of incidents in a window that raises an alarm. */
  readonly n: number;
  /** Chance of a false alarm in the whole period, at most the budget. */
  readonly p: number;
  readonly budget: number;
  readonly parameters: NausScanOptions;
}

/** How many incidents in a window should raise an alarm, when a false one in the period may have a chance of `budget`? */
export function nausAlarm(budget: number, options: NausScanOptions): NausAlarm {
  requireOptions(options);
  if (!(budget > 0 && budget < 1)) throw new RangeError(`budget must be between 0 and 1, got ${budget}`);
  let n = Math.floor(options.mean) + 1;
  while (chanceOf(n, options) > budget) n++;
  return { n, p: chanceOf(n, options), budget, parameters: { ...options } };
}

function requireOptions({ windows, mean }: NausScanOptions): void {
  if (!(windows >= 2 && Number.isFinite(windows)))
    throw new RangeError(`at least 2 windows must fit in the period, got ${windows}`);
  if (!(mean > 0 && mean <= MOST_MEAN))
    throw new RangeError(`mean must be above 0 and at most ${MOST_MEAN}, got ${mean}`);
}

/** Beyond it the sums over single counts take long, and counts are never that independent. */
const MOST_MEAN = 50_000;

function chanceOf(n: number, { windows, mean }: NausScanOptions): number {
  if (n === 0) return 1;
  // Any incident at all.
  if (n === 1) return -Math.expm1(-mean * windows);
  const { single, upTo } = poissonSums(mean, 2 * n);
  const q2 = noneInTwo(n, mean, single, upTo);
  const q3 = noneInThree(n, mean, single, upTo);
  if (!(q2 > 0 && q3 > 0)) return 1;
  const chance = -Math.expm1(Math.log(q2) + (windows - 2) * Math.log(q3 / q2));
  return Math.min(1, Math.max(0, chance));
}

type Chances = (count: number) => number;

/** From the most likely count outward: from 0 on, the chances of great means would be too small for a number. */
function poissonSums(mean: number, least: number): { single: Chances; upTo: Chances } {
  const most = Math.max(least, Math.ceil(mean + 12 * Math.sqrt(mean) + 30));
  const chances = new Float64Array(most + 1);
  const mode = Math.floor(mean);
  chances[mode] = 1;
  for (let k = mode; k > 0; k--) chances[k - 1] = (chances[k] * k) / mean;
  for (let k = mode; k < most; k++) chances[k + 1] = (chances[k] * mean) / (k + 1);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  const sums = new Float64Array(most + 1);
  let sum = 0;
  for (let k = 0; k <= most; k++) {
    chances[k] /= total;
    sum += chances[k];
    sums[k] = sum;
  }
  return { single: (k) => (k < 0 ? 0 : chances[k]), upTo: (k) => (k < 0 ? 0 : sums[k]) };
}

/** Exact chance of fewer than n in every window of a period two windows long. */
function noneInTwo(n: number, mean: number, single: Chances, upTo: Chances): number {
  return upTo(n - 1) ** 2 - (n - 1) * single(n) * single(n - 2) - (n - 1 - mean) * single(n) * upTo(n - 3);
}

/** The same for three windows. */
function noneInThree(n: number, mean: number, single: Chances, upTo: Chances): number {
  const a1 = 2 * single(n) * upTo(n - 1) * ((n - 1) * upTo(n - 2) - mean * upTo(n - 3));
  const a2 =
    0.5 *
    single(n) ** 2 *
    ((n - 1) * (n - 2) * upTo(n - 3) - 2 * (n - 2) * mean * upTo(n - 4) + mean ** 2 * upTo(n - 5));
  let a3 = 0;
  let a4 = 0;
  for (let r = 1; r < n; r++) {
    a3 += single(2 * n - r) * upTo(r - 1) ** 2;
    if (r > 1) a4 += single(2 * n - r) * single(r) * ((r - 1) * upTo(r - 2) - mean * upTo(r - 3));
  }
  return upTo(n - 1) ** 3 - a1 + a2 + a3 - a4;
}
