/**
 * Question: how much a step does a series rise or fall, at least and at most?
 * Method: interval of Sen's slope (Sen 1968, doi:10.1080/01621459.1968.10480934; Gilbert 1987, Statistical Methods for
 * Environmental Pollution Monitoring, 16.4 and 17.3): of the N slopes between pairs in order those at ranks (N ∓ C) / 2,
 * C = z √Var S. With the variance of a test that allows for memory or seasons the interval allows for them, too.
 *
 * Assumptions: those of the test whose variance is given; about ten values.
 * Not to conclude: that the next step changes by as much.
 */
import { normalQuantile } from './distributions.ts';

export interface SenIntervalOptions {
  /** Steps in a cycle: slopes are between values of the same season, a cycle; 1 for all pairs. */
  readonly period: number;
  /** Var S of the test. */
  readonly variance: number;
  /** 0.95 for an interval that misses the slope once in twenty. */
  readonly confidence: number;
}

/** NaN for both without a pair. */
export interface SenInterval {
  /** Slopes between pairs. */
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly parameters: SenIntervalOptions;
}

export function senInterval(values: ArrayLike<number>, options: SenIntervalOptions): SenInterval {
  const { period, variance, confidence } = options;
  if (!(Number.isInteger(period) && period >= 1))
    throw new RangeError(`period must be a whole number of steps, got ${period}`);
  if (!(variance >= 0 && Number.isFinite(variance)))
    throw new RangeError(`variance must be 0 or more, got ${variance}`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must be between 0 and 1, got ${confidence}`);
  const slopes = slopesOf(values, period).sort();
  const n = slopes.length;
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
  const at = (rank: number) => (n === 0 ? NaN : slopes[Math.min(n - 1, Math.max(0, rank - 1))]);
  const low = at(Math.round((n - reach) / 2));
  const high = at(Math.round((n + reach) / 2) + 1);
  return { n, low, high, parameters: { period, variance, confidence } };
}

function slopesOf(values: ArrayLike<number>, period: number): Float64Array {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++)
    for (let j = i + period; j < values.length; j += period) {
      const slope = ((values[j] - values[i]) * period) / (j - i);
      if (!Number.isNaN(slope)) slopes.push(slope);
    }
  return Float64Array.from(slopes);
}
