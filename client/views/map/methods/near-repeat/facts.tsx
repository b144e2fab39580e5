import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';
import { useExpectedText } from '../figures.ts';
import { PermutationsFact } from '../permutations-fact.tsx';

export function NearRepeatFacts({ run: { parameters, summary } }: { run: RunOf<'near-repeat'> }) {
  const expected = useExpectedText();
  if (!summary) return null;
  return (
    <>
      <Fact name={<FormattedMessage id="map.near.pairs" defaultMessage="Pairs compared" />}>
        <FormattedMessage
          id="map.near.pairsOf"
          defaultMessage="{pairs, number}, {metric, select, manhattan {along blocks (Manhattan)} other {as the crow flies (Euclidean)}}"
          values={{ pairs: summary.pairs, metric: summary.metric }}
        />
      </Fact>
      <PermutationsFact permutations={summary.permutations} seed={parameters.seed} />
      <Fact name={<FormattedMessage id="map.near.links" defaultMessage="Chains" />}>
        <FormattedMessage
          id="map.near.linksOf"
          defaultMessage="within {distance, number} m and {days, number} days: {pairs, number} linked pairs, {expected} by chance"
          values={{ ...summary.links, expected: expected(summary.links.expected) }}
        />
      </Fact>
    </>
  );
}
