import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeDisplacement } from '../../analysis/cumulative-displacement.ts';
import { weightedDisplacement } from '../../analysis/weighted-displacement.ts';

const counts = fc.array(fc.tuple(fc.nat(90), fc.nat(90)), { minLength: 1, maxLength: 12 });

describe('cumulativeDisplacement', () => {
  it('B20.10 equals the published sums', () => {
    const result = cumulativeDisplacement([100, 109, 100], [148, 100, 100], { alpha: 0.1 });
    expect([result.treated[2], result.control[2], result.estimate[2]]).toEqual([309, 348, -39]);
    expect(result.standardError[2]).toBeCloseTo(25.632011, 6);
    expect(result.lower[2]).toBeCloseTo(-81.160907, 6);
    expect(result.upper[2]).toBeCloseTo(3.160907, 6);
    expect([result.firstOutside, result.warnings]).toEqual([0, [{ code: 'repeated_looks', value: 3 }]]);
  });

  it('ends at the difference of the whole time, scaled to its length', () => {
    fc.assert(
      fc.property(
        counts,
        fc.nat(400),
        fc.nat(400),
        fc.integer({ min: 1, max: 24 }),
        (list, t0, c0, periods) => {
          const result = cumulativeDisplacement(
            list.map(([t]) => t),
            list.map(([, c]) => c),
            { alpha: 0.05, before: { treated: t0, control: c0, periods } },
          );
          const last = list.length - 1;
          const whole = weightedDisplacement(
            { treated: [t0, result.treated[last]], control: [c0, result.control[last]] },
            { alpha: 0.05, timeWeights: [periods / list.length, 1] },
          ).total;
          expect(result.estimate[last]).toBeCloseTo(whole.estimate, 8);
          expect(result.standardError[last]).toBeCloseTo(whole.standardError, 8);
          expect(result.upper[last]).toBeCloseTo(whole.interval[1], 7);
        },
      ),
    );
  });

  it('has a wider band over planned looks, and says when there were more', () => {
    const one = cumulativeDisplacement([5, 5], [9, 9], { alpha: 0.05 });
    const planned = cumulativeDisplacement([5, 5], [9, 9], { alpha: 0.05, looks: 12 });
    expect(planned.upper[1]).toBeGreaterThan(one.upper[1]);
    expect(planned.warnings).toEqual([]);
    expect(cumulativeDisplacement([5, 5], [9, 9], { alpha: 0.05, looks: 1 }).warnings).toEqual([
      { code: 'more_looks_than_planned', value: 2 },
    ]);
  });

  it('has nothing to say about no period, and refuses uneven ones', () => {
    expect(cumulativeDisplacement([], [], { alpha: 0.05 }).firstOutside).toBe(-1);
    expect(() => cumulativeDisplacement([1], [1, 2], { alpha: 0.05 })).toThrow(/1 and 2/);
    expect(() => cumulativeDisplacement([1.5], [1], { alpha: 0.05 })).toThrow(/1.5/);
    expect(() => cumulativeDisplacement([1], [1], { alpha: 0.05, looks: 0 })).toThrow(/0/);
  });
});
