import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { LevelFact } from '../level-fact.tsx';
import { PermutationsFact } from '../permutations-fact.tsx';

export function MoranFacts({ run: { parameters, summary } }: { run: RunOf<'local-moran'> }) {
  return (
    <>
      <LevelFact level={parameters.level} correction={parameters.correction} />
      <PermutationsFact permutations={parameters.permutations} seed={parameters.seed} />
      <Fact name={<FormattedMessage id="map.facts.mean" defaultMessage="Mean of a cell" />}>
        <FormattedMessage
          id="map.facts.meanOf"
          defaultMessage="{mean, number, ::.00} incidents"
          values={{ mean: summary?.mean ?? 0 }}
        />
      </Fact>
    </>
  );
}
