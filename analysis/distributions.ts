/**
 * Question: how likely is a standard score at least this far from zero by chance?
 * Method: complementary error function (stdlib, after FreeBSD msun), so that thin tails keep their digits:
 * two-sided p of z = 12 is 3.6e-33, not 0.
 *
 * Assumptions: the score is normally distributed when there is nothing to find.
 * Not to conclude: that a tiny p measures how strong or important a pattern is.
 */
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantileOf from '@stdlib/stats-base-dists-gamma-quantile';
import hypergeometricCdf from '@stdlib/stats-base-dists-hypergeometric-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';
import { poissonChance, poissonTails } from './poisson-tails.ts';

/** Above it the library's incomplete gamma function loses digits (poisson-tails.ts). */
const LARGE = 900;
const MOST_ROUNDS = 8;

/** Chance of a value at most z under the standard normal distribution. */
export function normalLower(z: number): number {
  return normalCdf(z, 0, 1);
}

/** Two-sided p of a standard score; NaN stays NaN. */
export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}

/** The standard score below which the share `p` lies. */
export function normalQuantile(p: number): number {
  return normalQuantileOf(p, 0, 1);
}

/** The value below which the share `p` of a beta distribution lies. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  return betaQuantileOf(p, alpha, beta);
}

/**
 * The value below which the share `p` of a gamma distribution with rate 1 lies. A large one is brought to its last
 * digits by Newton's rounds, for a whole shape: it lies below x exactly when `shape` or more of a mean of x happen.
 */
export function gammaQuantile(p: number, shape: number): number {
  let x = gammaQuantileOf(p, shape, 1);
  if (!(x > LARGE && Number.isInteger(shape))) return x;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { lower, upper } = poissonTails(shape - 1, x);
    // Each tail against its own share of 1, so that a thin one keeps its digits.
    const miss = p < 0.5 ? upper - p : 1 - p - lower;
    const step = miss / poissonChance(shape - 1, x);
    x -= step;
    if (Math.abs(step) < 1e-14 * x) break;
  }
  return x;
}

/** Chance of at most `count` under a Poisson distribution; 0 for counts below 0. */
export function poissonLower(count: number, mean: number): number {
  if (count < 0) return 0;
  return mean > LARGE ? poissonTails(count, mean).lower : poissonCdf(count, mean);
}

/** Chance of more than `count` under a Poisson distribution; 1 for counts below 0. */
export function poissonUpper(count: number, mean: number): number {
  if (count < 0) return 1;
  return mean > LARGE ? poissonTails(count, mean).upper : 1 - poissonCdf(count, mean);
}

/**
 * Chance of at least `count` marked ones among `draws` of `total` of which `marked` are marked, without putting back.
 * Asked as the chance of few unmarked ones, so that thin tails keep their digits.
 */
export function hypergeometricAtLeast(count: number, total: number, marked: number, draws: number): number {
  if (count <= Math.max(0, draws + marked - total)) return 1;
  // Marked and drawn may change places; with the fewer of them drawn the sum is short.
  const few = Math.min(marked, draws);
  return hypergeometricCdf(few - count, total, total - Math.max(marked, draws), few);
}
