import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuth } from '../../../server/auth/create-auth.ts';
import { readOrMakeSecret } from '../../../server/auth/secret.ts';
import { codeOf } from '../../../server/auth/totp.ts';
import { makeBackup, makeKey, readRecipient } from '../../../server/backup/make-backup.ts';
import { restoreBackup, verifyBackup } from '../../../server/backup/restore-backup.ts';
import { newBackupKey, WrongKey } from '../../../server/backup/sealing.ts';
import { readOrMakeFieldKey } from '../../../server/field-key.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { copyDatabase } from '../../../server/store/sqlite/copies.ts';
import { bytesOf } from '../../fixtures/sign-in-steps.ts';
import { createTestClock, TEST_NAME, TEST_PASSPHRASE, VISITOR } from '../../fixtures/test-app.ts';

const clock = createTestClock();
const now = clock.now();
let folder: string;
let identity: string;
let file: string;

const databaseFile = () => join(folder, 'common-ground.sqlite');
const act = { actor: null, at: now.toISOString() };

async function openAll() {
  const store = await openStore({ file: databaseFile() });
  const secret = readOrMakeSecret(folder);
  const auth = createAuth({
    store,
    clock,
    secret,
    fieldKey: readOrMakeFieldKey(folder),
    today: async () => '2025-03-01',
    provider: null,
    workspaceName: async () => 'Old Harbour',
  });
  return { store, auth };
}

const titles = async () => {
  const { store } = await openAll();
  const problems = await store.problems.list();
  await store.close();
  return problems.map(({ title }) => title);
};

const newCase = (title: string) => ({ title, statement: '', geometry: null, rule: null, areaCode: 'TST' });
let cookie: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cg-backup-'));
  const { store, auth } = await openAll();
  const { cookies } = await auth.createAccount(
    await auth.makeLink(null),
    TEST_NAME,
    TEST_PASSPHRASE,
    VISITOR,
  );
  cookie = cookies.map((each) => each.split(';')[0]).join('; ');
  await auth.makeLink(null);
  await store.problems.create(newCase('Bicycles at the station'), act);
  identity = await makeKey(folder);
  const place = { dataFolder: folder, databaseFile: databaseFile(), folder: join(folder, 'backups') };
  // In use: the store is open and has written a moment ago.
  ({ file } = await makeBackup(place, readRecipient(folder) ?? '', now));
  await store.problems.create(newCase('Written after the backup'), act);
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const restore = (from = file, key = identity) =>
  restoreBackup(from, key, { dataFolder: folder, databaseFile: databaseFile(), now });
const leftovers = () => readdirSync(folder).filter((name) => name.includes('tmp'));

describe('a backup', () => {
  it('is readable to its owner alone and shows nothing of what it holds', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    for (const word of ['SQLite', 'Bicycles', TEST_NAME]) expect(bytes.includes(word)).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  it('leaves no key on the machine that opens it', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    for (const each of files)
      expect(readFileSync(join(each.parentPath, each.name)).includes(identity), each.name).toBe(false);
  });

  it('proves itself whole without touching the database', async () => {
    const report = await verifyBackup(file, identity, folder);
    expect(report).toMatchObject({ sound: true, problems: 1, accounts: 1 });
    expect(await titles()).toHaveLength(2);
    expect(leftovers()).toEqual([]);
  });
});

describe('the drill: a stolen laptop, a new one, the last backup', () => {
  it('brings everything back as it was', async () => {
    rmSync(databaseFile());
    const restored = await restore();
    expect(restored).toMatchObject({ problems: 1, setAside: null });
    expect(await titles()).toEqual(['Bicycles at the station']);
  });

  it('sets the database that was there aside, with its log', async () => {
    const { setAside } = await restore();
    expect(await titles()).toEqual(['Bicycles at the station']);
    const aside = new Database(setAside ?? '', { readonly: true });
    expect(aside.prepare('SELECT count(*) FROM problem').pluck().get()).toBe(2);
    aside.close();
  });

  it('does not bring back whoever was erased since, with the database that knew it or without', async () => {
    const { store, auth } = await openAll();
    const link = await auth.makeLink(null);
    await auth.createAccount(link, 'Rosa Resident', TEST_PASSPHRASE, VISITOR);
    const place = { dataFolder: folder, databaseFile: databaseFile(), folder: join(folder, 'later') };
    const { file: later } = await makeBackup(place, readRecipient(folder) ?? '', now);
    const { id } = (await auth.accounts()).find(({ name }) => name === 'Rosa Resident') ?? { id: '' };
    await store.personalData.erase(id, '2025-03-01', act);
    await store.close();
    const names = async () => {
      const opened = await openAll();
      const accounts = await opened.auth.accounts();
      await opened.store.close();
      return accounts.map(({ name }) => name);
    };
    expect((await restore(later)).erasedAgain).toEqual({ concerns: 0, contacts: 0, people: 1 });
    expect(await names()).not.toContain('Rosa Resident');
    rmSync(databaseFile());
    expect((await restore(later)).erasedAgain.people).toBe(0);
    expect(await names()).toContain('Rosa Resident');
    rmSync(databaseFile());
    writeFileSync(join(folder, 'erased'), `user ${id}\nuser not-here\nuser`);
    expect((await restore(later)).erasedAgain.people).toBe(1);
    expect(await names()).not.toContain('Rosa Resident');
    expect(readFileSync(databaseFile()).includes('Rosa Resident')).toBe(false);
  });

  it('signs everybody out and voids every link, on both sides of the theft', async () => {
    const before = readFileSync(join(folder, 'secret'), 'utf8');
    await restore();
    const { store, auth } = await openAll();
    expect(await auth.session(new Headers({ cookie }))).toBeNull();
    expect(readFileSync(join(folder, 'secret'), 'utf8')).not.toBe(before);
    expect(await auth.signIn(TEST_NAME, TEST_PASSPHRASE, VISITOR)).toMatchObject({
      user: { name: TEST_NAME },
    });
    await store.close();
    const db = new Database(databaseFile(), { readonly: true });
    expect(db.prepare('SELECT count(*) FROM sign_in_link').pluck().get()).toBe(0);
    db.close();
  });

  it('keeps the second factor: the key of sealed fields comes with the backup, also to another machine', async () => {
    const visitor = { ...VISITOR, cookies: null };
    const { store, auth } = await openAll();
    const [{ id, name }] = await auth.accounts();
    const { key } = await auth.secondFactor.begin({ id, name }, '');
    const step = Math.floor(now.getTime() / 30_000);
    const { recoveryCodes } = await auth.secondFactor.confirm(id, codeOf(bytesOf(key), step));
    const place = { dataFolder: folder, databaseFile: databaseFile(), folder: join(folder, 'backups') };
    const later = await makeBackup(place, readRecipient(folder) ?? '', new Date(now.getTime() + 1000));
    await store.close();
    const fieldKey = readFileSync(join(folder, 'field-key'), 'utf8');
    const asides = () => readdirSync(folder).filter((each) => each.startsWith('field-key.before'));

    await restore(later.file);
    const here = await openAll();
    await here.auth.secondFactor.prove(id, { code: codeOf(bytesOf(key), step + 1) });
    expect(await here.auth.signIn(TEST_NAME, TEST_PASSPHRASE, visitor)).toMatchObject({ entered: false });
    await here.store.close();
    expect(asides()).toEqual([]);

    rmSync(join(folder, 'field-key'));
    await restore(later.file);
    expect(readFileSync(join(folder, 'field-key'), 'utf8')).toBe(fieldKey);
    expect(statSync(join(folder, 'field-key')).mode & 0o777).toBe(0o600);

    // A machine that has already made a key of its own.
    writeFileSync(join(folder, 'field-key'), 'x'.repeat(43), { mode: 0o600 });
    const stranger = await openAll();
    const byCode = stranger.auth.secondFactor.prove(id, { code: codeOf(bytesOf(key), step - 1) });
    await expect(byCode).rejects.toMatchObject({ code: 'app_lost' });
    await stranger.auth.secondFactor.prove(id, { recoveryCode: recoveryCodes?.[0] ?? '' });
    await stranger.store.close();
    await restore(later.file);
    const elsewhere = await openAll();
    await elsewhere.auth.secondFactor.prove(id, { code: codeOf(bytesOf(key), step - 1) });
    await elsewhere.store.close();
    expect(asides()).toHaveLength(1);
    expect(readFileSync(join(folder, asides()[0]), 'utf8')).toBe('x'.repeat(43));
  });

  it('never leaves the key of sealed fields in a database', async () => {
    const fieldKey = readFileSync(join(folder, 'field-key'), 'utf8');
    await restore();
    expect(readFileSync(databaseFile()).includes(fieldKey)).toBe(false);
    expect(readFileSync(file).includes(fieldKey)).toBe(false);
    const db = new Database(databaseFile(), { readonly: true });
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'backup%'").pluck().get()).toBe(0);
    db.close();
  });

  it('takes a backup of an older version, which has no key in it', async () => {
    rmSync(join(folder, 'field-key'));
    const place = { dataFolder: folder, databaseFile: databaseFile(), folder: join(folder, 'backups') };
    const older = await makeBackup(place, readRecipient(folder) ?? '', new Date(now.getTime() + 1000));
    await restore(older.file);
    expect(existsSync(join(folder, 'field-key'))).toBe(false);
  });

  it('leaves a history that still fits and says that it was restored', async () => {
    await restore();
    const { store } = await openAll();
    expect((await store.audit.verify()).brokenAt).toBeNull();
    expect((await store.audit.page({}, { limit: 1 })).items[0].action).toBe('restore');
    await store.close();
  });
});

describe('a backup that cannot be used', () => {
  const untouched = async () => {
    expect(await titles()).toHaveLength(2);
    expect(leftovers()).toEqual([]);
  };

  it('because a server works in the folder, on whatever port', async () => {
    const { store } = await openAll();
    await expect(restore()).rejects.toThrow('The database is in use');
    await store.close();
    await untouched();
    expect(await restore()).toMatchObject({ problems: 1 });
  });

  it('because a newer version made it', async () => {
    const db = new Database(databaseFile());
    db.exec("INSERT INTO schema_migration VALUES (9999, '9999_later', 'x', '')");
    db.close();
    const later = new Date(now.getTime() + 1000);
    const place = { dataFolder: folder, databaseFile: databaseFile(), folder: join(folder, 'backups') };
    const newer = await makeBackup(place, readRecipient(folder) ?? '', later);
    const again = new Database(databaseFile());
    again.exec('DELETE FROM schema_migration WHERE number = 9999');
    again.close();
    await expect(restore(newer.file)).rejects.toThrow('a newer version');
    await untouched();
  });

  it('because the key is another', async () => {
    const other = await newBackupKey();
    await expect(restore(file, other.identity)).rejects.toThrow(WrongKey);
    await untouched();
  });

  it('because the key is none', async () => {
    await expect(restore(file, 'my secret passphrase')).rejects.toThrow(/AGE-SECRET-KEY/);
    await untouched();
  });

  it.each([0.2, 0.6, 0.999])('because only %f of it is there', async (share) => {
    truncateSync(file, Math.floor(statSync(file).size * share));
    await expect(restore()).rejects.toThrow(/damaged or was cut off/);
    await untouched();
  });

  it('because one byte is another', async () => {
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)] ^= 1;
    writeFileSync(file, bytes);
    await expect(restore()).rejects.toThrow(/damaged or was cut off/);
    await untouched();
  });

  it('because it is not there', async () => {
    await expect(restore(join(folder, 'nothing.age'))).rejects.toThrow('There is no such backup file.');
    await untouched();
  });
});

describe('making a backup', () => {
  const place = () => ({ dataFolder: folder, databaseFile: databaseFile(), folder: join(folder, 'backups') });

  it('shows the open copy to its owner alone', async () => {
    const copy = join(folder, 'copy.sqlite');
    await copyDatabase(databaseFile(), copy);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });

  it('takes away the open copy that a killed one left, and none that is being made', async () => {
    // The first process of the system never ends.
    const names = [`backup-${process.pid}.tmp`, 'backup-99999999.tmp', 'restore-99999999.tmp-wal'];
    for (const name of [...names, 'backup-1.tmp']) writeFileSync(join(folder, name), 'places and people');
    await makeBackup(place(), readRecipient(folder) ?? '', new Date(now.getTime() + 1000));
    expect(leftovers()).toEqual(['backup-1.tmp']);
  });

  it('keeps the newest fourteen', async () => {
    for (let day = 2; day <= 16; day++)
      await makeBackup(place(), readRecipient(folder) ?? '', new Date(Date.UTC(2025, 2, day, 12)));
    const names = readdirSync(join(folder, 'backups'));
    expect(names).toHaveLength(14);
    expect(names.sort()[0]).toContain('2025-03-03');
  });

  it('refuses a database whose history was changed, and leaves nothing half made', async () => {
    const db = new Database(databaseFile());
    db.exec("DROP TRIGGER audit_entry_stays_as_it_is; UPDATE audit_entry SET reason = 'x' WHERE id = 1;");
    db.close();
    const later = new Date(now.getTime() + 1000);
    await expect(makeBackup(place(), readRecipient(folder) ?? '', later)).rejects.toThrow(
      /history does not fit/,
    );
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
    expect(leftovers()).toEqual([]);
  });

  it('refuses a database with a damaged page', async () => {
    const bytes = readFileSync(databaseFile());
    bytes.fill(0xff, 4096 * 3, 4096 * 3 + 2000);
    writeFileSync(databaseFile(), bytes);
    for (const end of ['-wal', '-shm']) rmSync(databaseFile() + end, { force: true });
    const later = new Date(now.getTime() + 1000);
    await expect(makeBackup(place(), readRecipient(folder) ?? '', later)).rejects.toThrow(
      /must not be used|malformed/,
    );
    expect(existsSync(join(folder, 'backups', 'common-ground-2025-03-01T120001Z.sqlite.age'))).toBe(false);
  });
});
