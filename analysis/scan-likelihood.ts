/**
 * Question: how much better is the data explained when the rate inside a zone is its own?
 * Method: logarithm of the likelihood ratio under the Poisson and the Bernoulli model (Kulldorff 1997,
 * doi:10.1080/03610929708831995), 0 where the rate inside is not higher. It is never more than the chi-square
 * statistic of the same table, (cases - expected)² · weight, which takes no logarithm and so tells first whether it
 * can matter.
 *
 * Assumptions: the number of cases in all is given.
 * Not to conclude: significance; the largest of many ratios is large by chance, too.
 */

/** More than by rounding. */
const MORE = 1 + 1e-12;

/** `expected` cases in the zone out of `total` in all. */
export function poissonRatio(cases: number, expected: number, total: number): number {
  if (!(cases > expected * MORE)) return 0;
  return part(cases, expected) + part(total - cases, total - expected);
}

/** `size` cases and controls in the zone out of `all`. */
export function bernoulliRatio(cases: number, size: number, total: number, all: number): number {
  const share = total / all;
  if (!(cases > size * share * MORE)) return 0;
  const outside = all - size;
  return (
    part(cases, size * share) +
    part(size - cases, size * (1 - share)) +
    part(total - cases, outside * share) +
    part(outside - (total - cases), outside * (1 - share))
  );
}

/** Chi-square weight of (cases - expected)² for the Poisson model. */
export function poissonWeight(expected: number, total: number): number {
  return total / (expected * (total - expected));
}

/** The same for the Bernoulli model. */
export function bernoulliWeight(size: number, total: number, all: number): number {
  const expected = (size * total) / all;
  return 1 / expected + 1 / (size - expected) + 1 / (total - expected) + 1 / (all - size - total + expected);
}

/** Rate inside against the rate outside. */
export function relativeRisk(cases: number, expected: number, total: number): number {
  return cases / expected / ((total - cases) / (total - expected));
}

function part(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}
