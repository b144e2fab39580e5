import { useIntl } from 'react-intl';

/** A ratio as people say it. */
export function useChangeText(): (ratio: number) => string {
  const intl = useIntl();
  return (ratio) =>
    intl.formatMessage(
      {
        id: 'map.bursts.change',
        defaultMessage: '{side, select, more {{share} more} other {{share} fewer}}',
      },
      {
        side: ratio > 1 ? 'more' : 'fewer',
        share: intl.formatNumber(Math.abs(ratio - 1), { style: 'percent', maximumFractionDigits: 0 }),
      },
    );
}

/** A day of the calendar, written as 2024-02-29 or counted from 1970 in UTC. */
export function useCalendarDay(): (day: string | number) => string {
  const intl = useIntl();
  return (day) => intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' });
}
