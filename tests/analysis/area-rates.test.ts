import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AREA_RATE_DEFAULTS,
  areaRates,
  RATE_GIVEN,
  RATE_NO_POPULATION,
  RATE_SMALL_POPULATION,
} from '../../analysis/area-rates.ts';

describe('areaRates', () => {
  it('gives incidents per thousand with the exact interval', () => {
    const { rate, low, high, classes, regionRate } = areaRates([25, 1], [5000, 5000]);
    expect([rate[0], rate[1], regionRate]).toEqual([5, 0.2, 2.6]);
    expect(low[0]).toBeCloseTo(16.178681847829328 / 5, 8);
    expect(high[0]).toBeCloseTo(36.904931697530365 / 5, 8);
    expect([...classes]).toEqual([1, -1]);
  });

  it('guards against tiny and missing denominators', () => {
    const { rate, status, incidentsWithoutRate, n, warnings } = areaRates([9, 4, 2, 50], [12, 0, NaN, 9000]);
    expect([...status]).toEqual([RATE_SMALL_POPULATION, RATE_NO_POPULATION, RATE_NO_POPULATION, RATE_GIVEN]);
    expect([...rate.subarray(0, 3)]).toEqual([NaN, NaN, NaN]);
    expect([incidentsWithoutRate, n]).toEqual([15, 65]);
    expect(warnings).toEqual(['areas-without-population', 'areas-with-small-population']);
  });

  it('has a rate of the region that is the mean over people', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 100, max: 9000 })), { minLength: 1, maxLength: 20 }),
        (list) => {
          const people = list.map(([, population]) => population);
          const { rate, regionRate, low, high } = areaRates(
            list.map(([count]) => count),
            people,
          );
          const all = people.reduce((a, b) => a + b, 0);
          const mean = people.reduce((sum, population, i) => sum + population * rate[i], 0) / all;
          expect(mean).toBeCloseTo(regionRate, 9);
          rate.forEach((value, i) => {
            expect(low[i]).toBeLessThanOrEqual(value);
            expect(high[i]).toBeGreaterThan(value);
          });
        },
      ),
    );
  });

  it('has no rate where nobody lives and refuses what is no count', () => {
    expect(areaRates([3], [0]).warnings).toEqual(['areas-without-population', 'no-rates']);
    expect(areaRates([], []).regionRate).toBeNaN();
    expect(() => areaRates([1.5], [500])).toThrow(/1.5/);
    expect(() => areaRates([1], [-5])).toThrow(/-5/);
    expect(() => areaRates([1], [500, 4])).toThrow(/got 2/);
    expect(() => areaRates([1], [500], { ...AREA_RATE_DEFAULTS, per: 0 })).toThrow(/per must be above 0/);
  });
});
