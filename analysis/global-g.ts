/**
 * Question: do high values lie together, or low ones, over the whole region?
 * Method: general G (Getis & Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x) with binary weights: Σ w x(i) x(j) of
 * neighbours over Σ x(i) x(j) of all pairs, with mean and variance over all orders of the values.
 *
 * Assumptions: values are not negative, and zero means none; neighbours are mutual.
 * Not to conclude: where. And G and Moran's I ask different things: I is high for low values together, too; G is not.
 */
import { normalLower } from './distributions.ts';
import type { NeighbourLists } from './neighbours.ts';
import type { Warning } from './warning.ts';

export interface GlobalG {
  readonly n: number;
  readonly statistic: number;
  readonly expected: number;
  readonly variance: number;
  /** Above 0: high values together; below: low ones. */
  readonly z: number;
  /** One-sided, towards the side on which z lies, from the normal distribution. */
  readonly p: number;
  /** not_defined: all but one of `value` places are zero, or there are fewer than four. */
  readonly warnings: readonly Warning[];
}

export function globalG(values: Float64Array, lists: NeighbourLists): GlobalG {
  const n = requireInput(values, lists);
  let products = 0;
  for (let i = 0; i < n; i++)
    for (let k = lists.starts[i]; k < lists.starts[i + 1]; k++) products += values[i] * values[lists.list[k]];
  const [m1, m2, m3, m4] = [1, 2, 3, 4].map((power) => values.reduce((sum, x) => sum + x ** power, 0));
  const pairs = m1 ** 2 - m2;
  const weight = lists.list.length;
  const expected = weight / (n * (n - 1));
  if (n < 4 || !(pairs > 0) || weight === 0)
    return {
      n,
      statistic: NaN,
      expected,
      variance: NaN,
      z: NaN,
      p: NaN,
      warnings: [{ code: 'not_defined', value: n }],
    };
  const statistic = products / pairs;
  const variance = squareMean(n, weight, degreesOf(lists), [m1, m2, m3, m4]) / pairs ** 2 - expected ** 2;
  // Equal values leave nothing but rounding.
  const z = variance > 1e-14 * expected ** 2 ? (statistic - expected) / Math.sqrt(variance) : NaN;
  const p = normalLower(-Math.abs(z));
  const warnings = Number.isNaN(z) ? [{ code: 'no_variation', value: n }] : [];
  return { n, statistic, expected, variance, z, p, warnings };
}

/** Mean of (Σ w x(i) x(j))² over all orders of the values; weights 0 or 1 and mutual. */
function squareMean(n: number, weight: number, degrees: Float64Array, [m1, m2, m3, m4]: number[]): number {
  const s1 = 2 * weight;
  const s2 = degrees.reduce((sum, degree) => sum + (2 * degree) ** 2, 0);
  const s0 = weight ** 2;
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0;
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0);
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0);
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0;
  const b4 = s1 - s2 + s0;
  const sum = b0 * m2 ** 2 + b1 * m4 + b2 * m1 ** 2 * m2 + b3 * m1 * m3 + b4 * m1 ** 4;
  return sum / (n * (n - 1) * (n - 2) * (n - 3));
}

function degreesOf({ starts }: NeighbourLists): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, i) => starts[i + 1] - starts[i]);
}

function requireInput(values: Float64Array, { starts }: NeighbourLists): number {
  const n = values.length;
  if (starts.length !== n + 1) throw new RangeError(`${n} values need ${n} neighbour lists`);
  for (const value of values)
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`values must be finite and not negative, got ${value}`);
  return n;
}
