import { FormattedMessage, useIntl } from 'react-intl';
import type { HotspotCell } from '../../../../map/results/local-gi-star.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Table } from '../../../../ui/table.tsx';
import { useMapContext } from '../../map-context.ts';
import styles from '../../panels/panels.module.css';
import type { RunOf } from '../method-view.ts';

type Summary = NonNullable<RunOf<'local-gi-star'>['summary']>;
type Hotspot = Summary['hotspots'][number];

/** Groups of hot cells that touch, the one with most incidents first. A row takes the map there. */
export function HotspotTable({ run: { summary } }: { run: RunOf<'local-gi-star'> }) {
  return summary ? <Hotspots summary={summary} /> : null;
}

function Hotspots({ summary }: { summary: Summary }) {
  const intl = useIntl();
  const { engine, select, selected, scene } = useMapContext();
  const open = ({ bounds, cells }: Hotspot) => {
    engine?.flyTo(bounds);
    const all = dataOf(scene.result, 'local-gi-star')?.cells ?? [];
    if (cells.length > 0) select({ kind: 'cell', id: String(strongest(cells, all)) });
  };
  const current = summary.hotspots.find(
    ({ cells }) => selected?.kind === 'cell' && cells.includes(Number(selected.id)),
  );
  const percent = (share: number) =>
    intl.formatNumber(share, { style: 'percent', maximumSignificantDigits: share < 0.1 ? 2 : 3 });
  return (
    <section className={styles.section}>
      <h3>
        <FormattedMessage
          id="map.hotspots.title"
          defaultMessage="{count, plural, =0 {No hotspots} one {# hotspot} other {# hotspots}}"
          values={{ count: summary.hotspots.length }}
        />
      </h3>
      <Table<Hotspot>
        label={intl.formatMessage({ id: 'map.hotspots.label', defaultMessage: 'Hotspots by incidents' })}
        rows={summary.hotspots}
        rowId={({ rank }) => rank}
        onRowAction={open}
        selectedId={current?.rank ?? null}
        height={Math.min(summary.hotspots.length * 44 + 44, 360)}
        rowHeight={44}
        empty={
          <FormattedMessage
            id="map.hotspots.none"
            defaultMessage="No cell stands out more than chance would explain."
          />
        }
        columns={[
          {
            id: 'rank',
            title: intl.formatMessage({ id: 'map.hotspots.rank', defaultMessage: 'Rank' }),
            cell: ({ rank }) => rank,
            numeric: true,
            width: 58,
            minWidth: 50,
          },
          {
            id: 'place',
            title: intl.formatMessage({ id: 'map.hotspots.place', defaultMessage: 'Place' }),
            cell: ({ placeName, centre }) => placeName ?? `${centre[1].toFixed(4)}, ${centre[0].toFixed(4)}`,
            rowHeader: true,
            minWidth: 76,
          },
          {
            id: 'incidents',
            title: intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
            cell: ({ incidents }) => intl.formatNumber(incidents),
            sortBy: ({ incidents }) => incidents,
            numeric: true,
            width: 96,
          },
          {
            id: 'share',
            title: intl.formatMessage({ id: 'map.hotspots.share', defaultMessage: 'Share in area' }),
            cell: ({ shareOfIncidents, shareOfArea }) => (
              <FormattedMessage
                id="map.hotspots.shareOf"
                defaultMessage="{incidents} in {area}"
                values={{ incidents: percent(shareOfIncidents), area: percent(shareOfArea) }}
              />
            ),
            sortBy: ({ shareOfIncidents }) => shareOfIncidents,
            numeric: true,
            width: 112,
          },
          {
            id: 'z',
            title: intl.formatMessage({ id: 'map.hotspots.z', defaultMessage: 'z' }),
            cell: ({ maxZ }) =>
              intl.formatNumber(maxZ, { maximumFractionDigits: 1, minimumFractionDigits: 1 }),
            sortBy: ({ maxZ }) => maxZ,
            numeric: true,
            width: 62,
            minWidth: 50,
          },
        ]}
      />
    </section>
  );
}

/** The cell with the highest z, to show why the hotspot is one. */
function strongest(cells: readonly number[], all: readonly HotspotCell[]): number {
  const own = all.filter(({ cell, z }) => z !== null && cells.includes(cell));
  return own.reduce((best, next) => ((next.z ?? 0) > (best.z ?? 0) ? next : best), own[0])?.cell ?? cells[0];
}
