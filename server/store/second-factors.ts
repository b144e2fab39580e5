import { Conflict } from '../errors.ts';
import { type AccountDb, accountBackend } from './account-tables.ts';
import type { Backend } from './backend.ts';
import { record } from './change.ts';
import { parsed } from './json.ts';
import type { Act } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** What somebody can prove themselves by beside the passphrase. */
export interface FactorsHeld {
  /** Instant since when the app is asked for; null: it is not. */
  totpSince: string | null;
  passkeys: number;
  recoveryCodes: number;
}

export interface Passkey {
  id: string;
  userId: string;
  name: string;
  /** The address it was made for. */
  host: string;
  /** COSE, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  createdAt: string;
  lastUsedAt: string | null;
}

export interface FactorStore {
  held(userId: string): Promise<FactorsHeld>;
  totp(userId: string): Promise<{ secret: string; confirmed: boolean } | null>;
  /** Puts a secret in place of one that was never confirmed. */
  beginTotp(userId: string, secret: string, at: string): Promise<void>;
  /** From now on the app is asked for. `codes` replace the recovery codes; null keeps them. */
  confirmTotp(userId: string, step: number, codes: readonly string[] | null, act: Act): Promise<boolean>;
  /** Uses up the code of a half minute; false when it was used before. */
  spendStep(userId: string, step: number): Promise<boolean>;
  removeTotp(userId: string, act: Act): Promise<void>;
  replaceRecoveryCodes(userId: string, codes: readonly string[], act: Act): Promise<void>;
  /** False when there is no such code or it was used. */
  spendRecoveryCode(userId: string, codeHash: string, act: Act): Promise<boolean>;
  passkeys(userId: string): Promise<Passkey[]>;
  passkey(id: string): Promise<Passkey | null>;
  /** `codes`: recovery codes of somebody who had none; null keeps those there are. */
  addPasskey(passkey: Passkey, codes: readonly string[] | null, act: Act): Promise<void>;
  notePasskeyUse(id: string, counter: number, at: string): Promise<void>;
  /** False when this person has no such passkey. */
  removePasskey(userId: string, id: string, act: Act): Promise<boolean>;
}

/** More than are open at any moment, and enough for a clock that was put right. */
const STEPS_KEPT = 8;

export function createFactorStore(backend: Pick<Backend, 'db' | 'write'>): FactorStore {
  const { db, write } = accountBackend(backend);
  return {
    held: (userId) => heldBy(db, userId),
    async totp(userId) {
      const row = await totpOf(db, userId);
      return row ? { secret: row.secret, confirmed: row.confirmed_at !== null } : null;
    },
    beginTotp: (userId, secret, at) =>
      write(async (db) => {
        const before = await totpOf(db, userId);
        if (before && before.confirmed_at !== null) throw alreadyOn();
        await db.deleteFrom('totp').where('user_id', '=', userId).execute();
        const row = { user_id: userId, secret, confirmed_at: null, created_at: at };
        await db.insertInto('totp').values(row).execute();
      }),
    confirmTotp: (userId, step, codes, act) =>
      write(async (db, tx) => {
        if (!(await spendStep(db, userId, step))) return false;
        const { numUpdatedRows } = await db
          .updateTable('totp')
          .set({ confirmed_at: act.at })
          .where('user_id', '=', userId)
          .where('confirmed_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw alreadyOn();
        if (codes !== null) await putCodes(db, userId, codes, act.at);
        await record(tx, { action: 'create', objectKind: 'totp', objectId: userId }, act);
        return true;
      }),
    spendStep: (userId, step) => write((db) => spendStep(db, userId, step)),
    removeTotp: (userId, act) =>
      write(async (db, tx) => {
        await db.deleteFrom('totp').where('user_id', '=', userId).execute();
        await dropUselessCodes(db, userId);
        await record(tx, { action: 'delete', objectKind: 'totp', objectId: userId }, act);
      }),
    replaceRecoveryCodes: (userId, codes, act) =>
      write(async (db, tx) => {
        await putCodes(db, userId, codes, act.at);
        await record(tx, { action: 'create', objectKind: 'recovery_codes', objectId: userId }, act);
      }),
    spendRecoveryCode: (userId, codeHash, act) =>
      write(async (db, tx) => {
        const { numUpdatedRows } = await db
          .updateTable('recovery_code')
          .set({ used_at: act.at })
          .where('user_id', '=', userId)
          .where('code_hash', '=', codeHash)
          .where('used_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const { recoveryCodes } = await heldBy(db, userId);
        const change = { left: [recoveryCodes + 1, recoveryCodes] as [unknown, unknown] };
        await record(tx, { action: 'use', objectKind: 'recovery_codes', objectId: userId, change }, act);
        return true;
      }),
    async passkeys(userId) {
      const rows = await passkeyRows(db).where('user_id', '=', userId).orderBy('created_at').execute();
      return rows.map(passkeyOf);
    },
    async passkey(id) {
      const row = await passkeyRows(db).where('id', '=', id).executeTakeFirst();
      return row ? passkeyOf(row) : null;
    },
    addPasskey: (passkey, codes, act) =>
      write(async (db, tx) => {
        await db.insertInto('passkey').values(rowOf(passkey)).execute();
        if (codes !== null) await putCodes(db, passkey.userId, codes, act.at);
        await recordPasskey(tx, 'create', passkey, act);
      }),
    notePasskeyUse: (id, counter, at) =>
      write(async (db) => {
        await db.updateTable('passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute();
      }),
    removePasskey: (userId, id, act) =>
      write(async (db, tx) => {
        const row = await passkeyRows(db)
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        if (!row) return false;
        await db.deleteFrom('passkey').where('id', '=', id).execute();
        await dropUselessCodes(db, userId);
        await recordPasskey(tx, 'delete', passkeyOf(row), act);
        return true;
      }),
  };
}

/** In a transaction of the caller: takes every second factor off somebody who has lost them. */
export async function dropFactors(db: AccountDb, userId: string): Promise<void> {
  await db.deleteFrom('totp').where('user_id', '=', userId).execute();
  await db.deleteFrom('passkey').where('user_id', '=', userId).execute();
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
}

async function heldBy(db: AccountDb, userId: string): Promise<FactorsHeld> {
  const countOf = async (query: Promise<{ count: number | bigint | string } | undefined>) =>
    Number((await query)?.count ?? 0);
  const totp = await totpOf(db, userId);
  return {
    totpSince: totp?.confirmed_at ?? null,
    passkeys: await countOf(
      db
        .selectFrom('passkey')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('user_id', '=', userId)
        .executeTakeFirst(),
    ),
    recoveryCodes: await countOf(
      db
        .selectFrom('recovery_code')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('user_id', '=', userId)
        .where('used_at', 'is', null)
        .executeTakeFirst(),
    ),
  };
}

const totpOf = (db: AccountDb, userId: string) =>
  db.selectFrom('totp').selectAll().where('user_id', '=', userId).executeTakeFirst();

/** Each half minute by itself, not "later than the last": a clock that is set back must not shut its people out. */
async function spendStep(db: AccountDb, userId: string, step: number): Promise<boolean> {
  const row = await totpOf(db, userId);
  if (!row) return false;
  const used = parsed<number[]>(row.used_steps);
  if (used.includes(step)) return false;
  const kept = JSON.stringify([...used, step].slice(-STEPS_KEPT));
  await db.updateTable('totp').set({ used_steps: kept }).where('user_id', '=', userId).execute();
  return true;
}

async function putCodes(db: AccountDb, userId: string, codes: readonly string[], at: string) {
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  const rows = codes.map((hash) => ({ user_id: userId, code_hash: hash, used_at: null, created_at: at }));
  await db.insertInto('recovery_code').values(rows).execute();
}

/** Codes recover a second factor; where there is none they would be one more passphrase. */
async function dropUselessCodes(db: AccountDb, userId: string): Promise<void> {
  const { totpSince, passkeys } = await heldBy(db, userId);
  if (totpSince === null && passkeys === 0)
    await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
}

const passkeyRows = (db: AccountDb) => db.selectFrom('passkey').selectAll();

type PasskeyRow = Awaited<ReturnType<ReturnType<typeof passkeyRows>['executeTakeFirstOrThrow']>>;

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    host: row.host,
    publicKey: row.public_key,
    counter: row.counter,
    transports: parsed<string[]>(row.transports),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}

function rowOf(passkey: Passkey): PasskeyRow {
  return {
    id: passkey.id,
    user_id: passkey.userId,
    name: passkey.name,
    host: passkey.host,
    public_key: passkey.publicKey,
    counter: passkey.counter,
    transports: JSON.stringify(passkey.transports),
    created_at: passkey.createdAt,
    last_used_at: passkey.lastUsedAt,
  };
}

function recordPasskey(
  tx: DatabaseTransaction,
  action: 'create' | 'delete',
  { userId, name }: Passkey,
  act: Act,
): Promise<void> {
  const change = { name: (action === 'create' ? [null, name] : [name, null]) as [unknown, unknown] };
  return record(tx, { action, objectKind: 'passkey', objectId: userId, change }, act);
}

const alreadyOn = () =>
  new Conflict('already_on', 'The app is set up already: switch it off before you set up another one.');
