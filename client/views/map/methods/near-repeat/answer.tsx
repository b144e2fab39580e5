import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { useDayRangeText, useExpectedText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';
import { KnoxTable } from './knox-table.tsx';

type Summary = SummaryOf<'near-repeat'>;
type Chain = Summary['chains'][number];

export function NearRepeatAnswer({ run: { summary } }: { run: RunOf<'near-repeat'> }) {
  if (!summary) return null;
  return (
    <>
      {summary.tooFew ? null : <Words summary={summary} />}
      <KnoxTable summary={summary} />
      <Chains summary={summary} />
    </>
  );
}

/** The strongest notable band says it best. */
function Words({ summary: { table } }: { summary: Summary }) {
  const expected = useExpectedText();
  const notable = table.filter(({ notable: stands, ratio }) => stands && ratio !== null);
  const best = notable.reduce((a, b) => ((b.ratio ?? 0) > (a.ratio ?? 0) ? b : a), notable[0]);
  if (!best)
    return (
      <p>
        <FormattedMessage
          id="map.near.wordsNone"
          defaultMessage="Incidents do not follow each other nearby more often than chance would have it, in any of these bands."
        />
      </p>
    );
  return (
    <p>
      <FormattedMessage
        id="map.near.words"
        defaultMessage="After an incident, {space, select, same {the same place} other {places {spaceFrom, number} to {spaceTo, number} m away}} had {ratio, number, ::.0} times as many incidents {timeFrom, number} to under {timeTo, number} days later as chance would give ({observed, number} pairs, {expected} expected)."
        values={{
          space: best.spaceFrom === 0 && (best.spaceTo ?? 2) <= 1 ? 'same' : 'band',
          spaceFrom: best.spaceFrom,
          spaceTo: best.spaceTo ?? best.spaceFrom,
          timeFrom: best.timeFrom,
          timeTo: best.timeTo ?? best.timeFrom,
          ratio: best.ratio ?? 1,
          observed: best.observed,
          expected: expected(best.expected),
        }}
      />
    </p>
  );
}

function Chains({ summary: { chains, links } }: { summary: Summary }) {
  const intl = useIntl();
  const range = useDayRangeText();
  return (
    <FoundTable<Chain>
      title={
        <FormattedMessage
          id="map.near.chains"
          defaultMessage="{count, plural, =0 {No chains} one {# chain} other {# chains}} of near incidents"
          values={{ count: links.chains }}
        />
      }
      label={intl.formatMessage({ id: 'map.near.chainsLabel', defaultMessage: 'Chains, the longest first' })}
      empty={
        <FormattedMessage
          id="map.near.noChains"
          defaultMessage="No incident was so near to another in both place and time."
        />
      }
      rows={chains}
      columns={[
        {
          id: 'period',
          title: intl.formatMessage({ id: 'map.near.period', defaultMessage: 'From, to' }),
          cell: ({ from, to }) => range(from, to),
          sortBy: ({ from }) => from,
          width: 120,
        },
      ]}
    />
  );
}
