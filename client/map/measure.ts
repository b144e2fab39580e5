import turfArea from '@turf/area';
import turfBuffer from '@turf/buffer';
import turfLength from '@turf/length';
import type { Feature, Geometry, GeometryCollection, Polygon } from 'geojson';
import type { DrawnGeometry } from './draw-tool.ts';

export interface Measures {
  /** Metres: of a line, or round a polygon. */
  readonly length: number | null;
  /** Square metres. */
  readonly area: number | null;
}

const feature = <Shape extends Geometry>(geometry: Shape): Feature<Shape> => ({
  type: 'Feature',
  geometry,
  properties: {},
});

export function measure(geometry: Geometry): Measures {
  if (geometry.type === 'Point') return { length: null, area: null };
  const length = turfLength(feature(geometry), { units: 'meters' });
  const area = geometry.type === 'LineString' ? null : turfArea(geometry);
  return { length, area };
}

/** The shape widened by metres on every side; null when nothing is left of it. */
export function widen(shape: DrawnGeometry, metres: number): Polygon | null {
  const widened = turfBuffer(feature(shape), metres, { units: 'meters', steps: 16 });
  const geometry = widened?.geometry;
  return geometry?.type === 'Polygon' ? geometry : null;
}

/** West, south, east, north of any geometry. */
export function boundsOf(geometry: Exclude<Geometry, GeometryCollection>): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') {
      box[0] = Math.min(box[0], part[0]);
      box[1] = Math.min(box[1], part[1]);
      box[2] = Math.max(box[2], part[0]);
      box[3] = Math.max(box[3], part[1]);
    } else part.forEach(visit);
  };
  visit(geometry.coordinates);
  return box;
}
