import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../../server/store/open-store.ts';
import { migrate, readMigrations } from '../../../../server/store/sqlite/migrate.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const AT = '2026-01-01T00:00:00.000Z';

let made = 0;
function migrationsOf(files: Record<string, string>): string {
  const path = join(folder, `migrations-${made++}`);
  mkdirSync(path);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(path, name), sql);
  return path;
}

const ONE = { '0001_first.sql': 'CREATE TABLE one (a);' };
const TWO = { ...ONE, '0002_second.sql': 'CREATE TABLE two (a);' };

function tables(db: Database.Database): string[] {
  const rows = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  return rows.map(({ name }) => name).toSorted();
}

describe('migrate', () => {
  it('applies what is missing, once, in order', () => {
    const db = new Database(':memory:');
    migrate(db, readMigrations(migrationsOf(ONE)), AT);
    expect(tables(db)).toEqual(['one', 'schema_migration']);
    migrate(db, readMigrations(migrationsOf(TWO)), AT);
    migrate(db, readMigrations(migrationsOf(TWO)), AT);
    expect(tables(db)).toEqual(['one', 'schema_migration', 'two']);
  });

  it('takes a migration back as a whole when a part of it fails', () => {
    const db = new Database(':memory:');
    const broken = { ...ONE, '0002_second.sql': 'CREATE TABLE two (a); CREATE TABLE one (a);' };
    expect(() => migrate(db, readMigrations(migrationsOf(broken)), AT)).toThrow(/already exists/);
    expect(tables(db)).toEqual(['one', 'schema_migration']);
    migrate(db, readMigrations(migrationsOf(TWO)), AT);
    expect(tables(db)).toContain('two');
  });

  it('stops when an applied migration was changed, and leaves everything as it is', () => {
    const db = new Database(':memory:');
    migrate(db, readMigrations(migrationsOf(ONE)), AT);
    const changed = { ...TWO, '0001_first.sql': 'CREATE TABLE one (a, b);' };
    expect(() => migrate(db, readMigrations(migrationsOf(changed)), AT)).toThrow(
      /0001_first is not the one this database was made with/,
    );
    expect(tables(db)).toEqual(['one', 'schema_migration']);
  });

  it('does not mind the line ends of another system', () => {
    const db = new Database(':memory:');
    migrate(db, readMigrations(migrationsOf({ '0001_first.sql': 'CREATE TABLE one (\n  a\n);' })), AT);
    const windows = migrationsOf({ '0001_first.sql': 'CREATE TABLE one (\r\n  a\r\n);' });
    expect(() => migrate(db, readMigrations(windows), AT)).not.toThrow();
  });

  it('stops when the database is newer than the program', () => {
    const db = new Database(':memory:');
    migrate(db, readMigrations(migrationsOf(TWO)), AT);
    expect(() => migrate(db, readMigrations(migrationsOf(ONE)), AT)).toThrow(
      /newer version of Common Ground \(it has 0002_second\)/,
    );
  });

  it('refuses a gap in the numbers', () => {
    const gap = migrationsOf({ ...ONE, '0003_third.sql': 'SELECT 1;' });
    expect(() => readMigrations(gap)).toThrow(/0003_third should have the number 2/);
    expect(() => readMigrations(migrationsOf({ 'first.sql': 'SELECT 1;' }))).toThrow(
      /should have the number 1/,
    );
  });
});

describe('openStore', () => {
  it('opens what it made before, and says so clearly when it cannot', async () => {
    const file = join(folder, 'new', 'store.sqlite');
    const store = await openStore({ file });
    await store.settings.set('name', 'Riverside');
    await store.close();
    const again = await openStore({ file });
    expect(await again.settings.get('name')).toBe('Riverside');
    await again.close();
    const db = new Database(file);
    db.prepare("INSERT INTO schema_migration VALUES (9999, '9999_later', 'x', 'now')").run();
    db.close();
    await expect(openStore({ file })).rejects.toThrow(/newer version/);
  });

  it('makes a file that only its owner reads', async () => {
    const file = join(folder, 'private.sqlite');
    const store = await openStore({ file });
    await store.settings.set('name', 'x');
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
    await store.close();
  });

  it('says so when the file is something else or cannot be written', async () => {
    const file = join(folder, 'other.sqlite');
    writeFileSync(file, 'Minutes of the meeting. '.repeat(100));
    await expect(openStore({ file })).rejects.toThrow(/is not a database or is damaged/);
    const folderInTheWay = join(folder, 'new');
    await expect(openStore({ file: folderInTheWay })).rejects.toThrow(/cannot be written/);
  });

  it('can be opened by several at once', async () => {
    const file = join(folder, 'several.sqlite');
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ file })));
    await Promise.all(stores.map((store, index) => store.settings.set(`key ${index}`, 'x')));
    for (const store of stores) {
      expect(await store.settings.get('key 2')).toBe('x');
      await store.close();
    }
  });

  it('keeps every acknowledged write through a power cut', async () => {
    const file = join(folder, 'durable.sqlite');
    const store = await openStore({ file });
    const { rows } = await store.accounts.database.db.executeQuery<{ synchronous: number }>(
      (await import('kysely')).CompiledQuery.raw('PRAGMA synchronous'),
    );
    expect(rows).toEqual([{ synchronous: 2 }]);
    await store.close();
  });
});
