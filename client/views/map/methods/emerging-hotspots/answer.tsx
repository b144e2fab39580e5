import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { useLegendText } from '../../../../map/legend-text.ts';
import { readCellPeriod } from '../../../../map/results/cell-period.ts';
import panelStyles from '../../panels/panels.module.css';
import { FoundTable } from '../found-table.tsx';
import { type CourseCounts, coursesOf, type Side } from './patterns.ts';

type Summary = SummaryOf<'emerging-hotspots'>;
type Patch = Summary['patches'][number];

export function EmergingAnswer({ run: { summary } }: { run: RunOf<'emerging-hotspots'> }) {
  const intl = useIntl();
  const legend = useLegendText();
  const name = (label: Patch['label']) => (label === 'none' ? '' : legend({ key: label }));
  if (!summary || summary.tooFew) return null;
  return (
    <>
      <Words summary={summary} />
      <FoundTable<Patch>
        title={
          <FormattedMessage
            id="map.emerging.title"
            defaultMessage="{count, plural, =0 {No places with a history} one {# place with a history} other {# places with a history}}"
            values={{ count: summary.patches.length }}
          />
        }
        label={intl.formatMessage({
          id: 'map.emerging.label',
          defaultMessage: 'Places by the name of their history',
        })}
        empty={
          <FormattedMessage
            id="map.emerging.none"
            defaultMessage="In no period does a cell stand out more than chance would explain."
          />
        }
        rows={summary.patches}
        partOf={({ cells }) => String(cells[0])}
        holds={({ cells }, part) => cells.includes(Number(readCellPeriod(part).cell))}
        columns={[
          {
            id: 'label',
            title: intl.formatMessage({ id: 'map.emerging.history', defaultMessage: 'History' }),
            cell: ({ label }) => name(label),
            sortBy: ({ label }) => name(label),
            width: 126,
          },
        ]}
      />
    </>
  );
}

function Words({ summary: { labels, cells, periods } }: { summary: Summary }) {
  const found = labels.reduce((all, { label, cells: own }) => (label === 'none' ? all : all + own), 0);
  const mixed = labels.find(({ label }) => label === 'mixed')?.cells ?? 0;
  return (
    <div className={panelStyles.stack}>
      <p>
        <FormattedMessage
          id="map.emerging.words"
          defaultMessage="Over {periods, plural, one {# period} other {# periods}}, {found, number} of {cells, number} cells have a history with a name."
          values={{ cells, found, periods: periods.length }}
        />
      </p>
      <Courses side="hot" counts={coursesOf(labels, 'hot')} />
      <Courses side="cold" counts={coursesOf(labels, 'cold')} />
      {mixed === 0 ? null : (
        <p>
          <FormattedMessage
            id="map.emerging.mixed"
            defaultMessage="{mixed, plural, one {# cell was} other {# cells were}} hot in some periods and cold in others."
            values={{ mixed }}
          />
        </p>
      )}
    </div>
  );
}

function Courses({ side, counts }: { side: Side; counts: CourseCounts }) {
  const { growing, lasting, fading, unsteady } = counts;
  if (growing + lasting + fading + unsteady === 0) return null;
  return (
    <p>
      <FormattedMessage
        id="map.emerging.courses"
        defaultMessage="{side, select, hot {Hot} other {Cold}}: {growing, number} new or growing, {lasting, number} lasting, {unsteady, number} on and off, {fading, number} fading or gone."
        values={{ side, growing, lasting, fading, unsteady }}
      />
    </p>
  );
}
