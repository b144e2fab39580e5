import { FormattedMessage } from 'react-intl';
import { Fact } from './fact.tsx';

/** How often chance was tried, and the seed that gives the same tries again. */
export function PermutationsFact({ permutations, seed }: { permutations: number; seed: number }) {
  return (
    <Fact name={<FormattedMessage id="map.facts.permutations" defaultMessage="Permutations" />}>
      <FormattedMessage
        id="map.facts.permutationsOf"
        defaultMessage="{permutations, number}, seed {seed, number, ::group-off}"
        values={{ permutations, seed }}
      />
    </Fact>
  );
}
