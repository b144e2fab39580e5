import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';

type Summary = SummaryOf<'risk-terrain'>;

/** The strongest factor as a sentence, and how many carry a weight at all. */
export function TerrainWords({ summary: { factors } }: { summary: Summary }) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const kept = factors
    .filter(({ verdict }) => verdict === 'kept')
    .toSorted((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const [first] = kept;
  if (!first)
    return (
      <p>
        <FormattedMessage
          id="map.terrain.wordsNone"
          defaultMessage="Near none of these kinds of assets are there more, or fewer, incidents than chance explains. All cells have the same score."
        />
      </p>
    );
  return (
    <p>
      <FormattedMessage
        id="map.terrain.words"
        defaultMessage="{kept, plural, one {One of {factors, number} kinds carries a weight.} other {# of {factors, number} kinds carry a weight.}} The strongest is “{kind}”: within {within, number} m of one, a cell has {ratio} times as many incidents as a like cell farther away."
        values={{
          kept: kept.length,
          factors: factors.length,
          kind: kindText(first.kind),
          within: first.within,
          ratio: intl.formatNumber(first.ratio, { maximumSignificantDigits: 2 }),
        }}
      />
    </p>
  );
}
