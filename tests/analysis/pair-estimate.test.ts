import { describe, expect, it } from 'vitest';
import type { Metric } from '../../analysis/knox-pairs.ts';
import { estimatePairs } from '../../analysis/pair-estimate.ts';
import { seededRandom } from '../../analysis/random.ts';

function scatter(n: number) {
  const random = seededRandom(2);
  const at = (i: number) => (i % 3 === 0 ? 500 + 60 * random.normal() : 3000 * random.next());
  return {
    x: Float64Array.from({ length: n }, (_, i) => at(i)),
    y: Float64Array.from({ length: n }, (_, i) => at(i)),
  };
}

function pairsWithin({ x, y }: ReturnType<typeof scatter>, reach: number, metric: Metric): number {
  let pairs = 0;
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.abs(x[i] - x[j]), Math.abs(y[i] - y[j])];
      if ((metric === 'manhattan' ? dx + dy : Math.hypot(dx, dy)) < reach) pairs++;
    }
  return pairs;
}

describe('estimatePairs', () => {
  it.each(['manhattan', 'euclidean'] as const)('is exact for a few incidents (%s)', (metric) => {
    const points = scatter(700);
    expect(estimatePairs(points, 200, metric).pairs).toBe(pairsWithin(points, 200, metric));
  });

  it('is near for many', () => {
    const points = scatter(9000);
    const truth = pairsWithin(points, 150, 'manhattan');
    expect(estimatePairs(points, 150, 'manhattan').pairs / truth).toBeCloseTo(1, 1);
  });

  it('says how far and how many would work', () => {
    const points = scatter(900);
    const { pairs, distanceWith, incidentsWith } = estimatePairs(points, 300, 'euclidean');
    const shorter = distanceWith(pairs / 3);
    expect(pairsWithin(points, shorter, 'euclidean')).toBeLessThanOrEqual(pairs / 3);
    expect(pairsWithin(points, shorter + 3, 'euclidean')).toBeGreaterThan(pairs / 3);
    expect([distanceWith(pairs), incidentsWith(pairs), incidentsWith(pairs / 9)]).toEqual([300, 900, 300]);
  });

  it('finds none among none', () => {
    const none = estimatePairs({ x: new Float64Array(0), y: new Float64Array(0) }, 100, 'euclidean');
    expect([none.pairs, none.distanceWith(0), none.incidentsWith(0)]).toEqual([0, 100, 0]);
  });
});
