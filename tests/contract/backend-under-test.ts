import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { OpenStore } from '../../server/store/open-store.ts';
import type { Act, Dataset, Viewer } from '../../server/store/ports.ts';
import type { Tables } from '../../server/store/tables.ts';

export const viewer: Viewer = { userId: 'u-1', grants: [{ tier: 'exact', area: null }] };

let second = 0;
/** Ada, a second later each time. */
export function act(reason?: string): Act {
  second++;
  return { actor: 'u-1', at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(), reason };
}

export function square(west: number, south: number, size: number) {
  const [east, north] = [west + size, south + size];
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ] as [number, number][],
    ],
  };
}

export interface NewIncident {
  category?: number;
  from?: number | null;
  to?: number | null;
  position?: [number, number] | null;
  sourceId?: string;
  flags?: number;
}

/** All tables of the store, for what arrives in them by other ways than its ports. */
export function tablesOf(store: OpenStore): Kysely<Tables> {
  return store.accounts.database.db as unknown as Kysely<Tables>;
}

export async function addUser(store: OpenStore, id: string, name: string): Promise<void> {
  const at = act().at;
  await store.accounts.database.db
    .insertInto('user')
    .values({ id, name, username: id, email: `${id}@accounts.invalid`, created_at: at, updated_at: at })
    .execute();
}

export async function addCategory(store: OpenStore, id: number, protection = 'none' as const): Promise<void> {
  await tablesOf(store)
    .insertInto('category')
    .values({
      id,
      parent_id: null,
      scheme: 'common-ground',
      code: `C${id}`,
      name: `Category ${id}`,
      public_name: `Public ${id}`,
      protected: protection,
      harm_weight: null,
      crosswalk: JSON.stringify({ ucr: String(id) }),
    })
    .execute();
}

export async function addDataset(store: OpenStore, name: string, kind: Dataset['kind'] = 'incidents') {
  return store.datasets.create({ name, kind, timezone: 'Europe/Berlin' }, act());
}

/** What an import leaves behind: its record, its rows, a new data version. Gives the id of the import. */
export async function load(
  store: OpenStore,
  datasetId: number,
  incidents: NewIncident[],
  at = act().at,
): Promise<string> {
  const db = tablesOf(store);
  const id = randomUUID();
  await db.transaction().execute(async (transaction) => {
    await addImport(transaction, id, datasetId, incidents.length, at);
    for (const [index, incident] of incidents.entries())
      await transaction
        .insertInto('incident')
        .values(rowOf(incident, datasetId, id, index))
        .execute();
    await transaction
      .updateTable('dataset')
      .set((read) => ({ version: read('version', '+', 1) }))
      .where('id', '=', datasetId)
      .execute();
  });
  return id;
}

export async function addImport(
  db: Kysely<Tables>,
  id: string,
  datasetId: number,
  stored: number,
  at = act().at,
): Promise<void> {
  await db
    .insertInto('import')
    .values({
      id,
      dataset_id: datasetId,
      file_name: 'rows.csv',
      mapping: '{"kind":"incidents"}',
      read_rows: stored,
      stored,
      unlocated: 0,
      duplicates: 0,
      refused: '{}',
      flagged: '{}',
      bbox: '[1,2,3,4]',
      seconds: 0.5,
      created_by: 'u-1',
      created_at: at,
    })
    .execute();
}

function rowOf(incident: NewIncident, datasetId: number, importId: string, index: number) {
  const position = incident.position === undefined ? [index / 1000, index / 1000] : incident.position;
  const from = incident.from === undefined ? 1_700_000_000 + index * 60 : incident.from;
  return {
    dataset_id: datasetId,
    import_id: importId,
    category_id: incident.category ?? 1,
    source_id: incident.sourceId ?? null,
    dedupe_key: index,
    occurred_from: from,
    occurred_to: incident.to === undefined ? from : incident.to,
    lon: position?.[0] ?? null,
    lat: position?.[1] ?? null,
    flags: incident.flags ?? 0,
  };
}
