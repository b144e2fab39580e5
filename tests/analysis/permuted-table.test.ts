import { describe, expect, it } from 'vitest';
import { binomialDraws, hypergeometricDraws } from '../../analysis/count-draws.ts';
import { hypergeometricAtLeast } from '../../analysis/distributions.ts';
import { DRAWN_TOGETHER, permutedTables } from '../../analysis/permuted-table.ts';
import { seededRandom } from '../../analysis/random.ts';

describe('hypergeometricDraws', () => {
  it('draws with the chances of the distribution', () => {
    const rounds = 20_000;
    for (const [all, marked, drawn] of [
      [10, 4, 5],
      [300_000, 9000, 400],
      [50, 45, 30],
    ]) {
      const draw = hypergeometricDraws(all, seededRandom(5));
      const counts = new Map<number, number>();
      for (let k = 0; k < rounds; k++) {
        const one = draw(all, marked, drawn);
        counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      let upTo = 0;
      for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
        upTo += count;
        const chance = 1 - hypergeometricAtLeast(value + 1, all, marked, drawn);
        expect(Math.abs(upTo / rounds - chance)).toBeLessThan(4.5 * Math.sqrt(0.25 / rounds));
      }
    }
  });

  it('knows what is certain', () => {
    const draw = hypergeometricDraws(10, seededRandom(1));
    expect([draw(10, 10, 4), draw(10, 0, 4), draw(10, 3, 10), draw(10, 3, 0), draw(0, 0, 0)]).toEqual([
      4, 0, 3, 0, 0,
    ]);
  });
});

describe('binomialDraws', () => {
  it('draws with the chances of the distribution', () => {
    const rounds = 20_000;
    for (const [drawn, share] of [
      [7, 0.3],
      [300_000, 0.0004],
      [40, 0.97],
    ]) {
      const draw = binomialDraws(drawn, seededRandom(6));
      const values = Array.from({ length: rounds }, () => draw(drawn, share));
      const most = Math.max(...values);
      let chance = 0;
      let log = drawn * Math.log1p(-share);
      for (let value = 0; value <= most; value++) {
        chance += Math.exp(log);
        log += Math.log(((drawn - value) / (value + 1)) * (share / (1 - share)));
        const found = values.filter((one) => one <= value).length / rounds;
        expect(Math.abs(found - chance)).toBeLessThan(4.5 * Math.sqrt(0.25 / rounds));
      }
    }
  });

  it('knows what is certain', () => {
    const draw = binomialDraws(10, seededRandom(1));
    expect([draw(0, 0.5), draw(10, 0), draw(10, 1)]).toEqual([0, 0, 10]);
  });
});

describe('permutedTables', () => {
  /** One place is drawn as a whole, the others are dealt. */
  const own = Float64Array.of(200, 3, 0, 30, 7);
  const during = Float64Array.of(100, 10, 0, 60, 70);

  it('holds the sums of places and of periods', () => {
    expect(own[0]).toBeGreaterThan(DRAWN_TOGETHER * during.length);
    const next = permutedTables(own, during, seededRandom(2));
    for (let round = 0; round < 50; round++) {
      const table = next();
      own.forEach((sum, i) => {
        expect(table.slice(i * 5, i * 5 + 5).reduce((total, one) => total + one, 0)).toBe(sum);
      });
      during.forEach((sum, t) => {
        expect(own.reduce((total, _, i) => total + table[i * 5 + t], 0)).toBe(sum);
      });
    }
  });

  it('has mean and variance of counts dealt without putting back, drawn or dealt', () => {
    const rounds = 20_000;
    const next = permutedTables(own, during, seededRandom(3));
    const sums = new Float64Array(25);
    const squares = new Float64Array(25);
    for (let round = 0; round < rounds; round++)
      next().forEach((count, k) => {
        sums[k] += count;
        squares[k] += count * count;
      });
    own.forEach((place, i) => {
      during.forEach((period, t) => {
        const share = period / 240;
        const variance = (place * share * (1 - share) * (240 - place)) / 239;
        const mean = sums[i * 5 + t] / rounds;
        expect(Math.abs(mean - place * share)).toBeLessThanOrEqual(5 * Math.sqrt(variance / rounds));
        const found = squares[i * 5 + t] / rounds - mean * mean;
        expect(Math.abs(found - variance)).toBeLessThanOrEqual(0.08 * variance);
      });
    });
  });
});
