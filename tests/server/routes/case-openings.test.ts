import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCategory, addDataset, load, square, tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let member: string;
let id: string;
beforeEach(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  member = await test.signInAs(['committee_member']);
  await addCategory(test.store, 1);
  const dataset = (await addDataset(test.store, 'Calls')).id;
  await load(
    test.store,
    dataset,
    Array.from({ length: 10 }, (_, i) => ({
      position: [i + 0.123, 0.456] as [number, number],
      from: 1_700_000_000 + i,
      sourceId: `secret-${i}`,
    })),
  );
  const json = {
    title: 'Corner',
    confidentiality: 'committee',
    geometry: square(0, 0, 4),
    rule: { geometry: square(0, 0, 4) },
  };
  id = (await (await test.call('POST', '/api/problems', { cookie: analyst, json })).json()).id;
});
afterEach(() => test.close());

const WISH = { roles: ['committee_member'], until: '2025-03-15', reason: 'The walk on Tuesday.' };
const open = (wish: object = {}, cookie = analyst) =>
  test.call('POST', `/api/problems/${id}/opening`, { cookie, json: { ...WISH, ...wish } });
const close = (cookie = analyst) => test.call('DELETE', `/api/problems/${id}/opening`, { cookie });
const read = (cookie = member, json: object = {}) =>
  test.call('POST', `/api/problems/${id}/opened-incidents`, { cookie, json });
const state = async (cookie = member) =>
  (await test.call('GET', `/api/problems/${id}/opening`, { cookie })).json();
const patch = async (json: object, cookie: string) => {
  const headers = {
    'If-Match': (await test.call('GET', `/api/problems/${id}`, { cookie })).headers.get('etag') ?? '',
  };
  expect((await test.call('PATCH', `/api/problems/${id}`, { cookie, json, headers })).status).toBe(200);
};
const decide = (incidentId: number, verdict: 'in' | 'out') =>
  test.call('POST', `/api/problems/${id}/incidents`, {
    cookie: analyst,
    json: { incidentId, verdict, reason: 'Because' },
  });
const lonsOf = async (reply: Response) =>
  (await reply.json()).items.map(({ position }: { position: [number, number] }) => position[0]);

describe('a case that is internal', () => {
  it('is not opened to members, who would not find it', async () => {
    const json = { title: 'Internal' };
    const { id: internal } = await (
      await test.call('POST', '/api/problems', { cookie: analyst, json })
    ).json();
    const ask = (roles: string[]) =>
      test.call('POST', `/api/problems/${internal}/opening`, { cookie: analyst, json: { ...WISH, roles } });
    const refused = await ask(['secretary', 'committee_member']);
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'case_is_internal']);
    expect((await ask(['secretary'])).status).toBe(201);
  });
});

describe('a case that is open to the committee', () => {
  it('shows its incidents where and when they were, and nothing else of them', async () => {
    expect((await read()).status).toBe(404);
    expect(await state()).toEqual({ opening: null, mine: false });
    expect((await open()).status).toBe(201);
    const reply = await read();
    expect(reply.status).toBe(200);
    const { count, items, next } = await reply.json();
    expect([count, next]).toEqual([4, null]);
    expect(items[0]).toEqual({
      datasetId: 1,
      categoryId: 1,
      occurredFrom: '2023-11-14T22:13:20.000Z',
      occurredTo: '2023-11-14T22:13:20.000Z',
      position: [0.123, 0.456],
      accuracyM: null,
      locationMethod: null,
      flags: 0,
    });
    expect(await state()).toMatchObject({
      opening: { until: '2025-03-15', reason: WISH.reason },
      mine: true,
    });
    expect(
      (await test.call('POST', '/api/incidents/query', { cookie: member, json: { filter: {} } })).status,
    ).toBe(403);
  });

  it('comes page by page', async () => {
    await open();
    const first = await (await read(member, { limit: 3 })).json();
    expect(first).toMatchObject({ count: 4, items: { length: 3 } });
    const second = await (await read(member, { limit: 3, after: first.next })).json();
    expect(second).toMatchObject({ count: 4, items: { length: 1 }, next: null });
  });

  it('is open to the roles that were named, and to whoever reads the case by them', async () => {
    await open();
    const secretary = await test.signInAs(['secretary']);
    expect((await read(secretary)).status).toBe(404);
    expect((await state(secretary)).mine).toBe(false);
    for (const role of ['publisher', 'oversight_readonly', 'agency_owner'] as const)
      expect((await read(await test.signInAs([role]))).status).toBe(403);
    // Reads the case as a secretary, and is of the committee elsewhere.
    const input = {
      parentId: null,
      datasetId: null,
      sourceId: null,
      timezone: null,
      population: null,
      dwellings: null,
    };
    const elsewhere = { ...input, name: 'Elsewhere', kind: 'district' as const, geometry: square(20, 20, 1) };
    const area = await test.store.areas.create(elsewhere, {
      actor: null,
      at: test.clock.now().toISOString(),
    });
    const two = await test.signInAs(['secretary'], 'Two roles');
    const userId = (await test.deps.auth.accounts()).find(({ name }) => name === 'Two roles')?.id ?? '';
    const term = { userId, role: 'committee_member' as const, areaId: area.id, from: '2025-01-01', to: null };
    await test.store.memberships.add(term, { actor: null, at: test.clock.now().toISOString() });
    expect((await test.call('GET', `/api/problems/${id}`, { cookie: two })).status).toBe(200);
    expect((await read(two)).status).toBe(404);
  });

  it('opens no more when somebody who may not see the incidents changes its rule', async () => {
    await open({ roles: ['secretary'] });
    const secretary = await test.signInAs(['secretary']);
    expect(await lonsOf(await read(secretary))).toHaveLength(4);
    await patch({ rule: {} }, secretary);
    expect(await lonsOf(await read(secretary))).toEqual([0.123, 1.123, 2.123, 3.123]);
    await patch({ rule: { geometry: square(0, 0, 2) } }, analyst);
    expect(await lonsOf(await read(secretary))).toEqual([0.123, 1.123]);
    await patch({ rule: null }, secretary);
    expect(await lonsOf(await read(secretary))).toEqual([]);
  });

  it('goes with what is put in and taken out by hand', async () => {
    await open();
    await decide(1, 'out');
    await decide(9, 'in');
    expect(await lonsOf(await read())).toEqual([1.123, 2.123, 3.123, 8.123]);
  });

  it('is never more than whoever opened it sees', async () => {
    const input = {
      parentId: null,
      datasetId: null,
      sourceId: null,
      timezone: null,
      population: null,
      dwellings: null,
    };
    const half = { ...input, name: 'Half', kind: 'district' as const, geometry: square(-1, -1, 6) };
    const at = test.clock.now().toISOString();
    const area = await test.store.areas.create(half, { actor: null, at });
    const officer = await test.signInFor(area.id, ['police_member']);
    await decide(9, 'in');
    expect((await open({}, officer)).status).toBe(201);
    expect(await lonsOf(await read())).toEqual([0.123, 1.123, 2.123, 3.123]);
  });

  it('is closed by hand, at once', async () => {
    await open();
    expect((await open()).status).toBe(409);
    expect((await close(member)).status).toBe(403);
    expect((await close()).status).toBe(204);
    expect((await read()).status).toBe(404);
    expect((await close()).status).toBe(404);
  });

  it('is closed by the clock after its last day, and stays closed when the clock is set back', async () => {
    await open();
    test.clock.set('2025-03-15T23:59:00.000Z');
    const late = await test.signIn('Late');
    expect(late).not.toBe('');
    expect((await read(await test.signInAs(['committee_member']))).status).toBe(200);
    test.clock.set('2025-03-16T00:00:01.000Z');
    const again = await test.signInAs(['committee_member']);
    expect((await read(again)).status).toBe(404);
    test.clock.set('2025-03-15T23:30:00.000Z');
    expect((await read(again)).status).toBe(404);
    const { items } = await (await test.call('GET', `/api/problems/${id}/history`, { cookie: again })).json();
    expect(items.slice(-2)).toMatchObject([
      { action: 'open', reason: WISH.reason, change: { opening: [null, { until: '2025-03-15' }] } },
      { action: 'close', actor: null, change: { opening: [{ until: '2025-03-15' }, null] } },
    ]);
  });

  it('asks for a reason, and for a last day that is near', async () => {
    expect((await open({ reason: ' ' })).status).toBe(400);
    expect((await open({ roles: [] })).status).toBe(400);
    expect((await open({ roles: ['publisher'] })).status).toBe(400);
    expect((await open({ until: '2025-02-28' })).status).toBe(422);
    expect((await open({ until: '2026-03-01' })).status).toBe(422);
    expect((await open({}, member)).status).toBe(403);
  });

  it('has every look in the history, with its precision', async () => {
    await open();
    await read();
    await test.deps.auditQueue.flush();
    const { items } = await test.store.audit.page({ action: 'read', objectKind: 'problem' }, { limit: 5 });
    expect(items[0].change).toMatchObject({ precision: [null, 'exact'], incidents: [null, '1-4'] });
  });

  it('is not there any more when the case is deleted', async () => {
    await open();
    const { status } = await test.call('DELETE', `/api/problems/${id}`, { cookie: analyst });
    expect(status).toBe(204);
    expect((await read()).status).toBe(404);
  });

  it('cannot be changed or deleted in the database', async () => {
    await open();
    const db = tablesOf(test.store);
    await expect(db.deleteFrom('case_opening').execute()).rejects.toThrow(/stays on record/);
    const change = db.updateTable('case_opening').set({ until_day: '2099-01-01' }).execute();
    await expect(change).rejects.toThrow(/only be closed/);
  });
});
