import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

const squareAt = (lon: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, 0],
      [lon + 1, 0],
      [lon + 1, 1],
      [lon, 1],
      [lon, 0],
    ],
  ],
});
const call = (method: string, path: string, json?: unknown, version?: number) =>
  test.call(method, `/api/areas${path}`, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });
const add = async (name = 'North End') => (await call('POST', '', { name, geometry: squareAt(0) })).json();

describe('areas', () => {
  it('can be drawn, and are custom unless said otherwise', async () => {
    const reply = await call('POST', '', { name: ' North End ', geometry: squareAt(0) });
    expect(reply.status).toBe(201);
    const area = await reply.json();
    expect(area).toMatchObject({ name: 'North End', kind: 'custom', bounds: [0, 0, 1, 1], version: 1 });
    expect(reply.headers.get('etag')).toBe('"1"');
    expect(await (await call('GET', `/${area.id}`)).json()).toEqual(area);
    expect((await (await call('GET', '')).json()).items).toEqual([area]);
  });

  it('may not cross themselves', async () => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    const reply = await call('POST', '', { name: 'Bow tie', geometry });
    expect(reply.status).toBe(422);
    const details = await reply.json();
    expect(details).toMatchObject({ code: 'polygon_crosses', errors: [{ pointer: '/geometry' }] });
    expect(details.detail).toMatch(/crosses itself/);
    expect((await (await call('GET', '')).json()).items).toEqual([]);
  });

  it('must lie on the earth', async () => {
    const inMetres = {
      type: 'Polygon',
      coordinates: [
        [
          [500000, 0],
          [500001, 0],
          [500001, 1],
          [500000, 0],
        ],
      ],
    };
    const details = await (await call('POST', '', { name: 'Metres', geometry: inMetres })).json();
    expect(details.status).toBe(400);
    expect(details.errors[0].pointer).toMatch(/^\/geometry/);
  });

  it('can be changed from their newest version only', async () => {
    const { id } = await add();
    const changed = await (await call('PATCH', `/${id}`, { name: 'South End', population: 1200 }, 1)).json();
    expect(changed).toMatchObject({ name: 'South End', population: 1200, version: 2 });

    const stale = await call('PATCH', `/${id}`, { name: 'West End' }, 1);
    expect(stale.status).toBe(412);
    const details = await stale.json();
    expect(details).toMatchObject({ code: 'stale_write', current: changed });
    expect((await (await call('GET', `/${id}`)).json()).name).toBe('South End');

    expect((await call('PATCH', `/${id}`, { name: 'West End' })).status).toBe(428);
    expect((await call('PATCH', '/99', { name: 'West End' }, 1)).status).toBe(404);
  });

  it('come back after a deletion', async () => {
    const area = await add();
    expect((await call('DELETE', `/${area.id}`, undefined, 7)).status).toBe(412);
    expect((await call('DELETE', `/${area.id}`)).status).toBe(204);
    expect((await call('GET', `/${area.id}`)).status).toBe(404);
    expect((await call('PATCH', `/${area.id}`, { name: 'x' }, 1)).status).toBe(404);
    expect((await call('DELETE', `/${area.id}`)).status).toBe(404);
    expect((await call('POST', `/${area.id}/restore`)).status).toBe(200);
    expect((await (await call('GET', `/${area.id}`)).json()).name).toBe('North End');
  });

  it('tell everyone when they change', async () => {
    const before = test.deps.live.last;
    const { id } = await add();
    await call('PATCH', `/${id}`, { name: 'South End' }, 1);
    await call('DELETE', `/${id}`);
    await call('POST', `/${id}/restore`);
    expect(test.deps.live.since(before)?.map((event) => `${event.object} ${event.id}`)).toEqual(
      Array(4).fill(`area ${id}`),
    );
  });
});
