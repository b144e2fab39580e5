import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, TEST_NAME, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

const call = (method: string, path: string, json?: unknown, version?: number) =>
  test.call(method, `/api/problems${path}`, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });
const open = async (more = {}) => (await call('POST', '', { title: 'Broken lamps', ...more })).json();

describe('problem cases', () => {
  it('start at scanning with a reference of their own', async () => {
    const reply = await call('POST', '', { title: 'Broken lamps' });
    expect(reply.status).toBe(201);
    const made = await reply.json();
    expect(made).toMatchObject({ stage: 'scanning', statement: '', geometry: null, rule: null, version: 1 });
    expect(made.ref).toBe('MYD-2025-01');
    expect((await open()).ref).toBe('MYD-2025-02');
  });

  it('take their reference from the one area they are about', async () => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const area = await (
      await test.call('POST', '/api/areas', { cookie, json: { name: 'Quay', geometry } })
    ).json();
    expect((await open({ rule: { areas: [area.id] } })).ref).toBe('QUA-2025-01');
  });

  it('need a title, and outlines that do not cross', async () => {
    expect((await call('POST', '', { title: '  ' })).status).toBe(400);
    const bowTie = {
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
    const inRule = await (await call('POST', '', { title: 'x', rule: { geometry: bowTie } })).json();
    expect(inRule).toMatchObject({ status: 422, errors: [{ pointer: '/rule/geometry' }] });
  });

  it('can be changed from their newest version only', async () => {
    const { id } = await open();
    const changed = await (await call('PATCH', `/${id}`, { statement: 'Dark since May.' }, 1)).json();
    expect(changed).toMatchObject({ statement: 'Dark since May.', version: 2 });
    const stale = await call('PATCH', `/${id}`, { statement: 'Other' }, 1);
    expect(stale.status).toBe(412);
    expect((await stale.json()).current).toEqual(changed);
  });

  it('come back after a deletion, with their notes and history', async () => {
    const { id } = await open();
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    for (const path of [`/${id}`, `/${id}/history`]) expect((await call('GET', path)).status).toBe(404);
    expect((await call('POST', `/${id}/linked`, {})).status).toBe(404);
    expect((await (await call('GET', '')).json()).items).toEqual([]);
    expect((await call('POST', `/${id}/restore`)).status).toBe(200);
    expect((await call('GET', `/${id}`)).status).toBe(200);
  });
});

describe('the stage of a case', () => {
  it('moves on one step with a reason, and the history says who, when and why', async () => {
    const { id } = await open();
    test.clock.set('2025-03-05T06:07:08.000Z');
    const moved = await call('POST', `/${id}/stage`, { stage: 'analysis', reason: 'Enough is known.' }, 1);
    expect(await moved.json()).toMatchObject({ stage: 'analysis', version: 2 });
    const { items } = await (await call('GET', `/${id}/history`)).json();
    expect(items.find((entry: { action: string }) => entry.action === 'stage')).toMatchObject({
      at: '2025-03-05T06:07:08.000Z',
      actorName: TEST_NAME,
      reason: 'Enough is known.',
      change: { stage: ['scanning', 'analysis'] },
    });
  });

  it('does not move without a reason, nor over a stage', async () => {
    const { id } = await open();
    const silent = await call('POST', `/${id}/stage`, { stage: 'analysis', reason: '  ' }, 1);
    expect(await silent.json()).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    const jump = await call('POST', `/${id}/stage`, { stage: 'closed', reason: 'Done.' }, 1);
    expect(await jump.json()).toMatchObject({ status: 422, code: 'stage_not_reachable' });
    expect((await call('POST', `/${id}/stage`, { stage: 'analysis', reason: 'Yes.' })).status).toBe(428);
    expect((await (await call('GET', `/${id}`)).json()).stage).toBe('scanning');
  });

  it('goes back to any earlier stage', async () => {
    const { id } = await open();
    const moves = ['analysis', 'response', 'scanning'];
    for (const [n, stage] of moves.entries())
      expect((await call('POST', `/${id}/stage`, { stage, reason: 'So.' }, n + 1)).status).toBe(200);
  });

  it('moved by two at once moves once', async () => {
    const { id } = await open();
    const move = () => call('POST', `/${id}/stage`, { stage: 'analysis', reason: 'So.' }, 1);
    const replies = await Promise.all([move(), move()]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
  });
});
