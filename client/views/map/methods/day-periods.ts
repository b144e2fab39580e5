import { dayOf, startOfDay } from '../../../day.ts';

/** First and last day of a period, both in it, as date fields write them; empty while nothing is typed. */
export interface DayPeriod {
  readonly first: string;
  readonly last: string;
}

export interface DayPeriods {
  readonly before: DayPeriod;
  readonly after: DayPeriod;
}

const YEAR = 364;

/** The last 52 weeks of the data and the 52 before, to start from. */
export function lastTwoYears(last: number | undefined, timezone: string): DayPeriods {
  const end = new Date((last ?? 0) * 60_000).toISOString();
  const day = (shift: number) => dayOf(end, timezone, shift);
  return {
    before: { first: day(1 - 2 * YEAR), last: day(-YEAR) },
    after: { first: day(1 - YEAR), last: day(0) },
  };
}

export type PeriodsProblem = 'missing' | 'reversed' | 'overlap';

/** Why the periods cannot be compared; null when they can. */
export function periodsProblem({ before, after }: DayPeriods): PeriodsProblem | null {
  if ([before.first, before.last, after.first, after.last].some((day) => !/^[12]\d{3}-/.test(day)))
    return 'missing';
  if (before.first > before.last || after.first > after.last) return 'reversed';
  return before.last >= after.first && after.last >= before.first ? 'overlap' : null;
}

/** Half-open instants; the day ends at the midnight of the area. */
export function instantsOf({ before, after }: DayPeriods, timezone: string) {
  const period = ({ first, last }: DayPeriod) => ({
    from: startOfDay(first, timezone, 0) ?? '',
    to: startOfDay(last, timezone, 1) ?? '',
  });
  return { before: period(before), after: period(after) };
}
