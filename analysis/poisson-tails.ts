/**
 * Question: how likely is a count at most so high when very many are expected?
 * Method: the chance of one count by the saddle point (Loader 2000, "Fast and accurate computation of binomial
 * probabilities", the method of R's dpois), the tail by the ratio of each chance to the one before it. No large numbers
 * are taken from each other, so that tails keep their digits: 1e-13 of the value at means of a million.
 *
 * Why not the library: @stdlib's incomplete gamma function loses digits above 1,000 (0.9753 where 0.975 is right).
 * Assumptions: incidents come independently at a steady rate.
 * Not to conclude: that a small chance tells a cause.
 */

/** Where the error of Stirling's formula is worth a series; below it the factorial itself is exact enough. */
const LEAST_SERIES = 16;
/** What a tail does not notice any more. */
const FADED = 1e-18;

/** Chance of exactly `count` where `mean` are expected; mean above 0. */
export function poissonChance(count: number, mean: number): number {
  if (count < LEAST_SERIES) return Math.exp(count * Math.log(mean) - mean) / factorial(count);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/** Chances of at most `count` and of more; together 1, and the smaller one exact. */
export function poissonTails(count: number, mean: number): { lower: number; upper: number } {
  if (count < mean) {
    const lower = poissonChance(count, mean) * sumOfRatios((i) => (count - i) / mean);
    return { lower, upper: 1 - lower };
  }
  const upper = poissonChance(count + 1, mean) * sumOfRatios((i) => mean / (count + 2 + i));
  return { lower: 1 - upper, upper };
}

/** 1 + r0 + r0 r1 + …, for ratios that fall below 1. */
function sumOfRatios(ratio: (i: number) => number): number {
  let term = 1;
  let sum = 1;
  for (let i = 0; term > FADED * sum; i++) {
    term *= ratio(i);
    sum += term;
  }
  return sum;
}

function factorial(count: number): number {
  let product = 1;
  for (let i = 2; i <= count; i++) product *= i;
  return product;
}

/** ln(n!) less Stirling's formula. */
function stirlingError(n: number): number {
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
}

/** count ln(count / mean) + mean - count, without taking large numbers from each other. */
function deviance(count: number, mean: number): number {
  const difference = count - mean;
  if (Math.abs(difference) >= 0.1 * (count + mean)) return count * Math.log(count / mean) - difference;
  const share = difference / (count + mean);
  let sum = difference * share;
  let power = 2 * count * share;
  for (let i = 3; ; i += 2) {
    power *= share * share;
    const next = sum + power / i;
    if (next === sum) return next;
    sum = next;
  }
}
