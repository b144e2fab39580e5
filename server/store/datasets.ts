import type { Bounds } from '../domain/geometry.ts';
import { Conflict, NotFound } from '../errors.ts';
import { refuseWhileRolesHold } from './area-roles.ts';
import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import { type Contents, contentsReader } from './dataset-contents.ts';
import { refuseLinked, toDataset } from './links.ts';
import type { Act, Dataset, DatasetKind, DatasetStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'data set';
const KIND = 'dataset';

export function datasetStore(backend: Backend): DatasetStore {
  const { db, write } = backend;
  const contents = contentsReader(backend);
  const whole = async (row: DatasetRow): Promise<Dataset> => datasetOf(row, await contents(row));
  const get = async (id: number): Promise<Dataset | null> => {
    const row = await visible(db).where('id', '=', id).executeTakeFirst();
    return row ? whole(row) : null;
  };
  const reread = async (id: number): Promise<Dataset> => existing(await get(id), WHAT);
  return {
    list: async () => Promise.all((await visible(db).orderBy('id').execute()).map(whole)),
    get,
    async create(input, act) {
      return reread(await write((transaction) => create(transaction, input, act)));
    },
    async update(id, version, change, act) {
      // The whole record, for whoever comes too late; read outside, because counting may need a worker.
      const current = await get(id);
      await write(async (transaction) => {
        const row = await visible(transaction).where('id', '=', id).executeTakeFirst();
        const before = newest(row && current ? { ...current, ...plain(row) } : null, version, WHAT);
        const changed = differences<Dataset>(before, change);
        if (Object.keys(changed).length === 0) return;
        if (changed.name) await refuseTakenName(transaction, before.name, change.name);
        await transaction
          .updateTable('dataset')
          .set({ name: change.name, note: change.note, timezone: change.timezone, version: version + 1 })
          .where('id', '=', id)
          .execute();
        // The rows are the same, so what is known about them still holds; the columns are derived anew.
        await transaction
          .updateTable('dataset_summary')
          .set({ version: version + 1 })
          .where('dataset_id', '=', id)
          .where('version', '=', version)
          .execute();
        await record(transaction, { action: 'update', objectKind: KIND, objectId: id, change: changed }, act);
      });
      return reread(id);
    },
    async remove(id, act, links) {
      await write(async (transaction) => {
        existing(await visible(transaction).where('id', '=', id).executeTakeFirst(), WHAT);
        await refuseLinked(transaction, toDataset(id), links);
        await refuseWhileRolesHold(transaction, (area) => area.dataset_id === id, act);
        await setDeleted(transaction, id, act.at);
        await record(transaction, { action: 'delete', objectKind: KIND, objectId: id }, act);
      });
    },
    async restore(id, act) {
      await write(async (transaction) => {
        const row = existing(
          await transaction.selectFrom('dataset').selectAll().where('id', '=', id).executeTakeFirst(),
          WHAT,
        );
        if (row.deleted_at === null) return;
        await refuseTakenName(transaction, null, row.name);
        await setDeleted(transaction, id, null);
        await record(transaction, { action: 'restore', objectKind: KIND, objectId: id }, act);
      });
      return reread(id);
    },
  };
}

/** Says that a row of the data set changed: results made from it are of an older data version now. */
export async function touchDataset(
  transaction: DatabaseTransaction,
  id: number | null,
  kind: DatasetKind,
): Promise<void> {
  if (id === null) return;
  const touched = await transaction
    .updateTable('dataset')
    .set((read) => ({ version: read('version', '+', 1) }))
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!touched) throw new NotFound(WHAT);
}

async function create(
  transaction: DatabaseTransaction,
  input: Parameters<DatasetStore['create']>[0],
  act: Act,
): Promise<number> {
  await refuseTakenName(transaction, null, input.name);
  const { id } = await transaction
    .insertInto('dataset')
    .values({
      name: input.name,
      kind: input.kind,
      timezone: input.timezone,
      time_precision: input.timePrecision ?? 'instant',
      origin: input.origin ?? 'user',
      note: input.note ?? '',
      created_at: act.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (input.kind === 'incidents')
    await transaction
      .insertInto('dataset_summary')
      .values({ dataset_id: id, version: 1, count: 0 })
      .execute();
  const change = beginnings(input);
  await record(transaction, { action: 'create', objectKind: KIND, objectId: id, change }, act);
  return id;
}

async function refuseTakenName(
  transaction: DatabaseTransaction,
  own: string | null,
  name: string | undefined,
): Promise<void> {
  if (name === undefined || name === own) return;
  const taken = await visible(transaction).where('name', '=', name).executeTakeFirst();
  if (taken) throw new Conflict('name_taken', 'Another data set has this name already. Choose another name.');
}

async function setDeleted(transaction: DatabaseTransaction, id: number, at: string | null): Promise<void> {
  await transaction.updateTable('dataset').set({ deleted_at: at }).where('id', '=', id).execute();
}

function visible(db: Reading) {
  return db.selectFrom('dataset').selectAll().where('deleted_at', 'is', null);
}

type DatasetRow = Awaited<ReturnType<ReturnType<typeof visible>['executeTakeFirstOrThrow']>>;

function plain(row: DatasetRow): Omit<Dataset, keyof Contents> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    timezone: row.timezone,
    timePrecision: row.time_precision,
    origin: row.origin,
    note: row.note,
    version: row.version,
    createdAt: row.created_at,
  };
}

function datasetOf(row: DatasetRow, contents: Contents): Dataset {
  const bounds: Bounds | null = contents.bounds;
  return { ...plain(row), ...contents, bounds };
}
