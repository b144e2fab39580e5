import { type Table, tableFromIPC } from 'apache-arrow';
import { expose, transfer } from 'comlink';
import {
  COLUMN_NAMES,
  COLUMN_TYPES,
  type ColumnName,
  type SeenColumns,
} from '../../analysis/incident-columns.ts';
import type { IndexedArea } from './area-rows.ts';
import type { Emphasis, EmphasisedPoints } from './emphasis.ts';
import { type Bounds, type Counts, type Criteria, IncidentIndex, type PointSet } from './incident-index.ts';
import type { MarkerGroup } from './marker-groups.ts';
import type { CountedSquare } from './square-counts.ts';
import { type TimeBins, timeBins } from './time-bins.ts';

/** A data set and where the columns of one version are, as the person may see it. */
export interface ColumnSource {
  readonly dataset: number;
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
  /** Null when every incident is there by itself. */
  readonly squares: readonly CountedSquare[] | null;
  readonly bins: TimeBins | null;
}

/** Points are drawn one by one up to this many; from the street zoom on, up to the larger number. */
const POINTS = 3000;
const STREET_ZOOM = 15;
const POINTS_AT_STREET_ZOOM = 20_000;

const index = new IncidentIndex();
/** Data set -> the address its columns came from. */
const loaded = new Map<number, string>();
let bins: TimeBins | null = null;

const service = {
  /** Brings the columns in memory in line with the data sets; keeps what is there already. */
  async load(sources: readonly ColumnSource[], timezone: string): Promise<Totals> {
    for (const dataset of [...loaded.keys()]) {
      if (sources.some((source) => source.dataset === dataset)) continue;
      index.drop(dataset);
      loaded.delete(dataset);
    }
    await Promise.all(sources.filter(({ dataset, url }) => loaded.get(dataset) !== url).map(fetchInto));
    const period = index.period();
    const width = index.hasSquares ? 'months' : 'fitting';
    bins = period ? timeBins(period.from, period.to, timezone, width) : null;
    const ofDataset = new Map(
      sources.map(({ dataset }) => [dataset, index.apply({ datasets: [dataset] }, null).byCategory]),
    );
    return { period, byCategory: index.apply({}, null).byCategory, ofDataset };
  },
  setAreas(areas: readonly IndexedArea[]): void {
    index.setAreas(areas);
  },
  filter(criteria: Criteria): FilterAnswer {
    const counts = index.apply(criteria, bins);
    return { counts, squares: index.squares(), bins };
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

async function fetchInto({ dataset, url }: ColumnSource): Promise<void> {
  const reply = await fetch(url, { credentials: 'same-origin' });
  if (!reply.ok) throw new Error(`The incidents of data set ${dataset} could not be read (${reply.status}).`);
  const table = tableFromIPC(new Uint8Array(await reply.arrayBuffer()));
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, column(table, name)]));
  const square: unknown = table.getChild('square')?.toArray() ?? null;
  // The names and array types are those of COLUMN_TYPES by construction above.
  index.put(dataset, { length: table.numRows, ...columns, square } as unknown as SeenColumns);
  loaded.set(dataset, url);
}

function column(table: Table, name: ColumnName) {
  const values = table.getChild(name)?.toArray();
  if (values instanceof COLUMN_TYPES[name]) return values;
  throw new Error(`The incidents arrived without the column "${name}". Reload the page.`);
}

expose(service);
