import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';
import { useAgainstText } from '../use-against-text.ts';

export function QuotientFacts({ run: { parameters, summary } }: { run: RunOf<'location-quotient'> }) {
  const against = useAgainstText();
  const areaKind = useAreaKindText();
  return (
    <>
      <Fact name={<FormattedMessage id="map.against" defaultMessage="Compared with" />}>
        <FormattedMessage
          id="map.quotient.against"
          defaultMessage="{against}{all, plural, =0 {} other {; together # in these areas}}"
          values={{ against: against(parameters.against), all: summary?.all ?? 0 }}
        />
      </Fact>
      {summary && summary.areas > 0 ? (
        <Fact name={<FormattedMessage id="map.counts.areas" defaultMessage="Areas" />}>
          <FormattedMessage
            id="map.quotient.areasOf"
            defaultMessage="{kind}: {areas, number} with incidents{few, plural, =0 {} other {, # of them with too few (below 20)}}"
            values={{
              kind: areaKind(summary.areaKind ?? ''),
              areas: summary.areas,
              few: summary.withTooFew,
            }}
          />
        </Fact>
      ) : null}
      <LevelFact level={parameters.level} correction={parameters.correction} of="areas" />
    </>
  );
}
