import {
  FLAG_APPROXIMATE,
  FLAG_DATE_ONLY,
  FLAG_MONTH_ONLY,
  FLAG_OUTSIDE_AREA,
  FLAG_UNLOCATED,
} from '../../analysis/incident-columns.ts';
import type { CategoryGuard } from '../domain/protected-categories.ts';
import type { AreaTest } from './area-test.ts';
import type { CsvFile, IncidentMapping, TimePart } from './contract.ts';
import { fateOf, type LabelBook, type LabelEntry, ownText } from './label-book.ts';
import { createPositionReader, POSITION_BAD, POSITION_BLANK, readNumber } from './read-position.ts';
import {
  createTimeReader,
  daysOf,
  daysSince1970,
  LEVEL_DAY,
  LEVEL_INSTANT,
  LEVEL_MONTH,
  TIME_OK,
  TIME_OUT_OF_RANGE,
  type TimeStatus,
} from './read-time.ts';
import { flagBit, type Verdict } from './verdict.ts';
import { createZoneTable } from './zone-table.ts';

/** What was understood of one row. One object is reused for all rows of a load. */
export interface JudgedIncident {
  label: LabelEntry | null;
  /** UTC seconds, or null. */
  from: number | null;
  to: number | null;
  reported: number | null;
  lon: number | null;
  lat: number | null;
  accuracy: number | null;
  place: string | null;
  sourceId: string | null;
  /** As stored, bits of analysis/incident-columns.ts. */
  flags: number;
  /** As counted, bits of ROW_FLAGS. */
  marks: number;
  /** What was wrong, in plain words without the content of cells. */
  detail: string;
}

export interface IncidentJudge {
  readonly row: JudgedIncident;
  readonly times: TimeEvidence;
  judge(cells: string[]): Verdict;
}

/** What all rows together say about the times. */
export interface TimeEvidence {
  /** Rows by how much of the time was written: instant, day, month. */
  levels: [number, number, number];
  /** Rows of level day that are the first of a month, and whether another day was seen. */
  firstOfMonth: number;
  months: Set<number>;
}

export interface JudgeOptions {
  mapping: IncidentMapping;
  columns: readonly string[];
  /** Place of a column by name; throws when the file has none. */
  columnIndex: (name: string) => number;
  guard: CategoryGuard;
  book: LabelBook;
  areas: AreaTest | null;
  lastYear: number;
}

const MOST_GUARDED_VALUES = 5000;
const LONGEST_LABEL = 80;
const NOT_STATED = 'Not stated';
const LEVEL_OF = { instant: LEVEL_INSTANT, day: LEVEL_DAY, month: LEVEL_MONTH } as const;
const DAY = 86_400;

const MARK_NO_POSITION = flagBit('no_position');
const MARK_ZERO = flagBit('zero_position');
const MARK_ZERO_AXIS = flagBit('zero_in_one_axis');
const MARK_OUTSIDE_WORLD = flagBit('outside_world');
const MARK_OUTSIDE_AREA = flagBit('outside_area');
const MARK_SWAPPED = flagBit('swapped_position');
const MARK_NO_CATEGORY = flagBit('no_category');
const MARK_SHIFTED = flagBit('time_shifted');
const MARK_AMBIGUOUS = flagBit('time_ambiguous');

/** Gives every row of a table of incidents its verdict, in the order stated in contract.ts. */
export function createIncidentJudge(options: JudgeOptions): IncidentJudge {
  const { mapping, columns, columnIndex, guard, book, areas, lastYear } = options;
  const { decimal } = mapping.file as CsvFile;
  const optional = (name: string | null) => (name === null ? -1 : columnIndex(name));
  const categoryAt = optional(mapping.category.column);
  const codeAt = optional(mapping.category.code);
  const placeAt = optional(mapping.place);
  const idAt = optional(mapping.sourceId);
  const accuracyAt = optional(mapping.accuracy);
  const fixedLabel = mapping.category.fixed ?? NOT_STATED;
  const position = createPositionReader(mapping.position, columnIndex, decimal);
  const swapped = mapping.position.from === 'columns' && mapping.position.swapped;
  const baseFlags =
    mapping.locationMethod === 'snap' || mapping.locationMethod === 'area_only' ? FLAG_APPROXIMATE : 0;
  const time = mapping.time;
  const zone = createZoneTable(time?.timezone ?? 'UTC');
  const reader = time ? createTimeReader(time.order, zone, lastYear) : null;
  const leastLevel = LEVEL_OF[time?.precision ?? 'instant'];
  const partAt = (part: TimePart | null) =>
    part ? { date: columnIndex(part.date), time: optional(part.time) } : null;
  const fromAt = partAt(time?.from ?? null);
  const toAt = partAt(time?.to ?? null);
  const reportedAt = partAt(time?.reported ?? null);
  const otherText = guardColumns();
  const times: TimeEvidence = { levels: [0, 0, 0], firstOfMonth: 0, months: new Set() };
  const row: JudgedIncident = {
    label: null,
    from: null,
    to: null,
    reported: null,
    lon: null,
    lat: null,
    accuracy: null,
    place: null,
    sourceId: null,
    flags: 0,
    marks: 0,
    detail: '',
  };

  /** Columns that are nothing else could be categories under another name, so their values are looked at too. */
  function guardColumns(): { at: number; known: Map<string, boolean> }[] {
    const used = new Set([categoryAt, placeAt, idAt, accuracyAt]);
    for (const part of [fromAt, toAt, reportedAt]) if (part) used.add(part.date).add(part.time);
    if (mapping.position.from === 'columns')
      used.add(columnIndex(mapping.position.lon)).add(columnIndex(mapping.position.lat));
    if (mapping.position.from === 'column') used.add(columnIndex(mapping.position.column));
    return columns
      .map((_, at) => ({ at, known: new Map<string, boolean>() }))
      .filter(({ at }) => !used.has(at));
  }

  const isProtectedText = (text: string) => guard.classify(text) === 'protected';

  function hasProtectedNeighbour(cells: readonly string[]): boolean {
    for (const { at, known } of otherText) {
      const cell = cells[at];
      // Numbers and dates are no labels, and long text is prose.
      if (cell === undefined || cell.length < 3 || cell.length > LONGEST_LABEL) continue;
      const first = cell.charCodeAt(0);
      if (first >= 43 && first <= 57) continue;
      let found = known.get(cell);
      if (found === undefined) {
        if (known.size >= MOST_GUARDED_VALUES) continue;
        found = isProtectedText(cell);
        known.set(ownText(cell), found);
      }
      if (found) return true;
    }
    return false;
  }

  function labelOf(cells: readonly string[]): LabelEntry {
    const cell = categoryAt < 0 ? fixedLabel : cells[categoryAt];
    const label = cell === undefined || cell.trim() === '' ? NOT_STATED : cell;
    if (categoryAt >= 0 && label === NOT_STATED) row.marks |= MARK_NO_CATEGORY;
    return book.entryOf(label, codeAt < 0 ? '' : (cells[codeAt] ?? ''));
  }

  /** Protected before anything else, also in rows that are broken. */
  function readCategory(cells: readonly string[]): Verdict | null {
    row.label = labelOf(cells);
    row.label.count++;
    const fate = fateOf(row.label);
    if (fate === 'protected' || hasProtectedNeighbour(cells)) return 'protected_category';
    return fate === 'undecided' ? 'undecided_category' : null;
  }

  function readPart(cells: readonly string[], part: { date: number; time: number }): TimeStatus | null {
    const date = cells[part.date].trim();
    if (date === '' || reader === null) return null;
    const ofDay = part.time < 0 ? null : cells[part.time].trim();
    return reader.read(date, ofDay);
  }

  function readTimes(cells: readonly string[]): Verdict | null {
    if (fromAt === null || reader === null) return null;
    const status = readPart(cells, fromAt);
    if (status !== TIME_OK) return refuseTime(status, mapping.time?.from.date ?? '');
    const { last } = reader;
    row.from = last.seconds;
    noteLevel(last.level);
    if (last.clock === 1) row.marks |= MARK_SHIFTED;
    else if (last.clock === 2) row.marks |= MARK_AMBIGUOUS;
    const level = Math.max(last.level, leastLevel);
    if (level === LEVEL_DAY) row.flags |= FLAG_DATE_ONLY;
    else if (level === LEVEL_MONTH) row.flags |= FLAG_MONTH_ONLY;
    if (level !== LEVEL_INSTANT) row.to = endOfCoarse(level);
    return readEnd(cells) ?? readReported(cells);
  }

  function readEnd(cells: readonly string[]): Verdict | null {
    if (toAt === null || reader === null || row.from === null) return null;
    const status = readPart(cells, toAt);
    if (status === null) return null;
    if (status !== TIME_OK) return refuseTime(status, mapping.time?.to?.date ?? '');
    const level = Math.max(reader.last.level, leastLevel);
    const end = level === LEVEL_INSTANT ? reader.last.seconds : endOfCoarse(level);
    if (end < row.from) return refused('ends_before_start', 'The end is before the start.');
    row.to = end;
    return null;
  }

  function readReported(cells: readonly string[]): Verdict | null {
    if (reportedAt === null || reader === null) return null;
    const status = readPart(cells, reportedAt);
    if (status === TIME_OK) row.reported = reader.last.seconds;
    return status === null || status === TIME_OK
      ? null
      : refuseTime(status, mapping.time?.reported?.date ?? '');
  }

  function refuseTime(status: TimeStatus | null, column: string): Verdict {
    if (status === null) return refused('no_time', `Column “${column}” is blank.`);
    if (status === TIME_OUT_OF_RANGE)
      return refused(
        'time_out_of_range',
        `The year in column “${column}” is before 1900 or after ${lastYear}.`,
      );
    return refused('bad_time', `Column “${column}” cannot be read as a time.`);
  }

  function noteLevel(level: 0 | 1 | 2): void {
    times.levels[level]++;
    const { last } = reader!;
    if (level === LEVEL_DAY && last.day === 1) {
      times.firstOfMonth++;
      if (times.months.size < 24) times.months.add(last.year * 12 + last.month);
    }
  }

  /** The first moment after the day or month that was last read. */
  function endOfCoarse(level: number): number {
    const { year, month, day } = reader!.last;
    const start = daysSince1970(year, month, level === LEVEL_MONTH ? 1 : day);
    return zone.toUtc((start + (level === LEVEL_MONTH ? daysOf(year, month) : 1)) * DAY);
  }

  function readPlace(cells: readonly string[]): Verdict {
    const status = position.read(cells);
    if (status === POSITION_BAD) return refused('bad_position', 'The position is not a number.');
    const { lon, lat } = position.last;
    if (status === POSITION_BLANK) return unlocated(MARK_NO_POSITION);
    if (lon === 0 && lat === 0) return unlocated(MARK_ZERO);
    if (lon === 0 || lat === 0) return unlocated(MARK_ZERO_AXIS);
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) return unlocated(MARK_OUTSIDE_WORLD);
    row.lon = lon;
    row.lat = lat;
    row.flags |= baseFlags;
    if (swapped) row.marks |= MARK_SWAPPED;
    if (areas && !areas.contains(lon, lat)) {
      row.flags |= FLAG_OUTSIDE_AREA;
      row.marks |= MARK_OUTSIDE_AREA;
    }
    return 'stored';
  }

  function unlocated(mark: number): Verdict {
    row.flags |= FLAG_UNLOCATED;
    row.marks |= mark;
    return 'unlocated';
  }

  function refused(reason: Verdict, detail: string): Verdict {
    row.detail = detail;
    return reason;
  }

  function readRest(cells: readonly string[]): void {
    row.place = placeAt < 0 ? null : cells[placeAt].trim() || null;
    row.sourceId = idAt < 0 ? null : cells[idAt].trim() || null;
    const accuracy = accuracyAt < 0 ? Number.NaN : readNumber(cells[accuracyAt], decimal);
    row.accuracy = accuracy >= 0 ? accuracy : null;
  }

  function clear(): void {
    row.label = null;
    row.from = row.to = row.reported = row.lon = row.lat = null;
    row.flags = row.marks = 0;
    row.detail = '';
  }

  function judgeWhole(cells: readonly string[]): Verdict {
    const early = readCategory(cells) ?? readTimes(cells);
    if (early) return early;
    const verdict = readPlace(cells);
    if (verdict === 'stored' || verdict === 'unlocated') readRest(cells);
    return verdict;
  }

  return {
    row,
    times,
    judge(cells) {
      clear();
      trimSpareCells(cells, columns.length);
      if (cells.length !== columns.length) {
        if (cells.some(isProtectedText)) return 'protected_category';
        return refused('wrong_cell_count', `The row has ${cells.length} cells instead of ${columns.length}.`);
      }
      if (cells.every((cell) => cell.trim() === '')) return refused('empty_row', 'No cell holds anything.');
      const verdict = judgeWhole(cells);
      // A refused row is kept for the report, so nothing in it may be protected.
      if (verdict !== 'stored' && verdict !== 'unlocated' && verdict !== 'protected_category')
        if (verdict !== 'undecided_category' && cells.some(isProtectedText)) return 'protected_category';
      return verdict;
    },
  };
}

/** Spreadsheets leave blank cells at the end of rows. */
function trimSpareCells(cells: string[], wanted: number): void {
  while (cells.length > wanted && cells[cells.length - 1].trim() === '') cells.pop();
}
