import {
  DEGREE,
  DURATION_LONGEST,
  DURATION_UNKNOWN,
  FLAG_MONTH_ONLY,
  FLAG_UNLOCATED,
  FLAG_YEAR_ONLY,
  type IncidentColumns,
  MISSING,
  NO_SQUARE,
} from '../../analysis/incident-columns.ts';
import { wrapLongitude } from '../../analysis/projection.ts';
import { middleOf } from '../../analysis/world-squares.ts';
import { type LocalMonths, localMonths } from './local-months.ts';
import { monthPart, PartNumbers, timeOf, yearPart } from './mask-parts.ts';
import { byNumber, placesOf, type RowPlaces, squareOfRow } from './mask-places.ts';
import { type Runs, settle } from './mask-runs.ts';

/** What is told of incidents that are alike; one entry a group, in an order that tells nothing more. */
export interface Groups {
  readonly length: number;
  readonly count: Uint32Array;
  /** Middle of the square, as in the columns of incidents; `MISSING` for those without a place. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** 1 + the level of the square, or `NO_SQUARE`. */
  readonly square: Uint8Array;
  /** From the first to the last minute of the month; of a year `duration` says no more than "longest". */
  readonly from: Int32Array;
  readonly duration: Uint16Array;
  readonly category: Uint16Array;
  readonly flags: Uint8Array;
}

/** All incidents of a data set at the tier `cell`. */
export interface LocationMask {
  readonly groups: Groups;
  /** The group of each row of the columns; -1: too few are alike, the incident is not shown. */
  readonly groupOf: Int32Array;
  readonly hidden: number;
}

export interface MaskRules {
  /** The zone whose months and years count. */
  readonly timezone: string;
  /** The level of the finest square that may be shown around one of the finest there are. */
  readonly finestLevel: (row: number, column: number) => number;
}

/** Rows looked at in one go: some 10 ms. */
const STRETCH = 50_000;

/**
 * Shows every incident no finer than a square and a month, and none by fewer than three that are alike: in the same
 * category, month and square. What is too few goes to the next larger square; what is still too few at 128 km is gathered
 * by years and starts again; what is too few then is not shown. So whatever a question cuts out of the groups, and
 * whatever two questions differ by, is none or at least three incidents. The rows alone decide, never who asks.
 * Yields when others may have a turn.
 */
export function* maskLocations(columns: IncidentColumns, rules: MaskRules): Generator<void, LocationMask> {
  const months = localMonths(rules.timezone);
  const places = yield* placesOf(columns, rules.finestLevel);
  const groupOf = new Int32Array(columns.length).fill(-1);
  const byMonth = yield* partsOf(columns, places.order, (row) => monthPart(columns, row, months));
  const monthly = yield* settle(places, byMonth, groupOf, 0);
  const left = notShown(places.order, groupOf);
  yield;
  const byYear = yield* partsOf(columns, left, (row) => yearPart(columns, row, months));
  const yearly = yield* settle(places, byYear, groupOf, monthly.length);
  const groups = emptyGroups(monthly.length + yearly.length);
  yield* tell(groups, 0, monthly, places, byMonth.parts, months);
  yield* tell(groups, monthly.length, yearly, places, byYear.parts, months);
  return { groups, groupOf, hidden: notShown(places.order, groupOf).length };
}

function notShown(rows: Uint32Array, groupOf: Int32Array): Uint32Array {
  const found = new Uint32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) if (groupOf[rows[i]] < 0) found[length++] = rows[i];
  return found.slice(0, length);
}

/** The rows by part, those of a part in the order they came in. */
function* partsOf(columns: IncidentColumns, rows: Uint32Array, partOf: (row: number) => number) {
  const parts = new PartNumbers();
  const numbers = new Uint32Array(columns.length);
  for (let i = 0; i < rows.length; i++) {
    numbers[rows[i]] = parts.numberOf(partOf(rows[i]));
    if (i % STRETCH === STRETCH - 1) yield;
  }
  const ranks = parts.ranks();
  for (let i = 0; i < rows.length; i++) numbers[rows[i]] = ranks[numbers[rows[i]]];
  yield;
  const order = byNumber(rows, numbers, parts.size);
  yield;
  return { parts: parts.sorted(), partOf: numbers, order };
}

function* tell(
  groups: Groups,
  first: number,
  runs: Runs,
  places: RowPlaces,
  parts: Float64Array,
  months: LocalMonths,
): Generator<void> {
  for (let i = 0; i < runs.length; i++) {
    groups.count[first + i] = runs.count[i];
    tellPlace(groups, first + i, places, runs.row[i], runs.level[i]);
    tellTime(groups, first + i, parts[runs.part[i]], months);
    if (i % STRETCH === STRETCH - 1) yield;
  }
}

function tellPlace(groups: Groups, at: number, places: RowPlaces, row: number, level: number): void {
  const square = squareOfRow(places, row, level);
  if (square === null) {
    groups.lon[at] = MISSING;
    groups.lat[at] = MISSING;
    groups.square[at] = NO_SQUARE;
    groups.flags[at] |= FLAG_UNLOCATED;
    return;
  }
  const { lon, lat } = middleOf(square);
  groups.lon[at] = Math.round(wrapLongitude(lon) * DEGREE);
  groups.lat[at] = Math.round(lat * DEGREE);
  groups.square[at] = 1 + level;
}

function tellTime(groups: Groups, at: number, part: number, months: LocalMonths): void {
  const { category, month, isYear } = timeOf(part);
  groups.category[at] = category;
  groups.from[at] = month === null ? MISSING : months.startOf(month);
  if (month === null) groups.duration[at] = DURATION_UNKNOWN;
  else if (isYear) groups.duration[at] = DURATION_LONGEST;
  else groups.duration[at] = months.startOf(month + 1) - months.startOf(month) - 1;
  if (month !== null) groups.flags[at] |= isYear ? FLAG_YEAR_ONLY : FLAG_MONTH_ONLY;
}

function emptyGroups(length: number): Groups {
  return {
    length,
    count: new Uint32Array(length),
    lon: new Int32Array(length),
    lat: new Int32Array(length),
    square: new Uint8Array(length),
    from: new Int32Array(length),
    duration: new Uint16Array(length),
    category: new Uint16Array(length),
    flags: new Uint8Array(length),
  };
}
