import { type Table, tableFromIPC } from 'apache-arrow';
import { expose, transfer } from 'comlink';
import {
  COLUMN_NAMES,
  COLUMN_TYPES,
  type ColumnName,
  type IncidentColumns,
} from '../../analysis/incident-columns.ts';
import type { IndexedArea } from './area-rows.ts';
import type { Emphasis, EmphasisedPoints } from './emphasis.ts';
import { type Bounds, type Counts, type Criteria, IncidentIndex, type PointSet } from './incident-index.ts';
import type { MarkerGroup } from './marker-groups.ts';
import { type TimeBins, timeBins } from './time-bins.ts';

/** One version of one data set and where its columns are. */
export interface ColumnSource {
  readonly dataset: number;
  readonly version: number;
  readonly url: string;
}

export interface View {
  readonly bounds: Bounds;
  readonly zoom: number;
}

export type ViewAnswer =
  | { readonly kind: 'points'; readonly inView: number; readonly points: PointSet }
  | { readonly kind: 'groups'; readonly inView: number; readonly groups: readonly MarkerGroup[] };

/** What is there without any filter. */
export interface Totals {
  /** First and last time in minutes since 1970. */
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly byCategory: ReadonlyMap<number, number>;
  /** The same for each data set. */
  readonly ofDataset: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

export interface FilterAnswer {
  readonly counts: Counts;
  readonly bins: TimeBins | null;
}

/** Points are drawn one by one up to this many; from the street zoom on, up to the larger number. */
const POINTS = 3000;
const STREET_ZOOM = 15;
const POINTS_AT_STREET_ZOOM = 20_000;

const index = new IncidentIndex();
const loaded = new Map<number, number>();
let bins: TimeBins | null = null;

const service = {
  /** Brings the columns in memory in line with the data sets; keeps what is there already. */
  async load(sources: readonly ColumnSource[], timezone: string): Promise<Totals> {
    for (const dataset of [...loaded.keys()]) {
      if (sources.some((source) => source.dataset === dataset)) continue;
      index.drop(dataset);
      loaded.delete(dataset);
    }
    await Promise.all(
      sources.filter(({ dataset, version }) => loaded.get(dataset) !== version).map(fetchInto),
    );
    const period = index.period();
    bins = period ? timeBins(period.from, period.to, timezone) : null;
    const ofDataset = new Map(
      sources.map(({ dataset }) => [dataset, index.apply({ datasets: [dataset] }, null).byCategory]),
    );
    return { period, byCategory: index.apply({}, null).byCategory, ofDataset };
  },
  setAreas(areas: readonly IndexedArea[]): void {
    index.setAreas(areas);
  },
  filter(criteria: Criteria): FilterAnswer {
    return { counts: index.apply(criteria, bins), bins };
  },
  view({ bounds, zoom }: View): ViewAnswer {
    const limit = zoom >= STREET_ZOOM ? POINTS_AT_STREET_ZOOM : POINTS;
    const { count, points } = index.pointsIn(bounds, limit);
    if (points === null) return { kind: 'groups', inView: count, groups: index.groupsIn(bounds, zoom) };
    const answer: ViewAnswer = { kind: 'points', inView: count, points };
    return transfer(answer, [points.ids.buffer, points.positions.buffer, points.categories.buffer]);
  },
  emphasise(emphasis: Emphasis): EmphasisedPoints {
    const points = index.emphasised(emphasis);
    return transfer(points, [points.positions.buffer, points.sure.buffer]);
  },
  /** Area id -> incidents under the filter, the choice of areas itself left aside. */
  countAreas(ids: readonly number[]): Map<number, number> {
    return new Map(ids.map((id) => [id, index.countInArea(id)]));
  },
  /** Incidents inside a drawn polygon under the whole filter. */
  countInside(geometry: IndexedArea['geometry']): number {
    return index.countInside({ id: 0, version: 0, geometry });
  },
};

export type ColumnsService = typeof service;

async function fetchInto({ dataset, version, url }: ColumnSource): Promise<void> {
  const reply = await fetch(url, { credentials: 'same-origin' });
  if (!reply.ok) throw new Error(`The incidents of data set ${dataset} could not be read (${reply.status}).`);
  const table = tableFromIPC(new Uint8Array(await reply.arrayBuffer()));
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, column(table, name)]));
  // The names and array types are those of COLUMN_TYPES by construction above.
  index.put(dataset, { length: table.numRows, ...columns } as unknown as IncidentColumns);
  loaded.set(dataset, version);
}

function column(table: Table, name: ColumnName) {
  const values = table.getChild(name)?.toArray();
  if (values instanceof COLUMN_TYPES[name]) return values;
  throw new Error(`The incidents arrived without the column "${name}". Reload the page.`);
}

expose(service);
