import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MannKendall, mannKendall, seasonalMannKendall } from '../../analysis/mann-kendall.ts';
import { seededRandom } from '../../analysis/random.ts';
import rainfall from '../fixtures/rainfall-bogra.json' with { type: 'json' };

const bogra = rainfall.values.map((value) => value ?? NaN);

function equals(actual: MannKendall, expected: Partial<MannKendall>, digits: number) {
  for (const [name, value] of Object.entries(expected))
    expect(actual[name as keyof MannKendall], name).toBeCloseTo(value as number, digits);
}

/** Pairs of the same season, from the definition. */
function pairsOf(values: readonly number[], period: number): [number, number, number][] {
  const pairs: [number, number, number][] = [];
  values.forEach((early, i) => {
    values.forEach((late, j) => {
      if (j > i && (j - i) % period === 0 && !Number.isNaN(early + late))
        pairs.push([early, late, (j - i) / period]);
    });
  });
  return pairs;
}

describe('mannKendall', () => {
  it('B10.1: 1 to 10', () => {
    const result = mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    equals(result, { s: 45, variance: 125, z: 3.9354796403996297, tau: 1, slope: 1, intercept: 1 }, 12);
    expect(result.p).toBeCloseTo(8.303071e-5, 10);
  });

  it('B10.2: with ties, rising', () => {
    const result = mannKendall([3, 4, 5, 4, 6, 7, 6, 8, 9, 10, 9, 12]);
    equals(result, { s: 57, variance: 209.66666666666666, z: 3.8674377463354994 }, 10);
    equals(result, { p: 0.000109985, tau: 0.863636, slope: 0.75, intercept: 2.375 }, 6);
  });

  it('B10.3: falling', () => {
    const result = mannKendall([12, 10, 11, 9, 7, 8, 6, 6, 5, 3]);
    equals(result, { s: -40, variance: 124, z: -3.502303389522111, slope: -1 }, 10);
    expect(result.p).toBeCloseTo(0.000461254, 9);
  });

  it('B10.4: eight 5s', () => {
    const result = mannKendall([5, 5, 5, 5, 5, 5, 5, 5]);
    equals(result, { s: 0, variance: 0, z: 0, p: 1, slope: 0, intercept: 5 }, 12);
    expect(result.warnings).toEqual([{ code: 'no_variation', value: 8 }]);
  });

  it('B10.5: 353 of 360 months of rainfall', () => {
    const result = mannKendall(bogra);
    expect(result.n).toBe(353);
    equals(result, rainfall.plain, 12);
  });

  it('has the published seasonal result of the same rainfall', () => {
    const result = seasonalMannKendall(bogra, 12);
    equals(result, rainfall.seasonal, 12);
    expect(result.period).toBe(12);
  });

  it('agrees with the sums over pairs', () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -5, max: 9 }) }, fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 40 }),
        fc.constantFrom(1, 3, 7),
        (values, period) => {
          const pairs = pairsOf(values, period);
          const result = seasonalMannKendall(values, period);
          expect(result.s).toBe(pairs.reduce((sum, [a, b]) => sum + Math.sign(b - a), 0));
          const slopes = pairs.map(([a, b, steps]) => (b - a) / steps).sort((a, b) => a - b);
          if (slopes.length === 0) {
            expect(result.slope).toBeNaN();
            return;
          }
          const at = (slopes.length - 1) / 2;
          expect(result.slope).toBeCloseTo((slopes[Math.floor(at)] + slopes[Math.ceil(at)]) / 2, 10);
        },
      ),
    );
  });

  it('has the variance of S over all orders of a series with ties', () => {
    const values = [1, 2, 2, 3, 3, 3];
    const orders = (left: number[]): number[][] =>
      left.length === 0 ? [[]] : left.flatMap((v, i) => orders(left.toSpliced(i, 1)).map((o) => [v, ...o]));
    const scores = orders(values).map((order) => mannKendall(order).s);
    const square = scores.reduce((sum, s) => sum + s * s, 0) / scores.length;
    expect(mannKendall(values).variance).toBeCloseTo(square, 10);
  });

  it('turns its sign when time runs backwards, and follows shift and stretch', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 30 }), (values) => {
        const there = mannKendall(values);
        expect(mannKendall(values.toReversed()).s).toBeCloseTo(-there.s, 12);
        const stretched = mannKendall(values.map((value) => 4 * value + 7));
        expect(stretched.z).toBe(there.z);
        expect(stretched.slope).toBeCloseTo(4 * there.slope, 10);
      }),
    );
  });

  it('keeps missing steps in time', () => {
    expect(mannKendall([0, NaN, 4, 6, NaN, 10]).slope).toBe(2);
  });

  it('does not take seasons for a trend, nor hide a trend behind them', () => {
    const months = Array.from({ length: 60 }, (_, i) => 50 + 40 * Math.sin((i / 6) * Math.PI) + i / 4);
    expect(mannKendall(months).p).toBeGreaterThan(0.0001);
    expect(seasonalMannKendall(months, 12).p).toBeLessThan(1e-12);
    expect(seasonalMannKendall(months, 12).slope).toBeCloseTo(3, 10);
  });

  it('warns of memory and of few values', () => {
    const random = seededRandom(3);
    let last = 0;
    const walk = Array.from({ length: 80 }, () => {
      last += random.normal();
      return last;
    });
    const [{ code, value }] = mannKendall(walk).warnings;
    expect(code).toBe('neighbours_alike');
    expect(value).toBeGreaterThan(0.5);
    const noise = Array.from({ length: 80 }, () => random.normal());
    expect(mannKendall(noise).warnings).toEqual([]);
    expect(mannKendall([1, 5, 2]).warnings).toEqual([{ code: 'few_values', value: 3 }]);
  });

  it.each([[[]], [[4]], [[NaN, NaN]]])('has nothing to say of %j', (values) => {
    const { z, p, s, warnings } = mannKendall(values);
    expect([z, p, s]).toEqual([NaN, NaN, 0]);
    expect(warnings[0].code).toBe('few_values');
  });

  it('refuses infinite values and a period that is none', () => {
    expect(() => mannKendall([1, Infinity])).toThrow(/Infinity/);
    expect(() => seasonalMannKendall([1, 2], 0)).toThrow(/0/);
    expect(() => seasonalMannKendall([1, 2], 1.5)).toThrow(RangeError);
    expect(() => mannKendall(new Float64Array(6000))).toThrow(/6000/);
  });
});
