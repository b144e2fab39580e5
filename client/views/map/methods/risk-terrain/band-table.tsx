import { useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';

/** The map as a table. */
export function BandTable({ summary: { bands, cells, n } }: { summary: SummaryOf<'risk-terrain'> }) {
  const intl = useIntl();
  const percent = usePercentText();
  const label = intl.formatMessage({ id: 'map.terrain.bands', defaultMessage: 'Cells by score' });
  const name = (from: number, to: number | null) =>
    intl.formatMessage(
      {
        id: 'map.terrain.band',
        defaultMessage:
          '{kind, select, lowest {1, the lowest} open {{from, number} or more} other {{from, number} to {to, number}}}',
      },
      { kind: from === to ? 'lowest' : to === null ? 'open' : 'band', from, to: to ?? 0 },
    );
  return (
    <section className={panelStyles.section}>
      <h3>{label}</h3>
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.terrain.score', defaultMessage: 'Times the lowest' }),
          intl.formatMessage({ id: 'map.terrain.shareOfCells', defaultMessage: 'Cells' }),
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
        ]}
        rows={bands.map((band) => ({
          id: `${band.from}-${band.to}`,
          name: name(band.from, band.to),
          figures: [
            { text: `${intl.formatNumber(band.cells)} (${percent(band.cells / cells)})` },
            { text: `${intl.formatNumber(band.incidents)} (${percent(band.incidents / n)})` },
          ],
        }))}
      />
    </section>
  );
}
