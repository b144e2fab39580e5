import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationQuotients } from '../../analysis/location-quotient.ts';

const level = 0.95;

describe('locationQuotients', () => {
  it('B17 equals the examples', () => {
    const region = { kind: 500, all: 10_000 };
    const { quotient, low, high, classes } = locationQuotients([30, 12], [200, 400], { level, region });
    expect(quotient[0]).toBeCloseTo(3, 12);
    expect(quotient[1]).toBeCloseTo(0.6, 12);
    // scipy.stats.binomtest(30, 200).proportion_ci(method='exact')
    expect(low[0]).toBeCloseTo(0.10354952 / 0.05, 5);
    expect(high[0]).toBeCloseTo(0.20715867 / 0.05, 5);
    expect([...classes]).toEqual([1, 0]);
  });

  it('B17 gives areas with the same rate quotients of 1.6 and 0.8', () => {
    // As Havering and Kensington & Chelsea: 40 for every 10,000 residents in both, but twice as much of all else in one.
    const [residents, kind, all] = [50_000, 200, [1250, 2500]];
    expect(kind / residents).toBe(0.004);
    const { quotient } = locationQuotients([kind, kind], all, { level, region: { kind: 1000, all: 10_000 } });
    expect([...quotient].map((value) => Number(value.toFixed(9)))).toEqual([1.6, 0.8]);
  });

  it('tests each area against the region, and corrects for all that have enough', () => {
    const region = { kind: 500, all: 10_000 };
    const { p, q } = locationQuotients([30, 12, 0], [200, 400, 19], { level, region });
    // scipy.stats.binomtest(30, 200, 0.05).pvalue, binomtest(12, 400, 0.05).pvalue
    expect(p[0]).toBeCloseTo(8.709270943980009e-8, 14);
    expect(p[1]).toBeCloseTo(0.06621086044172671, 9);
    expect(p[2]).toBeNaN();
    // Two areas are tested: the smaller p counts twice.
    expect(q[0]).toBeCloseTo(2 * p[0], 12);
    expect(q[1]).toBeCloseTo(p[1], 12);
    expect(q[2]).toBeNaN();
  });

  it('has the mean 1, weighted with all incidents', () => {
    const area = fc.tuple(fc.nat(60), fc.integer({ min: 20, max: 300 }));
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 20 }), (list) => {
        const all = list.map(([, total]) => total + 60);
        const { quotient } = locationQuotients(
          list.map(([kind]) => kind),
          all,
          { level },
        );
        const sum = all.reduce((a, b) => a + b, 0);
        const mean = all.reduce((total, count, i) => total + count * quotient[i], 0) / sum;
        if (list.some(([kind]) => kind > 0)) expect(mean).toBeCloseTo(1, 9);
        else expect(mean).toBeNaN();
      }),
    );
  });

  it('says too few below 20 incidents', () => {
    const { quotient, tooFew, warnings } = locationQuotients([5, 10], [19, 20], { level });
    expect([quotient[0], tooFew, warnings]).toEqual([NaN, 1, []]);
    expect(quotient[1]).toBeGreaterThan(1);
    expect(locationQuotients([1], [5], { level }).warnings).toEqual([
      { code: 'too_few_everywhere', value: 1 },
    ]);
  });

  it('has nothing to compare when the region has none of the kind', () => {
    const { quotient, warnings } = locationQuotients([0, 0], [40, 50], { level });
    expect([quotient[0], warnings]).toEqual([NaN, [{ code: 'none_of_the_kind', value: 90 }]]);
  });

  it('refuses more of the kind than of all', () => {
    expect(() => locationQuotients([5], [4], { level })).toThrow(/5 of 4/);
    expect(() => locationQuotients([5], [40, 3], { level })).toThrow(/1 and 2/);
  });
});
