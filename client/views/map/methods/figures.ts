import { useIntl } from 'react-intl';
import { useMapContext } from '../map-context.ts';

/** A probability in words that do not pretend to more than it knows. */
export function useChanceText(): (value: number | null) => string | null {
  const intl = useIntl();
  return (value) => {
    if (value === null) return null;
    if (value < 0.0001) return intl.formatMessage({ id: 'map.cell.tiny', defaultMessage: 'below 0.0001' });
    return intl.formatNumber(value, { maximumSignificantDigits: 2 });
  };
}

/** Whole metres with their unit. */
export function useMetresText(): (value: number | null) => string {
  const intl = useIntl();
  return (value) =>
    value === null ? '–' : `${intl.formatNumber(value, { maximumFractionDigits: value < 10 ? 2 : 0 })} m`;
}

/** A share as a percentage that keeps two digits where it is small. */
export function usePercentText(): (share: number) => string {
  const intl = useIntl();
  return (share) =>
    intl.formatNumber(share, { style: 'percent', maximumSignificantDigits: share < 0.1 ? 2 : 3 });
}

/** A day in the zone of the workspace; the end of a half-open period is the day before. */
export function useDayText(): (instant: string, isEnd?: boolean) => string {
  const intl = useIntl();
  const { records } = useMapContext();
  const timeZone = records.workspace?.timezone;
  return (instant, isEnd = false) =>
    intl.formatDate(Date.parse(instant) - (isEnd ? 1 : 0), { dateStyle: 'medium', timeZone });
}

/** Two days, both in: what they share is written once. */
export function useDayRangeText(): (from: string, to: string) => string {
  const intl = useIntl();
  const { records } = useMapContext();
  const timeZone = records.workspace?.timezone;
  return (from, to) =>
    intl.formatDateTimeRange(new Date(from), new Date(to), { dateStyle: 'medium', timeZone });
}

/** The name of a place, or where it is. */
export const placeText = (name: string | null, [lon, lat]: readonly [number, number]): string =>
  name ?? `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
