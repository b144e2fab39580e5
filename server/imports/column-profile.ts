import type { TimeOrder } from './contract.ts';
import { readNumber, readPair } from './read-position.ts';
import { createTimeReader, LEVEL_INSTANT, TIME_BAD } from './read-time.ts';
import { createZoneTable } from './zone-table.ts';

/** What the values of one column look like, from a sample of rows. */
export interface ColumnProfile {
  name: string;
  /** Lower case, without accents, words joined by "_". */
  plainName: string;
  at: number;
  /** Share of the rows with a value. */
  filled: number;
  /** Shares of the filled values. */
  numbers: number;
  commaNumbers: number;
  pairs: number;
  wholeNumbers: number;
  timeOfDay: number;
  /** Share of the values each order reads, and what of them. */
  times: Record<'iso' | 'day-first' | 'month-first', number>;
  withClock: number;
  withOffset: number;
  /** Of the numbers, read with the likelier decimal mark. */
  min: number;
  max: number;
  distinct: number;
  values: number;
  meanLength: number;
}

const zone = createZoneTable('UTC');
/** Numbers with several separators, as spreadsheets damage them, still tell a column of numbers. */
const DAMAGED = /^\s*[+-]?\d{1,3}([.,]\d{3}){2,}\s*$/;

export function profileColumns(
  columns: readonly string[],
  rows: readonly string[][],
  lastYear: number,
): ColumnProfile[] {
  return columns.map((name, at) => profile(name, at, rows, lastYear));
}

export function plainNameOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|(?<!_)_+$/g, '');
}

function profile(name: string, at: number, rows: readonly string[][], lastYear: number): ColumnProfile {
  const values = rows.map((cells) => (cells[at] ?? '').trim()).filter((value) => value !== '');
  const share = (test: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length;
  const dots = share((v) => !Number.isNaN(readNumber(v, '.')));
  const commas = share((v) => /,/.test(v) && !Number.isNaN(readNumber(v, ',')));
  const numbers = values
    .map((v) => readNumber(v, commas > dots ? ',' : '.'))
    .filter((number) => !Number.isNaN(number));
  const times = timeShares(values, lastYear);
  return {
    name,
    plainName: plainNameOf(name),
    at,
    filled: rows.length === 0 ? 0 : values.length / rows.length,
    numbers: Math.max(
      dots,
      share((v) => DAMAGED.test(v)),
    ),
    commaNumbers: commas,
    pairs: share((v) => readPair(v) !== null && Number.isNaN(readNumber(v, '.'))),
    wholeNumbers: share((v) => /^[+-]?\d+$/.test(v)),
    timeOfDay: share((v) => /^\d{1,2}[:h]\d{2}([:.]\d{2})?(\s*[ap]\.?m\.?)?$/i.test(v)),
    ...times,
    min: numbers.reduce((a, b) => Math.min(a, b), Infinity),
    max: numbers.reduce((a, b) => Math.max(a, b), -Infinity),
    distinct: new Set(values).size,
    values: values.length,
    meanLength: values.reduce((sum, v) => sum + v.length, 0) / Math.max(1, values.length),
  };
}

function timeShares(
  values: readonly string[],
  lastYear: number,
): Pick<ColumnProfile, 'times' | 'withClock' | 'withOffset'> {
  const candidates = values.filter(couldBeTime);
  const times = { iso: 0, 'day-first': 0, 'month-first': 0 };
  let clock = 0;
  let offset = 0;
  for (const order of ['iso', 'day-first', 'month-first'] as const) {
    const reader = createTimeReader(order satisfies TimeOrder, zone, lastYear);
    for (const value of candidates) {
      if (reader.read(value, null) === TIME_BAD) continue;
      times[order] += 1 / values.length;
      if (order !== 'day-first') continue;
      if (reader.last.level === LEVEL_INSTANT) clock++;
      if (reader.last.hasOffset) offset++;
    }
  }
  const whole = Math.max(1, candidates.length);
  return { times, withClock: clock / whole, withOffset: offset / whole };
}

/** Plain numbers are no dates unless they are written as YYYYMMDD. */
function couldBeTime(value: string): boolean {
  if (/^\d+$/.test(value)) return /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(value);
  return /\d/.test(value) && Number.isNaN(readNumber(value, '.')) && Number.isNaN(readNumber(value, ','));
}
