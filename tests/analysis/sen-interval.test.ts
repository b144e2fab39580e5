import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall, seasonalMannKendall } from '../../analysis/mann-kendall.ts';
import { senInterval } from '../../analysis/sen-interval.ts';

const counts = [
  29, 36, 21, 24, 26, 27, 19, 15, 22, 20, 18, 20, 29, 17, 20, 20, 23, 15, 18, 26, 23, 27, 25, 18, 27, 17, 13,
  16, 24, 16, 12, 20, 13, 18, 18, 21,
];

describe('senInterval', () => {
  // scipy.stats.theilslopes(values, arange(n), confidence).
  it.each([
    [[3, 4, 5, 4, 6, 7, 6, 8, 9, 10, 9, 12], 0.95, 0.6, 1],
    [[12, 10, 11, 9, 7, 8, 6, 6, 5, 3], 0.95, -1, -0.6666666666666666],
    [[12, 10, 11, 9, 7, 8, 6, 6, 5, 3], 0.9, -1, -0.7142857142857143],
    [counts, 0.95, -0.3793103448275862, -0.058823529411764705],
  ])('of %j at %d is %d to %d', (values, confidence, low, high) => {
    const { variance } = mannKendall(values);
    const found = senInterval(values, { period: 1, variance, confidence });
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  it('compares within the seasons, a cycle apart', () => {
    const seasons = Array.from({ length: 36 }, (_, k) => 50 * (k % 12) + 2 * Math.floor(k / 12));
    const { variance } = seasonalMannKendall(seasons, 12);
    const found = senInterval(seasons, { period: 12, variance, confidence: 0.95 });
    expect(found).toMatchObject({ n: 36, low: 2, high: 2 });
  });

  it('holds the slope, and is wider for more memory', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) }, fc.constant(NaN)), {
          minLength: 4,
          maxLength: 40,
        }),
        fc.constantFrom(1, 3),
        (values, period) => {
          const { slope, variance } = seasonalMannKendall(values, period);
          const { low, high, n } = senInterval(values, { period, variance, confidence: 0.95 });
          if (n === 0) {
            expect([low, high]).toEqual([NaN, NaN]);
            return;
          }
          expect(low).toBeLessThanOrEqual(slope);
          expect(high).toBeGreaterThanOrEqual(slope);
          const wide = senInterval(values, { period, variance: 4 * variance, confidence: 0.95 });
          expect(wide.low).toBeLessThanOrEqual(low);
          expect(wide.high).toBeGreaterThanOrEqual(high);
        },
      ),
    );
  });

  it.each([
    [{ period: 0, variance: 1, confidence: 0.95 }, /got 0/],
    [{ period: 1, variance: -1, confidence: 0.95 }, /-1/],
    [{ period: 1, variance: 1, confidence: 1 }, /got 1/],
  ])('refuses %j', (options, message) => {
    expect(() => senInterval([1, 2], options)).toThrow(message);
  });
});
