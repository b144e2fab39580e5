import { Conflict, Unusable } from '../errors.ts';
import type { Backend } from './backend.ts';
import { protect } from './category-protection.ts';
import { differences, existing, newest, record } from './change.ts';
import { parsed } from './json.ts';
import type { Category, CategoryStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'category';

export function categoryStore({ db, write }: Backend): CategoryStore {
  return {
    list: async () => (await categories(db).orderBy('id').execute()).map(categoryOf),
    get: (id) => find(db, id),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const changed = differences<Category>(before, change);
        if (Object.keys(changed).length === 0) return before;
        if (changed.protected && change.protected) await protect(transaction, before, change.protected, act);
        if (changed.parentId && change.parentId)
          await refuseParent(transaction, { ...before, ...change }, change.parentId);
        await transaction
          .updateTable('category')
          .set({
            public_name: change.publicName,
            protected: change.protected,
            harm_weight: change.harmWeight,
            parent_id: change.parentId,
            version: version + 1,
          })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'update', objectKind: WHAT, objectId: id, change: changed }, act);
        return existing(await find(transaction, id), WHAT);
      }),
  };
}

function categories(db: Reading) {
  return db.selectFrom('category').selectAll();
}

async function find(db: Reading, id: number): Promise<Category | null> {
  const row = await categories(db).where('id', '=', id).executeTakeFirst();
  return row ? categoryOf(row) : null;
}

async function refuseParent(
  transaction: DatabaseTransaction,
  category: Category,
  parentId: number,
): Promise<void> {
  await refuseLoop(transaction, category.id, parentId);
  const parent = await find(transaction, parentId);
  if (parent && parent.protected !== 'none' && category.protected === 'none')
    throw new Conflict(
      'parent_is_protected',
      `What lies below “${parent.name}” is protected with it. Protect this category first, or choose another parent.`,
    );
}

async function refuseLoop(transaction: DatabaseTransaction, id: number, parentId: number): Promise<void> {
  for (let at: number | null = parentId; at !== null; ) {
    if (at === id)
      throw new Unusable('category_loop', 'A category cannot lie below itself. Choose another parent.');
    at = existing(await find(transaction, at), WHAT).parentId;
  }
}

type CategoryRow = Awaited<ReturnType<ReturnType<typeof categories>['executeTakeFirstOrThrow']>>;

function categoryOf(row: CategoryRow): Category {
  return {
    id: row.id,
    parentId: row.parent_id,
    scheme: row.scheme,
    code: row.code,
    name: row.name,
    publicName: row.public_name,
    protected: row.protected,
    alwaysProtected: row.always_protected === 1,
    harmWeight: row.harm_weight,
    crosswalk: parsed(row.crosswalk),
    version: row.version,
  };
}
