/**
 * Question: which incidents does a filter mean?
 * Method: one pass over the columns; every criterion narrows, a missing one does not.
 *
 * A row without a position is left out only when a place is asked for (`bounds`, `polygons`), a row without a
 * time only when a time is asked for. An incident is in a period when its earliest possible time is in [from, to).
 *
 * Not to conclude: that a count over a place holds the incidents nobody could locate.
 */
import { DEGREE, type IncidentColumns, MISSING } from './incident-columns.ts';
import { containsPosition, type PreparedPolygon } from './prepared-polygon.ts';

export interface SelectionCriteria {
  /** West, south, east, north in degrees, both ends in; west > east crosses the 180th meridian. */
  readonly bounds?: readonly [number, number, number, number];
  /** First minute since 1970 that is in. */
  readonly fromMinutes?: number;
  /** First minute since 1970 that is no longer in. */
  readonly toMinutes?: number;
  /** Category ids, or a mask with 1 at the ids that are in. */
  readonly categories?: ReadonlySet<number> | Uint8Array;
  /** In any of them. An empty list matches nothing. */
  readonly polygons?: readonly PreparedPolygon[];
}

/** Row numbers that match, ascending. */
export function select(columns: IncidentColumns, criteria: SelectionCriteria): Uint32Array {
  const rows = new Uint32Array(columns.length);
  const size = eachMatch(columns, criteria, (row, at) => {
    rows[at] = row;
  });
  return rows.slice(0, size);
}

/** How many rows match. */
export function countMatches(columns: IncidentColumns, criteria: SelectionCriteria): number {
  return eachMatch(columns, criteria, () => {});
}

function eachMatch(
  columns: IncidentColumns,
  criteria: SelectionCriteria,
  visit: (row: number, at: number) => void,
): number {
  const { category, from, lon, lat } = columns;
  const mask = categoryMask(criteria.categories);
  const timed = criteria.fromMinutes !== undefined || criteria.toMinutes !== undefined;
  const first = criteria.fromMinutes ?? -Infinity;
  const end = criteria.toMinutes ?? Infinity;
  const { bounds, polygons } = criteria;
  const placed = bounds !== undefined || polygons !== undefined;
  const box = bounds ?? [-180, -90, 180, 90];
  // Rounded outwards to whole units; positions are whole units, so no position is won or lost.
  const west = Math.ceil(box[0] * DEGREE - 1e-3);
  const south = Math.ceil(box[1] * DEGREE - 1e-3);
  const east = Math.floor(box[2] * DEGREE + 1e-3);
  const north = Math.floor(box[3] * DEGREE + 1e-3);
  const crosses = west > east;
  let size = 0;
  for (let row = 0; row < columns.length; row++) {
    if (mask !== null && mask[category[row]] !== 1) continue;
    if (timed) {
      const start = from[row];
      if (start === MISSING || start < first || start >= end) continue;
    }
    if (placed) {
      const x = lon[row];
      const y = lat[row];
      if (x === MISSING || y === MISSING || y < south || y > north) continue;
      if (crosses ? x < west && x > east : x < west || x > east) continue;
      if (polygons !== undefined && !inAny(polygons, x / DEGREE, y / DEGREE)) continue;
    }
    visit(row, size++);
  }
  return size;
}

function inAny(polygons: readonly PreparedPolygon[], lon: number, lat: number): boolean {
  for (const polygon of polygons) if (containsPosition(polygon, lon, lat)) return true;
  return false;
}

function categoryMask(categories: SelectionCriteria['categories']): Uint8Array | null {
  if (categories === undefined) return null;
  const mask = new Uint8Array(65536);
  if (categories instanceof Uint8Array) mask.set(categories.subarray(0, mask.length));
  else for (const id of categories) mask[id] = 1;
  return mask;
}
