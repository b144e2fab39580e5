import { Conflict } from '../errors.ts';
import { type AccountDb, accountBackend } from './account-tables.ts';
import type { Backend } from './backend.ts';
import { record } from './change.ts';
import type { Act } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** How a provider calls somebody. */
export interface LinkedIdentity {
  issuer: string;
  subject: string;
}

export interface IdentityStore {
  /** Whose it is. */
  userOf(identity: LinkedIdentity): Promise<string | null>;
  /** Since when somebody is linked with this provider; null: not. */
  linkedSince(userId: string, issuer: string): Promise<string | null>;
  /** In place of the one this person had with the same provider. */
  link(userId: string, identity: LinkedIdentity, act: Act): Promise<void>;
  /** False when there was none. */
  unlink(userId: string, issuer: string, act: Act): Promise<boolean>;
}

export function createIdentityStore(backend: Pick<Backend, 'db' | 'write'>): IdentityStore {
  const { db, write } = accountBackend(backend);
  return {
    async userOf(identity) {
      return (await identityRow(db, identity))?.user_id ?? null;
    },
    async linkedSince(userId, issuer) {
      const row = await db
        .selectFrom('sign_in_identity')
        .select('created_at')
        .where('user_id', '=', userId)
        .where('issuer', '=', issuer)
        .executeTakeFirst();
      return row?.created_at ?? null;
    },
    link: (userId, identity, act) =>
      write(async (db, tx) => {
        await ofUser(db, userId, identity.issuer).execute();
        await addIdentity(db, tx, userId, identity, act);
      }),
    unlink: (userId, issuer, act) =>
      write(async (db, tx) => {
        const { numDeletedRows } = await ofUser(db, userId, issuer).executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        const change = { issuer: [issuer, null] as [unknown, unknown] };
        await record(tx, { action: 'delete', objectKind: 'sign_in_identity', objectId: userId, change }, act);
        return true;
      }),
  };
}

/** In a transaction of the caller. */
export async function addIdentity(
  db: AccountDb,
  tx: DatabaseTransaction,
  userId: string,
  { issuer, subject }: LinkedIdentity,
  act: Act,
): Promise<void> {
  if (await identityRow(db, { issuer, subject }))
    throw new Conflict('identity_taken', 'This sign-in belongs to another account here already.');
  await db
    .insertInto('sign_in_identity')
    .values({ issuer, subject, user_id: userId, created_at: act.at })
    .execute();
  // Not what the provider calls the person: the history outlives the account.
  const change = { issuer: [null, issuer] as [unknown, unknown] };
  await record(tx, { action: 'create', objectKind: 'sign_in_identity', objectId: userId, change }, act);
}

/** In a transaction of the caller. */
export async function dropIdentities(db: AccountDb, userId: string): Promise<void> {
  await db.deleteFrom('sign_in_identity').where('user_id', '=', userId).execute();
}

const ofUser = (db: AccountDb, userId: string, issuer: string) =>
  db.deleteFrom('sign_in_identity').where('user_id', '=', userId).where('issuer', '=', issuer);

const identityRow = (db: AccountDb, { issuer, subject }: LinkedIdentity) =>
  db
    .selectFrom('sign_in_identity')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
