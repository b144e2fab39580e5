import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import { touchDataset } from './datasets.ts';
import { parsed } from './json.ts';
import type { Act, Asset, AssetStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'asset';

export function assetStore({ db, write }: Backend): AssetStore {
  return {
    list: async () =>
      (await assets(db).where('asset.deleted_at', 'is', null).orderBy('asset.id').execute()).map(assetOf),
    get: (id) => find(db, id),
    create: (input, act) => write((transaction) => create(transaction, input, act)),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const changed = differences<Asset>(before, change);
        if (Object.keys(changed).length === 0) return before;
        await transaction
          .updateTable('asset')
          .set({
            name: change.name,
            kind: change.kind,
            lon: change.position?.[0],
            lat: change.position?.[1],
            version: version + 1,
          })
          .where('id', '=', id)
          .execute();
        await touchDataset(transaction, before.datasetId, 'assets');
        await record(transaction, { action: 'update', objectKind: WHAT, objectId: id, change: changed }, act);
        return existing(await find(transaction, id), WHAT);
      }),
    remove: (id, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        await setDeleted(transaction, before, act.at);
        await record(transaction, { action: 'delete', objectKind: WHAT, objectId: id }, act);
      }),
    restore: (id, act) =>
      write(async (transaction) => {
        const row = await assets(transaction).where('asset.id', '=', id).executeTakeFirst();
        const before = assetOf(existing(row, WHAT));
        if (row?.deleted_at === null) return before;
        await setDeleted(transaction, before, null);
        await record(transaction, { action: 'restore', objectKind: WHAT, objectId: id }, act);
        return existing(await find(transaction, id), WHAT);
      }),
  };
}

async function create(
  transaction: DatabaseTransaction,
  input: Omit<Asset, 'id' | 'version'>,
  act: Act,
): Promise<Asset> {
  await touchDataset(transaction, input.datasetId, 'assets');
  const { id } = await transaction
    .insertInto('asset')
    .values({
      dataset_id: input.datasetId,
      kind: input.kind,
      name: input.name,
      source_id: input.sourceId,
      lon: input.position[0],
      lat: input.position[1],
      properties: JSON.stringify(input.properties),
      created_at: act.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const change = beginnings(input);
  await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
  return existing(await find(transaction, id), WHAT);
}

async function setDeleted(transaction: DatabaseTransaction, asset: Asset, at: string | null): Promise<void> {
  await transaction
    .updateTable('asset')
    .set({ deleted_at: at, version: asset.version + 1 })
    .where('id', '=', asset.id)
    .execute();
  await touchDataset(transaction, asset.datasetId, 'assets');
}

/** Assets whose data set is not hidden. */
function assets(db: Reading) {
  return db
    .selectFrom('asset')
    .leftJoin('dataset', 'dataset.id', 'asset.dataset_id')
    .selectAll('asset')
    .where('dataset.deleted_at', 'is', null);
}

async function find(db: Reading, id: number): Promise<Asset | null> {
  const row = await assets(db)
    .where('asset.id', '=', id)
    .where('asset.deleted_at', 'is', null)
    .executeTakeFirst();
  return row ? assetOf(row) : null;
}

type AssetRow = Awaited<ReturnType<ReturnType<typeof assets>['executeTakeFirstOrThrow']>>;

function assetOf(row: AssetRow): Asset {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    kind: row.kind,
    name: row.name,
    sourceId: row.source_id,
    position: [row.lon, row.lat],
    properties: parsed(row.properties),
    version: row.version,
  };
}
