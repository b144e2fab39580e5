import { FormattedMessage, useIntl } from 'react-intl';
import { Table } from '../../../ui/table.tsx';
import { useMapContext } from '../map-context.ts';
import { useAreaCounts } from '../use-area-counts.ts';

/** Incidents in each area under the filter. */
export function AreaTable() {
  const intl = useIntl();
  const { records, engine, select, selected } = useMapContext();
  const areas = records.areas ?? [];
  const counts = useAreaCounts(areas);
  const rows = areas.map((area) => ({ ...area, count: counts?.get(area.id) ?? null }));
  const perThousand = (count: number | null, population: number | null) =>
    count === null || !population ? null : (count / population) * 1000;
  return (
    <Table
      label={intl.formatMessage({ id: 'map.areaTable.label', defaultMessage: 'Incidents by area' })}
      rows={rows}
      rowId={({ id }) => id}
      selectedId={selected?.kind === 'area' ? Number(selected.id) : null}
      onRowAction={({ id, bounds }) => {
        engine?.flyTo(bounds);
        select({ kind: 'area', id: String(id) });
      }}
      height={480}
      empty={
        <FormattedMessage
          id="map.areaTable.empty"
          defaultMessage="No areas yet. Import a GeoJSON file of areas."
        />
      }
      columns={[
        {
          id: 'name',
          title: intl.formatMessage({ id: 'map.areaTable.name', defaultMessage: 'Area' }),
          cell: ({ name }) => name,
          sortBy: ({ name }) => name,
          rowHeader: true,
        },
        {
          id: 'count',
          title: intl.formatMessage({ id: 'map.areaTable.count', defaultMessage: 'Incidents' }),
          cell: ({ count }) => (count === null ? '…' : intl.formatNumber(count)),
          sortBy: ({ count }) => count ?? 0,
          numeric: true,
          width: 120,
        },
        {
          id: 'population',
          title: intl.formatMessage({ id: 'map.areaTable.population', defaultMessage: 'Residents' }),
          cell: ({ population }) => (population === null ? '–' : intl.formatNumber(population)),
          sortBy: ({ population }) => population ?? 0,
          numeric: true,
          width: 120,
        },
        {
          id: 'rate',
          title: intl.formatMessage({ id: 'map.areaTable.rate', defaultMessage: 'Per 1,000 residents' }),
          cell: ({ count, population }) => {
            const rate = perThousand(count, population);
            return rate === null ? '–' : intl.formatNumber(rate, { maximumFractionDigits: 1 });
          },
          sortBy: ({ count, population }) => perThousand(count, population) ?? 0,
          numeric: true,
          width: 150,
        },
      ]}
    />
  );
}
