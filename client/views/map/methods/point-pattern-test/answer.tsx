import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';

type Summary = SummaryOf<'point-pattern-test'>;
type Moved = Summary['moved'][number];

export function PointPatternAnswer({ run: { summary } }: { run: RunOf<'point-pattern-test'> }) {
  if (!summary || summary.tooFew) return null;
  return (
    <>
      <Words summary={summary} />
      <MovedTable summary={summary} />
    </>
  );
}

function Words({ summary }: { summary: Summary }) {
  const percent = usePercentText();
  const { before, after, similarity, compared, larger, smaller, on } = summary;
  if (!before || !after || similarity === null) return null;
  const found = larger + smaller;
  return (
    <div className={panelStyles.stack}>
      <p>
        <FormattedMessage
          id="map.pattern.words"
          defaultMessage="{before, number} incidents in the first period, {after, number} in the second. {found, plural, =0 {No place’s share of them is shown to differ: nothing speaks for another pattern.} other {In {same, number} of {compared, number} {on, select, areas {areas} other {cells}} ({share}) the share of all incidents is about what it was; {larger, plural, =0 {none has} one {# has} other {# have}} a larger and {smaller, plural, =0 {none has} one {# has} other {# have}} a smaller one.}}"
          values={{
            before: before.incidents,
            after: after.incidents,
            found,
            same: compared - found,
            compared,
            on,
            share: percent(similarity),
            larger,
            smaller,
          }}
        />
      </p>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.pattern.read"
          defaultMessage="A place may have more incidents than before and yet a smaller share of them. With few incidents in a place nothing can be shown to differ, so a high figure alone does not prove that the pattern stayed."
        />
      </p>
    </div>
  );
}

function MovedTable({ summary: { moved, larger, smaller } }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  return (
    <FoundTable<Moved>
      title={
        <FormattedMessage
          id="map.pattern.title"
          defaultMessage="{count, plural, =0 {No share differs} one {# place with another share} other {# places with another share}}"
          values={{ count: larger + smaller }}
        />
      }
      label={intl.formatMessage({
        id: 'map.pattern.label',
        defaultMessage: 'Places whose share of the incidents changed',
      })}
      empty={
        <FormattedMessage
          id="map.pattern.none"
          defaultMessage="No place’s share changed more than chance would explain."
        />
      }
      rows={moved}
      partOf={({ place }) => String(place)}
      holds={({ place }, part) => String(place) === part}
      columns={[
        {
          id: 'shares',
          title: intl.formatMessage({ id: 'map.pattern.shares', defaultMessage: 'Share before → after' }),
          cell: ({ direction, shareBefore, shareAfter }) =>
            intl.formatMessage(
              {
                id: 'map.pattern.sharesOf',
                defaultMessage: '{larger, select, true {larger} other {smaller}}: {was} → {is}',
              },
              { larger: String(direction > 0), was: percent(shareBefore), is: percent(shareAfter) },
            ),
          sortBy: ({ shareBefore, shareAfter }) => shareAfter - shareBefore,
          numeric: true,
          width: 120,
        },
      ]}
    />
  );
}
