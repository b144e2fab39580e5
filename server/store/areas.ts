import { Unusable } from '../errors.ts';
import { refuseWhileRolesHold } from './area-roles.ts';
import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import { touchDataset } from './datasets.ts';
import { boundsOf } from './geometry-bounds.ts';
import { parsed } from './json.ts';
import { refuseLinked, toArea } from './links.ts';
import type { Act, Area, AreaStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'area';

export function areaStore({ db, write }: Backend): AreaStore {
  return {
    list: async () =>
      (await areas(db).where('area.deleted_at', 'is', null).orderBy('area.id').execute()).map(areaOf),
    get: (id) => find(db, id),
    create: (input, act) => write((transaction) => create(transaction, input, act)),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const changed = differences<Area>(before, change);
        if (Object.keys(changed).length === 0) return before;
        if (changed.geometry) await refuseWhileRolesHold(transaction, (area) => area.id === id, act);
        if (changed.parentId && change.parentId) await checkParent(transaction, change.parentId, id);
        await transaction
          .updateTable('area')
          .set({
            name: change.name,
            kind: change.kind,
            parent_id: change.parentId,
            population: change.population,
            dwellings: change.dwellings,
            ...(change.geometry && shapeOf(change.geometry)),
            version: version + 1,
          })
          .where('id', '=', id)
          .execute();
        await touchDataset(transaction, before.datasetId, 'areas');
        await record(transaction, { action: 'update', objectKind: WHAT, objectId: id, change: changed }, act);
        return existing(await find(transaction, id), WHAT);
      }),
    remove: (id, act, links) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        await refuseLinked(transaction, toArea(id), links);
        await refuseWhileRolesHold(transaction, (area) => area.id === id, act);
        await setDeleted(transaction, before, act.at);
        await record(transaction, { action: 'delete', objectKind: WHAT, objectId: id }, act);
      }),
    restore: (id, act) =>
      write(async (transaction) => {
        const row = await areas(transaction).where('area.id', '=', id).executeTakeFirst();
        const before = areaOf(existing(row, WHAT));
        if (row?.deleted_at === null) return before;
        await setDeleted(transaction, before, null);
        await record(transaction, { action: 'restore', objectKind: WHAT, objectId: id }, act);
        return existing(await find(transaction, id), WHAT);
      }),
  };
}

/** The geometries of these areas; hidden ones have none. */
export async function areaGeometries(db: Reading, ids: readonly number[]): Promise<Area['geometry'][]> {
  if (ids.length === 0) return [];
  const rows = await areas(db)
    .where('area.deleted_at', 'is', null)
    .where('area.id', 'in', ids)
    .orderBy('area.id')
    .execute();
  return rows.map((row) => parsed<Area['geometry']>(row.geometry));
}

/** Id and version of these areas, without reading their shapes. */
export async function areaVersions(db: Reading, ids: readonly number[]): Promise<[number, number][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('area')
    .leftJoin('dataset', 'dataset.id', 'area.dataset_id')
    .select(['area.id', 'area.version'])
    .where('dataset.deleted_at', 'is', null)
    .where('area.deleted_at', 'is', null)
    .where('area.id', 'in', ids)
    .orderBy('area.id')
    .execute();
  return rows.map(({ id, version }) => [id, version]);
}

async function create(
  transaction: DatabaseTransaction,
  input: Omit<Area, 'id' | 'version' | 'bounds'>,
  act: Act,
): Promise<Area> {
  await touchDataset(transaction, input.datasetId, 'areas');
  if (input.parentId !== null) await checkParent(transaction, input.parentId, null);
  const { id } = await transaction
    .insertInto('area')
    .values({
      parent_id: input.parentId,
      dataset_id: input.datasetId,
      kind: input.kind,
      name: input.name,
      source_id: input.sourceId,
      ...shapeOf(input.geometry),
      population: input.population,
      dwellings: input.dwellings,
      timezone: input.timezone,
      created_at: act.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const change = beginnings(input);
  await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
  return existing(await find(transaction, id), WHAT);
}

function shapeOf(geometry: Area['geometry']) {
  const box = boundsOf(geometry.coordinates);
  if (!box) throw new Unusable('empty_geometry', 'The area has no positions. Draw it again.');
  const [min_lon, min_lat, max_lon, max_lat] = box;
  return { geometry: JSON.stringify(geometry), min_lon, min_lat, max_lon, max_lat };
}

/** The parent can be seen, and neither it nor anything above it, hidden or not, is the area itself. */
async function checkParent(
  transaction: DatabaseTransaction,
  parentId: number,
  id: number | null,
): Promise<void> {
  existing(await find(transaction, parentId), WHAT);
  for (let at: number | null = parentId; at !== null; ) {
    if (at === id) throw new Unusable('area_loop', 'An area cannot lie in itself. Choose another parent.');
    const row: { parent_id: number | null } = await transaction
      .selectFrom('area')
      .select('parent_id')
      .where('id', '=', at)
      .executeTakeFirstOrThrow();
    at = row.parent_id;
  }
}

async function setDeleted(transaction: DatabaseTransaction, area: Area, at: string | null): Promise<void> {
  await transaction
    .updateTable('area')
    .set({ deleted_at: at, version: area.version + 1 })
    .where('id', '=', area.id)
    .execute();
  await touchDataset(transaction, area.datasetId, 'areas');
}

/** Areas whose data set is not hidden; a hidden parent is no parent. */
function areas(db: Reading) {
  return db
    .selectFrom('area')
    .leftJoin('dataset', 'dataset.id', 'area.dataset_id')
    .leftJoin('area as parent', (join) =>
      join.onRef('parent.id', '=', 'area.parent_id').on('parent.deleted_at', 'is', null),
    )
    .leftJoin('dataset as parent_dataset', 'parent_dataset.id', 'parent.dataset_id')
    .selectAll('area')
    .select((read) =>
      read
        .case()
        .when('parent_dataset.deleted_at', 'is', null)
        .then(read.ref('parent.id'))
        .else(null)
        .end()
        .as('visible_parent_id'),
    )
    .where('dataset.deleted_at', 'is', null);
}

async function find(db: Reading, id: number): Promise<Area | null> {
  const row = await areas(db)
    .where('area.id', '=', id)
    .where('area.deleted_at', 'is', null)
    .executeTakeFirst();
  return row ? areaOf(row) : null;
}

type AreaRow = Awaited<ReturnType<ReturnType<typeof areas>['executeTakeFirstOrThrow']>>;

function areaOf(row: AreaRow): Area {
  return {
    id: row.id,
    parentId: row.visible_parent_id,
    datasetId: row.dataset_id,
    kind: row.kind,
    name: row.name,
    sourceId: row.source_id,
    geometry: parsed(row.geometry),
    bounds: [row.min_lon, row.min_lat, row.max_lon, row.max_lat],
    population: row.population,
    dwellings: row.dwellings,
    timezone: row.timezone,
    version: row.version,
  };
}
