import type { Table } from 'apache-arrow';
import { numbers, orNull, type ResultReader } from './result-table.ts';

export interface Limits {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** 1 above, -1 below, 0 within. */
export type Side = -1 | 0 | 1;

export interface TrendPeriod {
  /** Its place in the order, as the address writes it. */
  readonly id: string;
  /** Midnight of its first day, in UTC: a day of the calendar, no instant. */
  readonly start: number;
  readonly days: number;
  /** Null where the data have a hole. */
  readonly incidents: number | null;
  readonly limits: Limits | null;
  readonly side: Side;
  /** What earlier years have at this season. */
  readonly season: Limits | null;
  readonly seasonSide: Side;
}

export interface TrendResult {
  readonly periods: readonly TrendPeriod[];
}

const NAMES = [
  'year',
  'month',
  'day',
  'days',
  'incidents',
  'expected',
  'low',
  'high',
  'outside',
  'seasonExpected',
  'seasonLow',
  'seasonHigh',
  'season',
] as const;

/** Periods of time lie nowhere on the map. */
export const trendReader: ResultReader<'trend', TrendResult> = {
  read: (table) => ({ periods: table.numRows === 0 ? [] : periodsOf(table) }),
  placeOf: () => null,
};

function periodsOf(table: Table): TrendPeriod[] {
  const columns = Object.fromEntries(NAMES.map((name) => [name, numbers(table, name)])) as Readonly<
    Record<(typeof NAMES)[number], Float64Array>
  >;
  const limits = (expected: number, low: number, high: number): Limits | null =>
    Number.isNaN(expected) ? null : { expected, low, high };
  return Array.from({ length: table.numRows }, (_, k) => ({
    id: String(k),
    start: Date.UTC(columns.year[k], columns.month[k] - 1, columns.day[k]),
    days: columns.days[k],
    incidents: orNull(columns.incidents[k]),
    limits: limits(columns.expected[k], columns.low[k], columns.high[k]),
    side: sideOf(columns.outside[k]),
    season: limits(columns.seasonExpected[k], columns.seasonLow[k], columns.seasonHigh[k]),
    seasonSide: sideOf(columns.season[k]),
  }));
}

const sideOf = (figure: number): Side => (figure > 0 ? 1 : figure < 0 ? -1 : 0);
