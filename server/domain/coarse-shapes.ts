import { convexHull } from '../../analysis/convex-hull.ts';
import { boundsOf, squareAt } from '../../analysis/world-squares.ts';
import { LEVEL_UNKNOWN } from './dwelling-floor.ts';
import type { AreaGeometry } from './geometry.ts';

/**
 * The convex outline of the squares of 500 m that hold the corners of a shape. The outline of a cluster has its corners at
 * incidents: whoever may not see those may see that the shape lies hereabouts.
 */
export function coarseShape(geometry: AreaGeometry): AreaGeometry {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const x: number[] = [];
  const y: number[] = [];
  for (const [lon, lat] of rings.flat()) {
    const [west, south, east, north] = boundsOf(squareAt(LEVEL_UNKNOWN, lon, lat));
    x.push(west, east, east, west);
    y.push(south, south, north, north);
  }
  const hull = convexHull({ x: Float64Array.from(x), y: Float64Array.from(y) });
  const ring = Array.from(hull.x, (lon, i): [number, number] => [lon, hull.y[i]]);
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** The same record with all shapes in it coarse, wherever they stand. */
export function withCoarseShapes<Value>(value: Value): Value {
  // The shape of a record does not change, only the corners of its shapes.
  return coarsened(value) as Value;
}

function coarsened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(coarsened);
  if (isShape(value)) return coarseShape(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, coarsened(part)]));
}

function isShape(value: object): value is AreaGeometry {
  return (
    'type' in value &&
    (value.type === 'Polygon' || value.type === 'MultiPolygon') &&
    'coordinates' in value &&
    Array.isArray(value.coordinates)
  );
}
