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

  it('say how much too long a statement is, and keep the one they had', async () => {
    const { id } = await open({ statement: 'Dark since May.' });
    for (const sign of ['x', 'ش', '🚌']) {
      const statement = sign.repeat(600_000 / sign.length);
      const reply = await call('PATCH', `/${id}`, { statement }, 1);
      expect(reply.status).toBe(400);
      const text = await reply.text();
      expect(JSON.parse(text).errors).toEqual([
        {
          pointer: '/statement',
          detail: 'The text “statement” has 600,000 characters, and at most 20,000 are taken: shorten it.',
        },
      ]);
      expect(text.length).toBeLessThan(1000);
    }
    expect(await (await call('GET', `/${id}`)).json()).toMatchObject({
      statement: 'Dark since May.',
      version: 1,
    });
    expect((await call('PATCH', `/${id}`, { statement: 'x'.repeat(20_000) }, 1)).status).toBe(200);
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

/** On, although the test has no data and one source. */
const TO_ANALYSIS = {
  stage: 'analysis',
  reason: 'So.',
  despite: { more_than_one_source: 'The only one.', six_months_of_data: 'The first.' },
};

describe('the stage of a case', () => {
  it('moves on one step with a reason, and the history says who, when and why', async () => {
    const { id } = await open();
    const version = await test.readyForAnalysis(id);
    test.clock.set('2025-03-05T06:07:08.000Z');
    const move = { ...TO_ANALYSIS, reason: 'Enough is known.' };
    const moved = await call('POST', `/${id}/stage`, move, version);
    expect(await moved.json()).toMatchObject({ stage: 'analysis', state: 'active', version: version + 1 });
    const { items } = await (await call('GET', `/${id}/history`)).json();
    expect(items.find((entry: { action: string }) => entry.action === 'stage')).toMatchObject({
      at: '2025-03-05T06:07:08.000Z',
      actorName: TEST_NAME,
      reason: 'Enough is known.',
      change: {
        stage: ['scanning', 'analysis'],
        state: ['proposed', 'active'],
        'despite:more_than_one_source': [null, 'The only one.'],
      },
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
    const act = { actor: null, at: '2025-03-01T12:00:00.000Z', reason: 'So.' };
    for (const [n, stage] of (['analysis', 'response', 'assessment'] as const).entries())
      await test.store.problems.moveTo(id, n + 1, stage, act);
    for (const [n, stage] of ['response', 'scanning'].entries())
      expect((await call('POST', `/${id}/stage`, { stage, reason: 'So.' }, n + 4)).status).toBe(200);
  });

  it('moved by two at once moves once', async () => {
    const { id } = await open();
    const version = await test.readyForAnalysis(id);
    const move = () => call('POST', `/${id}/stage`, TO_ANALYSIS, version);
    const replies = await Promise.all([move(), move()]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
  });
});

describe('how a case stands', () => {
  it('begins as proposed and internal, and is changed with the rest', async () => {
    const made = await open();
    expect(made).toMatchObject({ state: 'proposed', confidentiality: 'internal', reviewOn: null });
    const change = { state: 'accepted', confidentiality: 'committee', reviewOn: '2025-09-01' };
    expect(await (await call('PATCH', `/${made.id}`, change, 1)).json()).toMatchObject(change);
    const { items } = await (await call('GET', `/${made.id}/history`)).json();
    expect(items.at(-1).change).toEqual({
      state: ['proposed', 'accepted'],
      confidentiality: ['internal', 'committee'],
      reviewOn: [null, '2025-09-01'],
    });
    expect((await call('PATCH', `/${made.id}`, { reviewOn: 'soon' }, 2)).status).toBe(400);
  });

  it('is not solved before anybody looked', async () => {
    const { id } = await open();
    const early = await (await call('PATCH', `/${id}`, { state: 'closed_solved' }, 1)).json();
    expect(early).toMatchObject({ status: 422, code: 'state_does_not_fit', errors: [{ pointer: '/state' }] });
    expect((await call('PATCH', `/${id}`, { state: 'closed_not_a_problem' }, 1)).status).toBe(200);
  });
});
