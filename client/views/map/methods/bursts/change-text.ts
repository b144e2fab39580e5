import { useIntl } from 'react-intl';

/** A ratio as people say it: what is offered has its own words, the rest is a percentage. */
export function useChangeText(): (ratio: number) => string {
  const intl = useIntl();
  return (ratio) =>
    intl.formatMessage(
      {
        id: 'map.bursts.change',
        defaultMessage:
          '{ratio, select, r110 {a tenth more} r125 {a quarter more} r150 {half as many again} r200 {twice as many} r300 {three times as many} r67 {a third fewer} r50 {half as many} more {{share} more} other {{share} fewer}}',
      },
      {
        ratio: NAMED.has(ratio) ? `r${Math.round(ratio * 100)}` : ratio > 1 ? 'more' : 'fewer',
        share: intl.formatNumber(Math.abs(ratio - 1), { style: 'percent', maximumFractionDigits: 0 }),
      },
    );
}

const NAMED: ReadonlySet<number> = new Set([1.1, 1.25, 1.5, 2, 3, 0.67, 0.5]);

/** A day of the calendar, written as 2024-02-29 or counted from 1970 in UTC. */
export function useCalendarDay(): (day: string | number) => string {
  const intl = useIntl();
  return (day) => intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' });
}
