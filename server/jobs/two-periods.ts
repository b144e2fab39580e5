import { comparePeriods, type Period } from '../../analysis/period-counts.ts';
import type { ChangeParameters, ChangeSummary } from './contract.ts';
import type { IncidentTimes } from './incident-times.ts';
import { isoOf } from './local-time.ts';
import { Refused } from './task.ts';

const YEAR = 364;

/** In minutes, half-open. */
export interface Periods {
  readonly before: Period;
  readonly after: Period;
}

/** See the words of the contract; in days of the place, so that weeks are whole. Null when there is one day only. */
export function periodsOf(
  periods: ChangeParameters['periods'],
  { local, firstDay, endDay }: IncidentTimes,
): Periods | null {
  if (periods !== 'auto') return chosen(periods);
  const span = endDay - firstDay;
  if (span < 2) return null;
  const half = Math.floor(span / 2);
  const days = span >= 2 * YEAR ? YEAR : half >= 7 ? half - (half % 7) : half;
  const [start, middle, end] = [endDay - 2 * days, endDay - days, endDay].map(local.startOf);
  return { before: { start, end: middle }, after: { start: middle, end } };
}

function chosen({ before, after }: Exclude<ChangeParameters['periods'], 'auto'>): Periods {
  const minutes = ({ from, to }: { from: string; to: string }) => ({
    start: Math.ceil(Date.parse(from) / 60_000),
    end: Math.ceil(Date.parse(to) / 60_000),
  });
  return { before: minutes(before), after: minutes(after) };
}

/** How long they are; refuses periods that overlap. */
export function lengthsOf({ before, after }: Periods): ReturnType<typeof comparePeriods> {
  try {
    return comparePeriods(before, after);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      'The periods overlap, or one of them ends before it begins. The second must begin when the first has ended.',
    );
  }
}

/** A period as the summary tells it. */
export function usedPeriod({ start, end }: Period, incidents: number): NonNullable<ChangeSummary['before']> {
  const days = Math.round(((end - start) / 1440) * 1000) / 1000;
  return { from: isoOf(start), to: isoOf(end), days, incidents };
}
