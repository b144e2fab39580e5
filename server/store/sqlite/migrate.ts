import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { CannotStart } from '../../errors.ts';

export interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedMigration {
  number: number;
  name: string;
  checksum: string;
}

/** The plain SQL files of a folder, 0001 first. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.sql'.length);
      // A checkout on Windows may have changed the line ends; the statements are the same.
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return {
        number: Number(/^(\d{4})_/.exec(name)?.[1]),
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1)
      throw new Error(
        `Migration ${name} should have the number ${index + 1}: numbers go up by one from 0001.`,
      );
  });
  return migrations;
}

/**
 * Brings the database to the newest schema, each migration in a transaction of its own.
 * Stops before touching anything when an applied migration was changed, or when the database is newer than this program.
 */
export function migrate(db: Database, migrations: readonly Migration[], at: string): void {
  db.exec(`CREATE TABLE IF NOT EXISTS schema_migration (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    checksum   TEXT NOT NULL,
    applied_at TEXT NOT NULL
  ) STRICT`);
  checkApplied(db, migrations);
  for (const migration of migrations) {
    // Two processes may start at once: look again once the write lock is held.
    db.transaction(() => {
      if (!appliedMigrations(db).has(migration.number)) apply(db, migration, at);
    }).immediate();
  }
}

function checkApplied(db: Database, migrations: readonly Migration[]): void {
  for (const applied of appliedMigrations(db).values()) {
    const known = migrations[applied.number - 1];
    if (!known)
      throw new CannotStart(
        `The database was made by a newer version of Common Ground (it has ${applied.name}). Start that version, or restore a backup from before the update.`,
      );
    if (known.checksum !== applied.checksum)
      throw new CannotStart(
        `The migration ${applied.name} is not the one this database was made with. Put the file back as it was; changes go into a new migration.`,
      );
  }
}

function apply(db: Database, { number, name, sql, checksum }: Migration, at: string): void {
  db.exec(sql);
  db.prepare('INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)').run(
    number,
    name,
    checksum,
    at,
  );
}

function appliedMigrations(db: Database): Map<number, AppliedMigration> {
  const rows = db
    .prepare<[], AppliedMigration>('SELECT number, name, checksum FROM schema_migration ORDER BY number')
    .all();
  return new Map(rows.map((row) => [row.number, row]));
}
