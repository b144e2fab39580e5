import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonLimits } from '../../analysis/poisson-limits.ts';
import { seededRandom } from '../../analysis/random.ts';

const ones = (size: number) => new Float64Array(size).fill(1);

function poisson(mean: number, random: { next(): number }): number {
  let count = 0;
  for (let rest = random.next(); rest > Math.exp(-mean); rest *= random.next()) count++;
  return count;
}

describe('poissonLimits', () => {
  // qpois(pnorm(-3), mean) and qpois(pnorm(3), mean) of R 4; the chance outside with scipy.stats.poisson.
  it.each([
    [[0, 1], 0, 4, 0.00017211562995584072],
    [[3, 4, 3, 3, 3], 0, 10, 0.0004971678047492582],
    [[8, 8], 1, 18, 0.0009858307759950048],
    [[42, 43, 43, 43, 42, 42, 43, 43, 43, 43], 25, 64, 0.002235591166578922],
    [[412, 412, 413, 412, 412, 413, 412, 412, 413, 412], 353, 475, 0.002456202777569542],
  ])('has the exact tails around the mean of %j', (counts, low, high, outside) => {
    const found = poissonLimits(counts, ones(counts.length), { z: 3 });
    expect(Array.from(found.low)).toEqual(counts.map(() => low));
    expect(Array.from(found.high)).toEqual(counts.map(() => high));
    expect(found.falseAlarms / counts.length).toBeCloseTo(outside, 12);
  });

  it('follows the length of the periods', () => {
    const days = [31, 28, 31, 30];
    const found = poissonLimits([62, 56, 62, 60], days, { z: 3 });
    expect(Array.from(found.expected)).toEqual([62, 56, 62, 60]);
    expect(found.dispersion).toBe(0);
  });

  it('names what lies beyond the line, and only that', () => {
    const rising = Array.from({ length: 24 }, (_, k) => 100 + 10 * k);
    const around = poissonLimits(rising, ones(24), { z: 3, slope: 10 });
    expect(Array.from(around.expected)).toEqual(rising.map((count) => expect.closeTo(count, 9)));
    expect(Array.from(around.classes)).toEqual(rising.map(() => 0));
    const flat = poissonLimits(rising, ones(24), { z: 3, width: 'poisson' });
    expect(flat.classes[0]).toBe(-1);
    expect(flat.classes[23]).toBe(1);
    expect(flat.warnings).toEqual([{ code: 'clustered', value: flat.dispersion }]);
    rising[12] = 0;
    expect(Array.from(poissonLimits(rising, ones(24), { z: 3, slope: 10 }).classes.slice(11, 14))).toEqual([
      0, -1, 0,
    ]);
  });

  it('keeps a falling line at 0 and the sum of the incidents', () => {
    const found = poissonLimits([30, 12, 3, 0, 0, 0], ones(6), { z: 3, slope: -12 });
    expect(Math.min(...found.expected)).toBe(0);
    expect(found.expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(45, 9);
  });

  it('is wider where periods differ all along, by the steps between neighbours', () => {
    // Steps of 60 and 60 around 1000: (60 / √1000) / 1.128 = 1.682.
    const uneven = Array.from({ length: 30 }, (_, k) => (k % 2 === 0 ? 970 : 1030) + (k === 20 ? 300 : 0));
    const level = uneven.reduce((sum, count) => sum + count, 0) / 30;
    const found = poissonLimits(uneven, ones(30), { z: 3 });
    const steps = 27 * 60 + 240 + 240;
    expect(found.widening).toBeCloseTo(steps / 29 / Math.sqrt(level) / 1.1283791670955126, 9);
    expect(found.high[0]).toBe(Math.floor((Math.sqrt(level) + 1.5 * found.widening) ** 2));
    expect(found.low[0]).toBe(Math.ceil((Math.sqrt(level) - 1.5 * found.widening) ** 2));
    expect(Array.from(found.classes).flatMap((side, k) => (side === 0 ? [] : [k]))).toEqual([20]);
    expect(found.falseAlarms).toBeCloseTo(30 * 0.0026997960632601866, 12);
    expect(poissonLimits(uneven, ones(30), { z: 3, width: 'poisson' }).widening).toBe(1);
    expect(poissonLimits([9, 11, 9, 11], ones(4), { z: 3 }).widening).toBe(1);
  });

  it('leaves missing periods out', () => {
    const found = poissonLimits([10, NaN, 10, 10], ones(4), { z: 3 });
    expect(found.expected[0]).toBe(10);
    expect([found.expected[1], found.low[1], found.classes[1], found.n]).toEqual([NaN, NaN, 0, 30]);
  });

  it('flags as many steady periods as it says', () => {
    const random = seededRandom(11);
    const counts = Array.from({ length: 400_000 }, () => poisson(6, random));
    const { classes, falseAlarms, dispersion } = poissonLimits(counts, ones(counts.length), { z: 2 });
    expect(Math.abs(classes.filter((side) => side !== 0).length / falseAlarms - 1)).toBeLessThan(0.03);
    expect(dispersion).toBeCloseTo(1, 1);
  });

  it('never has a count within the limits outside the tails', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        fc.constantFrom('auto' as const, 'poisson' as const),
        (counts, z, width) => {
          const { low, high, expected } = poissonLimits(counts, ones(counts.length), { z, width });
          expected.forEach((mean, k) => {
            expect(low[k]).toBeLessThanOrEqual(Math.ceil(mean));
            expect(high[k]).toBeGreaterThanOrEqual(Math.floor(mean));
          });
        },
      ),
    );
  });

  it('says little of nothing', () => {
    expect(poissonLimits([], [], { z: 3 })).toMatchObject({ n: 0, dispersion: NaN, falseAlarms: 0 });
    const none = poissonLimits([0, 0], [1, 1], { z: 3 });
    expect([none.high[0], none.classes[0], none.dispersion, none.falseAlarms]).toEqual([0, 0, NaN, 0]);
  });

  it.each([
    [[1.5], [1], { z: 3 }, /1.5/],
    [[1], [0], { z: 3 }, /got 0/],
    [[1], [1, 2], { z: 3 }, /1 and 2/],
    [[1], [1], { z: 0 }, /got 0/],
    [[1], [1], { z: 3, slope: NaN }, /NaN/],
  ])('refuses %j over %j with %j', (counts, exposure, options, message) => {
    expect(() => poissonLimits(counts, exposure, options)).toThrow(message);
  });
});
