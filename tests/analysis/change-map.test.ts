import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeMapOptions, changeMap } from '../../analysis/change-map.ts';
import { eTest } from '../../analysis/e-test.ts';
import { seededRandom } from '../../analysis/random.ts';

const options: ChangeMapOptions = {
  test: 'e-test',
  daysBefore: 28,
  daysAfter: 28,
  level: 0.05,
  correction: 'fdr',
};
const counts = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 30 });

/** Adjusted p by the definition: least p(j)·m/j over the ranks from its own on. */
function benjaminiHochberg(p: readonly number[]): number[] {
  const tests = p.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return p.map((value) =>
    Number.isNaN(value)
      ? NaN
      : Math.min(1, ...tests.map((t, j) => (t >= value ? (t * tests.length) / (j + 1) : 1))),
  );
}

describe('changeMap', () => {
  it('B8 change: counts, difference and the E-test of each place', () => {
    const map = changeMap([20, 5, 0, 0], [10, 15, 3, 0], options);
    expect(Array.from(map.change)).toEqual([-10, 10, 3, 0]);
    expect(map.p[0]).toBeCloseTo(0.068832, 6);
    expect(map.p[1]).toBeCloseTo(0.025035, 6);
    expect(map.p[2]).toBeCloseTo(0.088379, 6);
    expect(map.p[3]).toBeNaN();
    expect(map).toMatchObject({ n: 4, tested: 3, totalBefore: 25, totalAfter: 28 });
  });

  it('has the q of its definition and colours only below the level', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [before, after] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const map = changeMap(before, after, options);
        const p = pairs.map(([a, b]) => eTest(a, b).p);
        benjaminiHochberg(p).forEach((q, i) => {
          if (Number.isNaN(q)) expect(map.q[i]).toBeNaN();
          else expect(map.q[i]).toBeCloseTo(q, 9);
          expect(map.classes[i]).toBe(q < 0.05 ? Math.sign(after[i] - before[i]) : 0);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('turns about when the periods are changed over', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [before, after] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const there = changeMap(before, after, options);
        const back = changeMap(after, before, options);
        expect(Array.from(back.classes, (c) => -c + 0)).toEqual(Array.from(there.classes));
      }),
      { numRuns: 30 },
    );
  });

  it('expects more of a longer period', () => {
    const map = changeMap([50], [25], { ...options, daysBefore: 10, daysAfter: 5 });
    expect([map.expected[0], map.change[0], map.classes[0]]).toEqual([25, 0, 0]);
    expect(map.p[0]).toBeGreaterThan(0.9);
    expect(map.z[0]).toBeNaN();
  });

  it('finds the places that doubled among many that did not, with few false alarms', () => {
    const random = seededRandom(8);
    const draw = (mean: number) => Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
    const before = Array.from({ length: 1000 }, () => draw(40));
    const after = before.map((_, i) => draw(i < 50 ? 100 : 40));
    const { classes } = changeMap(before, after, options);
    expect(classes.subarray(0, 50).filter((c) => c === 1).length).toBeGreaterThan(40);
    expect(classes.subarray(50).filter((c) => c !== 0).length).toBeLessThan(10);
  });

  it('with the Poisson z: the familiar z, but the p of two counts that both vary', () => {
    const map = changeMap([25, 100, 4], [36, 80, 5], { ...options, test: 'poisson-z', correction: 'none' });
    expect(map.z[0]).toBeCloseTo(2, 12);
    expect(map.z[1]).toBeCloseTo(-2.1115, 4);
    expect(Math.abs(map.p[0] - eTest(25, 36).p)).toBeLessThan(0.01);
    expect(map.p[2]).toBeNaN();
    expect(map.q).toBe(map.p);
  });

  it('says few incidents, and works on no places', () => {
    expect(changeMap([1, 2], [3, 4], options).warnings).toEqual([{ code: 'few_incidents', value: 10 }]);
    expect(changeMap([], [], options)).toMatchObject({ n: 0, tested: 0 });
    expect(changeMap([20], [30], options).warnings).toEqual([]);
  });

  it('carries its parameters', () => {
    expect(changeMap([20], [30], { ...options, progress: () => {} }).parameters).toEqual(options);
  });

  it.each<[number[], number[], Partial<ChangeMapOptions>, RegExp]>([
    [[1, 2], [1], {}, /2 and 1/],
    [[1.5], [1], {}, /1.5/],
    [[1], [-1], {}, /-1/],
    [[1], [1], { level: 5 }, /5/],
    [[1], [1], { daysBefore: 0 }, /0/],
    [[1], [1], { test: 'poisson-z', daysAfter: 31 }, /28 and 31/],
  ])('refuses %j, %j, %o', (before, after, changed, message) => {
    expect(() => changeMap(before, after, { ...options, ...changed })).toThrow(message);
  });
});
