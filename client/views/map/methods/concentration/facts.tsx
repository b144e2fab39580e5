import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useAssetKindsText } from './use-asset-kinds-text.ts';

export function ConcentrationFacts({ run: { parameters, summary } }: { run: RunOf<'concentration'> }) {
  const kindsText = useAssetKindsText();
  if (!summary) return null;
  return (
    <>
      <Fact name={<FormattedMessage id="map.conc.places" defaultMessage="Places" />}>
        <FormattedMessage
          id="map.conc.placesOf"
          defaultMessage="{kind, select, street {{places, plural, one {# street segment} other {# street segments}}} area {{places, plural, one {# area} other {# areas}}} asset {{places, plural, one {# community asset} other {# community assets}}} other {{places, plural, one {# position} other {# positions}} with incidents}}{kind, select, position {} other {, {used, number} with incidents}}"
          values={{ places: summary.places, kind: summary.place, used: summary.placesWithIncidents }}
        />
      </Fact>
      {summary.assetKinds?.length ? (
        <Fact name={<FormattedMessage id="map.conc.assets" defaultMessage="Kinds of assets" />}>
          <FormattedMessage
            id="map.conc.assetsOf"
            defaultMessage="{kinds}; near is within {limit, number} m, each incident at the nearest"
            values={{ kinds: kindsText(summary.assetKinds), limit: parameters.assetLimit }}
          />
        </Fact>
      ) : null}
      {summary.gini === null ? null : (
        <Fact name={<FormattedMessage id="map.conc.gini" defaultMessage="Gini" />}>
          <FormattedMessage
            id="map.conc.giniOf"
            defaultMessage="{gini, number, ::.000}; generalised {generalised}{interval, select, none {} other { ({confidence, number, ::percent} interval {interval})}}"
            values={{
              gini: summary.gini,
              generalised: summary.generalisedGini === null ? '–' : summary.generalisedGini.toFixed(3),
              confidence: summary.confidence,
              interval:
                summary.interval === null
                  ? 'none'
                  : summary.interval.map((edge) => edge.toFixed(3)).join(' – '),
            }}
          />
        </Fact>
      )}
    </>
  );
}
