import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../analysis/proportions.ts';
import { bordaCount, dotVotes, placesOf, topDifference } from '../../analysis/ranking.ts';

describe('dotVotes', () => {
  it('B27 gives each group the share of its dots with the Wilson interval', () => {
    const [women, men] = dotVotes(
      [
        [12, 10, 8],
        [2, 3, 1],
      ],
      { level: 0.95 },
    );
    expect(women.shares[0]).toEqual(wilson(12, 30, { level: 0.95 }));
    expect([women.n, women.places]).toEqual([30, [1, 2, 3]]);
    expect(men).toEqual({
      n: 6,
      shares: [],
      places: [],
      shown: false,
      warnings: [{ code: 'too_few_dots', value: 6 }],
    });
  });
});

describe('bordaCount', () => {
  it('B27 counts the options below', () => {
    const { points, share, places, n } = bordaCount(
      [
        [1, 2, 3],
        [2, 1, 3],
        [1, 3, 2],
      ],
      3,
    );
    expect([...points]).toEqual([5, 3, 1]);
    expect([share[0], n]).toEqual([5 / 6, 3]);
    expect(places).toEqual([1, 2, 3]);
  });

  it('lets equal and left-out options share their points', () => {
    expect([...bordaCount([[1, 1, 0, 0]], 4).points]).toEqual([2.5, 2.5, 0.5, 0.5]);
    expect([...bordaCount([[0, 0, 0, 0]], 4).points]).toEqual([1.5, 1.5, 1.5, 1.5]);
  });

  it('hands out the same points whatever the lists', () => {
    const ballot = fc.array(fc.nat(5), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 12 }), (ballots) => {
        const sum = bordaCount(ballots, 5).points.reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(ballots.length * 10, 9);
      }),
    );
  });

  it('refuses lists of other options', () => {
    expect(() => bordaCount([[1, 2]], 3)).toThrow(/got 2/);
    expect(() => bordaCount([], 1)).toThrow(/got 1/);
    expect(() => bordaCount([[1, -2]], 2)).toThrow(/-2/);
    expect([...bordaCount([], 2).share]).toEqual([0, 0]);
  });
});

describe('topDifference', () => {
  it('B27 lays the first three of two groups side by side', () => {
    expect(topDifference(placesOf([9, 8, 7, 1, 0]), placesOf([9, 1, 0, 8, 7]))).toEqual({
      both: [0],
      onlyFirst: [1, 2],
      onlySecond: [3, 4],
    });
  });

  it('takes in who shares the last place', () => {
    expect(placesOf([5, 4, 3, 3])).toEqual([1, 2, 3, 3]);
    expect(topDifference([1, 2, 3, 3], [1, 2, 3, 4]).onlyFirst).toEqual([3]);
    expect(() => topDifference([1], [1, 2])).toThrow(/1 and 2/);
  });
});
