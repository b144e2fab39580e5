import { FormattedDate, FormattedMessage } from 'react-intl';

/** First and last day in the zone of the data. */
export function Period({
  from,
  to,
  timezone,
}: {
  from: string | null;
  to: string | null;
  timezone?: string;
}) {
  if (!from || !to) return null;
  const day = (value: string) => (
    <FormattedDate value={value} day="numeric" month="short" year="numeric" timeZone={timezone} />
  );
  return (
    <FormattedMessage
      id="data.period"
      defaultMessage="{from} – {to}"
      values={{ from: day(from), to: day(to) }}
    />
  );
}
