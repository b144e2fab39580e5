/**
 * Question: how many cases must a zone hold at least to reach a likelihood ratio?
 * Method: the Poisson ratio grows with the cases, so the least number is found by halving. Over the expected number it
 * is a concave curve: the ratio is jointly convex, so what does not reach a level is below the upper edge of a convex
 * set (Agarwal, McGregor, Phillips, Venkatasubramanian & Zhu 2006, doi:10.1145/1150402.1150410, bound scans by straight
 * lines alike). Between two expected numbers the straight line between its ends lies below it: what lies below the line
 * cannot reach the ratio, and sums over windows can be held against a line without looking at every window.
 *
 * Assumptions: as the scan statistic under the Poisson model.
 * Not to conclude: that what lies above the line reaches the ratio.
 */
import { poissonRatio } from './scan-likelihood.ts';

/** Halvings: what is left is below a 10^-12th. */
const STEPS = 44;

/** A number of cases (not whole) just below which `ratio` is not reached; Infinity where nothing reaches it. */
export function leastCases(expected: number, ratio: number, total: number): number {
  if (poissonRatio(total, expected, total) < ratio) return Infinity;
  // By Bennett's inequality the ratio is reached here.
  let enough = Math.min(total, expected + ratio / 3 + Math.sqrt((ratio / 3) ** 2 + 2 * expected * ratio));
  let tooFew = expected;
  for (let step = 0; step < STEPS; step++) {
    const middle = (tooFew + enough) / 2;
    if (poissonRatio(middle, expected, total) < ratio) tooFew = middle;
    else enough = middle;
  }
  return tooFew;
}

/** cases < least + slope · expected: the ratio is not reached. */
export interface Line {
  readonly least: number;
  readonly slope: number;
}

/** For zones that expect `from` to `to` and hold at most `most`. */
export function lineBelow(from: number, to: number, most: number, ratio: number, total: number): Line {
  const first = leastCases(from, ratio, total);
  if (first > most) return { least: Infinity, slope: 1 };
  const last = Math.min(total, leastCases(to, ratio, total));
  const slope = (last - first) / (to - from);
  return { least: first - slope * from, slope };
}
