import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import type { HotspotCell } from '../../../../map/results/local-gi-star.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { useMapContext } from '../../map-context.ts';
import { PatchTable, useShareColumn } from '../found-table.tsx';

/** Groups of hot cells that touch, the one with most incidents first. */
export function HotspotTable({ run: { summary } }: { run: RunOf<'local-gi-star'> }) {
  const intl = useIntl();
  const { scene } = useMapContext();
  const share = useShareColumn<NonNullable<typeof summary>['hotspots'][number]>();
  if (!summary) return null;
  const all = dataOf(scene.result, 'local-gi-star')?.cells ?? [];
  return (
    <PatchTable
      title={
        <FormattedMessage
          id="map.hotspots.title"
          defaultMessage="{count, plural, =0 {No hotspots} one {# hotspot} other {# hotspots}}"
          values={{ count: summary.hotspots.length }}
        />
      }
      label={intl.formatMessage({ id: 'map.hotspots.label', defaultMessage: 'Hotspots by incidents' })}
      empty={
        <FormattedMessage
          id="map.hotspots.none"
          defaultMessage="No cell stands out more than chance would explain."
        />
      }
      rows={summary.hotspots}
      partOf={({ cells }) => String(strongest(cells, all))}
      columns={[
        share,
        {
          id: 'z',
          title: intl.formatMessage({ id: 'map.hotspots.z', defaultMessage: 'z' }),
          cell: ({ maxZ }) => intl.formatNumber(maxZ, { maximumFractionDigits: 1, minimumFractionDigits: 1 }),
          sortBy: ({ maxZ }) => maxZ,
          numeric: true,
          width: 48,
          minWidth: 46,
        },
      ]}
    />
  );
}

/** The cell with the highest z, to show why the hotspot is one. */
function strongest(cells: readonly number[], all: readonly HotspotCell[]): number {
  const own = all.filter(({ cell, z }) => z !== null && cells.includes(cell));
  return own.reduce((best, next) => ((next.z ?? 0) > (best.z ?? 0) ? next : best), own[0])?.cell ?? cells[0];
}
