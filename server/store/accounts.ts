import { type Kysely, sql } from 'kysely';
import type { Role } from '../domain/permissions.ts';
import { Conflict } from '../errors.ts';
import { type AccountDb, type AccountTables, accountBackend } from './account-tables.ts';
import type { Backend } from './backend.ts';
import { beginnings, record } from './change.ts';
import { addIdentity, dropIdentities, type LinkedIdentity } from './identities.ts';
import { checkPlace } from './memberships.ts';
import type { Act } from './ports.ts';
import { dropFactors } from './second-factors.ts';
import { endSessions } from './sessions.ts';
import type { DatabaseTransaction } from './tables.ts';

/** A one-time link as it lies in the store: never the token, only its hash. */
export interface SignInLink {
  tokenHash: string;
  /** Null: whoever opens it makes a new account. */
  userId: string | null;
  expiresAt: string;
  usedAt: string | null;
  createdAt: string;
  /** It lets its person choose a new passphrase and takes the second factor off. */
  isReset: boolean;
  /** What the new person will be; null: a link of the command line. */
  invitation: Invitation | null;
}

/** Somebody is asked to join with these roles. */
export interface Invitation {
  id: string;
  roles: Role[];
  /** Where the roles will hold: the id of an area; null: everywhere. */
  areaId: number | null;
  /** Last day of the roles; null: without end. */
  termTo: string | null;
  /** User id. */
  invitedBy: string;
}

export interface NewAccount {
  id: string;
  name: string;
  /** The name without differences of case, width and spacing. */
  nameKey: string;
  /** Null: signs in through a provider alone, until a passphrase is chosen. */
  passwordHash: string | null;
  /** Null: by the passphrase alone. */
  identity: LinkedIdentity | null;
  roles: readonly Role[];
  /** Where they hold; null: everywhere. */
  areaId: number | null;
  /** Id of the invitation; null: a link of the command line. */
  invitation: string | null;
  /** First and last day of the roles. */
  term: { from: string; to: string | null };
}

export interface AccountStore {
  /** For the sign-in library, which brings its own queries. */
  readonly database: { db: Kysely<Record<string, Record<string, unknown>>>; type: 'sqlite' };
  list(): Promise<{ id: string; name: string }[]>;
  /** The account of a name, with the hash its passphrase is held against. */
  findByName(nameKey: string): Promise<AccountToOpen | null>;
  find(userId: string): Promise<AccountToOpen | null>;
  addLink(link: Omit<SignInLink, 'usedAt' | 'createdAt'>, at: string): Promise<void>;
  findLink(tokenHash: string): Promise<SignInLink | null>;
  /** False when the link was used already: of two at once, one gets in. */
  spendLink(tokenHash: string, at: string): Promise<boolean>;
  /** Invitations nobody has used and that have not run out. */
  openInvitations(at: string): Promise<(Invitation & { expiresAt: string })[]>;
  /** False when there is no such open invitation. */
  withdraw(invitation: string, at: string): Promise<boolean>;
  /**
   * Makes the account with its roles, writes both into the history, and uses the link up: all or nothing. False when the
   * link was used already.
   */
  createWithLink(tokenHash: string, account: NewAccount, at: string): Promise<boolean>;
  /** Ends every session of the person but `keep`. */
  setPassphrase(userId: string, passwordHash: string, keep: string, act: Act): Promise<void>;
  /**
   * Sets the passphrase, takes every second factor and the sign-in by a provider off, and ends every session. False when the link was
   * used already.
   */
  resetWithLink(tokenHash: string, userId: string, passwordHash: string, at: string): Promise<boolean>;
}

export interface AccountToOpen {
  id: string;
  name: string;
  nameKey: string;
  /** Null: this person signs in through a provider and has no passphrase. */
  passwordHash: string | null;
}

export function createAccountStore(backend: Pick<Backend, 'db' | 'write'>): AccountStore {
  const { db, write } = accountBackend(backend);
  return {
    database: { db: db as unknown as AccountStore['database']['db'], type: 'sqlite' },
    list: () =>
      db.selectFrom('user').select(['id', 'name']).where('erased_at', 'is', null).orderBy('name').execute(),
    findByName: (nameKey) => openable(db, 'user.username', nameKey),
    find: (userId) => openable(db, 'user.id', userId),
    async addLink({ tokenHash, userId, expiresAt, isReset, invitation }, at) {
      await write(async (db, tx) => {
        if (invitation) await checkPlace(tx, invitation.roles, invitation.areaId);
        await db.deleteFrom('sign_in_link').where('expires_at', '<', at).execute();
        await db
          .insertInto('sign_in_link')
          .values({
            token_hash: tokenHash,
            user_id: userId,
            expires_at: expiresAt,
            used_at: null,
            created_at: at,
            roles: invitation ? JSON.stringify(invitation.roles) : null,
            term_to: invitation?.termTo ?? null,
            invited_by: invitation?.invitedBy ?? null,
            invitation: invitation?.id ?? null,
            purpose: isReset ? 'reset' : null,
            area_id: invitation?.areaId ?? null,
          })
          .execute();
        if (!invitation) await recordLink(tx, userId, isReset, at);
      });
    },
    async findLink(tokenHash) {
      const row = await db
        .selectFrom('sign_in_link')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!row) return null;
      return {
        tokenHash: row.token_hash,
        userId: row.user_id,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
        createdAt: row.created_at,
        isReset: row.purpose === 'reset',
        invitation: invitationOf(row),
      };
    },
    async openInvitations(at) {
      const rows = await openLinks(db, at).selectAll().orderBy('created_at').execute();
      return rows.flatMap((row) => {
        const invitation = invitationOf(row);
        return invitation === null ? [] : [{ ...invitation, expiresAt: row.expires_at }];
      });
    },
    withdraw: (invitation, at) =>
      write(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('sign_in_link')
          .set({ used_at: at })
          .where('invitation', '=', invitation)
          .where('used_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    spendLink: (tokenHash, at) => write((tx) => useUp(tx, tokenHash, at)),
    createWithLink: (tokenHash, account, at) =>
      write(async (db, tx) => {
        if (!(await useUp(db, tokenHash, at))) return false;
        await insertAccount(db, account, at);
        await recordAccount(tx, account, at);
        const act = { actor: account.id, at };
        if (account.identity) await addIdentity(db, tx, account.id, account.identity, act);
        return true;
      }),
    setPassphrase: (userId, passwordHash, keep, act) =>
      write(async (db, tx) => {
        await putPassphrase(db, userId, passwordHash, act.at);
        const ended = await endSessions(db, userId, keep);
        const change = { sessions: [ended + 1, 1] as [unknown, unknown] };
        await record(tx, { action: 'update', objectKind: 'passphrase', objectId: userId, change }, act);
      }),
    resetWithLink: (tokenHash, userId, passwordHash, at) =>
      write(async (db, tx) => {
        if (!(await useUp(db, tokenHash, at))) return false;
        await putPassphrase(db, userId, passwordHash, at);
        await dropFactors(db, userId);
        await dropIdentities(db, userId);
        await endSessions(db, userId, null);
        const entry = { action: 'reset', objectKind: 'user', objectId: userId };
        await record(tx, entry, { actor: userId, at });
        return true;
      }),
  };
}

const openLinks = (db: AccountDb, at: string) =>
  db.selectFrom('sign_in_link').where('used_at', 'is', null).where('expires_at', '>', at);

/** Roles were written by `addLink` alone. */
function invitationOf(row: AccountTables['sign_in_link']): Invitation | null {
  const { invitation, roles, term_to: termTo, invited_by: invitedBy, area_id: areaId } = row;
  if (invitation === null || roles === null || invitedBy === null) return null;
  return { id: invitation, roles: JSON.parse(roles) as Role[], areaId, termTo, invitedBy };
}

async function openable(
  db: AccountDb,
  by: 'user.id' | 'user.username',
  value: string,
): Promise<AccountToOpen | null> {
  const row = await db
    .selectFrom('user')
    .innerJoin('account', 'account.user_id', 'user.id')
    .select(['user.id', 'user.name', 'user.username as nameKey', 'account.password'])
    .where(by, '=', value)
    .where('account.provider_id', '=', 'credential')
    .executeTakeFirst();
  if (!row) return null;
  const { password: passwordHash, ...rest } = row;
  return { ...rest, passwordHash };
}

async function putPassphrase(db: AccountDb, userId: string, passwordHash: string, at: string) {
  await db
    .updateTable('account')
    .set({ password: passwordHash, updated_at: at })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
}

async function useUp(db: AccountDb, tokenHash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_in_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function insertAccount(db: AccountDb, account: NewAccount, at: string) {
  const { id, name, nameKey, passwordHash, roles, areaId, term } = account;
  const taken = await db
    .selectFrom('user')
    .select(sql<number>`1`.as('one'))
    .where('username', '=', nameKey)
    .executeTakeFirst();
  if (taken) throw new Conflict('name_taken', 'Somebody here has this name already: choose another one.');
  await db
    .insertInto('user')
    .values({
      id,
      name,
      username: nameKey,
      email: `${id}@accounts.invalid`,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .insertInto('account')
    .values({
      id: `${id}-credential`,
      account_id: id,
      provider_id: 'credential',
      user_id: id,
      password: passwordHash,
      created_at: at,
      updated_at: at,
    })
    .execute();
  if (roles.length === 0) return;
  await db
    .insertInto('membership')
    .values(
      roles.map((role) => ({
        user_id: id,
        role,
        term_from: term.from,
        term_to: term.to,
        created_at: at,
        area_id: areaId,
      })),
    )
    .execute();
}

/** Whoever can open the link becomes that person, so it is in the history that there is one; never the token. */
async function recordLink(tx: DatabaseTransaction, userId: string | null, isReset: boolean, at: string) {
  const change = beginnings({ userId, reset: isReset ? true : null });
  const entry = { action: 'create', objectKind: 'sign_in_link', objectId: userId ?? 'new-account', change };
  await record(tx, entry, { actor: null, at });
}

/** Whoever joins is given their roles by nobody's hand but that of the invitation. */
async function recordAccount(
  tx: DatabaseTransaction,
  { id, roles, areaId, term, invitation }: NewAccount,
  at: string,
) {
  const change = beginnings({ roles, areaId, ...term, invitation });
  await record(tx, { action: 'create', objectKind: 'user', objectId: id, change }, { actor: id, at });
}
