import { setImmediate as nextTurn } from 'node:timers/promises';
import { DEGREE, type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';
import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { type SelectionCriteria, select } from '../../analysis/selection.ts';
import type { AreaGeometry } from '../domain/geometry.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { firstMinuteFrom } from './instants.ts';

/** Rows looked at in one go: a few milliseconds of work. */
const SCAN_ROWS = 200_000;

export interface Criteria extends SelectionCriteria {
  /** The drawn shape; an incident has to be in it besides being in one of the areas. */
  drawn: PreparedPolygon | null;
}

/** What a filter asks of a row. `areas` are the geometries of the areas it names; undefined when it names none. */
export function criteriaOf(filter: IncidentFilter, areas: readonly AreaGeometry[] | undefined): Criteria {
  return {
    fromMinutes: filter.from === undefined ? undefined : firstMinuteFrom(filter.from),
    toMinutes: filter.to === undefined ? undefined : firstMinuteFrom(filter.to),
    categories: filter.categories && new Set(filter.categories),
    polygons: areas?.map(preparePolygon),
    drawn: filter.geometry ? preparePolygon(filter.geometry) : null,
  };
}

/** Ids of the incidents that match, ascending. Lets other work pass between two stretches of rows. */
export async function selectIds(columns: IncidentColumns, criteria: Criteria): Promise<Uint32Array> {
  const parts: Uint32Array[] = [];
  for (let from = 0; from < columns.length; from += SCAN_ROWS) {
    const stretch = stretchOf(columns, from, Math.min(from + SCAN_ROWS, columns.length));
    const rows = select(stretch, criteria);
    const { drawn } = criteria;
    parts.push(
      (drawn ? rows.filter((row) => isIn(drawn, stretch, row)) : rows).map((row) => stretch.id[row]),
    );
    await nextTurn();
  }
  return joined(parts);
}

/** Ids of a data set ascend; those of several may interlock. */
export function inOrder(parts: readonly Uint32Array[]): Uint32Array {
  const all = joined(parts);
  return parts.length > 1 ? all.sort() : all;
}

/** Where the first id above `id` stands in ascending ids. */
export function firstAbove(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle] > id) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isIn(polygon: PreparedPolygon, { lon, lat }: IncidentColumns, row: number): boolean {
  if (lon[row] === MISSING || lat[row] === MISSING) return false;
  return containsPosition(polygon, lon[row] / DEGREE, lat[row] / DEGREE);
}

function stretchOf(columns: IncidentColumns, from: number, to: number): IncidentColumns {
  return {
    length: to - from,
    id: columns.id.subarray(from, to),
    lon: columns.lon.subarray(from, to),
    lat: columns.lat.subarray(from, to),
    from: columns.from.subarray(from, to),
    duration: columns.duration.subarray(from, to),
    category: columns.category.subarray(from, to),
    flags: columns.flags.subarray(from, to),
  };
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  if (parts.length === 1) return parts[0];
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
