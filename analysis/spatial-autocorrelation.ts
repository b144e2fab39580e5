/**
 * Question: are neighbouring places alike, over the whole region?
 * Method: Moran's I (Moran 1950, doi:10.1093/biomet/37.1-2.17) and Geary's C (Geary 1954, doi:10.2307/2986645) with
 * their moments under normality and under randomisation (Cliff & Ord 1981, Spatial Processes, p. 21 and 42-46).
 *
 * Assumptions: under randomisation every place could have had any of the values; enough places that the statistic is
 * near normal (some 30). Counts in areas of unequal population need rates, and rates unequal variances.
 * Not to conclude: where the alike places are (ask the local statistic), or why they are alike.
 */
import { normalLower } from './distributions.ts';
import type { NeighbourLists } from './neighbours.ts';

/** 'row': the weights of a place sum to 1; 'binary': each neighbour weighs 1. */
export type Weighting = 'row' | 'binary';

/** NaN where the statistic is not defined. */
export interface Autocorrelation {
  readonly n: number;
  readonly statistic: number;
  /** If values and places had nothing to do with each other. */
  readonly expected: number;
  readonly varianceNormal: number;
  readonly zNormal: number;
  readonly varianceRandom: number;
  readonly zRandom: number;
  /** One-sided, in the direction of alike neighbours (I above, C below its expectation). */
  readonly pNormal: number;
  readonly pRandom: number;
}

/** Near +1: neighbours alike; near its expectation -1 / (n - 1): no pattern. */
export function moranI(values: Float64Array, lists: NeighbourLists, weighting: Weighting): Autocorrelation {
  const { n, z, m2, kurtosis } = momentsOf(values, lists);
  const { s0, s1, s2 } = weightSums(lists, weighting);
  let products = 0;
  eachWeight(lists, weighting, (i, j, w) => {
    products += w * z[i] * z[j];
  });
  const expected = -1 / (n - 1);
  const varianceNormal = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected ** 2;
  const a = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
  const b = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  const varianceRandom = (a - b) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2;
  return judge(n, products / s0 / m2, expected, varianceNormal, varianceRandom, 1);
}

/** Below 1: neighbours alike; above: unlike. */
export function gearyC(values: Float64Array, lists: NeighbourLists, weighting: Weighting): Autocorrelation {
  const { n, z, m2, kurtosis } = momentsOf(values, lists);
  const { s0, s1, s2 } = weightSums(lists, weighting);
  let differences = 0;
  eachWeight(lists, weighting, (i, j, w) => {
    differences += w * (z[i] - z[j]) ** 2;
  });
  const statistic = ((n - 1) * differences) / (2 * s0 * n * m2);
  const varianceNormal = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0);
  const a = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * kurtosis);
  const b = ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * kurtosis)) / 4;
  const c = s0 * s0 * (n * n - 3 - (n - 1) ** 2 * kurtosis);
  const varianceRandom = (a - b + c) / (n * (n - 2) * (n - 3) * s0 * s0);
  return judge(n, statistic, 1, varianceNormal, varianceRandom, -1);
}

function judge(
  n: number,
  statistic: number,
  expected: number,
  varianceNormal: number,
  varianceRandom: number,
  alike: 1 | -1,
): Autocorrelation {
  const zNormal = (statistic - expected) / Math.sqrt(varianceNormal);
  const zRandom = (statistic - expected) / Math.sqrt(varianceRandom);
  const pNormal = normalLower(-alike * zNormal);
  const pRandom = normalLower(-alike * zRandom);
  return { n, statistic, expected, varianceNormal, zNormal, varianceRandom, zRandom, pNormal, pRandom };
}

interface Moments {
  readonly n: number;
  /** Deviations from the mean. */
  readonly z: Float64Array;
  /** Σ z² / n; NaN without variation. */
  readonly m2: number;
  readonly kurtosis: number;
}

function momentsOf(values: Float64Array, lists: NeighbourLists): Moments {
  const n = values.length;
  if (lists.starts.length !== n + 1) throw new RangeError(`${n} values need ${n} neighbour lists`);
  for (const value of values)
    if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers, got ${value}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const z = values.map((value) => value - mean);
  const varied = values.some((value) => value !== values[0]);
  const m2 = varied ? z.reduce((sum, own) => sum + own ** 2, 0) / n : NaN;
  return { n, z, m2, kurtosis: z.reduce((sum, own) => sum + own ** 4, 0) / n / m2 ** 2 };
}

function eachWeight(
  { starts, list }: NeighbourLists,
  weighting: Weighting,
  visit: (i: number, j: number, weight: number) => void,
): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    const weight = weighting === 'row' ? 1 / (starts[i + 1] - starts[i]) : 1;
    for (let k = starts[i]; k < starts[i + 1]; k++) visit(i, list[k], weight);
  }
}

/** S0 = Σ w, S1 = Σ (wij + wji)² / 2, S2 = Σi (Σj wij + Σj wji)². */
function weightSums(lists: NeighbourLists, weighting: Weighting): { s0: number; s1: number; s2: number } {
  const n = lists.starts.length - 1;
  const back = Array.from({ length: n }, () => new Map<number, number>());
  const sums = new Float64Array(n);
  let s0 = 0;
  eachWeight(lists, weighting, (i, j, w) => {
    s0 += w;
    sums[i] += w;
    sums[j] += w;
    back[j].set(i, w);
  });
  let s1 = 0;
  eachWeight(lists, weighting, (i, j, w) => {
    const other = back[i].get(j);
    // A pair that is named in one direction only is met once, one that is named in both, twice.
    s1 += other === undefined ? w * w : (w + other) ** 2 / 2;
  });
  return { s0, s1, s2: sums.reduce((sum, own) => sum + own * own, 0) };
}
