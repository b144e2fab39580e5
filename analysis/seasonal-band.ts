/**
 * Question: is this month unusual for the time of year?
 * Method: for each season (month, week, weekday) the mean of the earlier cycles, with limits on the square-root scale,
 * where the variance of counts is steady (Anscombe 1948, doi:10.1093/biomet/35.3-4.246), as Wheeler (2016,
 * doi:10.1177/1461355716642781) charts them: (√mean ± z/2 · √(φ (1 + 1/cycles)))². The last factor is there because the
 * mean of few years is itself uncertain; φ ≥ 1, the dispersion of the earlier counts around their seasons (Pearson's χ² over
 * its degrees of freedom), widens the band where years differ more than Poisson chance.
 *
 * Assumptions: earlier cycles tell what is usual; no lasting rise or fall between them (φ takes such a rise for noise).
 * Not to conclude: from one point outside that something happened: `falseAlarms` a cycle are expected. From points within
 * that nothing did.
 */
import { normalTwoSided } from './distributions.ts';
import type { Warning } from './warning.ts';

export interface SeasonalBandOptions {
  /** Steps in a cycle: 12 months, 52 weeks, 7 days. */
  readonly period: number;
  /** Half width of the band in standard deviations. */
  readonly z: number;
}

/** One entry a season; NaN where there is no earlier count. */
export interface SeasonalBand {
  /** Incidents in the earlier cycles. */
  readonly n: number;
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Earlier cycles behind each season. */
  readonly cycles: Float64Array;
  /** Standard score of the current count; NaN where there is none. */
  readonly scores: Float64Array;
  /** 1 above the band, -1 below, 0 within or unknown. */
  readonly classes: Int8Array;
  /** φ before it is raised to 1; NaN with a single cycle. */
  readonly dispersion: number;
  /** Points expected outside in a full cycle when nothing has changed. */
  readonly falseAlarms: number;
  readonly parameters: SeasonalBandOptions;
  /** few_cycles with the most there are; clustered with φ; small_counts with the seasons whose mean is below 5. */
  readonly warnings: readonly Warning[];
}

/** Fewer earlier cycles, and the band is little more than last year. */
export const SEASONAL_FLOOR = 3;
const SMALL_MEAN = 5;
const CLUSTERED = 2;

/**
 * @param earlier counts of whole earlier cycles, oldest first, from season 0 on; NaN for a missing one.
 * @param current counts of the cycle to judge from season 0 on, at most one cycle; NaN for a missing one.
 */
export function seasonalBand(
  earlier: ArrayLike<number>,
  current: ArrayLike<number>,
  options: SeasonalBandOptions,
): SeasonalBand {
  const { period, z } = options;
  requireInput(earlier, current, options);
  const { n, expected, cycles } = meansOf(earlier, period);
  const dispersion = dispersionOf(earlier, expected, cycles);
  // Without freedom to see it, Poisson chance is all that is known.
  const phi = dispersion > 1 ? dispersion : 1;
  const spread = cycles.map((count) => Math.sqrt(phi * (1 + 1 / count)) / 2);
  const low = expected.map((mean, s) => Math.max(0, Math.sqrt(mean) - z * spread[s]) ** 2);
  const high = expected.map((mean, s) => (Math.sqrt(mean) + z * spread[s]) ** 2);
  const scores = expected.map((mean, s) =>
    s < current.length ? (Math.sqrt(current[s]) - Math.sqrt(mean)) / spread[s] : NaN,
  );
  const classes = Int8Array.from(scores, (score) => +(score > z) - +(score < -z));
  return {
    n,
    expected,
    low,
    high,
    cycles,
    scores,
    classes,
    dispersion,
    falseAlarms: period * normalTwoSided(z),
    parameters: { period, z },
    warnings: warningsOf(expected, cycles, dispersion),
  };
}

function requireInput(
  earlier: ArrayLike<number>,
  current: ArrayLike<number>,
  { period, z }: SeasonalBandOptions,
): void {
  if (!(Number.isInteger(period) && period >= 1))
    throw new RangeError(`period must be a whole number of steps, got ${period}`);
  if (!(z > 0 && Number.isFinite(z))) throw new RangeError(`z must be positive, got ${z}`);
  if (earlier.length === 0 || earlier.length % period !== 0)
    throw new RangeError(`earlier counts must be whole cycles of ${period}, got ${earlier.length}`);
  if (current.length > period)
    throw new RangeError(`the current cycle has at most ${period} counts, got ${current.length}`);
  for (const counts of [earlier, current])
    for (let i = 0; i < counts.length; i++)
      if (!Number.isNaN(counts[i]) && !(Number.isInteger(counts[i]) && counts[i] >= 0))
        throw new RangeError(`counts must be whole numbers from 0, got ${counts[i]}`);
}

function meansOf(earlier: ArrayLike<number>, period: number) {
  const sums = new Float64Array(period);
  const cycles = new Float64Array(period);
  for (let i = 0; i < earlier.length; i++) {
    if (Number.isNaN(earlier[i])) continue;
    sums[i % period] += earlier[i];
    cycles[i % period]++;
  }
  const n = sums.reduce((sum, own) => sum + own, 0);
  return { n, cycles, expected: sums.map((sum, season) => sum / cycles[season]) };
}

function dispersionOf(earlier: ArrayLike<number>, expected: Float64Array, cycles: Float64Array): number {
  let chi = 0;
  let freedom = 0;
  for (let season = 0; season < expected.length; season++) {
    if (!(expected[season] > 0)) continue;
    freedom += cycles[season] - 1;
    for (let i = season; i < earlier.length; i += expected.length)
      if (!Number.isNaN(earlier[i])) chi += (earlier[i] - expected[season]) ** 2 / expected[season];
  }
  return freedom > 0 ? chi / freedom : NaN;
}

function warningsOf(expected: Float64Array, cycles: Float64Array, dispersion: number): Warning[] {
  const warnings: Warning[] = [];
  const most = cycles.reduce((a, b) => Math.max(a, b), 0);
  if (most < SEASONAL_FLOOR) warnings.push({ code: 'few_cycles', value: most });
  if (dispersion > CLUSTERED) warnings.push({ code: 'clustered', value: dispersion });
  const small = expected.filter((mean) => mean < SMALL_MEAN).length;
  if (small > 0) warnings.push({ code: 'small_counts', value: small });
  return warnings;
}
