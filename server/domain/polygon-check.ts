import { kinks } from '@turf/kinks';
import { Unusable } from '../errors.ts';
import type { AnyGeometry, AreaGeometry } from './geometry.ts';

/** Rings above this many corners are official boundaries from files, and looking for crossings would take seconds. */
const MOST_CORNERS = 5000;

/** Refuses what cannot be an area: rings that are not closed, and drawn polygons that cross themselves. */
export function checkPolygon(geometry: AreaGeometry, pointer = '/geometry'): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons) {
    if (!rings.every(isClosed)) throw refusal('ring_not_closed', NOT_CLOSED, pointer);
    const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
    if (corners <= MOST_CORNERS && crossesItself(rings)) throw refusal('polygon_crosses', CROSSES, pointer);
  }
}

const NOT_CLOSED = 'The outline is not closed: its last corner must be its first.';
const CROSSES = 'The outline crosses itself: move its corners so that no two sides cross.';

function refusal(code: string, message: string, pointer: string): Unusable {
  return new Unusable(code, message, [{ pointer, detail: message }]);
}

function isClosed(ring: readonly (readonly number[])[]): boolean {
  const first = ring[0];
  const last = ring[ring.length - 1];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

function crossesItself(rings: number[][][]): boolean {
  return kinks({ type: 'Polygon', coordinates: rings }).features.length > 0;
}

/** The same for shapes of every kind; points and lines may cross as they like. */
export function checkShape(geometry: AnyGeometry, pointer = '/geometry'): void {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') checkPolygon(geometry, pointer);
}
