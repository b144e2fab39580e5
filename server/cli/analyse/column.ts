/** The cells of one column, read as numbers, whole counts, times or labels. */

import { MISSING } from '../../../analysis/incident-columns.ts';
import type { TimeOrder } from '../../imports/contract.ts';
import { readNumber } from '../../imports/read-position.ts';
import {
  createTimeReader,
  LEVEL_INSTANT,
  LEVEL_MONTH,
  TIME_OK,
  type TimeReader,
} from '../../imports/read-time.ts';
import { createZoneTable } from '../../imports/zone-table.ts';
import { type LocalTime, localTime } from '../../jobs/local-time.ts';
import { RefusedInput } from './refusals.ts';

export interface Column {
  /** The option that named it, for messages. */
  readonly option: string;
  readonly cells: readonly string[];
  /** Line of the file each cell stands in. */
  readonly lines: Uint32Array;
}

/** The cells of these rows; all when null. */
export function pickRows<C extends Column | null>(column: C, rows: Uint32Array | null): C {
  if (column === null || rows === null) return column;
  const cells = Array.from(rows, (row) => column.cells[row]);
  return { ...column, cells, lines: Uint32Array.from(rows, (row) => column.lines[row]) };
}

/** How times without an offset of their own are read. */
export interface TimeForm {
  readonly order: TimeOrder;
  readonly timezone: string;
}

const SECONDS_A_DAY = 86_400;
const MINUTES_A_DAY = 1440;
/** Beyond these, minutes would not fit where the store keeps them. */
const MOST_DAYS = 1_400_000;
/** A minute written as a share of a day may lie a trace below itself. */
const ROUNDING = 1e-6;
/** As the import does not take later years; a table may hold plans. */
const LAST_YEAR = 2200;
const COMPACT_DATE = /^\s*(19|20)\d{6}\s*$/;

/** Blank cells become NaN; a column that must not have them was refused before. */
export function numbersOf({ option, cells, lines }: Column): Float64Array {
  const decimal = decimalOf(cells);
  const values = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    values[i] = cell.trim() === '' ? Number.NaN : readNumber(cell, decimal);
    if (Number.isNaN(values[i]) && cell.trim() !== '')
      throw new RefusedInput(`Line ${lines[i]} has no number in the column of --${option}.`);
  }
  return values;
}

export function notNegative(column: Column): Float64Array {
  return checked(column, (value) => !(value < 0), 'a number below 0');
}

export function positives(column: Column): Float64Array {
  return checked(column, (value) => !(value <= 0), 'a number that is not above 0');
}

/** More in one place or step is a mistake, and tables of how often each count occurs would not fit. */
const MOST_COUNT = 10_000_000;

export function counts(column: Column): Float64Array {
  const isCount = (value: number) =>
    Number.isNaN(value) || (Number.isSafeInteger(value) && value >= 0 && value <= MOST_COUNT);
  return checked(column, isCount, `a number that is no count: counts are whole, from 0 to ${MOST_COUNT}`);
}

function checked(column: Column, isFine: (value: number) => boolean, fault: string): Float64Array {
  const values = numbersOf(column);
  const bad = values.findIndex((value) => !isFine(value));
  if (bad >= 0)
    throw new RefusedInput(`Line ${column.lines[bad]} has in the column of --${column.option} ${fault}.`);
  return values;
}

/** Moments in days from any origin; numbers are taken as days. */
export function daysOf(column: Column, form: TimeForm): Float64Array {
  if (isNumeric(column, form)) return numbersOf(column);
  return secondsOf(column, form).map((seconds) => seconds / SECONDS_A_DAY);
}

/** Minutes since 1970, the numbers of a column of days among them. Blank cells become MISSING. */
export function minutesOf(column: Column, form: TimeForm): Int32Array {
  const days = daysOf(column, form);
  const far = days.findIndex((day) => Math.abs(day) > MOST_DAYS);
  if (far >= 0)
    throw new RefusedInput(
      `Line ${column.lines[far]} has no number of days in the column of --${column.option}.`,
    );
  return Int32Array.from(days, (day) =>
    Number.isNaN(day) ? MISSING : Math.floor(day * MINUTES_A_DAY + ROUNDING),
  );
}

/** Whole days on the calendar of the place; numbers of days stay as they are. */
export function datesOf(column: Column, form: TimeForm): Float64Array {
  if (isNumeric(column, form)) return numbersOf(column);
  const minutes = minutesOf(column, form);
  const { dayOf } = clockOf(minutes, form.timezone);
  return Float64Array.from(minutes, dayOf);
}

/** The clock of the place over the minutes that occur. */
export function clockOf(minutes: Int32Array, timezone: string): LocalTime {
  const known = minutes.filter((minute) => minute !== MISSING);
  const first = known.reduce((least, minute) => Math.min(least, minute), Infinity);
  const last = known.reduce((most, minute) => Math.max(most, minute), -Infinity);
  return localTime(timezone, known.length > 0 ? first : 0, known.length > 0 ? last : 0);
}

/** Whether the column holds plain numbers, not dates written without separators. */
export function isNumeric({ cells }: Column, { order }: TimeForm): boolean {
  if (order.startsWith('unix')) return false;
  const decimal = decimalOf(cells);
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length > 0 && filled.every((cell) => COMPACT_DATE.test(cell))) return false;
  return filled.every((cell) => !Number.isNaN(readNumber(cell, decimal)));
}

/** UTC seconds since 1970. Blank cells become NaN. */
export function secondsOf(column: Column, form: TimeForm): Float64Array {
  const reader = timeReader(form);
  return Float64Array.from(column.cells, (cell, i) => {
    const text = cell.trim();
    if (text === '') return Number.NaN;
    if (reader.read(text, null) !== TIME_OK)
      throw new RefusedInput(
        `Line ${column.lines[i]} has no time that can be read in the column of --${column.option}: write 2016-01-31 or 2016-01-31T18:05, or say how days and months are ordered with --time-order.`,
      );
    return reader.last.seconds;
  });
}

/** 1 where only a date or a month is known, not the hour. */
export function coarseTimes(column: Column, form: TimeForm): Uint8Array {
  const reader = timeReader(form);
  return Uint8Array.from(column.cells, (cell) =>
    reader.read(cell.trim(), null) === TIME_OK && reader.last.level !== LEVEL_INSTANT ? 1 : 0,
  );
}

/** Whether only months are known of some times: the line of the first, 0 for none. */
export function firstMonthOnly(column: Column, form: TimeForm): number {
  if (isNumeric(column, form)) return 0;
  const reader = timeReader(form);
  const found = column.cells.findIndex(
    (cell) => reader.read(cell.trim(), null) === TIME_OK && reader.last.level === LEVEL_MONTH,
  );
  return found < 0 ? 0 : column.lines[found];
}

function timeReader({ order, timezone }: TimeForm): TimeReader {
  return createTimeReader(order, createZoneTable(timezone), LAST_YEAR);
}

/** Cells as written, without blanks around them. */
export function labelsOf({ cells }: Column): string[] {
  return cells.map((cell) => cell.trim());
}

/** Numbers of equal labels, by first appearance. */
export function groupsOf(column: Column): { labels: string[]; groupOf: Int32Array } {
  const numbers = new Map<string, number>();
  const groupOf = Int32Array.from(labelsOf(column), (label) => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  });
  return { labels: [...numbers.keys()], groupOf };
}

/** A comma is the decimal mark where cells have one and none has a point. */
function decimalOf(cells: readonly string[]): '.' | ',' {
  let commas = false;
  for (const cell of cells) {
    if (cell.includes('.')) return '.';
    if (cell.includes(',')) commas = true;
  }
  return commas ? ',' : '.';
}
