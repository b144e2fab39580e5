import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hamedRao } from '../../analysis/hamed-rao.ts';
import { mannKendall } from '../../analysis/mann-kendall.ts';
import { seededRandom } from '../../analysis/random.ts';
import rainfall from '../fixtures/rainfall-bogra.json' with { type: 'json' };

/** As pyMannKendall takes them: months without a value are closed up (release 1.1). */
const closedUp = rainfall.values.filter((value) => value !== null);

/** A series in which each value takes after the one before. */
function withMemory(length: number, memory: number, seed: number, slope = 0): Float64Array {
  const random = seededRandom(seed);
  let last = 0;
  return Float64Array.from({ length }, (_, i) => {
    last = memory * last + random.normal();
    return last + slope * i;
  });
}

describe('hamedRao', () => {
  it('B10: the published result of 353 months of rainfall, three lags', () => {
    const result = hamedRao(closedUp, { lags: 3 });
    expect(result.s).toBe(-1959);
    expect(result.variance / 14226812.425138814).toBeCloseTo(1, 9);
    expect(result.z).toBeCloseTo(-0.5191093899188985, 9);
    expect(result.p).toBeCloseTo(0.603684460662274, 9);
  });

  it('B10: the published result of the same, all lags', () => {
    const result = hamedRao(closedUp, { lags: closedUp.length - 1 });
    expect(result.variance / 257403.38678462413).toBeCloseTo(1, 8);
    expect(result.z).toBeCloseTo(-3.859273515045842, 8);
    expect(result.p).toBeCloseTo(0.00011372459883540742, 9);
  });

  it('is the plain test where no lag counts', () => {
    const values = withMemory(60, 0.6, 4);
    const { correction, alike, lags, level, ...rest } = hamedRao(values, { lags: 0 });
    const { warnings, ...plain } = mannKendall(values);
    expect(rest).toMatchObject(plain);
    expect([correction, alike, lags, level]).toEqual([1, [], 0, 0.05]);
    expect(warnings.map(({ code }) => code)).toEqual(['neighbours_alike']);
    expect(rest.warnings).toEqual([]);
  });

  it('finds trends that are none about as often as it should, where the plain test does far too often', () => {
    const seeds = Array.from({ length: 400 }, (_, k) => k + 1);
    const found = (test: (values: Float64Array) => { p: number }) =>
      seeds.filter((seed) => test(withMemory(120, 0.6, seed)).p < 0.05).length / seeds.length;
    expect(found(mannKendall)).toBeGreaterThan(0.2);
    expect(found((values) => hamedRao(values))).toBeLessThan(0.15);
  });

  it('still finds a trend that is there', () => {
    expect(hamedRao(withMemory(120, 0.6, 2, 0.1)).p).toBeLessThan(0.001);
  });

  it('turns its sign when time runs backwards, and follows a stretch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 0, max: 999 }), (length, seed) => {
        const values = withMemory(length, 0.7, seed);
        const there = hamedRao(values);
        const back = hamedRao(values.toReversed());
        expect(back.s).toBeCloseTo(-there.s, 12);
        // A stretch by 4 is exact; others move the pair that Sen's slope makes equal.
        const stretched = hamedRao(values.map((value) => 4 * value));
        expect(stretched.correction).toBe(there.correction);
        expect(there.p).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps missing steps in time', () => {
    const wave = Array.from({ length: 80 }, (_, i) => Math.sin(i));
    const gaps = wave.map((value, i) => (i % 7 === 3 ? NaN : value));
    expect(hamedRao(gaps).alike).toEqual(hamedRao(wave).alike);
    expect(hamedRao(wave).alike.length).toBeGreaterThan(0);
  });

  it('leaves a correction out that is none, and says so', () => {
    const saw = Array.from({ length: 12 }, (_, i) => (i % 2) * 10 + i / 100);
    const { correction, warnings } = hamedRao(saw, { lags: 1 });
    expect(correction).toBe(1);
    expect(warnings.map(({ code }) => code)).toEqual(['correction_not_positive']);
  });

  it.each([[[]], [[4]], [[5, 5, 5, 5]], [[NaN, 2]]])('has no correction for %j', (values) => {
    const { p, warnings, ...plain } = mannKendall(values);
    expect(hamedRao(values)).toMatchObject({ ...plain, correction: 1, alike: [] });
    expect(warnings.length).toBeGreaterThan(0);
  });

  it('refuses lags and levels that are none', () => {
    expect(() => hamedRao([1, 2, 3], { lags: 1.5 })).toThrow(/lags/);
    expect(() => hamedRao([1, 2, 3], { level: 1 })).toThrow(/level/);
  });
});
