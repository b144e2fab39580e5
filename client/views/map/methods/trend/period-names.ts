import { useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';

export type Step = NonNullable<SummaryOf<'trend'>['step']>;

/** What a period is called: its first day is a day of the calendar, written in UTC. */
export function usePeriodName(step: Step): (start: number, length?: 'long' | 'short') => string {
  const intl = useIntl();
  const date = (start: number, options: Parameters<typeof intl.formatDate>[1]) =>
    intl.formatDate(start, { ...options, timeZone: 'UTC' });
  return (start, length = 'long') => {
    switch (step) {
      case 'month':
        return date(start, { month: length, year: 'numeric' });
      case 'quarter':
        return intl.formatMessage(
          { id: 'map.trend.quarter', defaultMessage: 'Quarter {quarter, number} of {year}' },
          {
            quarter: Math.floor(new Date(start).getUTCMonth() / 3) + 1,
            year: date(start, { year: 'numeric' }),
          },
        );
      case 'week':
        return intl.formatMessage(
          { id: 'map.trend.week', defaultMessage: 'Week of {day}' },
          { day: date(start, { dateStyle: 'medium' }) },
        );
      case 'day':
        return date(start, { dateStyle: length === 'long' ? 'full' : 'medium' });
    }
  };
}

/** Each season again: a year later, or a week where days are counted. */
const CYCLES: Readonly<Record<Step, number>> = { day: 7, week: 52, month: 12, quarter: 4 };

/** How many periods later a change is told: a cycle of seasons, or one period while there is no whole cycle. */
export function spanOfChange(step: Step, periods: number): { periods: number; name: 'year' | 'week' | Step } {
  if (periods < CYCLES[step]) return { periods: 1, name: step };
  return { periods: CYCLES[step], name: step === 'day' ? 'week' : 'year' };
}
