/**
 * Question: which periods of a series had more or fewer incidents than chance gives?
 * Method: control limits of counts with unequal exposure (u chart, Shewhart 1931; Benneyan 1998, Statistical quality
 * control methods in infection control and hospital epidemiology) with exact Poisson tails in place of mean ± z √mean,
 * which misses its level where counts are small. The expected counts follow a steady rate, or a line with a given slope, and add up to the incidents.
 * Where periods differ more than twice as much as chance makes them, as counts of a whole city do, nearly all would lie
 * outside: the limits are then widened by how much neighbouring periods differ (Laney 2002, doi:10.1081/QEN-120003555), on
 * the square-root scale.
 *
 * Assumptions: independent incidents; rates of the periods differ by the line alone. Seasons are not allowed for: compare
 * with the same season of earlier years (seasonal-band.ts).
 * Not to conclude: from one period outside that something happened: `falseAlarms` are expected. Nor from Poisson limits,
 * where `dispersion` is high, that many did: then periods differ by more than chance all along.
 */
import { normalTwoSided, poissonLower, poissonUpper } from './distributions.ts';
import type { Warning } from './warning.ts';

export interface PoissonLimitsOptions {
  /** Half width in standard deviations of the normal distribution that has the same tails. */
  readonly z: number;
  /** Change of the rate (incidents for one unit of exposure) from one period to the next; 0 for a steady rate. */
  readonly slope?: number;
  /** `auto`, the default: wider where periods differ by more than chance all along. */
  readonly width?: 'auto' | 'poisson';
}

/** One entry a period; NaN where the count is missing. */
export interface PoissonLimits {
  /** Incidents. */
  readonly n: number;
  readonly expected: Float64Array;
  /** Least and greatest count within the limits. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 above the limits, -1 below, 0 within or missing. */
  readonly classes: Int8Array;
  /** How many times as wide as Poisson limits they are. */
  readonly widening: number;
  /** Periods outside when only chance is at work. */
  readonly falseAlarms: number;
  /** Pearson's χ² over its degrees of freedom: 1 when periods differ as chance makes them; NaN when it cannot be known. */
  readonly dispersion: number;
  readonly parameters: Required<PoissonLimitsOptions>;
  /** clustered with the dispersion. */
  readonly warnings: readonly Warning[];
}

/** Twice the variance that chance gives. */
const CLUSTERED = 2;
/** The mean distance of two values of a standard normal distribution. */
const MOVING_RANGE = 2 / Math.sqrt(Math.PI);

/**
 * @param counts of the periods in order; NaN for a missing one.
 * @param exposure of each period, such as its days; positive.
 */
export function poissonLimits(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  { z, slope = 0, width = 'auto' }: PoissonLimitsOptions,
): PoissonLimits {
  requireInput(counts, exposure, z, slope);
  const size = counts.length;
  const expected = expectedCounts(counts, exposure, slope);
  const scores = expected.map((mean, k) => (mean > 0 ? (counts[k] - mean) / Math.sqrt(mean) : NaN));
  const dispersion = dispersionOf(scores, slope === 0 ? 1 : 2);
  const widening = width === 'auto' && dispersion > CLUSTERED ? Math.max(1, shortSpread(scores)) : 1;
  const tail = normalTwoSided(z) / 2;
  const [low, high] = [new Float64Array(size).fill(NaN), new Float64Array(size).fill(NaN)];
  const classes = new Int8Array(size);
  let [n, falseAlarms] = [0, 0];
  for (let k = 0; k < size; k++) {
    if (Number.isNaN(counts[k])) continue;
    const mean = expected[k];
    [low[k], high[k]] = widening > 1 ? wideLimits(mean, z * widening) : limitsOf(mean, z, tail);
    classes[k] = +(counts[k] > high[k]) - +(counts[k] < low[k]);
    falseAlarms += widening > 1 ? 2 * tail : below(low[k], mean) + above(high[k], mean);
    n += counts[k];
  }
  const warnings = dispersion > CLUSTERED ? [{ code: 'clustered', value: dispersion }] : [];
  const parameters = { z, slope, width };
  return { n, expected, low, high, classes, widening, falseAlarms, dispersion, parameters, warnings };
}

/** Pearson's χ² over its degrees of freedom. */
function dispersionOf(scores: Float64Array, fitted: number): number {
  const known = scores.filter((score) => !Number.isNaN(score));
  const freedom = known.length - fitted;
  return freedom > 0 ? known.reduce((sum, score) => sum + score * score, 0) / freedom : NaN;
}

/** Standard deviation of the scores by the steps between neighbours, which a season or a jump hardly moves. */
function shortSpread(scores: Float64Array): number {
  let [sum, steps] = [0, 0];
  for (let k = 1; k < scores.length; k++) {
    const step = Math.abs(scores[k] - scores[k - 1]);
    if (Number.isNaN(step)) continue;
    sum += step;
    steps++;
  }
  return steps > 0 ? sum / steps / MOVING_RANGE : 1;
}

function wideLimits(mean: number, z: number): [number, number] {
  const root = Math.sqrt(mean);
  return [Math.ceil(Math.max(0, root - z / 2) ** 2), Math.floor((root + z / 2) ** 2)];
}

function requireInput(counts: ArrayLike<number>, exposure: ArrayLike<number>, z: number, slope: number) {
  if (exposure.length !== counts.length)
    throw new RangeError(`every count needs an exposure, got ${counts.length} and ${exposure.length}`);
  if (!(z > 0 && Number.isFinite(z))) throw new RangeError(`z must be positive, got ${z}`);
  if (!Number.isFinite(slope)) throw new RangeError(`slope must be a number, got ${slope}`);
  for (let k = 0; k < counts.length; k++) {
    if (!Number.isNaN(counts[k]) && !(Number.isInteger(counts[k]) && counts[k] >= 0))
      throw new RangeError(`counts must be whole numbers from 0, got ${counts[k]}`);
    if (!(exposure[k] > 0 && Number.isFinite(exposure[k])))
      throw new RangeError(`exposure must be positive, got ${exposure[k]}`);
  }
}

/** The line goes through the mean rate at the mean time, and never below 0. */
function expectedCounts(counts: ArrayLike<number>, exposure: ArrayLike<number>, slope: number): Float64Array {
  let [incidents, exposed, moment] = [0, 0, 0];
  for (let k = 0; k < counts.length; k++) {
    if (Number.isNaN(counts[k])) continue;
    incidents += counts[k];
    exposed += exposure[k];
    moment += exposure[k] * k;
  }
  const expected = Float64Array.from(counts, (count, k) =>
    Number.isNaN(count)
      ? NaN
      : Math.max(0, incidents / exposed + slope * (k - moment / exposed)) * exposure[k],
  );
  const sum = expected.reduce((all, one) => all + (one > 0 ? one : 0), 0);
  return sum > 0 ? expected.map((one) => (one * incidents) / sum) : expected;
}

/** The quantiles of the two tails, looked for from where the normal distribution has them. */
function limitsOf(mean: number, z: number, tail: number): [number, number] {
  const reach = z * Math.sqrt(mean);
  let low = Math.max(0, Math.round(mean - reach));
  while (low > 0 && below(low, mean) > tail) low--;
  while (below(low + 1, mean) <= tail) low++;
  let high = Math.round(mean + reach);
  while (above(high, mean) > tail) high++;
  while (high > 0 && above(high - 1, mean) <= tail) high--;
  return [low, high];
}

/** Chance of fewer, and of more. */
const below = (count: number, mean: number): number => poissonLower(count - 1, mean);
const above = (count: number, mean: number): number => poissonUpper(count, mean);
