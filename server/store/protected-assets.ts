import { kindCode, NEVER_MAPPED, protectedKinds } from '../domain/protected-assets.ts';
import { Conflict, Unusable } from '../errors.ts';
import type { Backend } from './backend.ts';
import { differences, existing, newest, record } from './change.ts';
import type { Act, NeverMappedKindRecord, ProtectedAsset, ProtectedAssetStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'protected_asset';
const KIND = 'never_mapped_kind';

/** Listed without a position: the table has no column for one. The history says that and which kind, never what and where. */
export function protectedAssetStore({ db, write }: Backend): ProtectedAssetStore {
  return {
    kinds: () => kinds(db),
    list: async () => (await rows(db).orderBy('id').execute()).map(assetOf),
    get: (id) => find(db, id),
    create: (input, act) =>
      write(async (transaction) => {
        await checkArea(transaction, input.areaId);
        await checkKind(transaction, input.kind);
        const { id } = await transaction
          .insertInto('protected_asset')
          .values({
            kind: input.kind,
            name: input.name,
            area_id: input.areaId,
            contact: input.contact,
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const change = { kind: [null, input.kind] as [unknown, unknown] };
        await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
        return existing(await find(transaction, id), 'protected asset');
      }),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, 'protected asset');
        const fields = Object.keys(differences<ProtectedAsset>(before, change));
        if (fields.length === 0) return before;
        if (change.areaId !== undefined) await checkArea(transaction, change.areaId);
        await transaction
          .updateTable('protected_asset')
          .set({ name: change.name, area_id: change.areaId, contact: change.contact, version: version + 1 })
          .where('id', '=', id)
          .execute();
        const said = { fields: [null, fields] as [unknown, unknown] };
        await record(transaction, { action: 'update', objectKind: WHAT, objectId: id, change: said }, act);
        return existing(await find(transaction, id), 'protected asset');
      }),
    remove: (id, act) =>
      write(async (transaction) => {
        existing(await find(transaction, id), 'protected asset');
        await transaction.deleteFrom('protected_asset').where('id', '=', id).execute();
        await record(transaction, { action: 'delete', objectKind: WHAT, objectId: id }, act);
      }),
    addKind: (name, act) =>
      write(async (transaction) => {
        const kind = kindCode(name);
        if ((await kinds(transaction)).some((known) => known.kind === kind))
          throw new Conflict('kind_is_there', 'Places of this kind are never put on a map already.');
        const moved = await takeOffTheMap(transaction, { kind, name }, act);
        const change = { name: [null, name], takenOffTheMap: [null, moved] } as const;
        const line = { action: 'create', objectKind: KIND, objectId: kind, change: mutable(change) };
        await record(transaction, line, act);
        return { moved };
      }),
    removeKind: (kind, act) =>
      write(async (transaction) => {
        const found = existing(
          (await kinds(transaction)).find((known) => known.kind === kind),
          'kind',
        );
        if (found.builtIn)
          throw new Conflict('kind_is_built_in', 'The built-in kinds are never put on a map; they stay.');
        if (found.listed > 0)
          throw new Conflict(
            'kind_in_use',
            `${found.listed} of this kind ${found.listed === 1 ? 'is' : 'are'} listed. Delete them from the list first.`,
          );
        await transaction.deleteFrom('never_mapped_kind').where('kind', '=', kind).execute();
        await record(transaction, { action: 'delete', objectKind: KIND, objectId: kind }, act);
      }),
  };
}

const mutable = (change: Record<string, readonly [unknown, unknown]>): Record<string, [unknown, unknown]> =>
  Object.fromEntries(Object.entries(change).map(([field, [before, after]]) => [field, [before, after]]));

async function kinds(db: Reading): Promise<NeverMappedKindRecord[]> {
  const found = await db.selectFrom('never_mapped_kind').selectAll().orderBy('kind').execute();
  const counts = await db
    .selectFrom('protected_asset')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute();
  return found.map(({ kind, name, built_in }) => ({
    kind,
    name,
    builtIn: built_in === 1,
    listed: Number(counts.find((each) => each.kind === kind)?.count ?? 0),
  }));
}

/**
 * What was an asset of this kind until now is listed without its position, deleted ones are gone, and answers that looked
 * at assets are emptied: they may hold the position. The rows are overwritten in the file (secure_delete).
 */
async function takeOffTheMap(
  transaction: DatabaseTransaction,
  added: { kind: string; name: string },
  act: Act,
): Promise<number> {
  const { ofKind } = protectedKinds([added]);
  const assets = await transaction
    .selectFrom('asset')
    .select(['id', 'kind', 'name', 'dataset_id', 'import_id', 'deleted_at'])
    .execute();
  const meant = assets.filter(({ kind }) => kindCode(kind) === added.kind || ofKind(kind) === added.kind);
  for (const { id } of meant) await transaction.deleteFrom('asset').where('id', '=', id).execute();
  await transaction
    .insertInto('never_mapped_kind')
    .values({ kind: added.kind, name: added.name, built_in: 0 })
    .execute();
  for (const { name, import_id, deleted_at } of meant)
    if (deleted_at === null)
      await transaction
        .insertInto('protected_asset')
        .values({ kind: added.kind, name, import_id, area_id: null, contact: '', created_at: act.at })
        .execute();
  const datasets = [...new Set(meant.flatMap(({ dataset_id }) => dataset_id ?? []))];
  if (datasets.length > 0)
    await transaction
      .updateTable('dataset')
      .set((read) => ({ version: read('version', '+', 1) }))
      .where('id', 'in', datasets)
      .execute();
  if (meant.length > 0) await emptyAnswersAboutAssets(transaction);
  return meant.filter(({ deleted_at }) => deleted_at === null).length;
}

async function emptyAnswersAboutAssets(transaction: DatabaseTransaction): Promise<void> {
  await transaction
    .updateTable('analysis_run')
    .set({
      state: 'failed',
      summary: null,
      result: null,
      digest: null,
      failure: 'It looked at places that are no longer put on a map. Run it again.',
    })
    .where('state', '=', 'done')
    .where('data_version', 'like', '%"assets"%')
    .execute();
}

/** The schema refuses it too; this says why. */
async function checkArea(transaction: DatabaseTransaction, areaId: number | null): Promise<void> {
  if (areaId === null) return;
  const area = await transaction
    .selectFrom('area')
    .select('kind')
    .where('id', '=', areaId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!area || !['country', 'region', 'district'].includes(area.kind))
    throw new Unusable(
      'area_too_small',
      'Of such a place no smaller area than a whole district is kept. Choose a district, a region or the country.',
      [{ pointer: '/areaId', detail: 'Must be a district or larger.' }],
    );
}

async function checkKind(transaction: DatabaseTransaction, kind: string): Promise<void> {
  const known = await kinds(transaction);
  if (known.some((each) => each.kind === kind)) return;
  const names = [...NEVER_MAPPED, ...known].map(({ name }) => name);
  throw new Unusable('unknown_kind', `Choose one of the kinds that are never put on a map.`, [
    { pointer: '/kind', detail: `Must be one of: ${[...new Set(names)].join(', ')}.` },
  ]);
}

const rows = (db: Reading) => db.selectFrom('protected_asset').selectAll();

async function find(db: Reading, id: number): Promise<ProtectedAsset | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row ? assetOf(row) : null;
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

function assetOf(row: Row): ProtectedAsset {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    areaId: row.area_id,
    contact: row.contact,
    version: row.version,
  };
}
