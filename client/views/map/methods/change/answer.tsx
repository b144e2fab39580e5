import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { PatchTable } from '../found-table.tsx';

type Patch = SummaryOf<'change'>['patches'][number];

export function ChangeAnswer({ run: { summary } }: { run: RunOf<'change'> }) {
  const intl = useIntl();
  if (!summary) return null;
  const { before, after, patches } = summary;
  return (
    <>
      {before && after && !summary.tooFew ? (
        <p>
          <FormattedMessage
            id="map.change.words"
            defaultMessage="{before, number} incidents in the first period, {after, number} in the second. {found, plural, =0 {In no cell is the change more than chance explains.} other {{more, plural, =0 {No cell has} one {# cell has} other {# cells have}} more and {fewer, plural, =0 {none has} one {# has} other {# have}} fewer than chance explains, of {tested, number} with any incident.}}"
            values={{
              before: before.incidents,
              after: after.incidents,
              found: summary.more + summary.fewer,
              more: summary.more,
              fewer: summary.fewer,
              tested: summary.tested,
            }}
          />
        </p>
      ) : null}
      <PatchTable<Patch>
        title={
          <FormattedMessage
            id="map.change.title"
            defaultMessage="{count, plural, =0 {No place changed} one {# place changed} other {# places changed}}"
            values={{ count: patches.length }}
          />
        }
        label={intl.formatMessage({ id: 'map.change.label', defaultMessage: 'Places that changed' })}
        empty={
          <FormattedMessage
            id="map.change.none"
            defaultMessage="No cell changed more than chance would explain."
          />
        }
        rows={patches}
        columns={[
          {
            id: 'counts',
            title: intl.formatMessage({ id: 'map.change.counts', defaultMessage: 'Before → after' }),
            cell: ({ direction, before: was, after: is }) =>
              intl.formatMessage(
                {
                  id: 'map.change.countsOf',
                  defaultMessage: '{more, select, true {more} other {fewer}}: {was, number} → {is, number}',
                },
                { more: String(direction > 0), was, is },
              ),
            sortBy: ({ before: was, after: is }) => is - was,
            numeric: true,
            width: 112,
          },
        ]}
      />
    </>
  );
}
