import { describe, expect, it } from 'vitest';
import { type DensityResult, extentOf, peaksOf } from '../../../../client/map/results/kernel-density.ts';

/** Four columns and three rows of 100 m, numbered from the lower left. */
function surface(value: number[], cell = value.map((_, i) => i)): DensityResult {
  const plane = { lon: 10, lat: 50 };
  const grid = { shape: 'square' as const, cell: 100, x0: 0, y0: 0, columns: 4, rows: 3, plane };
  return {
    grid,
    cell,
    count: value.map(() => 1),
    value: Float64Array.from(value),
    maximum: Math.max(...value),
    weight: 'count',
  };
}

describe('the peaks of a density', () => {
  it('are the cells that no neighbour reaches, the densest first', () => {
    const result = surface([5, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 9]);
    expect(peaksOf(result, 10)).toEqual([11, 0]);
    expect(peaksOf(result, 1)).toEqual([11]);
  });

  it('count a plateau once, and what is nothing not at all', () => {
    expect(peaksOf(surface([0, 0, 0, 0, 0, 7, 7, 0, 0, 0, 0, 0]), 10)).toEqual([5]);
    expect(peaksOf(surface([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 10)).toEqual([]);
  });

  it('do not reach round the edge of the grid', () => {
    // The last of one row and the first of the next are no neighbours.
    expect(peaksOf(surface([0, 0, 0, 8, 9, 0, 0, 0, 0, 0, 0, 0]), 10)).toEqual([4, 3]);
  });

  it('are found where the region leaves cells out', () => {
    expect(peaksOf(surface([3, 4, 2], [2, 7, 8]), 10)).toEqual([1, 2]);
  });
});

describe('the extent of a cell', () => {
  it('holds its middle', () => {
    const { centre, bounds } = extentOf(surface([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 5);
    const [west, south, east, north] = bounds;
    expect(centre[0]).toBeCloseTo((west + east) / 2, 12);
    expect(east - west).toBeCloseTo(100 / (111_320 * Math.cos((50 * Math.PI) / 180)), 4);
    expect(north).toBeGreaterThan(south);
  });
});
