import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CHAIN_START, type ChainedEntry, chainHash } from '../audit-chain.ts';
import { isBusy } from './patience.ts';

/** Pages copied between two looks at other work. */
const PAGES_A_TURN = 256;

/** Copies a database that is in use, as it was at one moment; other work goes on. Only the owner may read the copy. */
export async function copyDatabase(file: string, to: string): Promise<void> {
  closeSync(openSync(to, 'wx', 0o600));
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await db.backup(to, { progress: () => PAGES_A_TURN });
  } finally {
    db.close();
  }
}

/** What a copy holds, or in one sentence why it must not be used. */
export type CopyReport =
  | { sound: true; incidents: number; problems: number; accounts: number; entries: number; head: string }
  | { sound: false; fault: string };

/** Reads all of it: pages, references between records, and the chain of the history. */
export function inspectCopy(file: string): CopyReport {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const pages = db.pragma('integrity_check', { simple: true });
    if (pages !== 'ok') return { sound: false, fault: 'Some of its pages are damaged.' };
    const loose = db.pragma('foreign_key_check');
    if (!Array.isArray(loose) || loose.length > 0)
      return { sound: false, fault: 'Some of its records point at records that are not there.' };
    return { sound: true, ...countsOf(db), ...historyOf(db) };
  } catch (error) {
    if (error instanceof BrokenHistory)
      return { sound: false, fault: `Its history does not fit from entry ${error.entry} on.` };
    return { sound: false, fault: 'It is no database of the workbench, or it is damaged.' };
  } finally {
    db?.close();
  }
}

class BrokenHistory extends Error {
  readonly entry: number;

  constructor(entry: number) {
    super('broken history');
    this.entry = entry;
  }
}

function countsOf(db: Database.Database) {
  const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return { incidents: count('incident'), problems: count('problem'), accounts: count('user') };
}

function historyOf(db: Database.Database): { entries: number; head: string } {
  const entries = db.prepare<[], ChainedEntry & { hash: string }>(
    `SELECT id, at, actor, action, object_kind AS objectKind, object_id AS objectId, reason, change, hash
     FROM audit_entry ORDER BY id`,
  );
  let head = CHAIN_START;
  let last = 0;
  for (const { hash, ...entry } of entries.iterate()) {
    if (entry.id !== last + 1 || chainHash(head, entry) !== hash) throw new BrokenHistory(entry.id);
    head = hash;
    last = entry.id;
  }
  return { entries: last, head };
}

/** Whether any other connection, of this process or another one, has the database open; damage is no answer to that. */
export function isInUse(file: string): boolean {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true, timeout: 0 });
    // A connection that has read keeps its hold on the file until it closes, so nobody else can have it alone.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    db?.close();
  }
}

/** In the copy alone, before it is closed: the database itself never holds the key of its sealed fields. */
const KEY_TABLE = 'backup_field_key';

/** Puts the key of sealed fields into a copy, so that what is sealed can be read where it is restored. */
export function putFieldKey(file: string, key: string): void {
  onCopy(file, (db) => {
    db.exec(`CREATE TABLE ${KEY_TABLE} (key TEXT NOT NULL) STRICT`);
    db.prepare(`INSERT INTO ${KEY_TABLE} VALUES (?)`).run(key);
  });
}

/** Takes the key out of a copy again; null when an older version made it. */
export function takeFieldKey(file: string): string | null {
  let key: string | null = null;
  onCopy(file, (db) => {
    const there = db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(KEY_TABLE);
    if (there === undefined) return;
    key = db.prepare<[], string>(`SELECT key FROM ${KEY_TABLE}`).pluck().get() ?? null;
    db.exec(`DROP TABLE ${KEY_TABLE}`);
  });
  return key;
}

function onCopy(file: string, work: (db: Database.Database) => void): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('secure_delete = ON');
    db.pragma('journal_mode = DELETE');
    db.transaction(() => work(db)).immediate();
  } finally {
    db.close();
  }
}

/** Whoever was signed in when the copy was made is not any more, and no link that was open then opens anything. */
export function endAllSessions(file: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.transaction(() => {
      for (const table of ['session', 'verification', 'sign_in_link', 'idempotency_key'])
        db.prepare(`DELETE FROM ${table}`).run();
    })();
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
