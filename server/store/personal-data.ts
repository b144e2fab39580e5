import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { accountsIn } from '../domain/case/leads.ts';
import { Conflict, NotFound } from '../errors.ts';
import { type AccountDb, accountBackend } from './account-tables.ts';
import type { Backend } from './backend.ts';
import { record } from './change.ts';
import { dropIdentities } from './identities.ts';
import type { Act } from './ports.ts';
import { leadsOf, takeFromLeads } from './problem-parts.ts';
import { dropFactors } from './second-factors.ts';
import { endSessions } from './sessions.ts';
import type { Reading } from './tables.ts';

/** All that is held about somebody besides the history, ready to be given to them. Secrets and their hashes are left out. */
export interface AccountData {
  account: { id: string; name: string; createdAt: string; hasPassphrase: boolean };
  memberships: { role: string; areaId: number | null; from: string; to: string | null }[];
  sessions: { startedAt: string; lastSeenAt: string; browser: string }[];
  app: { since: string | null } | null;
  passkeys: { name: string; host: string; createdAt: string; lastUsedAt: string | null }[];
  recoveryCodes: { createdAt: string; usedAt: string | null }[];
  providers: { issuer: string; subject: string; linkedAt: string }[];
  /** Cases they lead, by their references. */
  leads: string[];
  invitationsMade: { roles: string; createdAt: string; expiresAt: string; usedAt: string | null }[];
}

export interface PersonalDataStore {
  /** Null when there is no such account. */
  of(userId: string): Promise<AccountData | null>;
  /**
   * The account is nobody's any more: the name becomes one that is made up, and sign-in, factors, sessions, links and roles
   * are gone. The history keeps the made-up name. Refused with `last_admin`. `today`: day of the workspace; null: erased
   * before, and so even when nobody else is administrator in this copy.
   */
  erase(userId: string, today: string | null, act: Act): Promise<void>;
}

export function createPersonalDataStore(
  backend: Pick<Backend, 'db' | 'write' | 'wipeLog'>,
): PersonalDataStore {
  const { db, write } = accountBackend(backend);
  return {
    async of(userId) {
      const account = await accountOf(db, userId);
      return account && { account, ...(await heldAbout(db, userId)), leads: await ledBy(backend.db, userId) };
    },
    async erase(userId, today, act) {
      await write(async (db, tx) => {
        if (!(await accountOf(db, userId))) throw new NotFound('person');
        if (today !== null) await requireOtherAdmin(db, userId, today);
        await endSessions(db, userId, null);
        await dropFactors(db, userId);
        await dropIdentities(db, userId);
        for (const table of ['account', 'membership', 'sign_in_link'] as const)
          await db.deleteFrom(table).where('user_id', '=', userId).execute();
        await db.deleteFrom('sign_in_link').where('invited_by', '=', userId).execute();
        await tx.deleteFrom('annotation_mention').where('user_id', '=', userId).execute();
        await takeFromLeads(tx, userId, act);
        await tx.deleteFrom('idempotency_key').where('actor', '=', userId).execute();
        const name = madeUpName(userId);
        await db
          .updateTable('user')
          .set({ name, username: `erased ${userId}`, erased_at: act.at, updated_at: act.at })
          .where('id', '=', userId)
          .execute();
        // Not who it was: the history is for ever.
        await record(tx, { action: 'erase', objectKind: 'user', objectId: userId }, act);
      });
      await backend.wipeLog();
    },
  };
}

/** The same for the same account, and nothing of the person in it. */
const madeUpName = (userId: string) =>
  `Former member ${createHash('sha256').update(userId).digest('hex').slice(0, 6)}`;

async function accountOf(db: AccountDb, userId: string): Promise<AccountData['account'] | null> {
  const row = await db
    .selectFrom('user')
    .leftJoin('account', 'account.user_id', 'user.id')
    .select(['user.id', 'user.name', 'user.created_at', 'account.password'])
    .where('user.id', '=', userId)
    .where('user.erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return { id: row.id, name: row.name, createdAt: row.created_at, hasPassphrase: row.password !== null };
}

async function heldAbout(db: AccountDb, userId: string): Promise<Omit<AccountData, 'account' | 'leads'>> {
  const totp = await db
    .selectFrom('totp')
    .where('user_id', '=', userId)
    .select('confirmed_at')
    .executeTakeFirst();
  const sessions = await db
    .selectFrom('session')
    .where('user_id', '=', userId)
    .select(['created_at', 'last_seen_at', 'user_agent'])
    .execute();
  return {
    memberships: await db
      .selectFrom('membership')
      .where('user_id', '=', userId)
      .select(['role', 'area_id as areaId', 'term_from as from', 'term_to as to'])
      .execute(),
    sessions: sessions.map((row) => ({
      startedAt: row.created_at,
      lastSeenAt: row.last_seen_at ?? row.created_at,
      browser: row.user_agent ?? '',
    })),
    app: totp ? { since: totp.confirmed_at } : null,
    passkeys: await db
      .selectFrom('passkey')
      .where('user_id', '=', userId)
      .select(['name', 'host', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
      .execute(),
    recoveryCodes: await db
      .selectFrom('recovery_code')
      .where('user_id', '=', userId)
      .select(['created_at as createdAt', 'used_at as usedAt'])
      .execute(),
    providers: await db
      .selectFrom('sign_in_identity')
      .where('user_id', '=', userId)
      .select(['issuer', 'subject', 'created_at as linkedAt'])
      .execute(),
    invitationsMade: await db
      .selectFrom('sign_in_link')
      .where('invited_by', '=', userId)
      .select([
        sql<string>`coalesce(roles, '[]')`.as('roles'),
        'created_at as createdAt',
        'expires_at as expiresAt',
        'used_at as usedAt',
      ])
      .execute(),
  };
}

async function ledBy(db: Reading, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('problem_part')
    .innerJoin('problem', 'problem.id', 'problem_part.problem_id')
    .select(['problem.ref', 'body'])
    .where('name', '=', 'leads')
    .where('deleted_at', 'is', null)
    .orderBy('problem.ref')
    .execute();
  return rows.flatMap(({ ref, body }) => (accountsIn(leadsOf(body)).includes(userId) ? [ref] : []));
}

async function requireOtherAdmin(db: AccountDb, userId: string, today: string): Promise<void> {
  const admins = await db
    .selectFrom('membership')
    .select('user_id')
    .where('role', '=', 'admin')
    .where('term_from', '<=', today)
    .where((each) => each.or([each('term_to', 'is', null), each('term_to', '>=', today)]))
    .execute();
  const isAdmin = admins.some(({ user_id }) => user_id === userId);
  if (isAdmin && admins.every(({ user_id }) => user_id === userId))
    throw new Conflict(
      'last_admin',
      'Nobody else is administrator: make somebody else administrator before this account goes.',
    );
}
