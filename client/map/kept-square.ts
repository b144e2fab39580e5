import type { Geometry, Polygon } from 'geojson';
import { boundsOf, squareAt } from '../../analysis/world-squares.ts';

/** Metres of a degree of latitude. */
const DEGREE = 111_320;

/** What is kept of a position that was chosen no finer than a street (125 m) or blocks (250 m): the square around it. */
export function squareKept([lon, lat]: readonly [number, number], of: 'street' | 'block_cell'): Polygon {
  const [west, south, east, north] = boundsOf(squareAt(0, lon, lat));
  if (of === 'block_cell') return box(west, south, east, north);
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  return box(
    lon < middleLon ? west : middleLon,
    lat < middleLat ? south : middleLat,
    lon < middleLon ? middleLon : east,
    lat < middleLat ? middleLat : north,
  );
}

/** A square of so many metres around its middle; without metres the position. */
export function shapeAround([lon, lat]: readonly [number, number], sideM: number | null): Geometry {
  if (sideM === null) return { type: 'Point', coordinates: [lon, lat] };
  const north = sideM / 2 / DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return box(lon - east, lat - north, lon + east, lat + north);
}

function box(west: number, south: number, east: number, north: number): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
