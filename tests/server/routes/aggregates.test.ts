import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let provider: string;
let guardian: string;
let areaId: number;
let elsewhere: number;
const CATEGORY = 7;

beforeAll(async () => {
  test = await createTestApp();
  provider = await test.signInAs(['agency_owner']);
  guardian = await test.signInAs(['data_guardian']);
  const analyst = await test.signInAs(['analyst']);
  const area = async (west: number, name: string) => {
    const ring = [
      [west, -2],
      [west + 1, -2],
      [west + 1, -1],
      [west, -1],
      [west, -2],
    ];
    const json = { kind: 'district', name, geometry: { type: 'Polygon', coordinates: [ring] } };
    return (await (await test.call('POST', '/api/areas', { cookie: analyst, json })).json()).id as number;
  };
  areaId = await area(30, 'North');
  elsewhere = await area(40, 'South');
  await test.store.accounts.database.db
    .withTables<{ category: Record<string, unknown> }>()
    .insertInto('category')
    .values({
      id: CATEGORY,
      scheme: 'local',
      code: 'v',
      name: 'Violence at home',
      public_name: 'V',
      protected: 'aggregate_only',
    })
    .execute();
});
afterAll(() => test.close());

const call = (cookie: string, method: string, path: string, json?: unknown, version?: number) =>
  test.call(method, `/api/totals${path}`, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });
const agreement = {
  organisation: 'Hill Clinic',
  covers: 'Monthly numbers of people helped',
  categoryIds: [CATEGORY],
  agreedBy: 'The director and the data guardian',
  text: 'Numbers only, by district and month.',
  from: '2025-01-01',
  to: '2025-06-30',
};
const codeOf = async (reply: Response) => [reply.status, (await reply.json()).code];

describe('monthly totals', () => {
  it('are refused without an agreement in force, in words', async () => {
    const entry = { agreementId: 1, categoryId: CATEGORY, areaId, month: '2025-02', count: 14 };
    expect((await call(provider, 'POST', '', entry)).status).toBe(404);
    const over = await call(guardian, 'POST', '/agreements', { ...agreement, to: '2025-02-01' });
    expect(over.status).toBe(201);
    const reply = await call(provider, 'POST', '', { ...entry, agreementId: (await over.json()).id });
    const details = await reply.json();
    expect([reply.status, details.code]).toEqual([422, 'not_in_force']);
    expect(details.detail).toContain('not in force today');
  });

  it('are entered, and corrected with the old one kept in the history', async () => {
    expect((await call(provider, 'POST', '/agreements', agreement)).status).toBe(403);
    const { id } = await (await call(guardian, 'POST', '/agreements', agreement)).json();
    const entry = { agreementId: id, categoryId: CATEGORY, areaId, month: '2025-02', count: 14 };
    const made = await (await call(provider, 'POST', '', entry)).json();
    expect(made).toMatchObject({ count: 14, month: '2025-02', enteredOn: '2025-03-01', version: 1 });
    expect(await codeOf(await call(provider, 'POST', '', entry))).toEqual([409, 'count_is_there']);
    const corrected = await call(provider, 'PATCH', `/${made.id}`, { count: 17 }, 1);
    expect(await corrected.json()).toMatchObject({ count: 17, version: 2 });
    const [, last] = await test.store.audit.of('aggregate_count', String(made.id));
    expect(last.change).toEqual({ count: [14, 17] });
  });

  it('below 10 are written nowhere as a number', async () => {
    const { id } = (await (await call(guardian, 'GET', '/agreements')).json()).items[1];
    const entry = { agreementId: id, categoryId: CATEGORY, areaId, month: '2025-01', count: 7 };
    const made = await (await call(provider, 'POST', '', entry)).json();
    expect(made).toMatchObject({ count: null });
    const grown = await call(provider, 'PATCH', `/${made.id}`, { count: 11 }, 1);
    expect((await grown.json()).count).toBe(11);
    await call(provider, 'PATCH', `/${made.id}`, { count: 3 }, 2);
    const history = await test.store.audit.of('aggregate_count', String(made.id));
    expect(history.map(({ change }) => change.count)).toEqual([
      [null, 'fewer than 10'],
      ['fewer than 10', 11],
      [11, 'fewer than 10'],
    ]);
    expect(JSON.stringify(test.lines)).not.toMatch(/"count":[37]\b/);
  });

  it('are of categories the agreement covers and that are kept in totals only', async () => {
    const analyst = await test.signInAs(['analyst']);
    const { id } = (await (await call(guardian, 'GET', '/agreements')).json()).items[1];
    const entry = { agreementId: id, categoryId: 999, areaId, month: '2025-02', count: 14 };
    expect((await call(analyst, 'POST', '', entry)).status).toBe(404);
    expect(
      await codeOf(await call(analyst, 'POST', '', { ...entry, categoryId: CATEGORY, month: '2025-04' })),
    ).toEqual([422, 'month_to_come']);
    expect(
      await codeOf(await call(guardian, 'POST', '/agreements', { ...agreement, categoryIds: [999] })),
    ).toEqual([422, 'not_aggregate_only']);
  });

  it('of another area are not there for whoever serves one area', async () => {
    const { id } = (await (await call(guardian, 'GET', '/agreements')).json()).items[1];
    const local = await test.signInFor(elsewhere, ['agency_owner']);
    expect((await (await call(local, 'GET', '')).json()).items).toEqual([]);
    const [there] = await test.store.aggregates.counts();
    expect((await call(local, 'PATCH', `/${there.id}`, { count: 50 }, there.version)).status).toBe(404);
    const entry = { agreementId: id, categoryId: CATEGORY, areaId, month: '2024-12', count: 14 };
    expect(await codeOf(await call(local, 'POST', '', entry))).toEqual([422, 'outside_your_area']);
    expect((await call(local, 'POST', '', { ...entry, areaId: elsewhere })).status).toBe(201);
  });

  it('end with the agreement, and go when the category is never stored', async () => {
    const agreements = (await (await call(guardian, 'GET', '/agreements')).json()).items;
    const end = `/agreements/${agreements[1].id}/end`;
    expect(await codeOf(await call(guardian, 'POST', end, { to: '2025-12-31' }, 1))).toEqual([
      409,
      'ends_no_sooner',
    ]);
    expect((await call(guardian, 'POST', end, { to: '2025-02-28' }, 1)).status).toBe(200);
    const [there] = await test.store.aggregates.counts();
    expect(await codeOf(await call(provider, 'PATCH', `/${there.id}`, { count: 50 }, there.version))).toEqual(
      [422, 'not_in_force'],
    );
    const json = { protected: 'never_store' };
    const headers = { 'If-Match': '"1"' };
    const path = `/api/categories/${CATEGORY}`;
    expect((await test.call('PATCH', path, { cookie: guardian, json, headers })).status).toBe(200);
    expect(await test.store.aggregates.counts()).toEqual([]);
    const [entry] = (await test.store.audit.page({ objectKind: 'aggregate_count' }, { limit: 1 })).items;
    expect(entry).toMatchObject({ action: 'delete', change: { totals: [3, 0] } });
  });
});
