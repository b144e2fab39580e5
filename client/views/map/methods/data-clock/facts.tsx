import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';

export function ClockFacts({ run: { summary } }: { run: RunOf<'data-clock'> }) {
  if (!summary) return null;
  return (
    <>
      <Fact name={<FormattedMessage id="map.clock.zoneName" defaultMessage="Time zone" />}>
        {summary.timezone}
      </Fact>
      <Fact name={<FormattedMessage id="map.clock.known" defaultMessage="Known" />}>
        <FormattedMessage
          id="map.clock.knownOf"
          defaultMessage="to the hour {sharp, number}; spread over a span {spread, number}; the date only {dateOnly, number}; not at all {unknown, number}"
          values={{
            sharp: summary.sharp,
            spread: summary.spread - summary.sharp,
            dateOnly: summary.dateOnly,
            unknown: summary.unknown + summary.withoutTime,
          }}
        />
      </Fact>
    </>
  );
}
