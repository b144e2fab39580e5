import { useIntl } from 'react-intl';
import { monthAfter, monthsBetween } from './months.ts';

/** A period of whole months in words: 2025, Jan – Mar 2025, Jan 2025. `before` is the month after the last. */
export function usePeriodText(): (from: string, before: string) => string {
  const intl = useIntl();
  return (from, before) => {
    const first = new Date(`${from}-01T00:00:00Z`);
    if (from.endsWith('-01') && monthsBetween(from, before) === 12)
      return intl.formatDate(first, { year: 'numeric', timeZone: 'UTC' });
    const last = new Date(`${monthAfter(before, -1)}-01T00:00:00Z`);
    return intl.formatDateTimeRange(first, last, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  };
}
