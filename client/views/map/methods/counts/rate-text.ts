import { useIntl } from 'react-intl';

interface Rated {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A rate with as many digits as it is worth. */
export function useRateText(): (rate: number) => string {
  const intl = useIntl();
  return (rate) =>
    intl.formatNumber(rate, rate < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 });
}

/** The interval alone. */
export function useIntervalText(): (place: Rated) => string | null {
  const intl = useIntl();
  const text = useRateText();
  return ({ low, high }) =>
    low === null || high === null
      ? null
      : intl.formatMessage(
          { id: 'map.counts.intervalOf', defaultMessage: '{low} – {high}' },
          { low: text(low), high: text(high) },
        );
}

/** A rate never stands without its interval. */
export function useRateWithInterval(): (place: Rated) => string | null {
  const intl = useIntl();
  const text = useRateText();
  const interval = useIntervalText();
  return (place) =>
    place.rate === null
      ? null
      : intl.formatMessage(
          { id: 'map.counts.rateOf', defaultMessage: '{rate} ({interval})' },
          { rate: text(place.rate), interval: interval(place) },
        );
}
