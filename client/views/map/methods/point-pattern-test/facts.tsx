import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { useAreaKindText } from '../../../../area-kind-text.ts';
import { Fact } from '../fact.tsx';
import { useMetresText } from '../figures.ts';
import { PeriodFacts } from '../period-facts.tsx';

export function PointPatternFacts({ run: { summary } }: { run: RunOf<'point-pattern-test'> }) {
  const intl = useIntl();
  const metres = useMetresText();
  const areaKind = useAreaKindText();
  if (!summary) return null;
  return (
    <>
      <PeriodFacts before={summary.before} after={summary.after} />
      <Fact name={<FormattedMessage id="map.pattern.places" defaultMessage="Places" />}>
        <FormattedMessage
          id="map.pattern.placesOf"
          defaultMessage="{places, number} {on, select, areas {({kind})} other {cells of {side}}}, {compared, number} with an incident"
          values={{
            places: summary.places,
            compared: summary.compared,
            on: summary.on,
            kind: areaKind(summary.areaKind ?? ''),
            side: metres(summary.cell),
          }}
        />
      </Fact>
      <Fact name={<FormattedMessage id="map.facts.test" defaultMessage="Test" />}>
        <FormattedMessage
          id="map.pattern.test"
          defaultMessage="χ² of each place’s share, level {level}, {correction, select, by {corrected for shares of one total (Benjamini–Yekutieli)} fdr {corrected for many places (FDR)} other {not corrected}}"
          values={{
            level: intl.formatNumber(summary.level, { style: 'percent', maximumFractionDigits: 2 }),
            correction: summary.correction,
          }}
        />
      </Fact>
      {summary.similarity !== null && summary.similarityOfAll !== null ? (
        <Fact name={<FormattedMessage id="map.pattern.index" defaultMessage="Similarity index S" />}>
          <FormattedMessage
            id="map.pattern.indexOf"
            defaultMessage="{similarity} of places with an incident; {all} of all places"
            values={{ similarity: three(summary.similarity), all: three(summary.similarityOfAll) }}
          />
        </Fact>
      ) : null}
    </>
  );

  function three(value: number): string {
    return intl.formatNumber(value, { maximumFractionDigits: 3 });
  }
}
