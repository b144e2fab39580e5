import { describe, expect, it } from 'vitest';
import { pointsInAreas } from '../../analysis/points-in-areas.ts';
import { prepareRings } from '../../analysis/prepared-polygon.ts';
import { madeAreas } from '../../bench/made-city.ts';
import { syntheticIncidents } from '../../bench/synthetic-incidents.ts';

describe('the made areas', () => {
  it('are 400 closed rings without gaps or overlaps: every incident lies in exactly one', () => {
    const { rings, people } = madeAreas();
    expect(rings).toHaveLength(400);
    expect(people).toHaveLength(400);
    for (const ring of rings) {
      expect(ring).toHaveLength(65);
      expect(ring[64]).toEqual(ring[0]);
    }
    const incidents = syntheticIncidents(20_000);
    const { times } = pointsInAreas(
      incidents,
      rings.map((ring) => [prepareRings([ring])]),
    );
    expect(new Set(times)).toEqual(new Set([1]));
  });

  it('cover the ground once: their sizes add up to it', () => {
    const sizes = madeAreas().rings.map((ring) =>
      Math.abs(ring.slice(1).reduce((sum, [x, y], k) => sum + (ring[k][0] * y - x * ring[k][1]) / 2, 0)),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(31_000 * 27_000, 0);
  });
});
