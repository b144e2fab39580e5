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

/** The value below which the share `p` of a gamma distribution with rate 1 lies. */
export function gammaQuantile(p: number, shape: number): number {
  return gammaQuantileOf(p, shape, 1);
}

/** Chance of at most `count` under a Poisson distribution; 0 for counts below 0. */
export function poissonLower(count: number, mean: number): number {
  return count < 0 ? 0 : poissonCdf(count, mean);
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
