import { useIntl } from 'react-intl';
import { useMapContext } from './map-context.ts';
import { minuteOf } from './use-incidents.ts';

/** The period under the filter in words; the brush while it moves. */
export function usePeriodText(): string {
  const { search, incidents } = useMapContext();
  const write = usePeriodOfMinutes();
  return write(incidents.draft?.from ?? minuteOf(search.from), incidents.draft?.to ?? minuteOf(search.to));
}

/** A period of instants in words. */
export function usePeriodOf(): (from: string | undefined, to: string | undefined) => string {
  const write = usePeriodOfMinutes();
  return (from, to) => write(minuteOf(from), minuteOf(to));
}

/** The end is not in the period: the last moment that is in is what people call its end. */
function usePeriodOfMinutes(): (from: number | undefined, to: number | undefined) => string {
  const intl = useIntl();
  const write = useInstantText();
  return (from, to) => {
    if (from === undefined && to === undefined)
      return intl.formatMessage({ id: 'map.period.all', defaultMessage: 'All times' });
    if (from === undefined)
      return intl.formatMessage(
        { id: 'map.period.until', defaultMessage: 'Until {to}' },
        { to: write((to ?? 0) - 1) },
      );
    if (to === undefined)
      return intl.formatMessage(
        { id: 'map.period.since', defaultMessage: 'Since {from}' },
        { from: write(from) },
      );
    return intl.formatMessage(
      { id: 'map.period.between', defaultMessage: '{from} – {to}' },
      { from: write(from), to: write(to - 1) },
    );
  };
}

/** A minute since 1970 as a date in the zone of the area; with the hour where the bars are that narrow. */
export function useInstantText(): (minute: number) => string {
  const intl = useIntl();
  const { incidents } = useMapContext();
  const narrow = (incidents.bins?.widthMinutes ?? 1440) < 1440;
  return (minute) =>
    intl.formatDate(minute * 60_000, {
      timeZone: incidents.timezone,
      dateStyle: 'medium',
      ...(narrow ? { timeStyle: 'short' } : {}),
    });
}
