import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';
import { PeriodFacts } from '../period-facts.tsx';

export function ChangeFacts({ run: { parameters, summary } }: { run: RunOf<'change'> }) {
  return (
    <>
      <PeriodFacts before={summary?.before ?? null} after={summary?.after ?? null} />
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
