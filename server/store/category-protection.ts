import { Conflict } from '../errors.ts';
import { record } from './change.ts';
import type { Act, Category, Protection } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/**
 * Makes the way free for another protection of a category, or refuses it and says what stands in the way. The schema refuses
 * it too. The caller writes the category itself.
 */
export async function protect(
  transaction: DatabaseTransaction,
  category: Category,
  level: Protection,
  act: Act,
): Promise<void> {
  if (level === 'none') return refuseOpening(transaction, category);
  const below = category.protected === 'none' ? await openBelow(transaction, category.id) : [];
  await refuseWhenUsed(transaction, [category.id, ...below.map(({ id }) => id)]);
  // The deepest first, as the schema wants it.
  for (const { id } of below.toReversed()) {
    await transaction.updateTable('category').set({ protected: level }).where('id', '=', id).execute();
    const change = { protected: ['none', level] as [unknown, unknown] };
    await record(transaction, { action: 'update', objectKind: 'category', objectId: id, change }, act);
  }
  if (level === 'never_store') await takeOutTotals(transaction, category.id, act);
}

async function refuseOpening(transaction: DatabaseTransaction, { alwaysProtected, parentId }: Category) {
  if (alwaysProtected)
    throw new Conflict(
      'always_protected',
      'This category is built in as protected and stays so: it can be kept in totals only, or not at all.',
    );
  const parent = await transaction
    .selectFrom('category')
    .select('name')
    .where('id', '=', parentId ?? 0)
    .where('protected', '!=', 'none')
    .executeTakeFirst();
  if (parent)
    throw new Conflict(
      'parent_is_protected',
      `What lies below “${parent.name}” is protected with it. Move this category elsewhere first.`,
    );
}

/** Categories below that are not protected, parents before children. */
async function openBelow(transaction: DatabaseTransaction, id: number): Promise<{ id: number }[]> {
  const found: { id: number }[] = [];
  for (let level = [id]; level.length > 0; ) {
    const children = await transaction
      .selectFrom('category')
      .select('id')
      .where('parent_id', 'in', level)
      .where('protected', '=', 'none')
      .execute();
    found.push(...children);
    level = children.map((child) => child.id);
  }
  return found;
}

/** Hidden data sets count: they can be brought back. */
async function refuseWhenUsed(transaction: DatabaseTransaction, ids: readonly number[]): Promise<void> {
  await refuseWhenRaised(transaction, ids);
  const used = await transaction
    .selectFrom('incident')
    .innerJoin('dataset', 'dataset.id', 'incident.dataset_id')
    .select(({ fn }) => ['dataset.name', 'dataset.deleted_at', fn.countAll<number>().as('count')])
    .where('category_id', 'in', ids)
    .groupBy('dataset.id')
    .orderBy('dataset.id')
    .execute();
  if (used.length === 0) return;
  const total = used.reduce((sum, { count }) => sum + Number(count), 0);
  const where = used.map(
    ({ name, count, deleted_at }) =>
      `“${name}”${deleted_at === null ? '' : ' (deleted, can be restored)'}: ${count}`,
  );
  throw new Conflict(
    'category_in_use',
    `${total} ${total === 1 ? 'incident' : 'incidents'} of this category or below it ${total === 1 ? 'is' : 'are'} stored (${where.join(', ')}), so it cannot become protected. Undo the imports that hold them, protect the category, and load the files again: their rows are then refused.`,
  );
}

async function takeOutTotals(transaction: DatabaseTransaction, id: number, act: Act): Promise<void> {
  const taken = await transaction
    .deleteFrom('aggregate_count')
    .where('category_id', '=', id)
    .returning('id')
    .execute();
  if (taken.length === 0) return;
  const change = { totals: [taken.length, 0] as [unknown, unknown] };
  await record(transaction, { action: 'delete', objectKind: 'aggregate_count', objectId: id, change }, act);
}

async function refuseWhenRaised(transaction: DatabaseTransaction, ids: readonly number[]): Promise<void> {
  const { count } = await transaction
    .selectFrom('concern')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('category_id', 'in', ids)
    .executeTakeFirstOrThrow();
  if (Number(count) === 0) return;
  throw new Conflict(
    'category_in_use',
    `${count} ${Number(count) === 1 ? 'concern is' : 'concerns are'} of this category or below it, so it cannot become protected. Pass them on as protected, or give them another category, then protect this one.`,
  );
}
