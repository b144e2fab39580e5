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

/** A day in the zone of the answer; the end of a half-open period is the day before. */
export function useDayText(): (instant: string, isEnd?: boolean) => string {
  const intl = useIntl();
  const timeZone = useZone();
  return (instant, isEnd = false) =>
    intl.formatDate(Date.parse(instant) - (isEnd ? 1 : 0), { dateStyle: 'medium', timeZone });
}

/** Two days, both in: what they share is written once. */
export function useDayRangeText(): (from: string, to: string) => string {
  const intl = useIntl();
  const timeZone = useZone();
  return (from, to) =>
    intl.formatDateTimeRange(new Date(from), new Date(to), { dateStyle: 'medium', timeZone });
}

/** Periods begin at midnight of the place the incidents are from: read in another zone, a day would stand in two of them. */
function useZone(): string {
  const { incidents, runOnMap } = useMapContext();
  return zoneOfRun(runOnMap.run?.parameters) ?? incidents.timezone;
}

/** The zone an answer was worked out in; null where the method knows no days. */
export function zoneOfRun(parameters: object | undefined): string | null {
  if (!parameters || !('timezone' in parameters) || typeof parameters.timezone !== 'string') return null;
  return parameters.timezone === 'auto' ? null : parameters.timezone;
}

/** How many chance would give: with a decimal only where that can be told. */
export function useExpectedText(): (value: number) => string {
  const intl = useIntl();
  return (value) => intl.formatNumber(value, { maximumFractionDigits: value < 100 ? 1 : 0 });
}

/** The name of a place, or where it is. */
export const placeText = (name: string | null, [lon, lat]: readonly [number, number]): string =>
  name ?? `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
