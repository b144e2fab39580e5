import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';

export function TerrainFacts({ run: { parameters, summary } }: { run: RunOf<'risk-terrain'> }) {
  return (
    <>
      {summary && summary.factors.length > 0 ? (
        <Fact name={<FormattedMessage id="map.terrain.factors" defaultMessage="Factors" />}>
          <FormattedMessage
            id="map.terrain.factorsOf"
            defaultMessage="{factors, plural, one {# kind of asset} other {# kinds of assets}} ({rule, select, auto {those with most assets} other {chosen}}), {kept, number} with a weight"
            values={{
              factors: summary.factors.length,
              rule: summary.factorRule,
              kept: summary.factors.filter(({ verdict }) => verdict === 'kept').length,
            }}
          />
        </Fact>
      ) : null}
      <LevelFact level={parameters.level} of="factors" />
      <Fact name={<FormattedMessage id="map.terrain.publish" defaultMessage="Publication" />}>
        <FormattedMessage id="map.terrain.never" defaultMessage="Never" />
      </Fact>
    </>
  );
}
