import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/random.ts';
import { seasonalBand } from '../../analysis/seasonal-band.ts';

const monthly = { period: 12, z: 3 };
const year = (of: number | ((month: number) => number)) =>
  Array.from({ length: 12 }, (_, month) => (typeof of === 'number' ? of : of(month)));

describe('seasonalBand', () => {
  it('has limits on the square-root scale around the mean of earlier years', () => {
    const { expected, low, high, cycles, dispersion } = seasonalBand(
      [...year(25), ...year(25), ...year(25), ...year(25)],
      [],
      monthly,
    );
    expect([expected[0], cycles[0], dispersion]).toEqual([25, 4, 0]);
    // 5 ± 3/2 · √(1 + 1/4)
    expect(low[0]).toBeCloseTo((5 - 1.5 * Math.sqrt(1.25)) ** 2, 10);
    expect(high[0]).toBeCloseTo((5 + 1.5 * Math.sqrt(1.25)) ** 2, 10);
  });

  it('compares each month with the same month', () => {
    const season = (month: number) => (month < 6 ? 100 : 20);
    const earlier = [...year(season), ...year(season), ...year(season)];
    const { classes, scores } = seasonalBand(earlier, [100, 20, 160, NaN, 100, 100, 20, 100], monthly);
    expect(Array.from(classes.subarray(0, 8))).toEqual([0, -1, 1, 0, 0, 0, 0, 1]);
    expect(scores[3]).toBeNaN();
    expect(scores[11]).toBeNaN();
  });

  it('agrees: outside the band is a score beyond z', () => {
    const counts = fc.array(fc.nat(80), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(counts, fc.array(fc.nat(120), { minLength: 12, maxLength: 12 }), (earlier, current) => {
        const { low, high, classes } = seasonalBand(earlier, current, monthly);
        current.forEach((count, month) => {
          if (count > high[month] + 1e-6) expect(classes[month]).toBe(1);
          else if (count < low[month] - 1e-6) expect(classes[month]).toBe(-1);
          else if (count < high[month] - 1e-6 && count > low[month] + 1e-6) expect(classes[month]).toBe(0);
        });
      }),
    );
  });

  it('has Pearson dispersion around the months', () => {
    const earlier = [...year(10), ...year(30)];
    const { dispersion, expected, warnings } = seasonalBand(earlier, [], monthly);
    expect(expected[0]).toBe(20);
    expect(dispersion).toBeCloseTo(10, 12);
    expect(warnings).toContainEqual({ code: 'clustered', value: 10 });
    const { high } = seasonalBand(earlier, [], monthly);
    expect(high[0]).toBeCloseTo((Math.sqrt(20) + 1.5 * Math.sqrt(10 * 1.5)) ** 2, 10);
  });

  it('keeps its false alarms when nothing changes', () => {
    const random = seededRandom(31);
    const draw = () => Math.max(0, Math.round(40 + Math.sqrt(40) * random.normal()));
    let outside = 0;
    for (let run = 0; run < 400; run++) {
      const band = seasonalBand([...year(draw), ...year(draw), ...year(draw)], year(draw), {
        period: 12,
        z: 1.96,
      });
      outside += band.classes.filter((c) => c !== 0).length;
      expect(band.falseAlarms).toBeCloseTo(0.6, 2);
    }
    expect(outside / 400).toBeGreaterThan(0.4);
    expect(outside / 400).toBeLessThan(0.8);
  });

  it('leaves out missing months, and says what is thin', () => {
    const { expected, cycles, dispersion, warnings, low } = seasonalBand(
      [NaN, ...year(2).slice(1)],
      [4],
      monthly,
    );
    expect([expected[0], low[0], cycles[0]]).toEqual([NaN, NaN, 0]);
    expect(dispersion).toBeNaN();
    expect(warnings).toEqual([
      { code: 'few_cycles', value: 1 },
      { code: 'small_counts', value: 11 },
    ]);
  });

  it.each<[number[], number[], object, RegExp]>([
    [year(1).slice(1), [], {}, /11/],
    [[], [], {}, /0/],
    [year(1), [...year(1), 1], {}, /13/],
    [year(1.5), [], {}, /1.5/],
    [year(1), [-1], {}, /-1/],
    [year(1), [], { z: 0 }, /z/],
    [year(1), [], { period: 0 }, /period/],
  ])('refuses what is no season', (earlier, current, changed, message) => {
    expect(() => seasonalBand(earlier, current, { ...monthly, ...changed })).toThrow(message);
  });
});
