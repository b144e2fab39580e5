import { useIntl } from 'react-intl';

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
