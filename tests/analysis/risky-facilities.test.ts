import { describe, expect, it } from 'vitest';
import { riskyFacilities } from '../../analysis/risky-facilities.ts';

const options = { seed: 1, simulations: 999 } as const;
const even = [5, 4, 6, 5, 5, 4, 6, 5, 5, 5];

describe('riskyFacilities', () => {
  it('draws the J-curve, most incidents first', () => {
    const { order, counts, cumulativeShare, without, top, p } = riskyFacilities(
      [0, 3, 40, 1, 0, 2, 1, 0, 2, 1],
      options,
    );
    expect([...order.subarray(0, 4)]).toEqual([2, 1, 5, 8]);
    expect([...counts.subarray(0, 4)]).toEqual([40, 3, 2, 2]);
    expect([cumulativeShare[0], cumulativeShare[9], without]).toEqual([0.8, 1, 3]);
    expect(top.map(({ facilities, share }) => [facilities, share])).toEqual([
      [1, 0.8],
      [2, 0.86],
    ]);
    expect(top[0].byChance).toBeLessThan(0.25);
    expect(p).toBe(0.001);
  });

  it('finds nothing where all are alike, and is the same for the same seed', () => {
    const result = riskyFacilities(even, options);
    expect(result.p).toBeGreaterThan(0.5);
    expect(riskyFacilities(even, options)).toEqual(result);
  });

  it('tends to the exact p', () => {
    // 20 incidents on 5 facilities, 9 on one: every outcome counted.
    const counts = [9, 4, 3, 2, 2];
    const squares = (list: readonly number[]) => list.reduce((sum, count) => sum + count * count, 0);
    const seen = squares(counts);
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    let exact = 0;
    for (let a = 0; a <= 20; a++)
      for (let b = 0; a + b <= 20; b++)
        for (let c = 0; a + b + c <= 20; c++)
          for (let d = 0; a + b + c + d <= 20; d++) {
            const list = [a, b, c, d, 20 - a - b - c - d];
            if (squares(list) < seen) continue;
            exact += factorial(20) / list.reduce((product, count) => product * factorial(count), 1) / 5 ** 20;
          }
    const { p } = riskyFacilities(counts, { seed: 3, simulations: 20_000 });
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000));
  });

  it('takes sizes into account', () => {
    const counts = [60, 10, 10, 10, 10];
    expect(riskyFacilities(counts, options).p).toBe(0.001);
    const sizes = [6, 1, 1, 1, 1];
    expect(riskyFacilities(counts, { ...options, sizes }).p).toBeGreaterThan(0.5);
    expect(riskyFacilities([60, 30, 4, 3, 3], { ...options, sizes }).p).toBeLessThan(0.01);
  });

  it('does not judge few facilities or incidents', () => {
    expect(riskyFacilities([9, 1, 1], options)).toMatchObject({ top: [], p: NaN });
    expect(riskyFacilities([3, 1, 0, 0, 0, 0], options).warnings).toEqual([
      { code: 'few_incidents', value: 4 },
    ]);
    expect(riskyFacilities([0, 0, 0, 0, 0], options).warnings).toEqual([{ code: 'no_incidents', value: 0 }]);
    expect(riskyFacilities([], options).warnings).toEqual([
      { code: 'no_incidents', value: 0 },
      { code: 'few_facilities', value: 0 },
    ]);
  });

  it('ends when progress throws and refuses sizes that are none', () => {
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => riskyFacilities(even, { ...options, progress: stop })).toThrow('stop');
    expect(() => riskyFacilities(even, { ...options, sizes: [1] })).toThrow(/got 1/);
    expect(() => riskyFacilities([1, -1], options)).toThrow(/-1/);
  });
});
