/** Rows of protected categories, and positions of what is never mapped, at every door: looked for in all that is left. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeBackup, makeKey, readRecipient } from '../../server/backup/make-backup.ts';
import { importCommand } from '../../server/cli/import.ts';
import { restore } from '../../server/cli/restore.ts';
import { newConcern } from '../../server/domain/concern.ts';
import type { Inspection, Mapping } from '../../server/imports/contract.ts';
import { openStore } from '../../server/store/open-store.ts';
import { createTestApp, createTestClock, TEST_ORIGIN, type TestApp } from '../fixtures/test-app.ts';

const MARKER = 'Xylophone7Marker';
const HEADER = 'id,date,category,place,lon,lat\n';
const OPEN = Array.from(
  { length: 12 },
  (_, i) => `${i},2024-03-01 10:00,Theft,A street,36.8${i},-1.3\n`,
).join('');
const HIDDEN = [
  `90,2024-03-01 11:00,Domestic violence,${MARKER},36.8,-1.3`,
  `91,never,Rape,${MARKER},36.8,-1.3`,
  `92,2024-03-01 11:00,Theft,${MARKER} child abuse unit,36.8,-1.3,one cell more`,
  `${MARKER},2024-03-01 11:00,Sexual assault,x,36.8,-1.3`,
].join('\n');
const FILE = HEADER + OPEN + HIDDEN;

let app: TestApp;
let cookie: string;
/** Whatever is put down for a time lies here; what else runs on this machine has its own. */
const temporary = mkdtempSync(join(tmpdir(), 'cg-every-door-'));
beforeAll(async () => {
  vi.stubEnv('TMPDIR', temporary);
  app = await createTestApp({}, { database: 'disk' });
  cookie = await app.signIn();
});
afterAll(async () => {
  await app.close();
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

/** Every file of a folder, whatever it is. */
function expectNowhereIn(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    expect(bytes.includes(MARKER), name).toBe(false);
    expect(bytes.includes(Buffer.from(MARKER, 'utf16le')), name).toBe(false);
  }
}

async function send(path: string, body: string, method = 'POST'): Promise<Response> {
  const headers = { Origin: TEST_ORIGIN, Cookie: cookie, 'Content-Type': 'application/octet-stream' };
  return app.app.request(`${TEST_ORIGIN}${path}`, { method, headers, body });
}

describe('the door of the interface', () => {
  it('lets nothing of a protected row through', async () => {
    const inspected = await (await send('/api/imports/inspect?name=incidents.csv', FILE)).text();
    expect(inspected).not.toContain(MARKER);
    const { mapping, verdicts } = JSON.parse(inspected) as Inspection;
    expect(verdicts.refused).toEqual({ protected_category: 4 });
    // Not even when somebody says that they are open.
    const decisions = { 'Domestic violence': 'open', Rape: 'open', 'Sexual assault': 'open' };
    const json = {
      fileName: 'incidents.csv',
      target: { datasetName: 'Door' },
      mapping: { ...(mapping as Mapping), decisions },
    };
    const { id } = await (await app.call('POST', '/api/imports', { cookie, json })).json();
    const done = await (await send(`/api/imports/${id}/file`, FILE, 'PUT')).text();
    expect(JSON.parse(done)).toMatchObject({ stored: 12, refused: { protected_category: 4 } });
    const answers = [done];
    for (const path of [
      `/api/imports/${id}/refused`,
      `/api/imports/${id}/refused.csv`,
      `/api/imports/${id}`,
      `/api/imports/${id}/progress`,
      '/api/imports',
      '/api/audit?limit=500',
      '/api/audit/csv',
      '/api/categories',
      '/api/datasets',
    ]) {
      const reply = await app.call('GET', path, { cookie });
      answers.push(await reply.text());
    }
    for (const answer of answers) expect(answer).not.toContain(MARKER);
    expect(JSON.stringify(app.lines)).not.toContain(MARKER);
    expectNowhereIn(app.deps.config.dataFolder);
  });

  it('leaves no temporary file', () => {
    expect(tmpdir()).toBe(temporary);
    const left = readdirSync(temporary);
    const isApp = (name: string) => name.startsWith('common-ground-');
    // The folder of the app is there until the end; what runs TypeScript keeps compiled files of its own.
    expect(left.filter(isApp)).toHaveLength(1);
    expect(left.filter((name) => !isApp(name) && !/^tsx-\d+$/.test(name))).toEqual([]);
  });
});

describe('the door of the command line', () => {
  it('is as narrow', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cg-door-'));
    const outside = mkdtempSync(join(tmpdir(), 'cg-file-'));
    const databaseFile = join(folder, 'common-ground.sqlite');
    await (await openStore({ file: databaseFile })).close();
    const file = join(outside, 'incidents.csv');
    writeFileSync(file, FILE);
    const { code, text } = await importCommand([file, '--dataset', 'Door'], {
      databaseFile,
      now: () => new Date('2026-01-01T00:00:00Z'),
    });
    expect(code).toBe(0);
    expect(text).toContain('4');
    expect(text).not.toContain(MARKER);
    expectNowhereIn(folder);
    for (const each of [folder, outside]) rmSync(each, { recursive: true, force: true });
  });
});

describe('the door of a backup', () => {
  const clock = createTestClock();
  const now = clock.now();
  const act = { actor: null, at: now.toISOString() };

  it('takes out what is protected by now, says so, and keeps the rest', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cg-door-'));
    const outside = mkdtempSync(join(tmpdir(), 'cg-file-'));
    const databaseFile = join(folder, 'common-ground.sqlite');
    const file = join(outside, 'incidents.csv');
    writeFileSync(file, `${HEADER}${OPEN}90,2024-03-01 11:00,Curfew breach,${MARKER},36.8,-1.3\n`);
    const before = await openStore({ file: databaseFile });
    expect((await importCommand([file, '--dataset', 'Old'], { databaseFile, now: () => now })).code).toBe(0);
    const place = {
      kind: 'mediation house',
      name: 'Quiet',
      position: [36.7123457, -1.2765432] as [number, number],
    };
    await before.assets.create({ ...place, datasetId: null, sourceId: null, properties: {} }, act);
    const curfew = (await before.categories.list()).find(({ name }) => name === 'Curfew breach');
    const words = { receivedOn: '2024-03-01', channel: 'box', summary: MARKER };
    const raise = (categoryId: number | null) => {
      const own = { id: randomUUID(), place: null, consentAt: null, contact: null, receipt: randomUUID() };
      return before.concerns.create({ ...newConcern.parse(words), ...own, categoryId }, act);
    };
    const [raised, same] = [await raise(curfew?.id ?? 0), await raise(null)];
    const merge = { step: 'merge', to: 'merged', note: 'Same', outcome: { mergedInto: raised.id } } as const;
    await before.concerns.step(same.id, 1, merge, act);
    const identity = await makeKey(folder);
    const recipient = readRecipient(folder) ?? '';
    const backup = await makeBackup({ dataFolder: folder, databaseFile, folder: outside }, recipient, now);
    // Since then the workspace has decided to keep neither.
    const [{ id }] = await before.imports.list();
    await before.imports.undo(id, act);
    await before.concerns.protect(raised.id, 1, 'other_service', act);
    const category = (await before.categories.list()).find(({ name }) => name === 'Curfew breach');
    await before.categories.update(category?.id ?? 0, 1, { protected: 'never_store' }, act);
    await before.protectedAssets.addKind('Mediation house', act);
    await before.close();

    const key = join(outside, 'key.txt');
    writeFileSync(key, identity);
    const outcome = await restore([backup.file, '--key-file', key], {
      dataFolder: folder,
      databaseFile,
      clock,
    });
    expect(outcome.text).toContain('1 incident of categories that are protected today (“Curfew breach”: 1)');
    expect(outcome.text).toContain('2 concerns of categories that are protected today');
    expect(outcome.text).toContain('positions of 1 place');
    expect(outcome.text).toContain('The backup file still holds them');
    expect(readFileSync(databaseFile).includes(MARKER)).toBe(false);

    const after = await openStore({ file: databaseFile });
    const viewer = { userId: 'u', grants: [{ tier: 'exact', area: null }] } as const;
    expect(await after.incidents.count(viewer, {})).toBe(12);
    expect((await after.datasets.list())[0]).toMatchObject({ count: 12 });
    expect(await after.assets.list()).toEqual([]);
    expect(await after.protectedAssets.list()).toMatchObject([{ kind: 'mediation_house', name: 'Quiet' }]);
    const restored = (await after.categories.list()).find(({ name }) => name === 'Curfew breach');
    expect(restored?.protected).toBe('never_store');
    expect((await after.audit.page({ action: 'restore' }, { limit: 1 })).items[0].change).toMatchObject({
      protectedIncidentsTakenOut: [null, 1],
    });
    expect((await after.audit.verify()).brokenAt).toBeNull();
    await after.close();
    for (const each of [folder, outside]) rmSync(each, { recursive: true, force: true });
  });
});
