import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { areaGeometries, areaVersions } from './areas.ts';
import type { Backend } from './backend.ts';
import { ColumnCache } from './column-cache.ts';
import { criteriaOf, firstAbove, inOrder, selectIds } from './incident-selection.ts';
import { isoOrNull } from './instants.ts';
import { cursorOf, keyOf } from './keyset.ts';
import type { Incident, IncidentStore, Viewer } from './ports.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Reading } from './tables.ts';
import { visibleTo } from './visible-to.ts';

/** Ids in one query. */
const BATCH = 500;

export function incidentStore(backend: Backend): IncidentStore {
  const { db } = backend;
  const cache = new ColumnCache(backend);
  const answers = new RecentAnswers<Uint32Array>();

  const matching = async (viewer: Viewer, filter: IncidentFilter): Promise<Uint32Array> => {
    const sight = visibleTo(viewer);
    const ids = await wantedDatasets(db, filter);
    const datasets = await Promise.all(ids.map((id) => cache.get(id)));
    // The same words ask something else when a data set or an area has changed.
    const question = JSON.stringify([
      viewer.grants,
      filter,
      datasets.map(({ version }, index) => [ids[index], version]),
      filter.areas && (await areaVersions(db, filter.areas)),
    ]);
    return answers.get(question, async () => {
      const criteria = criteriaOf(filter, filter.areas && (await areaGeometries(db, filter.areas)));
      const parts: Uint32Array[] = [];
      for (const { columns } of datasets) parts.push(await selectIds(sight.columns(columns), criteria));
      return inOrder(parts);
    });
  };

  return {
    async columns(viewer, datasetId) {
      const { version, columns } = await cache.get(datasetId);
      return { version, columns: visibleTo(viewer).columns(columns) };
    },
    matching,
    count: async (viewer, filter) => (await matching(viewer, filter)).length,
    async list(viewer, filter, { after, limit }) {
      const start = after === undefined ? -1 : Number(keyOf(after, 1)[0]);
      const ids = await matching(viewer, filter);
      const first = firstAbove(ids, start);
      const page = ids.subarray(first, first + limit);
      const more = first + limit < ids.length;
      return {
        items: await byIds(db, viewer, Array.from(page)),
        next: more ? cursorOf(page[page.length - 1]) : null,
      };
    },
    byIds: (viewer, ids) => byIds(db, viewer, ids),
  };
}

/** In the order asked for; those that are not there or are hidden are left out. */
async function byIds(db: Reading, viewer: Viewer, ids: readonly number[]): Promise<Incident[]> {
  const sight = visibleTo(viewer);
  const found = new Map<number, Incident>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await incidents(db)
      .where('incident.id', 'in', ids.slice(from, from + BATCH))
      .execute();
    for (const row of rows) {
      const seen = sight.incident(incidentOf(row));
      if (seen !== null) found.set(row.id, seen);
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
