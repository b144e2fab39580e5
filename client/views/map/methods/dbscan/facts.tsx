import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useMetresText } from '../figures.ts';

export function DbscanFacts({ run: { summary } }: { run: RunOf<'dbscan'> }) {
  const metres = useMetresText();
  if (!summary) return null;
  return (
    <>
      <Fact name={<FormattedMessage id="map.dbscan.radiusFact" defaultMessage="Radius" />}>
        <FormattedMessage
          id="map.facts.chosenBy"
          defaultMessage="{value} ({rule, select, auto {from the data} other {chosen}})"
          values={{ value: metres(summary.radius), rule: summary.radiusRule }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.dbscan.minimumFact" defaultMessage="Incidents within it" />}>
        <FormattedMessage
          id="map.dbscan.minimumOf"
          defaultMessage="at least {value, number} ({rule, select, auto {from the data} other {chosen}})"
          values={{ value: summary.minimum ?? 0, rule: summary.minimumRule }}
        />
      </Fact>
    </>
  );
}
