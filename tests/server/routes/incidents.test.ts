import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCategory, addDataset, load, square, tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

const NOON = Date.UTC(2024, 5, 1, 12) / 1000;
let test: TestApp;
let cookie: string;
let dataset: number;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  await addCategory(test.store, 1);
  await addCategory(test.store, 2);
  dataset = (await addDataset(test.store, 'Calls')).id;
  await load(test.store, dataset, [
    { position: [0.5, 0.5], from: NOON, category: 1 },
    { position: [5, 5], from: NOON + 3600, category: 2 },
    { position: [0.6, 0.6], from: NOON + 7200, category: 2 },
    { position: null, from: NOON, category: 1, flags: 1 },
  ]);
});
afterAll(() => test.close());

const post = async (path: string, json: unknown) =>
  (await test.call('POST', `/api${path}`, { cookie, json })).json();
const get = (path: string, headers?: Record<string, string>) =>
  test.call('GET', `/api${path}`, { cookie, headers });

describe('incidents', () => {
  it('are counted by filter', async () => {
    expect(await post('/incidents/count', { filter: {} })).toEqual({ count: 4 });
    expect(await post('/incidents/count', { filter: { categories: [2] } })).toEqual({ count: 2 });
    expect(await post('/incidents/count', { filter: { geometry: square(0, 0, 1) } })).toEqual({ count: 2 });
    const period = { from: '2024-06-01T13:00:00Z', to: '2024-06-01T16:00:00+02:00' };
    expect(await post('/incidents/count', { filter: period })).toEqual({ count: 1 });
  });

  it('are listed page by page', async () => {
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await post('/incidents/query', { filter: {}, limit: 3, after });
      seen.push(...page.items.map((item: { id: number }) => item.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(4);
  });

  it('are read one by one', async () => {
    const { items } = await post('/incidents/query', { filter: { geometry: square(4, 4, 2) } });
    const one = await (await get(`/incidents/${items[0].id}`)).json();
    expect(one).toMatchObject({ position: [5, 5], occurredFrom: '2024-06-01T13:00:00.000Z', categoryId: 2 });
    expect((await get('/incidents/999999')).status).toBe(404);
    expect((await get('/incidents/99999999999999')).status).toBe(404);
  });
});

describe('the columns of a data set', () => {
  it('are an Arrow stream that caches may keep for ever under its version', async () => {
    const { version } = await (await get(`/datasets/${dataset}`)).json();
    const reply = await get(`/datasets/${dataset}/columns?version=${version}&seen=exact`);
    expect(reply.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
    expect(reply.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(reply.headers.get('vary')).toContain('Cookie');
    const table = tableFromIPC(new Uint8Array(await reply.arrayBuffer()));
    expect(table.numRows).toBe(4);
    expect(table.schema.metadata.get('version')).toBe(String(version));
    expect(Array.from(table.getChild('category')?.toArray())).toEqual([1, 2, 2, 1]);
  });

  it('without a version are asked about again each time', async () => {
    const reply = await get(`/datasets/${dataset}/columns`);
    expect(reply.headers.get('cache-control')).toBe('private, no-cache');
    const again = await get(`/datasets/${dataset}/columns`, {
      'If-None-Match': reply.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
    expect((await again.arrayBuffer()).byteLength).toBe(0);
  });

  it('as somebody else sees them are not given', async () => {
    const { version, seen } = await (await get(`/datasets/${dataset}`)).json();
    expect(seen).toEqual({ key: 'exact', hasSquares: false, hidden: 0 });
    const reply = await get(`/datasets/${dataset}/columns?version=${version}&seen=0a1b`);
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: 'sight_changed' });
    const unnamed = await get(`/datasets/${dataset}/columns?version=${version}`);
    expect(unnamed.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('of another version are not there any more', async () => {
    const reply = await get(`/datasets/${dataset}/columns?version=99`);
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: 'data_changed' });
    expect((await get(`/datasets/${dataset}/columns?version=x`)).status).toBe(400);
    expect((await get('/datasets/99/columns')).status).toBe(404);
    const places = await addDataset(test.store, 'Places', 'areas');
    expect((await get(`/datasets/${places.id}/columns`)).status).toBe(404);
  });
});

describe('data sets', () => {
  it('are made, renamed, hidden and brought back', async () => {
    const json = { name: 'Thefts', kind: 'incidents', timezone: 'Africa/Kigali' };
    const made = await test.call('POST', '/api/datasets', { cookie, json });
    expect(made.status).toBe(201);
    const { id } = await made.json();
    const rename = (name: string, version: number) =>
      test.call('PATCH', `/api/datasets/${id}`, {
        cookie,
        json: { name },
        headers: { 'If-Match': `"${version}"` },
      });
    const before = await (await get(`/datasets/${id}`)).json();
    expect((await rename('Burglaries', before.version)).status).toBe(200);
    expect((await rename('Robberies', before.version)).status).toBe(412);
    expect(
      (await test.call('POST', '/api/datasets', { cookie, json: { ...json, name: 'Burglaries' } })).status,
    ).toBe(409);
    expect((await test.call('DELETE', `/api/datasets/${id}`, { cookie })).status).toBe(204);
    expect((await get(`/datasets/${id}`)).status).toBe(404);
    expect((await test.call('POST', `/api/datasets/${id}/restore`, { cookie })).status).toBe(200);
  });
});

describe('categories', () => {
  it('can be protected only while no incident has them', async () => {
    const protect = (id: number, version: number) =>
      test.call('PATCH', `/api/categories/${id}`, {
        cookie,
        json: { protected: 'never_store' },
        headers: { 'If-Match': `"${version}"` },
      });
    const used = await protect(1, 1);
    expect(used.status).toBe(409);
    expect(await used.json()).toMatchObject({ code: 'category_in_use' });
    await addCategory(test.store, 3);
    expect(await (await protect(3, 1)).json()).toMatchObject({ protected: 'never_store', version: 2 });
    const { items } = await (await get('/categories')).json();
    expect(items.map((item: { id: number }) => item.id)).toEqual(expect.arrayContaining([1, 2, 3]));
  });
});

describe('streets', () => {
  it('are GeoJSON', async () => {
    const { id } = await addDataset(test.store, 'Streets', 'streets');
    const geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    };
    await tablesOf(test.store)
      .insertInto('street')
      .values({ dataset_id: id, name: 'High Street', class: 'street', geometry: JSON.stringify(geometry) })
      .execute();
    const reply = await get('/streets');
    const tag = reply.headers.get('etag') ?? '';
    expect((await get('/streets', { 'If-None-Match': `W/${tag}` })).status).toBe(304);
    await addDataset(test.store, 'More streets', 'streets');
    expect((await get('/streets', { 'If-None-Match': tag })).status).toBe(200);
    expect(await reply.json()).toEqual({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: 1, properties: { name: 'High Street', class: 'street' }, geometry }],
    });
  });
});

describe('the incidents of a case', () => {
  it('are those of its rule, and those put in, without those taken out', async () => {
    const { items } = await post('/incidents/query', { filter: {} });
    const ids: number[] = items.map((item: { id: number }) => item.id).sort((a: number, b: number) => a - b);
    const [corner, far, near] = ids;
    const problem = await post('/problems', { title: 'Corner', rule: { geometry: square(0, 0, 1) } });
    const linked = (json: object = {}) => post(`/problems/${problem.id}/linked`, json);
    const idsOf = async () => (await linked()).items.map((item: { id: number }) => item.id);
    expect(await idsOf()).toEqual([corner, near]);

    const put = (incidentId: number, verdict: string, reason = 'Seen there.') =>
      test.call('POST', `/api/problems/${problem.id}/incidents`, {
        cookie,
        json: { incidentId, verdict, reason },
      });
    expect((await put(far, 'in')).status).toBe(200);
    expect((await put(corner, 'out')).status).toBe(200);
    expect(await idsOf()).toEqual([far, near]);
    expect((await put(far, 'in', ' ')).status).toBe(400);
    expect((await put(424242, 'in')).status).toBe(404);

    const first = await linked({ limit: 1 });
    expect(first).toMatchObject({ count: 2, items: [{ id: far }] });
    const second = await linked({ limit: 1, after: first.next });
    expect(second).toMatchObject({ count: 2, items: [{ id: near }], next: null });
    expect((await linked({ after: 'nonsense' })).code).toBe('cursor_unreadable');

    const back = await test.call('DELETE', `/api/problems/${problem.id}/incidents/${corner}`, { cookie });
    expect((await back.json()).manual).toMatchObject([
      { incidentId: far, verdict: 'in', reason: 'Seen there.' },
    ]);
    expect(await idsOf()).toEqual([corner, far, near]);
    const { items: history } = await (await get(`/problems/${problem.id}/history`)).json();
    expect(history.map((entry: { action: string }) => entry.action)).toEqual(
      expect.arrayContaining(['link', 'unlink']),
    );
  });
});
