/**
 * Question: where are the points, how far do they spread?
 * Method: mean centre and standard distance (Bachi 1963, Papers of the Regional Science Association 10, 83-132),
 * bounding box. The middle of positions is the middle of their box, measured from the first of them, so that the
 * 180th meridian is no edge.
 *
 * Assumptions: x and y are metres of one plane.
 * Not to conclude: that anything happened at the mean centre.
 */
import { DEGREE, FLAG_UNLOCATED, type IncidentColumns, MISSING } from './incident-columns.ts';
import { type Plane, type PlanePoints, toPlane } from './projection.ts';

/** Points in metres, structure of arrays. */
export type PointSet = PlanePoints;

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Rows of `rows` that have a position, in their order. */
export function locatedRows(columns: IncidentColumns, rows: Uint32Array): Uint32Array {
  const located = new Uint32Array(rows.length);
  let size = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (columns.lon[row] === MISSING || (columns.flags[row] & FLAG_UNLOCATED) !== 0) continue;
    located[size++] = row;
  }
  return located.subarray(0, size);
}

/** Stored positions of located rows as points of the plane. */
export function pointsOf(columns: IncidentColumns, rows: Uint32Array, plane: Plane): PointSet {
  const lon = new Int32Array(rows.length);
  const lat = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    lon[i] = columns.lon[rows[i]];
    lat[i] = columns.lat[rows[i]];
  }
  return toPlane(plane, lon, lat, DEGREE);
}

/** Centre of the plane for these positions, rounded to 10^-4 degrees; null for none. `degree` as in `toPlane`. */
export function middleOf(lon: ArrayLike<number>, lat: ArrayLike<number>, degree = 1): Plane | null {
  if (lon.length === 0) return null;
  const first = lon[0];
  const half = 180 * degree;
  let offset = 0;
  let south = Infinity;
  let north = -Infinity;
  let west = 0;
  let east = 0;
  for (let i = 0; i < lon.length; i++) {
    offset = lon[i] - first;
    if (offset > half) offset -= 2 * half;
    else if (offset < -half) offset += 2 * half;
    if (offset < west) west = offset;
    if (offset > east) east = offset;
    if (lat[i] < south) south = lat[i];
    if (lat[i] > north) north = lat[i];
  }
  const middle = (first + (west + east) / 2) / degree;
  const wrapped = middle > 180 ? middle - 360 : middle < -180 ? middle + 360 : middle;
  return { lon: round4(wrapped), lat: round4((south + north) / 2 / degree) };
}

export function boxOf({ x, y }: PointSet): Box {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (x[i] < minX) minX = x[i];
    if (x[i] > maxX) maxX = x[i];
    if (y[i] < minY) minY = y[i];
    if (y[i] > maxY) maxY = y[i];
  }
  return { minX, minY, maxX, maxY };
}

export function meanCentre({ x, y }: PointSet): { x: number; y: number } {
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < x.length; i++) {
    sumX += x[i];
    sumY += y[i];
  }
  return { x: sumX / x.length, y: sumY / x.length };
}

/** Root mean square distance to the mean centre, over n. */
export function standardDistance(points: PointSet): number {
  const centre = meanCentre(points);
  let sum = 0;
  for (let i = 0; i < points.x.length; i++)
    sum += (points.x[i] - centre.x) ** 2 + (points.y[i] - centre.y) ** 2;
  return Math.sqrt(sum / points.x.length);
}

function round4(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
