import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
let id: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  const made = await test.call('POST', '/api/problems', { cookie, json: { title: 'Stops' } });
  id = (await made.json()).id;
});
afterEach(() => test.close());

const call = (method: string, path = '', json?: unknown, version?: number) =>
  test.call(method, `/api/problems/${id}/items${path}`, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });
const source = (what: string, more = {}) => ({ kind: 'source', body: { kind: 'survey', what, ...more } });
async function added(what: string, more = {}) {
  const reply = await call('POST', '', { ...source(what), ...more });
  expect(reply.status).toBe(201);
  return reply.json();
}
async function listed(): Promise<string[]> {
  const { items } = await (await call('GET')).json();
  return items.map(({ body }: { body: { what: string } }) => body.what);
}

describe('the entries of a case', () => {
  it('stand in the order they were added, or where they are put', async () => {
    const [first, second] = [await added('First'), await added('Second')];
    await added('Between', { position: (first.position + second.position) / 2 });
    expect(await listed()).toEqual(['First', 'Between', 'Second']);
    await call('PATCH', `/${second.id}`, { position: first.position - 1 }, 1);
    expect(await listed()).toEqual(['Second', 'First', 'Between']);
    expect((await call('GET', '?kind=source')).status).toBe(200);
    expect((await call('GET', '?kind=horoscope')).status).toBe(400);
  });

  it('are changed in the fields that are sent, from their newest version only', async () => {
    const made = await added('A survey', {});
    const changed = await (
      await call('PATCH', `/${made.id}`, { body: { limits: 'Homes alone.' } }, 1)
    ).json();
    expect(changed).toMatchObject({ version: 2, body: { what: 'A survey', limits: 'Homes alone.' } });
    const stale = await call('PATCH', `/${made.id}`, { body: { what: 'Other' } }, 1);
    expect(stale.status).toBe(412);
    expect((await stale.json()).current).toEqual(changed);
    expect((await call('PATCH', `/${made.id}`, { body: {} })).status).toBe(428);
  });

  it('say where something does not fit', async () => {
    const unknown = await call('POST', '', { kind: 'horoscope', body: {} });
    expect(await unknown.json()).toMatchObject({ status: 400, errors: [{ pointer: '/kind' }] });
    const unfit = await call('POST', '', { kind: 'source', body: { kind: 'rumour', what: '', from: 'May' } });
    const { status, errors } = await unfit.json();
    expect(status).toBe(400);
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/body/kind',
      '/body/what',
      '/body/from',
    ]);
    const made = await added('A survey');
    const broken = await call('PATCH', `/${made.id}`, { body: { what: 'x'.repeat(201) } }, 1);
    expect(await broken.json()).toMatchObject({
      status: 400,
      errors: [
        {
          pointer: '/body/what',
          detail: 'The text “what” has 201 characters, and at most 200 are taken: put the rest into a note.',
        },
      ],
    });
    const huge = await call('POST', '', source('x'.repeat(2_000_000)));
    expect(huge.status).toBe(413);
  });

  it('are taken out and come back, with every step in the history', async () => {
    const made = await added('A survey');
    expect((await call('DELETE', `/${made.id}`, undefined, 9)).status).toBe(412);
    expect((await call('DELETE', `/${made.id}`)).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect((await call('DELETE', `/${made.id}`)).status).toBe(404);
    expect((await call('PATCH', `/${made.id}`, { position: 1 }, 2)).status).toBe(404);
    expect((await call('POST', `/${made.id}/restore`)).status).toBe(200);
    expect(await listed()).toEqual(['A survey']);
    const { items } = await (await test.call('GET', `/api/problems/${id}/history`, { cookie })).json();
    expect(items.slice(1).map(({ action }: { action: string }) => action)).toEqual([
      'item_add',
      'item_remove',
      'item_restore',
    ]);
    expect(items[1].change[`item:source:${made.id}:what`]).toEqual([null, 'A survey']);
  });

  it('belong to one case: another does not know them', async () => {
    const made = await added('A survey');
    const other = await test.call('POST', '/api/problems', { cookie, json: { title: 'Other' } });
    const path = `/api/problems/${(await other.json()).id}/items/${made.id}`;
    const headers = { 'If-Match': '"1"' };
    expect((await test.call('DELETE', path, { cookie })).status).toBe(404);
    expect((await test.call('POST', `${path}/restore`, { cookie })).status).toBe(404);
    expect((await test.call('PATCH', path, { cookie, headers, json: { position: 1 } })).status).toBe(404);
    expect(await listed()).toEqual(['A survey']);
  });

  it('sent twice under one key are added once', async () => {
    const headers = { 'Idempotency-Key': 'one-and-the-same-key' };
    const send = () =>
      test.call('POST', `/api/problems/${id}/items`, { cookie, headers, json: source('A survey') });
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(201);
    expect(await listed()).toEqual(['A survey']);
  });
});

describe('the place of an option', () => {
  const KNOT = {
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
  const refused = {
    status: 422,
    code: 'polygon_crosses',
    errors: [
      {
        pointer: '/body/geometry',
        detail: 'The outline crosses itself: move its corners so that no two sides cross.',
      },
    ],
  };

  it('does not cross itself, when it is added and when it is changed', async () => {
    const option = (geometry: object | null) => ({ kind: 'option', body: { title: 'Lamps', geometry } });
    const reply = await call('POST', '', option(KNOT));
    expect(await reply.json()).toMatchObject(refused);
    const point = { type: 'Point', coordinates: [0.5, 0.5] };
    const made = await (await call('POST', '', option(point))).json();
    const changed = await call('PATCH', `/${made.id}`, { body: { geometry: KNOT } }, 1);
    expect(await changed.json()).toMatchObject(refused);
    expect((await call('PATCH', `/${made.id}`, { body: { geometry: null } }, 1)).status).toBe(200);
  });

  it('that crossed itself before does not keep the rest from being changed', async () => {
    const made = await (await call('POST', '', { kind: 'option', body: { title: 'Lamps' } })).json();
    const act = { actor: null, at: '2025-03-01T00:00:00.000Z' };
    const crossed = { ...made.body, geometry: KNOT };
    await test.store.problemItems.update(id, made.id, 1, { body: crossed }, act);
    const reply = await call('PATCH', `/${made.id}`, { body: { ...crossed, title: 'More lamps' } }, 2);
    expect(reply.status).toBe(200);
  });
});
