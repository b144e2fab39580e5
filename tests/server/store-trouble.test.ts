/** A full disk, a folder that cannot be written, a damaged page: each is said, and nothing that was saved is lost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { createDeps, openDataFolder } from '../../server/open-deps.ts';
import { openStore } from '../../server/store/open-store.ts';
import { TroubleWatch, troubleIn } from '../../server/store/sqlite/trouble.ts';
import { createTestApp, TEST_NAME, TEST_PASSPHRASE, type TestApp } from '../fixtures/test-app.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'common-ground-trouble-'));
  cleanUp.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Only who may mount can try a full disk. */
const mayMount = (() => {
  const place = mkdtempSync(join(tmpdir(), 'common-ground-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]);
  if (status === 0) execFileSync('umount', [place]);
  rmSync(place, { recursive: true });
  if (status !== 0)
    process.stderr.write('Skipped: tests of a full disk and a read-only folder need the right to mount.\n');
  return status === 0;
})();

function smallDisk(size: string): string {
  const place = folder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]);
  cleanUp.push(() => void spawnSync('umount', ['-l', place]));
  return place;
}

/** The real app over a data folder. */
async function appOver(dataFolder: string): Promise<TestApp> {
  const opened = await openDataFolder({ ...readConfig({}, '/'), dataFolder });
  const lines: unknown[] = [];
  const note = (...line: unknown[]) => void lines.push(line);
  const log = { info: note, warn: note, error: note };
  const deps = createDeps(opened, { ...readConfig({}, '/'), dataFolder }, log);
  const test = await createTestApp(deps);
  cleanUp.push(() => void test.close().catch(() => {}));
  return test;
}

const signIn = (test: TestApp) =>
  test.call('POST', '/api/session', { json: { name: TEST_NAME, passphrase: TEST_PASSPHRASE } });
const healthOf = async (test: TestApp) => {
  const reply = await test.call('GET', '/api/health');
  return { ...((await reply.json()) as { trouble: string | null }), status: reply.status };
};
const problem = (title: string) => ({ title, statement: '', geometry: null, rule: null });

async function accountIn(test: TestApp): Promise<string> {
  const token = await test.deps.auth.makeLink(null);
  const json = { token, name: TEST_NAME, passphrase: TEST_PASSPHRASE };
  const reply = await test.call('POST', '/api/session/account', { json });
  expect(reply.status).toBe(201);
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

describe.runIf(mayMount)('a full disk', () => {
  it('refuses what it cannot save, keeps what it has, and goes on when there is room', async () => {
    const disk = smallDisk('6m');
    const test = await appOver(disk);
    const cookie = await accountIn(test);
    const saved = await test.call('POST', '/api/problems', { cookie, json: problem('Before') });
    expect(saved.status).toBe(201);

    const filler = join(disk, 'filler');
    fill(filler);
    let refused = await test.call('POST', '/api/problems', { cookie, json: problem('Too much') });
    // The log of the database may have a few free pages left.
    for (let n = 0; n < 50 && refused.status === 201; n++)
      refused = await test.call('POST', '/api/problems', { cookie, json: problem('x'.repeat(200)) });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({
      code: 'store_disk_full',
      detail: /disk of the server is full/,
    });
    expect(await healthOf(test)).toMatchObject({ status: 503, trouble: 'disk_full' });
    const listed = await test.call('GET', '/api/problems', { cookie });
    expect(await listed.text()).toContain('Before');
    const again = await signIn(test);
    expect([200, 503]).toContain(again.status);

    rmSync(filler);
    const after = await test.call('POST', '/api/problems', { cookie, json: problem('After') });
    expect(after.status).toBe(201);
    expect(await healthOf(test)).toMatchObject({ status: 200, trouble: null });
    expect((await test.deps.store.audit.verify()).brokenAt).toBeNull();
  }, 60_000);

  it('stops a start that could not save anything, with what to do', async () => {
    const disk = smallDisk('1m');
    fill(join(disk, 'filler'));
    await expect(openDataFolder({ ...readConfig({}, '/'), dataFolder: disk })).rejects.toThrow(
      /disk is full/i,
    );
  });
});

/** Writes until nothing more fits. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const size of [65_536, 4096, 512, 1]) {
      try {
        for (;;) writeSync(handle, Buffer.alloc(size, 'x'));
      } catch {
        // Full for pieces of this size.
      }
    }
  } finally {
    closeSync(handle);
  }
}

describe.runIf(mayMount)('a folder that cannot be written', () => {
  it('stops a start with the name of what cannot be written', async () => {
    const disk = smallDisk('16m');
    const store = await openStore({ file: join(disk, 'common-ground.sqlite') });
    await store.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const start = openDataFolder({ ...readConfig({}, '/'), dataFolder: disk });
    await expect(start).rejects.toThrow(/CG_DATA cannot be used|cannot be written/);
  });
});

describe('a damaged page', () => {
  it('is said when it is met, on every page from then on, and the rest can still be read', async () => {
    const place = folder();
    const file = join(place, 'common-ground.sqlite');
    const before = await openStore({ file });
    for (let n = 0; n < 60; n++) await before.settings.set(`text ${n}`, 'y'.repeat(2000));
    await before.close();
    // The end of the file: pages of the settings that were written last.
    const { size } = statSync(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(40 * 4096, 0x5a), 0, 40 * 4096, size - 40 * 4096);
    closeSync(handle);

    const test = await appOver(place);
    await expect(
      (async () => {
        for (let n = 0; n < 60; n++) await test.deps.store.settings.get(`text ${n}`);
      })(),
    ).rejects.toMatchObject({ code: 'store_damaged', status: 503 });
    expect(await healthOf(test)).toMatchObject({ status: 503, trouble: 'damaged' });
  }, 60_000);

  it('at the beginning stops the start and says what to do', async () => {
    const place = folder();
    const file = join(place, 'common-ground.sqlite');
    await (await openStore({ file })).close();
    writeFileSync(file, Buffer.alloc(statSync(file).size, 0x5a));
    await expect(openStore({ file })).rejects.toThrow(/is not a database or is damaged.*backup/);
  });
});

describe('what the driver says', () => {
  const failing = (code: string) => Object.assign(new Error('…'), { code });
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_READONLY_DIRECTORY', 'read_only'],
    ['SQLITE_CANTOPEN', 'read_only'],
    ['EROFS', 'read_only'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_FSYNC', 'disk_failing'],
    ['SQLITE_CONSTRAINT_UNIQUE', null],
    ['SQLITE_BUSY', null],
  ])('%s means %s', (code, trouble) => expect(troubleIn(failing(code))).toBe(trouble));

  it('is forgotten with the next write, except damage', () => {
    const watch = new TroubleWatch();
    expect(() =>
      watch.run(() => {
        throw failing('SQLITE_READONLY');
      }),
    ).toThrow(/cannot be written/);
    expect(watch.trouble).toBe('read_only');
    watch.written();
    expect(watch.trouble).toBeNull();
    watch.note(failing('SQLITE_CORRUPT'));
    watch.note(failing('SQLITE_FULL'));
    watch.written();
    expect(watch.trouble).toBe('damaged');
  });
});
