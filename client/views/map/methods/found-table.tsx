import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from '../panels/panels.module.css';
import { placeText, usePercentText } from './figures.ts';

type Bounds = [number, number, number, number];

/** What the rows of all lists of findings have. */
export interface Found {
  readonly rank: number;
  readonly placeName: string | null;
  readonly centre: [number, number];
  readonly incidents: number;
  readonly bounds: Bounds;
}

interface FoundTableProps<Row extends Found> {
  readonly title: ReactNode;
  readonly label: string;
  readonly empty: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  /** What a row selects on the map, as the address writes it; its rank unless said otherwise. */
  readonly partOf?: (row: Row) => string;
  /** True when the selected part belongs to the row. */
  readonly holds?: (row: Row, part: string) => boolean;
}

/** A list of findings, linked with the map both ways: a row takes the map there, a click on the map marks the row. */
export function FoundTable<Row extends Found>(props: FoundTableProps<Row>) {
  const { title, label, empty, rows, columns, partOf = byRank, holds = isRank } = props;
  const { engine, select, selected } = useMapContext();
  const base = useBaseColumns<Row>();
  const current = rows.find((row) => selected?.kind === 'cell' && holds(row, selected.id));
  const open = (row: Row) => {
    engine?.flyTo(row.bounds);
    select({ kind: 'cell', id: partOf(row) });
  };
  return (
    <section className={panelStyles.section}>
      <h3>{title}</h3>
      <Table<Row>
        label={label}
        rows={rows}
        rowId={byRank}
        onRowAction={open}
        selectedId={current ? byRank(current) : null}
        height="min(360px, 40dvh)"
        rowHeight={44}
        empty={empty}
        columns={[...base, ...columns]}
      />
    </section>
  );
}

/** Patches of cells: each cell of one belongs to its row, and a row selects the first of its cells unless said otherwise. */
export function PatchTable<Row extends Found & { readonly cells: readonly number[] }>(
  props: Omit<FoundTableProps<Row>, 'holds'>,
) {
  return (
    <FoundTable<Row>
      partOf={({ cells }) => String(cells[0])}
      {...props}
      holds={({ cells }, part) => cells.includes(Number(part))}
    />
  );
}

const byRank = ({ rank }: Found): string => String(rank);
const isRank = ({ rank }: Found, part: string): boolean => String(rank) === part;

function useBaseColumns<Row extends Found>(): TableColumn<Row>[] {
  const intl = useIntl();
  return [
    {
      id: 'rank',
      title: intl.formatMessage({ id: 'map.hotspots.rank', defaultMessage: 'Rank' }),
      cell: ({ rank }) => rank,
      numeric: true,
      width: 44,
      minWidth: 44,
    },
    {
      id: 'place',
      title: intl.formatMessage({ id: 'map.hotspots.place', defaultMessage: 'Place' }),
      cell: ({ placeName, centre }) => placeText(placeName, centre),
      rowHeader: true,
      minWidth: 104,
    },
    {
      id: 'incidents',
      title: intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
      cell: ({ incidents }) => intl.formatNumber(incidents),
      sortBy: ({ incidents }) => incidents,
      numeric: true,
      width: 80,
    },
  ];
}

/** Share of the incidents in so much of the area. */
export function useShareColumn<
  Row extends Found & { readonly shareOfIncidents: number; readonly shareOfArea: number },
>(): TableColumn<Row> {
  const intl = useIntl();
  const percent = usePercentText();
  return {
    id: 'share',
    title: intl.formatMessage({ id: 'map.hotspots.share', defaultMessage: 'Share in area' }),
    cell: ({ shareOfIncidents, shareOfArea }) =>
      intl.formatMessage(
        { id: 'map.hotspots.shareOf', defaultMessage: '{incidents} in {area}' },
        { incidents: percent(shareOfIncidents), area: percent(shareOfArea) },
      ),
    sortBy: ({ shareOfIncidents }) => shareOfIncidents,
    numeric: true,
    width: 80,
  };
}
