import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateRatio, ratioOfRatios } from '../../analysis/rate-ratio.ts';

const level = 0.95;
const count = fc.integer({ min: 1, max: 900 });

describe('rateRatio', () => {
  it('B22.1 equals the example', () => {
    const { ratio, interval, n, warnings } = rateRatio(110, 207, { level });
    expect(ratio).toBeCloseTo(0.5314009661835749, 12);
    expect(interval[0]).toBeCloseTo(0.4216852357785187, 10);
    expect(interval[1]).toBeCloseTo(0.669662968729488, 10);
    expect([n, warnings]).toEqual([317, []]);
  });

  it('B22.3 has the logarithm and its error of the monitoring example', () => {
    const { ratio, logStandardError } = rateRatio(309, 348, { level });
    expect(Math.log(ratio)).toBeCloseTo(-0.118861, 6);
    expect(logStandardError).toBeCloseTo(0.078165, 6);
  });

  it('divides by what stands behind the counts', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, ta, tb) => {
        const { ratio, interval } = rateRatio(a, b, { level, exposure: [ta, tb] });
        expect(ratio / (a / ta / (b / tb))).toBeCloseTo(1, 10);
        expect(Math.sqrt(interval[0] * interval[1]) / ratio).toBeCloseTo(1, 10);
      }),
    );
  });

  it('adds a half to all counts when one is zero, and says so', () => {
    const { ratio, warnings } = rateRatio(0, 7, { level });
    expect(ratio).toBeCloseTo(0.5 / 7.5, 12);
    expect(warnings).toEqual([
      { code: 'half_added', value: 1 },
      { code: 'small_counts', value: 0 },
    ]);
  });

  it('says nothing about nothing and refuses what is no count', () => {
    expect(rateRatio(0, 0, { level })).toMatchObject({
      ratio: NaN,
      p: NaN,
      warnings: [{ code: 'no_incidents', value: 0 }],
    });
    expect(() => rateRatio(-1, 4, { level })).toThrow(/-1/);
    expect(() => rateRatio(1, 4, { level: 95 })).toThrow(/95/);
    expect(() => rateRatio(1, 4, { level, exposure: [0, 1] })).toThrow(/0/);
  });
});

describe('ratioOfRatios', () => {
  it('B22.2 equals the example', () => {
    const { ratio, interval, z, n } = ratioOfRatios([207, 110], [308, 318], { level });
    expect(ratio).toBeCloseTo(0.5146902439765442, 12);
    expect(interval[0]).toBeCloseTo(0.389250212461974, 10);
    expect(interval[1]).toBeCloseTo(0.6805546632052598, 10);
    expect(z).toBeCloseTo(-4.66, 3);
    expect(n).toBe(943);
  });

  it('is turned over when the areas change places', () => {
    const pair = fc.tuple(fc.nat(300), fc.nat(300));
    fc.assert(
      fc.property(pair, pair, (treated, control) => {
        fc.pre(treated[0] + treated[1] + control[0] + control[1] > 0);
        const there = ratioOfRatios(treated, control, { level });
        const back = ratioOfRatios(control, treated, { level });
        expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(back.p).toBeCloseTo(there.p, 12);
      }),
    );
  });
});
