import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import type { OpenedIncident } from '../../api/openings.ts';
import { useIncidentTime } from '../../incident-time.ts';
import { Table } from '../../ui/table.tsx';

/** The incidents of an opened case: when, what, where. They have no numbers, and no texts. */
export function OpenedTable({ incidents }: { incidents: readonly OpenedIncident[] }) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const nameOf = (id: number) => categories?.find((category) => category.id === id)?.publicName ?? String(id);
  const write = useIncidentTime();
  const rows = useMemo(() => incidents.map((incident, place) => ({ ...incident, place })), [incidents]);
  const degrees = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 5 });
  if (rows.length === 0) return null;
  return (
    <Table
      label={intl.formatMessage({ id: 'problem.linked.table', defaultMessage: 'Incidents of this case' })}
      rows={rows}
      rowId={(incident) => incident.place}
      height={320}
      columns={[
        {
          id: 'when',
          title: intl.formatMessage({ id: 'opening.when', defaultMessage: 'When' }),
          cell: (incident) => write(incident, incident.occurredFrom, 'medium') ?? '–',
          sortBy: (incident) => incident.occurredFrom ?? '',
          minWidth: 150,
        },
        {
          id: 'category',
          title: intl.formatMessage({ id: 'problem.linked.category', defaultMessage: 'Category' }),
          cell: (incident) => nameOf(incident.categoryId),
          sortBy: (incident) => nameOf(incident.categoryId),
          rowHeader: true,
          minWidth: 130,
        },
        {
          id: 'place',
          title: intl.formatMessage({ id: 'opening.where', defaultMessage: 'Latitude, longitude' }),
          cell: ({ position }) => (position ? `${degrees(position[1])}, ${degrees(position[0])}` : '–'),
          minWidth: 140,
        },
      ]}
    />
  );
}
