import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalG } from '../../analysis/global-g.ts';
import { neighboursWithin } from '../../analysis/neighbours.ts';
import vectors from '../fixtures/vectors.json' with { type: 'json' };

const { points, y, d } = vectors.gi;
const lists = neighboursWithin(
  { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, north]) => north) },
  d,
);
const orders = (left: readonly number[]): number[][] =>
  left.length === 0
    ? [[]]
    : left.flatMap((one, i) => orders(left.filter((_, k) => k !== i)).map((rest) => [one, ...rest]));

describe('globalG', () => {
  it('B4.1 has G and p of the six points', () => {
    const { statistic, p } = globalG(Float64Array.from(y), lists);
    expect(statistic).toBeCloseTo(0.55709779, 8);
    expect(p).toBeCloseTo(0.172936, 6);
  });

  it('has the mean and variance of all orders of the values', () => {
    const { expected, variance } = globalG(Float64Array.from(y), lists);
    const all = orders(y).map((order) => globalG(Float64Array.from(order), lists).statistic);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(expected).toBeCloseTo(mean, 12);
    expect(variance).toBeCloseTo(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length, 12);
  });

  it('does not depend on the unit of the values', () => {
    const value = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 6, maxLength: 6 }), (values) => {
        const there = globalG(Float64Array.from(values), lists);
        const other = globalG(
          Float64Array.from(values, (one) => one * 4),
          lists,
        );
        if (Number.isNaN(there.z)) expect(other.z).toBeNaN();
        else expect(other.z).toBeCloseTo(there.z, 6);
      }),
    );
  });

  it('says where it is not defined, and refuses what is no value', () => {
    expect(globalG(Float64Array.of(0, 0, 0, 0, 0, 3), lists).warnings).toEqual([
      { code: 'not_defined', value: 6 },
    ]);
    expect(globalG(new Float64Array(6).fill(4), lists).warnings).toEqual([
      { code: 'no_variation', value: 6 },
    ]);
    expect(() => globalG(Float64Array.of(1, 2, 3, 4, 5, -1), lists)).toThrow(/-1/);
    expect(() => globalG(Float64Array.of(1, 2), lists)).toThrow(/2 values/);
  });
});
