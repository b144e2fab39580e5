import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';
import { byKind } from './findings.ts';

export function RingsFacts({ run: { parameters, summary } }: { run: RunOf<'asset-rings'> }) {
  const intl = useIntl();
  if (!summary) return null;
  return (
    <>
      {summary.rings.length === 0 ? null : (
        <>
          <Fact name={<FormattedMessage id="map.rings.ringsFact" defaultMessage="Rings" />}>
            <FormattedMessage
              id="map.rings.ringsOf"
              defaultMessage="to {edges} m around {kinds, plural, one {# kind of asset} other {# kinds of assets}}"
              values={{
                edges: intl.formatList(parameters.rings.map((edge) => intl.formatNumber(edge))),
                kinds: byKind(summary.rings).length,
              }}
            />
          </Fact>
          <Fact name={<FormattedMessage id="map.rings.compared" defaultMessage="Compared with" />}>
            <FormattedMessage
              id="map.rings.comparedOf"
              defaultMessage="the region beyond the outermost ring; {area, number} km² in all"
              values={{ area: Number(summary.regionKm2.toPrecision(3)) }}
            />
          </Fact>
        </>
      )}
      <LevelFact level={parameters.level} correction={parameters.correction} of="rings" />
    </>
  );
}
