import { useIntl } from 'react-intl';

/** A Monday: days are counted on from here. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** Name of a weekday, 1 Monday to 7 Sunday. */
export function useWeekdayText(): (weekday: number, length?: 'long' | 'short') => string {
  const intl = useIntl();
  return (weekday, length = 'long') =>
    intl.formatDate(MONDAY + (weekday - 1) * DAY, { weekday: length, timeZone: 'UTC' });
}
