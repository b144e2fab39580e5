import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { PatchTable } from '../found-table.tsx';
import { useValueText } from './value-text.ts';

type Summary = SummaryOf<'dual-density'>;
type Patch = Summary['patches'][number];

export function DualDensityAnswer({ run: { summary } }: { run: RunOf<'dual-density'> }) {
  if (!summary || summary.tooFew) return null;
  const { patches, masked, cells, comparison, n, compared } = summary;
  return (
    <>
      <p>
        <FormattedMessage
          id="map.dual.words"
          defaultMessage="{n, number} incidents against {compared, number} {comparison, select, people {residents} other {other incidents}}. {patches, plural, =0 {Nowhere are they clearly denser than what they are compared with.} one {In one place they are clearly denser than what they are compared with.} other {In # places they are clearly denser than what they are compared with.}} {masked, plural, =0 {} other {Of {cells, number} cells # are grey: too few to compare with, so nothing is said there.}}"
          values={{ n, compared: Math.round(compared), comparison, patches: patches.length, masked, cells }}
        />
      </p>
      <Patches summary={summary} />
    </>
  );
}

function Patches({ summary: { patches, measure } }: { summary: Summary }) {
  const intl = useIntl();
  const valueText = useValueText();
  return (
    <PatchTable<Patch>
      title={
        <FormattedMessage
          id="map.dual.title"
          defaultMessage="{count, plural, =0 {No place is denser} one {# denser place} other {# denser places}}"
          values={{ count: patches.length }}
        />
      }
      label={intl.formatMessage({ id: 'map.dual.label', defaultMessage: 'Places that are denser' })}
      empty={
        <FormattedMessage
          id="map.dual.none"
          defaultMessage="No cell is clearly denser than what it is compared with."
        />
      }
      rows={patches}
      columns={[
        {
          id: 'highest',
          title: intl.formatMessage({ id: 'map.dual.highest', defaultMessage: 'Most' }),
          cell: ({ highest }) => valueText(highest, measure),
          sortBy: ({ highest }) => highest,
          numeric: true,
          width: 90,
        },
      ]}
    />
  );
}
