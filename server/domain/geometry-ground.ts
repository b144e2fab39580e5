import type { AreaGeometry } from './geometry.ts';

/** Mean radius of the earth in metres. */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Square metres of ground, on a sphere (rings in a cylinder of equal area; edges straight in degrees). Within half a per cent
 * of the ellipsoid.
 */
export function groundOf(geometry: AreaGeometry): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let sum = 0;
  for (const [outer, ...holes] of polygons) {
    sum += ringGround(outer);
    for (const hole of holes) sum -= ringGround(hole);
  }
  return Math.max(sum, 0);
}

function ringGround(ring: readonly (readonly number[])[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [west, south] = ring[i - 1];
    const [east, north] = ring[i];
    twice += (east - west) * RADIANS * (Math.sin(south * RADIANS) + Math.sin(north * RADIANS));
  }
  return (Math.abs(twice) / 2) * RADIUS ** 2;
}
