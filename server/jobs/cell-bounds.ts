import { cellOutlines, type PlacedGrid } from '../../analysis/grid.ts';
import { boxOf, type PointSet } from '../../analysis/point-set.ts';
import { type Plane, toDegrees, wrapLongitude } from '../../analysis/projection.ts';
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

/** Bounds in degrees of points in metres. */
export function boundsOfPoints(plane: Plane, points: PointSet): Bounds {
  const { minX, minY, maxX, maxY } = boxOf(points);
  const { lon, lat } = toDegrees(plane, [minX, minX, maxX, maxX], [minY, maxY, minY, maxY]);
  return [
    wrapLongitude(Math.min(lon[0], lon[1])),
    Math.min(lat[0], lat[2]),
    wrapLongitude(Math.max(lon[2], lon[3])),
    Math.max(lat[1], lat[3]),
  ];
}
