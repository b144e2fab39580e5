import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentColumns, SeenColumns } from '../../analysis/incident-columns.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { cursorOf, keyOf } from '../keyset.ts';
import { areaGeometries, areaVersions } from './areas.ts';
import type { Backend } from './backend.ts';
import { ColumnCache } from './column-cache.ts';
import { emptyColumns } from './empty-columns.ts';
import { criteriaOf, firstAbove, inOrder, selectIds } from './incident-selection.ts';
import { isoOrNull } from './instants.ts';
import { inTurns, MaskCache } from './mask-cache.ts';
import type { Dataset, Incident, IncidentStore, Seen, Viewer } from './ports.ts';
import { RecentAnswers } from './recent-answers.ts';
import { seenSummary } from './seen-summary.ts';
import { exactAreas, sightReader } from './sights.ts';
import { countBySquare, type SquareRows } from './square-rows.ts';
import type { Reading } from './tables.ts';
import { exactColumns, type Sight, seenColumns, seenExactly, seesNone } from './visible-to.ts';

/** Ids in one query. */
const BATCH = 500;

export function incidentStore(backend: Backend): IncidentStore {
  const { db } = backend;
  const cache = new ColumnCache(backend);
  const masks = new MaskCache(db);
  const sightOf = sightReader(db);
  const exactParts = new RecentAnswers<IncidentColumns>();
  const seenParts = new RecentAnswers<SeenColumns>();
  const summaries = new RecentAnswers<Pick<Dataset, 'count' | 'bounds' | 'from' | 'to'>>();
  const answers = new RecentAnswers<Uint32Array>();

  /** Columns of incidents alone. `key` is the same for the same columns. */
  const readExact = async (sight: Sight, datasetId: number) => {
    const { version, columns } = await cache.get(datasetId);
    const key = `${datasetId} ${version} ${sight.key}`;
    if (sight.exact === 'everywhere') return { key, version, columns };
    return { key, version, columns: await exactParts.get(key, () => inTurns(exactColumns(sight, columns))) };
  };

  /** Columns of incidents and squares. */
  const readSeen = async (sight: Sight, datasetId: number) => {
    const all = await cache.get(datasetId);
    const { version, columns } = all;
    if (sight.exact === 'everywhere')
      return { key: `${datasetId} ${version} ${sight.key}`, version, columns: wholeOf(columns), hidden: 0 };
    if (seesNone(sight)) return { key: 'none', version, columns: wholeOf(NOTHING), hidden: null };
    const { key: maskKey, mask } = await masks.get(datasetId, all);
    const key = `${datasetId} ${sight.key} ${maskKey}`;
    const seen = await seenParts.get(key, () => inTurns(seenColumns(sight, columns, mask)));
    // How many there are elsewhere is not told.
    const hidden = sight.cell === 'everywhere' ? columns.length - seen.length : null;
    return { key, version, columns: seen, hidden };
  };

  /** Ids or row numbers that match, ascending, in what `read` gives. */
  const select = async (
    viewer: Viewer,
    filter: IncidentFilter,
    read: (sight: Sight, datasetId: number) => Promise<{ key: string; columns: IncidentColumns }>,
  ): Promise<Uint32Array> => {
    const sight = await sightOf(viewer);
    const ids = await wantedDatasets(db, filter);
    const datasets = await Promise.all(ids.map((id) => read(sight, id)));
    // The same words ask something else when a data set or an area has changed.
    const question = JSON.stringify([
      read === readExact,
      filter,
      datasets.map(({ key }) => key),
      filter.areas && (await areaVersions(db, filter.areas)),
    ]);
    return answers.get(question, async () => {
      const criteria = criteriaOf(filter, filter.areas && (await areaGeometries(db, filter.areas)));
      const parts: Uint32Array[] = [];
      for (const { columns } of datasets) parts.push(await selectIds(columns, criteria));
      return inOrder(parts);
    });
  };
  const matching = (viewer: Viewer, filter: IncidentFilter) => select(viewer, filter, readExact);

  return {
    async columns(viewer, datasetId) {
      const { key, version, columns, hidden } = await readSeen(await sightOf(viewer), datasetId);
      return { version, columns, seen: seenAs(key, columns, hidden) };
    },
    async exactColumns(viewer, datasetId) {
      const { version, columns } = await readExact(await sightOf(viewer), datasetId);
      return { version, columns };
    },
    exactAreas: (viewer) => exactAreas(db, viewer),
    async asSeen(viewer, dataset) {
      if (dataset.kind !== 'incidents') return { ...dataset, seen: WHOLE };
      const sight = await sightOf(viewer);
      if (sight.exact === 'everywhere') return { ...dataset, seen: WHOLE };
      // How many there are is no secret; where and when they were is.
      if (seesNone(sight)) return { ...dataset, bounds: null, from: null, to: null, seen: NONE };
      const { key, columns, hidden } = await readSeen(sight, dataset.id);
      const summary = await summaries.get(key, () => inTurns(seenSummary(columns)));
      return { ...dataset, ...summary, seen: seenAs(key, columns, hidden) };
    },
    matching,
    count: async (viewer, filter) => (await select(viewer, filter, readSeen)).length,
    async squares(viewer, filter) {
      const sight = await sightOf(viewer);
      const ids = await wantedDatasets(db, filter);
      const criteria = criteriaOf(filter, filter.areas && (await areaGeometries(db, filter.areas)));
      const sheets: SquareRows[] = [];
      for (const id of ids) {
        const { columns } = await readSeen(sight, id);
        sheets.push({ columns, rows: await selectIds(columns, criteria) });
      }
      return countBySquare(sheets);
    },
    async list(viewer, filter, { after, limit }) {
      const start = after === undefined ? -1 : Number(keyOf(after, 1)[0]);
      const ids = await matching(viewer, filter);
      const first = firstAbove(ids, start);
      const page = ids.subarray(first, first + limit);
      const more = first + limit < ids.length;
      return {
        items: await byIds(db, await sightOf(viewer), Array.from(page)),
        next: more ? cursorOf(page[page.length - 1]) : null,
      };
    },
    byIds: async (viewer, ids) => byIds(db, await sightOf(viewer), ids),
  };
}

const wholes = new WeakMap<IncidentColumns, SeenColumns>();
/** The same object for the same columns. */
function wholeOf(columns: IncidentColumns): SeenColumns {
  const whole = wholes.get(columns) ?? { ...columns, square: null };
  wholes.set(columns, whole);
  return whole;
}

const NOTHING = emptyColumns(0);
const NONE: Seen = { key: 'none', hasSquares: false, hidden: null };
const WHOLE: Seen = { key: 'exact', hasSquares: false, hidden: 0 };

function seenAs(key: string, { square }: SeenColumns, hidden: number | null): Seen {
  if (square === null) return key === 'none' ? NONE : WHOLE;
  return {
    key: createHash('sha256').update(key).digest('hex').slice(0, 16),
    hasSquares: square.some((size) => size > 0),
    hidden,
  };
}

/** In the order asked for; those that are not there or are hidden are left out. */
async function byIds(db: Reading, sight: Sight, ids: readonly number[]): Promise<Incident[]> {
  const found = new Map<number, Incident>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await incidents(db)
      .where('incident.id', 'in', ids.slice(from, from + BATCH))
      .execute();
    for (const row of rows) {
      const incident = incidentOf(row);
      if (seenExactly(sight, incident)) found.set(row.id, incident);
    }
    if (from + BATCH < ids.length) await nextTurn();
  }
  return ids.map((id) => found.get(id)).filter((incident) => incident !== undefined);
}

/** The data sets a filter asks about. One that is hidden or holds no incidents has none to give. */
async function wantedDatasets(db: Reading, { datasets }: IncidentFilter): Promise<number[]> {
  let query = db
    .selectFrom('dataset')
    .select('id')
    .where('kind', '=', 'incidents')
    .where('deleted_at', 'is', null)
    .orderBy('id');
  if (datasets) query = query.where('id', 'in', datasets);
  return (await query.execute()).map(({ id }) => id);
}

function incidents(db: Reading) {
  return db
    .selectFrom('incident')
    .innerJoin('dataset', 'dataset.id', 'incident.dataset_id')
    .selectAll('incident')
    .where('dataset.deleted_at', 'is', null);
}

type IncidentRow = Awaited<ReturnType<ReturnType<typeof incidents>['executeTakeFirstOrThrow']>>;

function incidentOf(row: IncidentRow): Incident {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    categoryId: row.category_id,
    sourceId: row.source_id,
    occurredFrom: isoOrNull(row.occurred_from),
    occurredTo: isoOrNull(row.occurred_to),
    reportedAt: isoOrNull(row.reported_at),
    position: row.lon === null || row.lat === null ? null : [row.lon, row.lat],
    accuracyM: row.accuracy_m,
    locationMethod: row.location_method,
    placeText: row.place_text,
    flags: row.flags,
  };
}
