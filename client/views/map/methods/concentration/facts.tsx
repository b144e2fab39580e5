import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';

export function ConcentrationFacts({ run: { summary } }: { run: RunOf<'concentration'> }) {
  if (!summary) return null;
  return (
    <>
      <Fact name={<FormattedMessage id="map.conc.places" defaultMessage="Places" />}>
        <FormattedMessage
          id="map.conc.placesOf"
          defaultMessage="{places, number} {kind, select, street {street segments} area {areas} other {positions with incidents}}{kind, select, position {} other {, {used, number} with incidents}}"
          values={{ places: summary.places, kind: summary.place, used: summary.placesWithIncidents }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.conc.gini" defaultMessage="Gini" />}>
        <FormattedMessage
          id="map.conc.giniOf"
          defaultMessage="{gini, number, ::.000}; generalised {generalised}{interval, select, none {} other { ({confidence, number, ::percent} interval {interval})}}"
          values={{
            gini: summary.gini ?? 0,
            generalised: summary.generalisedGini === null ? '–' : summary.generalisedGini.toFixed(3),
            confidence: summary.confidence,
            interval:
              summary.interval === null
                ? 'none'
                : summary.interval.map((edge) => edge.toFixed(3)).join(' – '),
          }}
        />
      </Fact>
    </>
  );
}
