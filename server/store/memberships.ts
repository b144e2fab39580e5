import type { Membership } from '../domain/permissions.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, existing, record } from './change.ts';
import type { MembershipStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const KIND = 'membership';

export function membershipStore({ db, write }: Backend): MembershipStore {
  return {
    async list() {
      return (await memberships(db).orderBy('id').execute()).map(membershipOf);
    },
    async of(userId) {
      return (await memberships(db).where('user_id', '=', userId).orderBy('id').execute()).map(membershipOf);
    },
    get: (id) => find(db, id),
    add: (input, act) =>
      write(async (transaction) => {
        const { userId, role, from, to } = input;
        const { id } = await transaction
          .insertInto('membership')
          .values({ user_id: userId, role, term_from: from, term_to: to, created_at: act.at })
          .returning('id')
          .executeTakeFirstOrThrow();
        const change = beginnings(input);
        await record(transaction, { action: 'create', objectKind: KIND, objectId: id, change }, act);
        return { id, ...input };
      }),
    end: (id, lastDay, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), 'membership');
        if (before.role === 'admin') await requireAnother(transaction, before, lastDay);
        await transaction.updateTable('membership').set({ term_to: lastDay }).where('id', '=', id).execute();
        const change = { to: [before.to, lastDay] as [unknown, unknown] };
        await record(transaction, { action: 'update', objectKind: KIND, objectId: id, change }, act);
        return { ...before, to: lastDay };
      }),
  };
}

/**
 * Somebody else has to be able to let people in from the day after, for as long as this one would have been: two who end
 * one after the other must not leave nobody behind the later day.
 */
async function requireAnother(transaction: DatabaseTransaction, { id, to }: Membership, lastDay: string) {
  if (to !== null && lastDay >= to) return;
  const other = await memberships(transaction)
    .where('role', '=', 'admin')
    .where('id', '!=', id)
    .where('term_from', '<=', dayAfter(lastDay))
    .where((each) =>
      each.or([each('term_to', 'is', null), ...(to === null ? [] : [each('term_to', '>=', to)])]),
    )
    .executeTakeFirst();
  if (!other)
    throw new Conflict(
      'last_admin',
      'Nobody else is administrator after that day for as long as this person. Make somebody else administrator first.',
    );
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

async function find(db: Reading, id: number): Promise<Membership | null> {
  const row = await memberships(db).where('id', '=', id).executeTakeFirst();
  return row ? membershipOf(row) : null;
}

const memberships = (db: Reading) => db.selectFrom('membership').selectAll();

type MembershipRow = Awaited<ReturnType<ReturnType<typeof memberships>['executeTakeFirstOrThrow']>>;

function membershipOf(row: MembershipRow): Membership {
  return { id: row.id, userId: row.user_id, role: row.role, from: row.term_from, to: row.term_to };
}
