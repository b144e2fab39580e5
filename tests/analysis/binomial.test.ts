import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialInterval, binomialTwoSided, fisherTwoSided } from '../../analysis/binomial.ts';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

function sumNotMoreLikely(chances: number[], seen: number): number {
  const bound = chances[seen] * (1 + 1e-7);
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.filter((chance) => chance <= bound).reduce((sum, chance) => sum + chance, 0) / all;
}

describe('binomialTwoSided', () => {
  it('has the p of known cases', () => {
    // R: binom.test(10, 30)$p.value, binom.test(682, 925, 0.75)$p.value
    expect(binomialTwoSided(10, 30, 0.5)).toBeCloseTo(0.09873715, 7);
    expect(binomialTwoSided(682, 925, 0.75)).toBeCloseTo(0.3824916, 6);
  });

  it('is the sum over the outcomes that are not more likely', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 99 }),
        (n, k, percent) => {
          const share = percent / 100;
          const chances = Array.from(
            { length: n + 1 },
            (_, i) => choose(n, i) * share ** i * (1 - share) ** (n - i),
          );
          const seen = Math.min(k, n);
          expect(binomialTwoSided(seen, n, share)).toBeCloseTo(sumNotMoreLikely(chances, seen), 9);
        },
      ),
    );
  });

  it('keeps its digits in the tails of a million trials', () => {
    const p = binomialTwoSided(505_000, 1_000_000, 0.5);
    expect(p).toBeGreaterThan(1e-24);
    expect(p).toBeLessThan(2e-23);
  });

  it('knows certain shares and refuses what are none', () => {
    expect([binomialTwoSided(3, 3, 1), binomialTwoSided(2, 3, 1), binomialTwoSided(0, 0, 0.4)]).toEqual([
      1, 0, 1,
    ]);
    expect(() => binomialTwoSided(4, 3, 0.5)).toThrow(/4 of 3/);
    expect(() => binomialTwoSided(1.5, 3, 0.5)).toThrow(RangeError);
    expect(() => binomialTwoSided(1, 3, 2)).toThrow(/2/);
  });
});

describe('fisherTwoSided', () => {
  it('has the p of the tea taster and of a larger table', () => {
    expect(fisherTwoSided(3, 1, 1, 3)).toBeCloseTo(0.4857142857, 9);
    // R: fisher.test(matrix(c(2, 10, 15, 3), 2))
    expect(fisherTwoSided(2, 15, 10, 3)).toBeCloseTo(0.0005367241, 9);
  });

  it('is the sum over the tables that are not more likely', () => {
    const cell = fc.nat(12);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const row = a + b;
        const chances: number[] = [];
        for (let k = 0; k <= row; k++)
          chances.push(k > a + c ? 0 : choose(a + c, k) * choose(b + d, row - k));
        const possible = chances.map((chance, k) => (row - k > b + d ? 0 : chance));
        const expected = a + b + c + d === 0 ? 1 : sumNotMoreLikely(possible, a);
        expect(fisherTwoSided(a, b, c, d)).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe('binomialInterval', () => {
  it('has the limits of known cases', () => {
    // R: binom.test(682, 925)$conf.int, binom.test(0, 10)$conf.int
    const [low, high] = binomialInterval(682, 925, 0.95);
    expect(low).toBeCloseTo(0.7076683, 6);
    expect(high).toBeCloseTo(0.7654066, 6);
    expect(binomialInterval(0, 10, 0.95)[1]).toBeCloseTo(1 - 0.025 ** 0.1, 10);
    expect(binomialInterval(0, 0, 0.95)).toEqual([0, 1]);
  });

  it('refuses a level that is none', () => {
    expect(() => binomialInterval(1, 2, 95)).toThrow(/95/);
  });
});
