/**
 * Question: how many of the drawn are marked, when some are drawn from many, with or without putting back?
 * Method: inversion of one uniform number, the outcomes taken outwards from the likeliest, each chance from the one
 * beside it (Kachitvichyanukul & Schmeiser 1985, doi:10.1080/00949658508810839, name it HIN; from the mode here). Work
 * grows with the standard deviation. Logarithms of factorials lie in a table.
 *
 * Assumptions: chances below 2^-32, the resolution of the uniform number, do not occur.
 * Not to conclude: –
 */
import type { Random } from './random.ts';

/** @returns how many of `drawn` out of `all` are among the `marked`. All three are whole numbers. */
export type HypergeometricDraw = (all: number, marked: number, drawn: number) => number;

/** @param most of which draws are made at most. */
export function hypergeometricDraws(most: number, random: Random): HypergeometricDraw {
  const factorial = logFactorials(most);
  return (all, marked, drawn) => {
    const unmarked = all - marked;
    const least = drawn > unmarked ? drawn - unmarked : 0;
    const largest = drawn < marked ? drawn : marked;
    if (least === largest) return least;
    const mode = Math.floor(((drawn + 1) * (marked + 1)) / (all + 2));
    const beyond = unmarked - drawn;
    const chance = Math.exp(
      factorial[marked] -
        factorial[mode] -
        factorial[marked - mode] +
        factorial[unmarked] -
        factorial[drawn - mode] -
        factorial[beyond + mode] -
        factorial[all] +
        factorial[drawn] +
        factorial[all - drawn],
    );
    let left = random.next() - chance;
    let [up, down] = [mode, mode];
    let [upper, lower] = [chance, chance];
    while (left >= 0) {
      if (up < largest) {
        upper *= ((marked - up) * (drawn - up)) / ((up + 1) * (beyond + up + 1));
        up++;
        left -= upper;
        if (left < 0) return up;
      }
      if (down > least) {
        lower *= (down * (beyond + down)) / ((marked - down + 1) * (drawn - down + 1));
        down--;
        left -= lower;
        if (left < 0) return down;
      }
      // What rounding leaves over when every outcome was taken.
      if (up === largest && down === least) return mode;
    }
    return mode;
  };
}

/** @returns how many of `drawn` are marked, each with the chance `share`. */
export type BinomialDraw = (drawn: number, share: number) => number;

export function binomialDraws(most: number, random: Random): BinomialDraw {
  const factorial = logFactorials(most);
  return (drawn, share) => {
    if (drawn === 0 || share <= 0) return 0;
    if (share >= 1) return drawn;
    const odds = share / (1 - share);
    const mode = Math.min(drawn, Math.floor((drawn + 1) * share));
    const chance = Math.exp(
      factorial[drawn] -
        factorial[mode] -
        factorial[drawn - mode] +
        mode * Math.log(share) +
        (drawn - mode) * Math.log1p(-share),
    );
    let left = random.next() - chance;
    let [up, down] = [mode, mode];
    let [upper, lower] = [chance, chance];
    while (left >= 0) {
      if (up < drawn) {
        upper *= ((drawn - up) / (up + 1)) * odds;
        up++;
        left -= upper;
        if (left < 0) return up;
      }
      if (down > 0) {
        lower *= down / ((drawn - down + 1) * odds);
        down--;
        left -= lower;
        if (left < 0) return down;
      }
      if (up === drawn && down === 0) return mode;
    }
    return mode;
  };
}

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let k = 2; k <= most; k++) logs[k] = logs[k - 1] + Math.log(k);
  return logs;
}
