import { describe, expect, it } from 'vitest';
import { binomialDraw, multinomialDraw } from '../../analysis/multinomial-draw.ts';
import { seededRandom } from '../../analysis/random.ts';

const DRAWS = 200_000;

/** Chances of 0 … trials hits, by the ratio of each to the one before. */
function chances(trials: number, share: number): number[] {
  const all = [(1 - share) ** trials];
  for (let hits = 0; hits < trials; hits++)
    all.push((all[hits] * (trials - hits) * share) / ((hits + 1) * (1 - share)));
  return all;
}

describe('binomialDraw', () => {
  it.each([
    [5, 0.3],
    [40, 0.1],
    [100, 0.05],
    [30, 0.5],
    [60, 0.25],
    [200, 0.4],
    [90, 0.9],
    [400, 0.03],
  ])('follows the binomial distribution of %i trials with chance %d', (trials, share) => {
    const random = seededRandom(11);
    const seen = new Float64Array(trials + 1);
    for (let k = 0; k < DRAWS; k++) seen[binomialDraw(trials, share, random)]++;
    let square = 0;
    let cells = -1;
    let rest = { expected: 0, seen: 0 };
    chances(trials, share).forEach((chance, hits) => {
      const expected = chance * DRAWS;
      if (expected < 10) rest = { expected: rest.expected + expected, seen: rest.seen + seen[hits] };
      else {
        square += (seen[hits] - expected) ** 2 / expected;
        cells++;
      }
    });
    if (rest.expected > 5) square += (rest.seen - rest.expected) ** 2 / rest.expected;
    // χ² lies 4 standard deviations above its mean once in ten thousand.
    expect(square).toBeLessThan(cells + 1 + 4.5 * Math.sqrt(2 * (cells + 1)));
    expect(rest.seen).toBeLessThan(rest.expected + 6 * Math.sqrt(rest.expected + 1));
  });

  it('has the mean and the spread of millions of trials', () => {
    const random = seededRandom(4);
    const [trials, share] = [3_000_000, 0.2];
    const drawn = Array.from({ length: 20_000 }, () => binomialDraw(trials, share, random));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean - 600_000)).toBeLessThan(4 * Math.sqrt(480_000 / drawn.length));
    expect(Math.abs(variance / 480_000 - 1)).toBeLessThan(0.05);
  });

  it('knows what is certain', () => {
    const random = seededRandom(1);
    expect([binomialDraw(0, 0.5, random), binomialDraw(9, 0, random), binomialDraw(9, 1, random)]).toEqual([
      0, 0, 9,
    ]);
  });
});

describe('multinomialDraw', () => {
  it('deals every draw, by the weights', () => {
    const random = seededRandom(6);
    const weights = Float64Array.of(70, 0, 20, 9, 1, 0);
    const counts = new Float64Array(weights.length);
    const sums = new Float64Array(weights.length);
    for (let k = 0; k < 2000; k++) {
      multinomialDraw(500, weights, random, counts);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
      counts.forEach((count, i) => {
        sums[i] += count;
      });
    }
    expect(sums[1] + sums[5]).toBe(0);
    [0.7, 0, 0.2, 0.09, 0.01].forEach((share, i) => {
      const mean = share * 1_000_000;
      expect(Math.abs(sums[i] - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean * (1 - share)));
    });
  });
});
