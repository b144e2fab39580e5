import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type IncidentFilter, useIncidentPages } from '../../../api/incidents.ts';
import type { Incident } from '../../../api/records.ts';
import { useIncidentTime } from '../../../incident-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { Table } from '../../../ui/table.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from './panels.module.css';

const PAGE = 200;

/** The incidents under the filter, of the part of the map that is seen or of all of it. */
export function IncidentTable() {
  const intl = useIntl();
  const write = useIncidentTime();
  const { filter, incidents, records, select, selected, engine } = useMapContext();
  const [onlyInView, setOnlyInView] = useState(true);
  const bounds = incidents.view?.bounds;
  const asked = useMemo(
    (): IncidentFilter => (onlyInView && bounds ? { ...filter, geometry: boxOf(bounds) } : filter),
    [filter, onlyInView, bounds],
  );
  const pages = useIncidentPages(asked, PAGE);
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = useMemo(
    () => new Map(records.categories.map(({ id, name }) => [id, name])),
    [records.categories],
  );
  const total = onlyInView ? (incidents.inView?.inView ?? null) : (incidents.counts?.total ?? null);
  const open = ({ id, position }: Incident) => {
    select({ kind: 'incident', id: String(id) });
    if (position && engine) engine.zoomTo(position[0], position[1], Math.max(engine.camera.zoom, 15));
  };
  return (
    <div className={panelStyles.stack}>
      <div className={panelStyles.row}>
        <Switch isSelected={onlyInView} onChange={setOnlyInView}>
          <FormattedMessage id="map.table.inView" defaultMessage="Only what the map shows" />
        </Switch>
        <span className={panelStyles.quiet}>
          <FormattedMessage
            id="map.table.shown"
            defaultMessage="{shown, number} of {total, number} listed"
            values={{ shown: rows.length, total: Math.max(total ?? 0, rows.length) }}
          />
        </span>
      </div>
      <Table<Incident>
        label={intl.formatMessage({ id: 'map.table.incidents', defaultMessage: 'Incidents' })}
        rows={rows}
        rowId={({ id }) => id}
        selectedId={selected?.kind === 'incident' ? Number(selected.id) : null}
        onRowAction={open}
        height={460}
        empty={<FormattedMessage id="map.table.empty" defaultMessage="No incidents match the filter here." />}
        columns={[
          {
            id: 'category',
            title: intl.formatMessage({ id: 'map.table.category', defaultMessage: 'Category' }),
            cell: ({ categoryId }) => names.get(categoryId) ?? categoryId,
            sortBy: ({ categoryId }) => names.get(categoryId) ?? '',
            rowHeader: true,
          },
          {
            id: 'when',
            title: intl.formatMessage({ id: 'map.table.when', defaultMessage: 'When' }),
            cell: (incident) => write(incident, incident.occurredFrom, 'medium') ?? '–',
            sortBy: ({ occurredFrom }) => occurredFrom ?? '',
            width: 190,
          },
          {
            id: 'where',
            title: intl.formatMessage({ id: 'map.table.where', defaultMessage: 'Where' }),
            cell: ({ placeText, position }) =>
              placeText ?? (position ? `${position[1].toFixed(5)}, ${position[0].toFixed(5)}` : '–'),
            sortBy: ({ placeText }) => placeText ?? '',
          },
        ]}
      />
      {pages.hasNextPage ? (
        <Button onPress={() => pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
          <FormattedMessage id="map.table.more" defaultMessage="List more" />
        </Button>
      ) : null}
    </div>
  );
}

/** The seen part of the map as a polygon, kept inside the world. */
function boxOf([west, south, east, north]: readonly [number, number, number, number]) {
  const [w, e] = [Math.max(west, -180), Math.min(east, 180)];
  const [s, n] = [Math.max(south, -90), Math.min(north, 90)];
  const ring: [number, number][] = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}
