import { pointOnFeature } from '@turf/point-on-feature';
import type { AreaGeometry } from '../domain/geometry.ts';
import type { ImportKind, RefusalReason } from './contract.ts';
import { DEEPEST_POSITION, type GeoFeature } from './read-geojson.ts';
import { crossesItself } from './ring-crossings.ts';
import { flagBit } from './verdict.ts';

export interface RefusedShape {
  reason: RefusalReason;
  detail: string;
}

export type JudgedShape =
  | { kind: 'areas'; geometry: AreaGeometry; marks: number }
  | { kind: 'assets'; position: [number, number]; marks: number }
  | { kind: 'streets'; geometry: { type: string; coordinates: unknown }; marks: number };

type Line = number[][];

/** Whether the shape of a feature can be what it is loaded as. `name` is only put into the sentence. */
export function judgeShape(
  feature: GeoFeature,
  kind: Exclude<ImportKind, 'incidents'>,
  name: string,
): JudgedShape | RefusedShape {
  const { geometry } = feature;
  const who = name === '' ? `Feature ${feature.number}` : `“${name.slice(0, 100)}”`;
  if (geometry === null) return { reason: 'no_geometry', detail: `${who} has no shape.` };
  const outside = checkPositions(geometry.coordinates);
  if (outside) return { reason: outside, detail: `${who} has coordinates that are not degrees.` };
  if (kind === 'areas') return judgeArea(geometry, who);
  return kind === 'assets' ? judgeAsset(geometry, who) : judgeStreet(geometry, who);
}

function checkPositions(coordinates: unknown, depth = 1): RefusalReason | null {
  if (!Array.isArray(coordinates) || coordinates.length === 0 || depth > DEEPEST_POSITION)
    return 'bad_geometry';
  if (typeof coordinates[0] === 'number' || coordinates.some((part) => !Array.isArray(part))) {
    const [lon, lat] = coordinates;
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return 'bad_geometry';
    return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? 'outside_world' : null;
  }
  for (const part of coordinates) {
    const found = checkPositions(part, depth + 1);
    if (found) return found;
  }
  return null;
}

/** How many arrays lie around the numbers. */
const DEPTHS: Record<string, number> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

function isWellFormed({ type, coordinates }: { type: string; coordinates: unknown }): boolean {
  const depth = DEPTHS[type];
  return depth !== undefined && hasDepth(coordinates, depth);
}

/** Everywhere, not only at the first position. */
function hasDepth(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 1) return value.every((part) => hasDepth(part, depth - 1));
  return value.length >= 2 && value.every((part) => typeof part === 'number');
}

function judgeArea(
  geometry: { type: string; coordinates: unknown },
  who: string,
): JudgedShape | RefusedShape {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
    return { reason: 'wrong_geometry', detail: `${who} is no polygon.` };
  if (!isWellFormed(geometry)) return { reason: 'bad_geometry', detail: `${who} has a malformed outline.` };
  const area = geometry as AreaGeometry;
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  for (const rings of polygons) {
    if (rings.some((ring) => ring.length < 4))
      return { reason: 'bad_geometry', detail: `${who} has an outline of fewer than three corners.` };
    if (!rings.every(isClosed))
      return { reason: 'ring_not_closed', detail: `The outline of ${who} is not closed.` };
    if (crossesItself(rings))
      return { reason: 'crosses_itself', detail: `The outline of ${who} crosses itself.` };
  }
  return {
    kind: 'areas',
    geometry: { type: area.type, coordinates: flat(area.coordinates) } as AreaGeometry,
    marks: 0,
  };
}

/** Heights are not used. */
function flat(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  return typeof coordinates[0] === 'number' ? coordinates.slice(0, 2) : coordinates.map(flat);
}

function isClosed(ring: Line): boolean {
  const first = ring[0];
  const last = ring[ring.length - 1];
  return first[0] === last[0] && first[1] === last[1];
}

function judgeAsset(
  geometry: { type: string; coordinates: unknown },
  who: string,
): JudgedShape | RefusedShape {
  if (!isWellFormed(geometry)) return { reason: 'bad_geometry', detail: `${who} has malformed coordinates.` };
  if (geometry.type === 'Point') return point(geometry.coordinates as number[], 0);
  if (geometry.type === 'MultiPoint') {
    const points = geometry.coordinates as Line;
    return point(points[0], points.length > 1 ? flagBit('second_position_dropped') : 0);
  }
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
    return { reason: 'wrong_geometry', detail: `${who} is neither a point nor a polygon.` };
  const area = judgeArea(geometry, who);
  if ('reason' in area || area.kind !== 'areas') return area;
  return point(pointOnFeature(area.geometry).geometry.coordinates, flagBit('middle_of_shape'));
}

function point([lon, lat]: number[], marks: number): JudgedShape | RefusedShape {
  if (lon === 0 && lat === 0)
    return { reason: 'no_position', detail: 'The position is 0, 0, which stands for none.' };
  return { kind: 'assets', position: [lon, lat], marks };
}

function judgeStreet(
  geometry: { type: string; coordinates: unknown },
  who: string,
): JudgedShape | RefusedShape {
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString')
    return { reason: 'wrong_geometry', detail: `${who} is no line.` };
  if (!isWellFormed(geometry)) return { reason: 'bad_geometry', detail: `${who} has malformed coordinates.` };
  const lines =
    geometry.type === 'LineString' ? [geometry.coordinates as Line] : (geometry.coordinates as Line[]);
  if (lines.some((line) => line.length < 2))
    return { reason: 'bad_geometry', detail: `${who} has a line of one position.` };
  return {
    kind: 'streets',
    geometry: { type: geometry.type, coordinates: flat(geometry.coordinates) },
    marks: 0,
  };
}
