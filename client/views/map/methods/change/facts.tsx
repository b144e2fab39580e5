import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useDayText } from '../figures.ts';
import { LevelFact } from '../level-fact.tsx';

export function ChangeFacts({ run: { parameters, summary } }: { run: RunOf<'change'> }) {
  const day = useDayText();
  const periods = [
    [<FormattedMessage key="before" id="map.change.before" defaultMessage="Before" />, summary?.before],
    [<FormattedMessage key="after" id="map.change.after" defaultMessage="After" />, summary?.after],
  ] as const;
  return (
    <>
      {periods.map(([name, period]) =>
        period ? (
          <Fact key={period.from} name={name}>
            <FormattedMessage
              id="map.change.periodOf"
              defaultMessage="{from} – {to}: {incidents, number} incidents in {days, plural, one {# day} other {# days}}"
              values={{
                from: day(period.from),
                to: day(period.to, true),
                incidents: period.incidents,
                days: Math.round(period.days),
              }}
            />
          </Fact>
        ) : null,
      )}
      <Fact name={<FormattedMessage id="map.facts.test" defaultMessage="Test" />}>
        <FormattedMessage
          id="map.change.testName"
          defaultMessage="{test, select, poisson {Poisson z} other {E-test for two counts}}"
          values={{ test: parameters.test === 'poisson-z' ? 'poisson' : 'exact' }}
        />
      </Fact>
      <LevelFact level={parameters.level} correction={parameters.correction} />
    </>
  );
}
