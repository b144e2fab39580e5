import area from '@turf/area';
import inPolygon from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import {
  districtBorder,
  HALF_HEIGHT,
  HALF_WIDTH,
  neighbourhoodAt,
  neighbourhoodBorder,
  neighbourhoods,
  onMap,
  type Plan,
} from '../../../data/demo/district.ts';

describe('the demo district', () => {
  const borders = neighbourhoods.map(neighbourhoodBorder);

  it('has eight neighbourhoods that tile it', () => {
    expect(neighbourhoods).toHaveLength(8);
    const parts = borders.reduce((sum, border) => sum + area(border), 0);
    expect(parts / area(districtBorder())).toBeCloseTo(1, 9);
  });

  it('puts every place into exactly one neighbourhood, the one its plan says', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 3000; i++) {
      const plan: Plan = [
        (2 * random.next() - 1) * (HALF_WIDTH - 1),
        (2 * random.next() - 1) * (HALF_HEIGHT - 1),
      ];
      const inside = neighbourhoods.filter((_, index) => inPolygon(onMap(plan), borders[index]));
      expect(inside, String(plan)).toHaveLength(1);
      if (inside[0] !== neighbourhoodAt(plan)) expect(nearRiver(plan), String(plan)).toBe(true);
    }
  });

  it('is about 8 by 7 km of open sea in the Atlantic', () => {
    expect(area(districtBorder()) / 1e6).toBeGreaterThan(50);
    expect(area(districtBorder()) / 1e6).toBeLessThan(60);
    for (const [lon, lat] of districtBorder().coordinates[0]) {
      expect(Math.abs(lon + 31)).toBeLessThan(0.06);
      expect(Math.abs(lat - 24)).toBeLessThan(0.06);
    }
  });

  it('knows how many people live in each neighbourhood', () => {
    for (const { population, dwellings } of neighbourhoods)
      expect(population / dwellings).toSatisfy((perHome: number) => perHome > 1 && perHome < 5);
  });

  /** The border there is a chain of straight bits, the plan a curve: up to a metre apart. */
  function nearRiver([east, north]: Plan): boolean {
    return neighbourhoodAt([east, north + 2]) !== neighbourhoodAt([east, north - 2]);
  }
});
