import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { believe, doubtOf } from '../../../server/believed-time.ts';
import { lookAtClock } from '../../../server/retention-clock.ts';
import { LAST_LOOK } from '../../../server/retention-looks.ts';
import {
  addCategory,
  addDataset,
  load,
  square,
  tablesOf,
  viewer,
} from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

const DAY = 24 * 3_600_000;
const KEEP = { incidents: null, categories: [], refusedRows: null, runs: null };
let test: TestApp;
let guardian: string;
let dataset: number;
let importId: string;

const seconds = (text: string) => Date.parse(text) / 1000;
beforeEach(async () => {
  test = await createTestApp({}, { database: 'disk' });
  guardian = await test.signInAs(['data_guardian']);
  await addCategory(test.store, 1);
  await addCategory(test.store, 2);
  dataset = (await addDataset(test.store, 'Calls')).id;
  const old = (category: number, i: number) => ({
    category,
    position: [i / 10, 0.5] as [number, number],
    from: seconds('2023-05-10T10:00:00Z') + i * 3600,
  });
  importId = await load(test.store, dataset, [
    ...[0, 1, 2, 3].map((i) => old(1, i)),
    ...[20, 21].map((i) => old(1, i)),
    old(2, 5),
    { category: 1, position: [0.1, 0.1], from: seconds('2025-02-27T10:00:00Z') },
    // Begun long ago and over only now.
    {
      category: 1,
      position: [0.1, 0.1],
      from: seconds('2023-01-01T00:00:00Z'),
      to: seconds('2025-02-01T00:00:00Z'),
    },
    { category: 1, position: null, from: null, to: null },
  ]);
  // The records above were written on days of their own.
  await believe(test.deps, 'u-1');
});
afterEach(() => test.close());

const ask = (method: string, path: string, json?: unknown, cookie = guardian) =>
  test.call(method, `/api/retention${path}`, { cookie, json });
const preview = async (rules: object) => (await ask('POST', '/preview', { ...KEEP, ...rules })).json();
async function set(rules: object): Promise<Response> {
  const { seen } = await preview(rules);
  return ask('PUT', '', { rules: { ...KEEP, ...rules }, seen });
}
const left = () => test.store.incidents.count(viewer, {});
/** A day, and the look of that day. */
async function dayLater(days = 1): Promise<void> {
  for (let day = 0; day < days; day++) {
    test.clock.advance(DAY);
    await lookAtClock(test.deps);
  }
}

describe('the retention clock', () => {
  it('keeps everything until somebody says otherwise', async () => {
    expect(await (await ask('GET', '')).json()).toMatchObject({ rules: KEEP, from: null });
    await lookAtClock(test.deps);
    await dayLater(3);
    expect(await left()).toBe(10);
  });

  it('says beforehand what would go, by category', async () => {
    expect(await preview({ incidents: 12 })).toMatchObject({
      incidents: [
        { categoryId: 1, count: 6 },
        { categoryId: 2, count: 1 },
      ],
      refusedRows: 0,
      runs: 0,
    });
    expect(await preview({ categories: [{ categoryId: 2, months: 12 }] })).toMatchObject({
      incidents: [{ categoryId: 2, count: 1 }],
    });
    expect(await preview({ incidents: 12, categories: [{ categoryId: 1, months: 600 }] })).toMatchObject({
      incidents: [{ categoryId: 2, count: 1 }],
    });
    expect(await left()).toBe(10);
  });

  it('deletes a day after it was set, for good, and leaves how many there were', async () => {
    const nothing = {
      parentId: null,
      datasetId: null,
      sourceId: null,
      timezone: null,
      population: null,
      dwellings: null,
    };
    const shape = { ...nothing, name: 'West', kind: 'district' as const, geometry: square(-0.05, 0, 1) };
    const { id: area } = await test.store.areas.create(shape, {
      actor: null,
      at: '2025-01-01T00:00:00.000Z',
    });
    await lookAtClock(test.deps);
    const reply = await set({ incidents: 12 });
    expect(await reply.json()).toMatchObject({ rules: { incidents: 12 }, from: '2025-03-02T12:00:00.000Z' });
    test.clock.advance(DAY - 1);
    await lookAtClock(test.deps);
    expect(await left()).toBe(10);
    await dayLater();
    expect(await left()).toBe(3);
    const db = tablesOf(test.store);
    expect(await db.selectFrom('incident').select('id').execute()).toHaveLength(3);
    const [{ version, count }] = await test.store.datasets.list();
    expect([version > 1, count]).toEqual([true, 3]);
    const overseer = await test.signInAs(['oversight_readonly']);
    expect((await (await ask('GET', '/kept', undefined, overseer)).json()).items).toEqual([
      { categoryId: 1, areaId: null, month: '2023-05', count: 6 },
      { categoryId: 1, areaId: area, month: '2023-05', count: 4 },
      // The one of the other category in that area is told with all others alone.
      { categoryId: 2, areaId: null, month: '2023-05', count: 1 },
    ]);
    const { items } = await test.store.audit.page({ action: 'run_out' }, { limit: 5 });
    expect(items).toMatchObject([
      {
        actor: null,
        objectKind: 'dataset',
        change: { incidents: [7, 0], were: [{ 'category 1': 6, 'category 2': 1 }, null] },
      },
    ]);
    expect((await test.store.audit.verify()).brokenAt).toBeNull();
    await dayLater();
    expect((await test.store.audit.page({ action: 'run_out' }, { limit: 5 })).items).toHaveLength(1);
  });

  it('does not count a file again that comes in a second time', async () => {
    await lookAtClock(test.deps);
    await set({ incidents: 12 });
    await dayLater();
    const counted = await test.store.retention.kept();
    expect(counted.map(({ count }) => count)).toEqual([6, 1]);
    const again = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        category: 1,
        position: [i / 10, 0.5] as [number, number],
        from: seconds('2023-05-10T10:00:00Z') + i * 3600,
      }));
    const loadNow = (count: number) =>
      load(test.store, dataset, again(count), test.clock.now().toISOString());
    await loadNow(6);
    await dayLater();
    expect(await test.store.retention.kept()).toEqual(counted);
    // More than are known of that month: so many there were.
    await loadNow(9);
    await dayLater();
    expect((await test.store.retention.kept()).map(({ count }) => count)).toEqual([9, 1]);
    expect(await left()).toBe(3);
  });

  it('can be taken back before it has begun', async () => {
    await lookAtClock(test.deps);
    await set({ incidents: 12 });
    test.clock.advance(DAY - 3_600_000);
    const again = await test.signInAs(['data_guardian']);
    const { seen } = await (await ask('POST', '/preview', KEEP, again)).json();
    expect((await ask('PUT', '', { rules: KEEP, seen }, again)).status).toBe(200);
    await dayLater(3);
    expect(await left()).toBe(10);
  });

  it('deletes nothing while the clock is in doubt, until it is put right or somebody says that it is', async () => {
    await lookAtClock(test.deps);
    await set({ incidents: 36 });
    test.clock.advance(400 * DAY);
    await lookAtClock(test.deps);
    await dayLater(3);
    expect(await left()).toBe(10);
    expect(test.lines.at(-1)?.message).toMatch(/clock is in doubt/);
    const late = await test.signInAs(['data_guardian']);
    expect((await (await ask('GET', '', undefined, late)).json()).clock).toMatchObject({
      doubt: 'ahead',
      believed: '2025-03-01T12:00:00.000Z',
    });
    // Put right again: believed, and nothing gone.
    test.clock.advance(-402 * DAY);
    await lookAtClock(test.deps);
    expect(await doubtOf(test.store)).toBeNull();
    expect(await left()).toBe(10);
    // It was true after all.
    test.clock.advance(500 * DAY);
    await dayLater(2);
    expect(await left()).toBe(10);
    const again = await test.signInAs(['data_guardian']);
    const now = test.clock.now().toISOString();
    const said = await ask('POST', '/clock', { now }, again);
    expect((await said.json()).clock).toEqual({ doubt: null, believed: now, now });
    await dayLater();
    expect(await left()).toBe(3);
    const { items } = await test.store.audit.page({ objectKind: 'retention' }, { limit: 5 });
    expect(items.find(({ objectId }) => objectId === 'clock')).toMatchObject({
      change: { clock: ['2025-03-02T12:00:00.000Z', now] },
    });
  });

  it('takes the word of a guardian alone, for the time that was read', async () => {
    const later = new Date(test.clock.now().getTime() + 3 * 3_600_000).toISOString();
    const reply = await ask('POST', '/clock', { now: later });
    expect([reply.status, (await reply.json()).code]).toEqual([409, 'clock_moved']);
    const analyst = await test.signInAs(['analyst']);
    expect((await ask('POST', '/clock', { now: later }, analyst)).status).toBe(403);
    test.clock.advance(10 * 60_000 + 1);
    const now = test.clock.now().toISOString();
    expect((await (await ask('POST', '/clock', { now })).json()).code).toBe('prove_again');
  });

  it('takes refused rows and answers with it, but not the answers of a case', async () => {
    const act = { actor: 'u-1', at: '2024-01-01T00:00:00.000Z' };
    const db = tablesOf(test.store);
    const rows = Array.from({ length: 1200 }, (_, line) => ({
      import_id: importId,
      line,
      reason: 'no_position',
      detail: '',
      cells: '[]',
    }));
    for (let from = 0; from < rows.length; from += 400)
      await db
        .insertInto('refused_row')
        .values(rows.slice(from, from + 400))
        .execute();
    await db.updateTable('import').set({ created_at: act.at }).execute();
    const begin = async (key: string) => {
      const question = {
        method: 'dbscan',
        methodVersion: 1,
        parameters: {},
        filter: {},
        dataVersion: {},
        key,
      };
      const { id } = await test.store.runs.begin(question, act);
      await test.store.runs.finish(id, { summary: {}, result: new Uint8Array(1), digest: 'a' }, act.at);
      return id;
    };
    const [kept, loose] = [await begin('kept'), await begin('loose')];
    const fields = { title: 'A', statement: '', geometry: null, rule: null, areaCode: 'A' };
    const { id: problemId } = await test.store.problems.create(fields, act);
    await test.store.exhibits.add({ problemId, runId: kept, note: '' }, act);
    await lookAtClock(test.deps);
    expect(await (await set({ refusedRows: 6, runs: 6 })).json()).toMatchObject({
      rules: { refusedRows: 6 },
    });
    await dayLater();
    expect(await db.selectFrom('refused_row').select('line').execute()).toEqual([]);
    expect([(await test.store.runs.get(kept)) !== null, await test.store.runs.get(loose)]).toEqual([
      true,
      null,
    ]);
    // The one incident without any time is as old as its import; no rule speaks of incidents.
    expect(await left()).toBe(10);
    const { items } = await test.store.audit.page({ action: 'run_out' }, { limit: 5 });
    expect(items).toMatchObject([
      { objectKind: 'retention', change: { refusedRows: [1200, 0], runs: [1, 0] } },
    ]);
  });

  it('is set by a guardian who has seen what goes, and has just proved who it is', async () => {
    const analyst = await test.signInAs(['analyst']);
    expect((await ask('GET', '', undefined, analyst)).status).toBe(200);
    expect((await ask('PUT', '', { rules: KEEP, seen: '/0/0' }, analyst)).status).toBe(403);
    const rules = { ...KEEP, incidents: 12 };
    expect((await ask('PUT', '', { rules, seen: '1:1/0/0' })).status).toBe(409);
    const unknown = { ...KEEP, categories: [{ categoryId: 999, months: 3 }] };
    expect((await ask('PUT', '', { rules: unknown, seen: '/0/0' })).status).toBe(404);
    test.clock.advance(10 * 60_000 + 1);
    expect((await (await set({ incidents: 12 })).json()).code).toBe('prove_again');
  });

  it('says in the log when it could not, and lives on', async () => {
    await lookAtClock(test.deps);
    await set({ incidents: 12 });
    test.clock.advance(DAY);
    const broken = {
      ...test.deps,
      store: {
        ...test.store,
        retention: { ...test.store.retention, takeOut: () => Promise.reject(new Error('no')) },
      },
    };
    await lookAtClock(broken);
    expect(test.lines.at(-1)).toMatchObject({ level: 'error' });
    expect(await test.store.settings.get(LAST_LOOK)).not.toBeNull();
  });
});
