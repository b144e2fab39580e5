import { dayOf } from '../../day.ts';

/** Months as 2026-03. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

interface Covered {
  readonly from: string | null;
  readonly to: string | null;
  readonly timezone: string;
}

const YEAR = 12;

/** The last twelve months that the data cover from their first to their last day, or as many as there are. */
export function lastWholeMonths(datasets: readonly Covered[]): Months | null {
  const covered = datasets.flatMap(({ from, to, timezone }) =>
    from === null || to === null
      ? []
      : // A month is whole when the day before it and the day after it are not needed.
        [{ first: monthAfter(dayOf(from, timezone, -1), 1), last: monthAfter(dayOf(to, timezone, 1), -1) }],
  );
  if (covered.length === 0) return null;
  const last = covered.map((one) => one.last).reduce((a, b) => (a > b ? a : b));
  const first = covered.map((one) => one.first).reduce((a, b) => (a < b ? a : b));
  const year = monthAfter(last, 1 - YEAR);
  const from = year > first ? year : first;
  return from > last ? { from: last, to: last } : { from, to: last };
}

/** The month so many months later. Takes days too. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** How many months lie from the first to the one before the last. */
export function monthsBetween(from: string, before: string): number {
  const number = (text: string) => Number(text.slice(0, 4)) * YEAR + Number(text.slice(5, 7));
  return number(before) - number(from);
}
