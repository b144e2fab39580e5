import { describe, expect, it } from 'vitest';
import { preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { squareAt } from '../../../analysis/world-squares.ts';
import {
  type DwellingArea,
  dwellingDensity,
  finestLevels,
  LEVEL_UNKNOWN,
} from '../../../server/domain/dwelling-floor.ts';
import { groundOf } from '../../../server/domain/geometry-ground.ts';
import { square } from '../../contract/backend-under-test.ts';

/** Degrees on the equator, where a degree is 111 km either way. */
function area(west: number, south: number, size: number, dwellings: number): DwellingArea {
  const geometry = square(west, south, size);
  return { polygon: preparePolygon(geometry), squareMetres: groundOf(geometry), dwellings };
}

function levelAt(areas: DwellingArea[], lon: number, lat: number): number {
  const { row, column } = squareAt(0, lon, lat);
  return finestLevels(areas.length > 0 ? dwellingDensity(areas) : null)(row, column);
}

describe('the finest square', () => {
  it('is 500 m where homes are not known', () => {
    expect(levelAt([], 0.5, 0.5)).toBe(LEVEL_UNKNOWN);
    expect(levelAt([area(0, 0, 0.1, 1e6)], 0.5, 0.5)).toBe(LEVEL_UNKNOWN);
  });

  it.each([
    // A tenth of a degree: 123.6 square kilometres, 1978 squares of 250 m.
    [16_500, 0],
    [15_000, 1],
    [4_100, 1],
    [3_800, 2],
    [1_030, 2],
    [950, 3],
    [1, 7],
    [0, 9],
  ])('holds eight homes when %i are spread evenly', (dwellings, level) => {
    // Wide enough around that coarse squares lie in it as well.
    const wide = area(-10, -10, 20, dwellings * 40_000);
    expect(levelAt([wide], 0.05, 0.05)).toBe(level);
  });

  it('asks the smallest of several areas', () => {
    const city = area(0, 0, 1, 10_000_000);
    const park = area(0.4, 0.4, 0.02, 0);
    expect(levelAt([city], 0.41, 0.41)).toBe(0);
    expect(levelAt([city, park], 0.41, 0.41)).toBeGreaterThan(1);
    expect(levelAt([park, city], 0.41, 0.41)).toBe(levelAt([city, park], 0.41, 0.41));
  });

  it('counts ground of which nothing is known as empty', () => {
    // On the coast: twelve homes to a square of 250 m, but the western half of this one is sea.
    const coast = dwellingDensity([area(0.0012, 0, 0.1, 12 * 1978)]);
    const shore = squareAt(0, 0.0001, 0.05);
    const inland = squareAt(0, 0.05, 0.05);
    expect(finestLevels(coast)(inland.row, inland.column)).toBe(0);
    expect(finestLevels(coast)(shore.row, shore.column)).toBe(1);
  });
});

describe('ground', () => {
  it('of a degree square on the equator is 12,364 square kilometres', () => {
    expect(groundOf(square(0, 0, 1)) / 1e6).toBeCloseTo(12_363.7, 0);
  });

  it('leaves out holes and adds parts', () => {
    const outer = square(0, 0, 1).coordinates[0];
    const hole = square(0.25, 0.25, 0.5).coordinates[0];
    const whole = groundOf({ type: 'Polygon', coordinates: [outer] });
    const open = groundOf({ type: 'Polygon', coordinates: [outer, hole] });
    expect(open / whole).toBeCloseTo(0.75, 4);
    const both = groundOf({ type: 'MultiPolygon', coordinates: [[outer, hole], [hole]] });
    expect(both).toBeCloseTo(whole, 0);
  });
});
