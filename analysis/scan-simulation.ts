/**
 * Question: how would the cases lie if all had the same risk?
 * Method: multinomial draws by population, each case found in the cumulative shares through a guide table (Chen &
 * Asau 1974); or labels of cases and controls dealt anew without putting back (Fisher & Yates). Where cases are many
 * for the number of places, the number of each place is drawn at once, out of what the places before have left.
 *
 * Assumptions: as the scan statistic.
 * Not to conclude: –
 */
import { binomialDraws, hypergeometricDraws } from './count-draws.ts';
import { DRAWN_TOGETHER } from './permuted-table.ts';
import type { Random } from './random.ts';

/** Cases by place for one simulation after the other; the array is used again. */
export type NextCases = () => Int32Array;

/** `total` cases over the places, each by the share of its weight. */
export function spreadCases(weight: Float64Array, total: number, random: Random): NextCases {
  const n = weight.length;
  if (total >= DRAWN_TOGETHER * n) return spreadPlaceByPlace(weight, total, random);
  const upTo = Float64Array.from(weight);
  for (let i = 1; i < n; i++) upTo[i] += upTo[i - 1];
  const all = n > 0 ? upTo[n - 1] : 0;
  const guides = 2 * n;
  const guide = new Uint32Array(guides);
  for (let g = 0, i = 0; g < guides; g++) {
    while (i < n - 1 && upTo[i] <= (g / guides) * all) i++;
    guide[g] = i;
  }
  const cases = new Int32Array(n);
  return () => {
    cases.fill(0);
    if (n === 0) return cases;
    for (let k = 0; k < total; k++) {
      const u = random.next();
      let place = guide[Math.floor(u * guides)];
      while (place < n - 1 && upTo[place] <= u * all) place++;
      cases[place]++;
    }
    return cases;
  };
}

function spreadPlaceByPlace(weight: Float64Array, total: number, random: Random): NextCases {
  const draw = binomialDraws(total, random);
  // Sums from the end: what is left for a place and all after it, without the errors of taking away.
  const from = Float64Array.from(weight);
  for (let i = weight.length - 2; i >= 0; i--) from[i] += from[i + 1];
  const cases = new Int32Array(weight.length);
  return () => {
    let left = total;
    for (let i = 0; i < weight.length; i++) {
      cases[i] = from[i] > 0 ? draw(left, weight[i] / from[i]) : 0;
      left -= cases[i];
    }
    return cases;
  };
}

function dealPlaceByPlace(weight: Float64Array, total: number, random: Random): NextCases {
  const all = weight.reduce((sum, own) => sum + own, 0);
  const draw = hypergeometricDraws(all, random);
  const cases = new Int32Array(weight.length);
  return () => {
    let pool = all;
    let left = total;
    for (let i = 0; i < weight.length; i++) {
      cases[i] = draw(pool, weight[i], left);
      pool -= weight[i];
      left -= cases[i];
    }
    return cases;
  };
}

/** `total` of all individuals are cases; each place has `weight` individuals. */
export function shuffledCases(weight: Float64Array, total: number, random: Random): NextCases {
  const all = weight.reduce((sum, own) => sum + own, 0);
  if (Math.min(total, all - total) >= DRAWN_TOGETHER * weight.length)
    return dealPlaceByPlace(weight, total, random);
  const placeOf = new Uint16Array(all);
  for (let i = 0, k = 0; i < weight.length; i++) {
    placeOf.fill(i, k, k + weight[i]);
    k += weight[i];
  }
  const cases = new Int32Array(weight.length);
  // Dealing the rarer of the two labels is less work.
  const few = Math.min(total, all - total);
  const sign = few === total ? 1 : -1;
  return () => {
    if (sign > 0) cases.fill(0);
    else for (let i = 0; i < weight.length; i++) cases[i] = weight[i];
    for (let k = 0; k < few; k++) {
      const j = k + random.integer(all - k);
      const place = placeOf[j];
      placeOf[j] = placeOf[k];
      placeOf[k] = place;
      cases[place] += sign;
    }
    return cases;
  };
}
