import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../analysis/random.ts';
import { analysed, tableFile } from './run-analyse.ts';

describe('cg analyse scan-statistic and space-time-scan', () => {
  it('B6 has the likelihood ratios of the published zones', async () => {
    for (const [population, cases, ratio] of [
      [95249, 85, 11.577255],
      [34083, 38, 9.019716],
      [8839, 11, 3.209485],
    ]) {
      const file = tableFile([
        ['x', 'y', 'cases', 'population'],
        [0, 0, cases, population],
        [9000, 0, 552 - cases, 1_057_673 - population],
      ]);
      const { clusters, n } = await analysed('scan-statistic --permutations 99', file);
      expect(n).toBe(2);
      expect(clusters[0]).toMatchObject({ centre: 1, places: [1], cases });
      expect(clusters[0].logLikelihoodRatio).toBeCloseTo(ratio, 6);
    }
  });

  it('finds a burst in place and time', async () => {
    const random = seededRandom(8);
    const rows = Array.from({ length: 60 }, () => [
      random.integer(6) * 1000,
      random.integer(6) * 1000,
      random.integer(60),
    ]);
    for (let i = 0; i < 12; i++) rows.push([2000, 3000, 40 + (i % 3)]);
    const file = tableFile([['x', 'y', 'day'], ...rows]);
    const line = 'space-time-scan --time day --duration 7 --permutations 99';
    const { clusters, parameters } = await analysed(line, file);
    expect(clusters[0]).toMatchObject({ x: 2000, y: 3000, from: 40, to: 43, p: 0.01 });
    expect(parameters).toMatchObject({ periods: 56, step: 1, duration: 7 });
  });
});
