import { convexHull } from '../../../analysis/convex-hull.ts';
import type { Concern } from '../../api/concerns.ts';

/** Metres of a degree of latitude. */
const DEGREE = 111_320;
/** A place that is marked exactly is given this much room on each side. */
const ROOM_M = 125;

export interface AreaOfPlaces {
  type: 'Polygon';
  coordinates: [number, number][][];
}

/** The convex outline of the squares the concerns lie in; null when none tells a place. */
export function areaAround(concerns: readonly Pick<Concern, 'position' | 'sideM'>[]): AreaOfPlaces | null {
  const corners = concerns.flatMap(({ position, sideM }) => {
    if (position === null) return [];
    const [lon, lat] = position;
    const north = Math.max(ROOM_M, (sideM ?? 0) / 2) / DEGREE;
    const east = north / Math.cos((lat * Math.PI) / 180);
    return [
      [lon - east, lat - north],
      [lon + east, lat - north],
      [lon + east, lat + north],
      [lon - east, lat + north],
    ];
  });
  if (corners.length === 0) return null;
  const hull = convexHull({
    x: Float64Array.from(corners, ([x]) => x),
    y: Float64Array.from(corners, ([, y]) => y),
  });
  const ring = Array.from(hull.x, (x, i): [number, number] => [x, hull.y[i]]);
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}
