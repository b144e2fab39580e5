import { cellOutlines, type PlacedGrid } from '../../analysis/grid.ts';
import type { Bounds } from '../domain/geometry.ts';

/** Bounds of these cells in degrees. */
export function cellBounds(grid: PlacedGrid, cells: ArrayLike<number>): Bounds {
  const { lon, lat } = cellOutlines(grid, cells);
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    bounds[0] = Math.min(bounds[0], lon[i]);
    bounds[1] = Math.min(bounds[1], lat[i]);
    bounds[2] = Math.max(bounds[2], lon[i]);
    bounds[3] = Math.max(bounds[3], lat[i]);
  }
  return bounds;
}
