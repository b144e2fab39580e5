import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eTest } from '../../analysis/e-test.ts';
import { seededRandom } from '../../analysis/random.ts';
import { checkPoisson, poissonContour, poissonZ } from '../../analysis/small-counts.ts';

describe('poissonZ', () => {
  it.each([
    [4, 9, 2],
    [25, 36, 2],
    [9, 16, 2],
    [100, 80, -2.1115],
    [207, 110, -7.7988],
    [0, 4, 4],
  ])('B12 Poisson z of %d to %d', (past, current, z) => {
    expect(poissonZ(past, current).z).toBeCloseTo(z, 4);
  });

  it('says where the transformation is not steady yet', () => {
    expect(poissonZ(0, 4).warnings).toEqual([{ code: 'small_counts', value: 0 }]);
    expect(poissonZ(25, 36).warnings).toEqual([]);
  });

  it('has a p near that of the exact test, which z read as normal has not', () => {
    for (const [past, current] of [
      [100, 80],
      [25, 36],
      [60, 90],
    ])
      expect(Math.abs(poissonZ(past, current).p - eTest(past, current).p)).toBeLessThan(0.01);
    expect(poissonZ(100, 80).p).toBeCloseTo(0.1354, 3);
  });

  it('turns its sign with the order', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        expect(poissonZ(a, b).z).toBeCloseTo(-poissonZ(b, a).z, 12);
      }),
    );
  });

  it('refuses what is no count', () => {
    expect(() => poissonZ(-1, 4)).toThrow(/-1/);
    expect(() => poissonZ(1, 4.5)).toThrow(/4.5/);
  });
});

describe('poissonContour', () => {
  it('B12 contour: 25 before at a ratio of 1.2', () => {
    const { ratio, expected, low, high } = poissonContour([25, 75], [30, 90]);
    expect(ratio).toBeCloseTo(1.2, 12);
    expect([low[0], expected[0], high[0]].map((v) => v.toFixed(6))).toEqual([
      '12.000000',
      '30.000000',
      '48.000000',
    ]);
  });

  it('B12 contour: level 0 is exactly 1.5 times', () => {
    const before = Array.from({ length: 16 }, (_, i) => 2 * i);
    const { expected, classes } = poissonContour(
      before,
      before.map((count) => 1.5 * count),
    );
    before.forEach((count, i) => {
      expect(expected[i]).toBe(1.5 * count);
    });
    expect(classes.every((c) => c === 0)).toBe(true);
  });

  it('names places beyond the limits, and none below 5', () => {
    const { classes, tooFew, low, high } = poissonContour([25, 25, 4, 100, 100], [45, 2, 60, 70, 70]);
    expect(Array.from(classes)).toEqual([1, -1, 0, 0, 0]);
    expect(tooFew).toBe(1);
    expect([low[2], high[2]]).toEqual([NaN, NaN]);
  });

  it('clips at 0', () => {
    expect(poissonContour([5], [5]).low[0]).toBe(0);
  });

  it('says nothing of no places or none before', () => {
    expect(poissonContour([], []).ratio).toBeNaN();
    const { classes, tooFew } = poissonContour([0, 0], [3, 4]);
    expect(Array.from(classes)).toEqual([0, 0]);
    expect(tooFew).toBe(2);
  });

  it('refuses unequal lists and a z that is none', () => {
    expect(() => poissonContour([1], [1, 2])).toThrow(/1 and 2/);
    expect(() => poissonContour([1], [1], 0)).toThrow(/0/);
  });
});

describe('checkPoisson', () => {
  it('shows counts that look inflated with zeros to be Poisson', () => {
    const counts = [...Array(74).fill(0), ...Array(22).fill(1), ...Array(3).fill(2), 3];
    const { mean, observed, expected, warnings } = checkPoisson(counts);
    expect(mean).toBeCloseTo(0.31, 12);
    expect(Array.from(observed)).toEqual([74, 22, 3, 1]);
    expect(expected[0]).toBeCloseTo(100 * Math.exp(-0.31), 9);
    expect(expected[1]).toBeCloseTo(31 * Math.exp(-0.31), 9);
    expect(warnings).toEqual([]);
  });

  it('has variance over n - 1 and its ratio to the mean', () => {
    expect(checkPoisson([2, 4, 6])).toMatchObject({ mean: 4, variance: 4, dispersion: 1 });
    expect(checkPoisson([3]).variance).toBeNaN();
  });

  it('adds up to the number of counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 80 }), (counts) => {
        const { observed, expected, n } = checkPoisson(counts);
        expect(observed.reduce((a, b) => a + b)).toBe(n);
        expect(expected.reduce((a, b) => a + b)).toBeCloseTo(n, 6);
      }),
    );
  });

  it('tells clustered and too even counts from chance', () => {
    const random = seededRandom(5);
    const clustered = Array.from({ length: 200 }, () => (random.next() < 0.1 ? 20 : 0));
    expect(checkPoisson(clustered).warnings[0].code).toBe('clustered');
    expect(checkPoisson(Array(50).fill(4)).warnings).toEqual([{ code: 'too_even', value: 0 }]);
    expect(checkPoisson([1, 2, 3]).warnings).toEqual([{ code: 'few_counts', value: 3 }]);
  });

  it('works on zeros alone and refuses nothing at all', () => {
    expect(Array.from(checkPoisson([0, 0]).observed)).toEqual([2]);
    expect(() => checkPoisson([])).toThrow(RangeError);
    expect(() => checkPoisson([1.5])).toThrow(/1.5/);
  });
});
