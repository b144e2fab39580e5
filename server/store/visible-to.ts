import {
  COLUMN_NAMES,
  DEGREE,
  FIRST_SQUARE_ROW,
  type IncidentColumns,
  MISSING,
  type SeenColumns,
} from '../../analysis/incident-columns.ts';
import { containsPosition, type PreparedPolygon } from '../../analysis/prepared-polygon.ts';
import type { LocationMask } from '../domain/location-mask.ts';
import { FEWEST_ALIKE } from '../domain/mask-runs.ts';
import { emptyColumns } from './empty-columns.ts';
import type { Incident } from './ports.ts';

/** Where a tier holds: everywhere, or in these areas. */
export type Reach = 'everywhere' | readonly PreparedPolygon[];

/** What of incidents somebody may see. */
export interface Sight {
  /** The same for all who see the same. */
  readonly key: string;
  readonly exact: Reach;
  readonly cell: Reach;
}

const STRETCH = 50_000;
const NOTHING = emptyColumns(0, true);

/**
 * The one place where precision is decided. Everything that leaves the store about incidents passes through it, filters
 * included: they run on what the viewer may see, so that a question cannot find out what an answer would hide. Exactly:
 * by the true position; as squares: by the middle of the square, so that a square is in or out as a whole.
 */
export function seenExactly({ exact }: Sight, { position }: Pick<Incident, 'position'>): boolean {
  if (exact === 'everywhere') return true;
  return position !== null && isIn(exact, position[0], position[1]);
}

export function seesNone({ exact, cell }: Sight): boolean {
  return exact.length === 0 && cell.length === 0;
}

/** The incidents that are seen as they are: what analyses read. */
export function* exactColumns(sight: Sight, all: IncidentColumns): Generator<void, IncidentColumns> {
  if (sight.exact === 'everywhere') return all;
  if (sight.exact.length === 0) return NOTHING;
  const rows = yield* exactRows(sight.exact, all);
  const seen = emptyColumns(rows.length, true);
  yield* copyRows(all, rows, seen);
  return seen;
}

/** Incidents as they are where that is allowed, and squares for the others where those are. */
export function* seenColumns(
  sight: Sight,
  all: IncidentColumns,
  { groups, groupOf }: LocationMask,
): Generator<void, SeenColumns> {
  const exact = sight.exact === 'everywhere' ? [] : sight.exact;
  const rows = yield* exactRows(exact, all);
  const members = groups.count.slice();
  for (const row of rows) if (groupOf[row] >= 0) members[groupOf[row]]--;
  let length = rows.length;
  for (let group = 0; group < groups.length; group++) {
    // Of a group that is seen in part exactly, the rest has to be enough by itself.
    if (members[group] < FEWEST_ALIKE || !reaches(sight.cell, groups.lon[group], groups.lat[group]))
      members[group] = 0;
    length += members[group];
    if (group % STRETCH === STRETCH - 1) yield;
  }
  const seen = { ...emptyColumns(length), square: new Uint8Array(length) };
  yield* copyRows(all, rows, seen);
  for (let group = 0, at = rows.length; group < groups.length; group++) {
    const end = at + members[group];
    seen.lon.fill(groups.lon[group], at, end);
    seen.lat.fill(groups.lat[group], at, end);
    seen.from.fill(groups.from[group], at, end);
    seen.duration.fill(groups.duration[group], at, end);
    seen.category.fill(groups.category[group], at, end);
    seen.flags.fill(groups.flags[group], at, end);
    seen.square.fill(groups.square[group], at, end);
    for (; at < end; at++) seen.id[at] = FIRST_SQUARE_ROW + at - rows.length;
    if (group % STRETCH === STRETCH - 1) yield;
  }
  return seen;
}

function* exactRows(areas: readonly PreparedPolygon[], { lon, lat, length }: IncidentColumns) {
  const rows: number[] = [];
  if (areas.length === 0) return rows;
  for (let row = 0; row < length; row++) {
    if (lon[row] !== MISSING && lat[row] !== MISSING && isIn(areas, lon[row] / DEGREE, lat[row] / DEGREE))
      rows.push(row);
    if (row % STRETCH === STRETCH - 1) yield;
  }
  return rows;
}

function* copyRows(from: IncidentColumns, rows: readonly number[], to: IncidentColumns): Generator<void> {
  for (const name of COLUMN_NAMES) {
    for (let i = 0; i < rows.length; i++) to[name][i] = from[name][rows[i]];
    yield;
  }
}

function reaches(reach: Reach, lon: number, lat: number): boolean {
  if (reach === 'everywhere') return true;
  return lon !== MISSING && isIn(reach, lon / DEGREE, lat / DEGREE);
}

function isIn(areas: readonly PreparedPolygon[], lon: number, lat: number): boolean {
  return areas.some((area) => containsPosition(area, lon, lat));
}
