/**
 * Question: does a series rise or fall over time, and by how much a step?
 * Method: Mann–Kendall (Mann 1945, doi:10.2307/1907187; Kendall 1975, Rank Correlation Methods): S counts later values
 * that are higher less those that are lower; Var S is corrected for ties; Z with continuity correction. Seasonal version
 * (Hirsch, Slack & Smith 1982, doi:10.1029/WR018i001p00107): only values of the same season are compared, S and Var S
 * added up. Slope: median of all pairwise slopes (Sen 1968, doi:10.1080/01621459.1968.10480934).
 *
 * Assumptions: values (plain) or years (seasonal) are independent; NaN is a missing step and keeps its place in time.
 * Monthly crime has seasons and memory: use the seasonal version, and mind the warning about memory, under which p is
 * too small. The normal distribution needs about eight values.
 * Not to conclude: that a trend is straight, goes on, or has the cause one has in mind.
 */
import { normalTwoSided } from './distributions.ts';
import { quantiles } from './order-statistics.ts';
import type { Warning } from './warning.ts';

export interface MannKendall {
  /** Values that are not missing. */
  readonly n: number;
  readonly s: number;
  /** Var S under no trend; 0 when all values are equal. */
  readonly variance: number;
  readonly z: number;
  /** Two-sided; 1 when all values are equal, NaN for fewer than two comparable values. */
  readonly p: number;
  /** S over the number of pairs, not corrected for ties. */
  readonly tau: number;
  /** Change of the value a step (plain) or a whole cycle of seasons (seasonal). */
  readonly slope: number;
  /** Value of the fitted line at step 0. */
  readonly intercept: number;
  /** Steps in a cycle; 1 for the plain test. */
  readonly period: number;
  /** few_values; no_variation; neighbours_alike with the correlation of neighbouring steps beyond trend and seasons. */
  readonly warnings: readonly Warning[];
}

/** Fewer values, and the normal distribution does not hold. */
export const MANN_KENDALL_FLOOR = 8;
/** Thirteen years of days; more would take seconds and hundreds of megabytes. */
const MOST_PAIRS = 12_500_000;

/** Trend of a series of equal steps. */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  return seasonalMannKendall(values, 1);
}

/** Trend within the seasons of a cycle of `period` steps: 12 for months, 7 for days. */
export function seasonalMannKendall(values: ArrayLike<number>, period: number): MannKendall {
  if (!(Number.isInteger(period) && period >= 1))
    throw new RangeError(`period must be a whole number of steps, got ${period}`);
  const series = Float64Array.from(values);
  for (const value of series)
    if (value === Infinity || value === -Infinity)
      throw new RangeError(`values must be numbers, got ${value}`);
  if (series.length ** 2 / period > 2 * MOST_PAIRS)
    throw new RangeError(
      `a series of ${series.length} steps is too long to compare pair by pair; take longer steps`,
    );
  const totals = { s: 0, variance: 0, pairs: 0 };
  for (let season = 0; season < period; season++) addSeason(series, season, period, totals);
  const { s, variance, pairs } = totals;
  const z = variance > 0 ? scoreOf(s, variance) : pairs > 0 ? 0 : NaN;
  const known = series.filter((value) => !Number.isNaN(value));
  const line = senLine(series, period, known, pairs);
  const warnings = warningsOf(series, known, period, line, variance);
  return { n: known.length, s, variance, z, p: normalTwoSided(z), tau: s / pairs, ...line, period, warnings };
}

/** Z of S: 0 without trend, continuity-corrected. */
export function scoreOf(s: number, variance: number): number {
  if (s === 0) return 0;
  return (s - Math.sign(s)) / Math.sqrt(variance);
}

/** Σ sgn(later - earlier) over the entries start, start + step … of the array; NaN counts for nothing. */
export function kendallS(values: ArrayLike<number>, start: number, step: number, end: number): number {
  let s = 0;
  for (let i = start; i < end; i += step) {
    const early = values[i];
    for (let j = i + step; j < end; j += step) {
      const late = values[j];
      s += +(late > early) - +(late < early);
    }
  }
  return s;
}

/** Var S of a series without missing values, corrected for ties; `sorted` ascending. */
export function kendallVariance(sorted: Float64Array): number {
  const n = sorted.length;
  let ties = 0;
  for (let i = 0; i < n; ) {
    let j = i + 1;
    while (j < n && sorted[j] === sorted[i]) j++;
    const t = j - i;
    ties += t * (t - 1) * (2 * t + 5);
    i = j;
  }
  return (n * (n - 1) * (2 * n + 5) - ties) / 18;
}

function addSeason(
  series: Float64Array,
  season: number,
  period: number,
  totals: { s: number; variance: number; pairs: number },
): void {
  const own: number[] = [];
  for (let i = season; i < series.length; i += period) if (!Number.isNaN(series[i])) own.push(series[i]);
  totals.s += kendallS(series, season, period, series.length);
  totals.variance += kendallVariance(Float64Array.from(own).sort());
  totals.pairs += (own.length * (own.length - 1)) / 2;
}

function senLine(series: Float64Array, period: number, known: Float64Array, pairs: number) {
  const slopes = new Float64Array(pairs);
  const steps = new Float64Array(known.length);
  let size = 0;
  let seen = 0;
  for (let i = 0; i < series.length; i++) {
    if (Number.isNaN(series[i])) continue;
    steps[seen++] = i;
    for (let j = i + period; j < series.length; j += period)
      if (!Number.isNaN(series[j])) slopes[size++] = (series[j] - series[i]) / ((j - i) / period);
  }
  const slope = median(slopes);
  const intercept = median(known) - (median(steps) / period) * slope;
  return { slope, intercept };
}

function median(values: Float64Array): number {
  return values.length === 0 ? NaN : quantiles(values, [0.5])[0];
}

function warningsOf(
  series: Float64Array,
  known: Float64Array,
  period: number,
  line: { slope: number; intercept: number },
  variance: number,
): Warning[] {
  const warnings: Warning[] = [];
  if (known.length < MANN_KENDALL_FLOOR * (period > 1 ? 2 : 1))
    warnings.push({ code: 'few_values', value: known.length });
  if (variance === 0) return [...warnings, { code: 'no_variation', value: known.length }];
  const { memory, chance } = memoryOf(series, period, line);
  if (memory > chance) warnings.push({ code: 'neighbours_alike', value: memory });
  return warnings;
}

/** How alike neighbouring steps are beyond the trend and the seasons, and how much of it chance (95 %) allows. */
function memoryOf(
  series: Float64Array,
  period: number,
  { slope, intercept }: { slope: number; intercept: number },
): { memory: number; chance: number } {
  const rest = series.map((value, i) => value - intercept - (slope * i) / period);
  for (let season = 0; season < period; season++) {
    let sum = 0;
    let size = 0;
    for (let i = season; i < rest.length; i += period)
      if (!Number.isNaN(rest[i])) {
        sum += rest[i];
        size++;
      }
    for (let i = season; i < rest.length; i += period) rest[i] -= sum / size;
  }
  let squares = 0;
  let products = 0;
  let pairs = 0;
  for (let i = 0; i < rest.length; i++) {
    if (Number.isNaN(rest[i])) continue;
    squares += rest[i] * rest[i];
    if (i === 0 || Number.isNaN(rest[i - 1])) continue;
    products += rest[i] * rest[i - 1];
    pairs++;
  }
  const chance = pairs < MANN_KENDALL_FLOOR ? Infinity : 1.96 / Math.sqrt(pairs);
  return { memory: products / squares, chance };
}
