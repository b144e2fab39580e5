/**
 * Question: how many of so many draws fall into each class?
 * Method: one binomial draw a class, of what the classes before have left; its time does not depend on the number of
 * draws. Binomial: inversion where few are expected (Kachitvichyanukul & Schmeiser 1988, doi:10.1145/42372.42381),
 * else transformed rejection (Hörmann 1993, doi:10.1080/00949659308811496, algorithm BTRS). Both are exact.
 *
 * Assumptions: weights are not negative and not all 0.
 * Not to conclude: –
 */
import type { Random } from './random.ts';

/** Expected draws below which counting up from 0 is quicker. */
const FEW = 10;

/** `draws` over classes by the share of their weights, into `counts`. */
export function multinomialDraw(
  draws: number,
  weights: Float64Array,
  random: Random,
  counts: Float64Array,
): void {
  let weight = weights.reduce((sum, own) => sum + own, 0);
  let left = draws;
  for (let k = 0; k < weights.length; k++) {
    const all = weights[k] >= weight;
    counts[k] = all ? left : binomialDraw(left, weights[k] / weight, random);
    left -= counts[k];
    weight -= weights[k];
  }
}

/** Hits among `trials` that each hit by the chance `share`. */
export function binomialDraw(trials: number, share: number, random: Random): number {
  if (trials === 0 || share <= 0) return 0;
  if (share >= 1) return trials;
  if (share > 0.5) return trials - binomialDraw(trials, 1 - share, random);
  return trials * share < FEW ? countedUp(trials, share, random) : rejected(trials, share, random);
}

function countedUp(trials: number, share: number, random: Random): number {
  const odds = share / (1 - share);
  const none = (1 - share) ** trials;
  for (;;) {
    let u = random.next();
    let chance = none;
    for (let hits = 0; hits <= trials; hits++) {
      if (u < chance) return hits;
      u -= chance;
      chance *= (odds * (trials - hits)) / (hits + 1);
    }
  }
}

function rejected(trials: number, share: number, random: Random): number {
  const spread = Math.sqrt(trials * share * (1 - share));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * share;
  const middle = trials * share + 0.5;
  const certain = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = Math.log(share / (1 - share));
  const mode = Math.floor((trials + 1) * share);
  const peak = logFactorial(mode) + logFactorial(trials - mode);
  for (;;) {
    const u = random.next() - 0.5;
    const v = random.next();
    const edge = 0.5 - Math.abs(u);
    const hits = Math.floor(((2 * a) / edge + b) * u + middle);
    if (edge >= 0.07 && v <= certain) return hits;
    if (hits < 0 || hits > trials) continue;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    const chance = peak - logFactorial(hits) - logFactorial(trials - hits) + (hits - mode) * odds;
    if (height <= chance) return hits;
  }
}

const SMALL_FACTORIALS = Float64Array.from({ length: 16 }, () => 0);
for (let k = 2; k < SMALL_FACTORIALS.length; k++) SMALL_FACTORIALS[k] = SMALL_FACTORIALS[k - 1] + Math.log(k);

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** ln k!, beyond the table by Stirling's series. */
function logFactorial(k: number): number {
  if (k < SMALL_FACTORIALS.length) return SMALL_FACTORIALS[k];
  const x = k + 1;
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
}
