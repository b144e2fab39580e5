import { nameKeyOf } from '../domain/person-name.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import type { Organisation, OrganisationStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'organisation';

export function organisationStore({ db, write }: Backend): OrganisationStore {
  return {
    list: () => organisations(db),
    create: (input, act) =>
      write(async (transaction) => {
        await refuseTaken(transaction, input.name);
        const { id } = await transaction
          .insertInto('organisation')
          .values({
            ...input,
            name_key: nameKeyOf(input.name),
            created_by: act.actor ?? '',
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const change = beginnings(input);
        await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
        return existing(await find(transaction, id), WHAT);
      }),
    update: (id, version, wanted, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const change = differences<Organisation>(before, wanted);
        if (Object.keys(change).length === 0) return before;
        const { name, kind } = { ...before, ...wanted };
        if (nameKeyOf(name) !== nameKeyOf(before.name)) await refuseTaken(transaction, name);
        await transaction
          .updateTable('organisation')
          .set({ name, name_key: nameKeyOf(name), kind, version: version + 1 })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'update', objectKind: WHAT, objectId: id, change }, act);
        return existing(await find(transaction, id), WHAT);
      }),
    of: (userId) => organisationOf(db, userId),
    assign: (userId, organisationId, act) =>
      write(async (transaction) => {
        if (organisationId !== null) existing(await find(transaction, organisationId), WHAT);
        const before = await organisationOf(transaction, userId);
        if (before === organisationId) return;
        await transaction.deleteFrom('organisation_member').where('user_id', '=', userId).execute();
        if (organisationId !== null)
          await transaction
            .insertInto('organisation_member')
            .values({ user_id: userId, organisation_id: organisationId })
            .execute();
        const change = { organisation: [before, organisationId] as [unknown, unknown] };
        await record(transaction, { action: 'update', objectKind: 'user', objectId: userId, change }, act);
      }),
  };
}

async function refuseTaken(db: Reading, name: string): Promise<void> {
  const same = await db
    .selectFrom('organisation')
    .select('id')
    .where('name_key', '=', nameKeyOf(name))
    .executeTakeFirst();
  if (same) throw new Conflict('name_taken', 'There is an organisation of this name already.');
}

async function organisationOf(db: Reading, userId: string): Promise<number | null> {
  const row = await db
    .selectFrom('organisation_member')
    .select('organisation_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.organisation_id ?? null;
}

async function find(db: DatabaseTransaction, id: number): Promise<Organisation | null> {
  return (await organisations(db)).find((one) => one.id === id) ?? null;
}

/** There are few: they are read together, with their people. */
async function organisations(db: Reading): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'version'])
    .orderBy('name_key')
    .execute();
  const members = await db
    .selectFrom('organisation_member')
    .innerJoin('user', 'user.id', 'organisation_member.user_id')
    .select(['user.id', 'user.name', 'organisation_id'])
    .orderBy('user.name')
    .execute();
  return rows.map((row) => ({
    ...row,
    members: members
      .filter(({ organisation_id }) => organisation_id === row.id)
      .map(({ id, name }) => ({ id, name })),
  }));
}
