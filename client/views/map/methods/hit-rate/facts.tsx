import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useDayText } from '../figures.ts';

export function HitRateFacts({ run: { summary } }: { run: RunOf<'hit-rate'> }) {
  const day = useDayText();
  if (!summary) return null;
  const periods = [
    [<FormattedMessage key="seen" id="map.hit.seen" defaultMessage="Maps saw" />, summary.seen],
    [<FormattedMessage key="held" id="map.hit.heldOut" defaultMessage="Held against" />, summary.heldOut],
  ] as const;
  return periods.map(([name, period]) =>
    period ? (
      <Fact key={period.from} name={name}>
        <FormattedMessage
          id="map.hit.periodOf"
          defaultMessage="{from} – {to}: {incidents, number} incidents"
          values={{ from: day(period.from), to: day(period.to, true), incidents: period.incidents }}
        />
      </Fact>
    ) : null,
  );
}
