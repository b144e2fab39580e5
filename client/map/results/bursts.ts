import type { Table } from 'apache-arrow';
import { numbers, orNull, type ResultReader } from './result-table.ts';

export interface WatchedDay {
  /** Its row, as the address writes it. */
  readonly id: string;
  /** Midnight of the day, in UTC: a day of the calendar, no instant. */
  readonly start: number;
  /** Null where the data have a hole. */
  readonly incidents: number | null;
  readonly watched: boolean;
  /** The sum after this day; null in the baseline. */
  readonly sum: number | null;
  readonly alarm: boolean;
  /** In a window that is unusually full. */
  readonly crowded: boolean;
}

export interface BurstsResult {
  readonly days: readonly WatchedDay[];
}

const NAMES = ['year', 'month', 'day', 'incidents', 'watched', 'cusum', 'alarm', 'crowded'] as const;

/** Days lie nowhere on the map. */
export const burstsReader: ResultReader<'bursts', BurstsResult> = {
  read: (table) => ({ days: table.numRows === 0 ? [] : daysOf(table) }),
  placeOf: () => null,
};

function daysOf(table: Table): WatchedDay[] {
  const columns = Object.fromEntries(NAMES.map((name) => [name, numbers(table, name)])) as Readonly<
    Record<(typeof NAMES)[number], Float64Array>
  >;
  return Array.from({ length: table.numRows }, (_, row) => ({
    id: String(row),
    start: Date.UTC(columns.year[row], columns.month[row] - 1, columns.day[row]),
    incidents: orNull(columns.incidents[row]),
    watched: columns.watched[row] === 1,
    sum: orNull(columns.cusum[row]),
    alarm: columns.alarm[row] === 1,
    crowded: columns.crowded[row] === 1,
  }));
}
