import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export const IN_MEMORY = ':memory:';

/** A log that grew in an import is cut back to this at the next checkpoint. */
const LOG_BYTES = 64 * 1024 * 1024;

/**
 * A connection that may write. The main process never waits inside SQLite (that would stop the event loop) and retries
 * by itself; a worker thread has nothing better to do and passes `waitMilliseconds`.
 */
export function openWriter(file: string, waitMilliseconds = 0): Database.Database {
  if (file !== IN_MEMORY) createPrivately(file);
  const db = new Database(file, { timeout: waitMilliseconds });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma(`journal_size_limit = ${LOG_BYTES}`);
  return db;
}

/** A connection that sees committed data only and cannot write. */
export function openReader(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
  return db;
}

/** The file holds places and people's accounts: nobody else on the machine reads it. SQLite gives its log the same mode. */
function createPrivately(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
}
