import { type Membership, MOST_ROLES, roleWithoutArea } from '../domain/held-roles.ts';
import type { Role } from '../domain/permissions.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, existing, record } from './change.ts';
import type { MembershipStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const KIND = 'membership';

export function membershipStore({ db, write }: Backend): MembershipStore {
  return {
    async list() {
      return (await memberships(db).orderBy('membership.id').execute()).map(membershipOf);
    },
    async of(userId) {
      const rows = await memberships(db).where('user_id', '=', userId).orderBy('membership.id').execute();
      return rows.map(membershipOf);
    },
    get: (id) => find(db, id),
    add: (input, act) =>
      write(async (transaction) => {
        const { userId, role, areaId, from, to } = input;
        await checkPlace(transaction, [role], areaId);
        await refuseTooMany(transaction, userId);
        const { id } = await transaction
          .insertInto('membership')
          .values({
            user_id: userId,
            role,
            area_id: areaId,
            term_from: from,
            term_to: to,
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const change = beginnings(input);
        await record(transaction, { action: 'create', objectKind: KIND, objectId: id, change }, act);
        return existing(await find(transaction, id), 'membership');
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

async function refuseTooMany(db: Reading, userId: string): Promise<void> {
  const held = await memberships(db).where('user_id', '=', userId).execute();
  if (held.length >= MOST_ROLES)
    throw new Conflict(
      'too_many_roles',
      `This person was given ${MOST_ROLES.toLocaleString('en-GB')} roles by now. Give one for everywhere instead.`,
    );
}

/** Roles that keep the whole workspace in order have no area, and an area must be there to hold a role. */
export async function checkPlace(db: Reading, roles: readonly Role[], areaId: number | null): Promise<void> {
  if (areaId === null) return;
  const role = roleWithoutArea(roles);
  if (role !== null)
    throw new Unusable('role_everywhere', EVERYWHERE_ONLY, [{ pointer: '/areaId', detail: EVERYWHERE_ONLY }]);
  const area = await visibleArea(db, areaId);
  if (!area) throw new NotFound('area');
}

const EVERYWHERE_ONLY =
  'Administrator, data guardian, publisher and oversight are roles for the whole workspace. Choose everywhere, or give these roles by themselves.';

/**
 * Somebody else has to be able to let people in from the day after, for as long as this one would have been: two who end
 * one after the other must not leave nobody behind the later day.
 */
async function requireAnother(transaction: DatabaseTransaction, { id, to }: Membership, lastDay: string) {
  if (to !== null && lastDay >= to) return;
  const other = await memberships(transaction)
    .where('role', '=', 'admin')
    .where('membership.id', '!=', id)
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
  const row = await memberships(db).where('membership.id', '=', id).executeTakeFirst();
  return row ? membershipOf(row) : null;
}

/** With the name of the area, hidden or not. */
function memberships(db: Reading) {
  return db
    .selectFrom('membership')
    .leftJoin('area', 'area.id', 'membership.area_id')
    .leftJoin('dataset', 'dataset.id', 'area.dataset_id')
    .selectAll('membership')
    .select([
      'area.name as area_name',
      'area.deleted_at as area_hidden',
      'dataset.deleted_at as dataset_hidden',
    ]);
}

function visibleArea(db: Reading, id: number) {
  return db
    .selectFrom('area')
    .leftJoin('dataset', 'dataset.id', 'area.dataset_id')
    .select('area.id')
    .where('area.id', '=', id)
    .where('area.deleted_at', 'is', null)
    .where('dataset.deleted_at', 'is', null)
    .executeTakeFirst();
}

type MembershipRow = Awaited<ReturnType<ReturnType<typeof memberships>['executeTakeFirstOrThrow']>>;

function membershipOf(row: MembershipRow): Membership {
  const { id, user_id: userId, role, term_from: from, term_to: to } = row;
  return { id, userId, role, area: areaOf(row), from, to };
}

function areaOf(row: MembershipRow): Membership['area'] {
  if (row.area_id === null) return null;
  const hidden = row.area_hidden !== null || row.dataset_hidden !== null;
  return { id: row.area_id, name: row.area_name ?? '', hidden };
}
