import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../server/live-events.ts';
import { createTestApp, TEST_NAME, type TestApp } from '../../fixtures/test-app.ts';

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

const put = (name: string, json: unknown, version: number | string = 0, as = cookie) =>
  test.call('PUT', `/api/problems/${id}/parts/${name}`, {
    cookie: as,
    json,
    headers: { 'If-Match': `"${version}"` },
  });
async function parts(as = cookie) {
  const reply = await test.call('GET', `/api/problems/${id}/parts`, { cookie: as });
  return (await reply.json()).items as { name: string; body: Record<string, unknown> | null }[];
}
const cheers = async () => (await parts()).find(({ name }) => name === 'cheers');

describe('a part of a case', () => {
  it('is there before it is written, without a body, as version 0', async () => {
    expect(await cheers()).toEqual({
      name: 'cheers',
      body: null,
      version: 0,
      changedAt: null,
      changedBy: null,
    });
  });

  it('is written as a whole, and what is left out is empty', async () => {
    const first = await put('cheers', { groups: ['Commuters'], harms: ['fear'] });
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe('"1"');
    const second = await (await put('cheers', { groups: ['Commuters'] }, 1)).json();
    expect(second).toMatchObject({ version: 2, body: { groups: ['Commuters'], harms: [], count: null } });
    expect(await cheers()).toEqual(second);
  });

  it('is written over by nobody who has not seen the newest: both versions are there', async () => {
    const newest = await (await put('cheers', { groups: ['Commuters'] })).json();
    for (const [version, body] of [
      [0, { groups: ['Pupils'] }],
      [7, { groups: ['Pupils'] }],
    ] as const) {
      const stale = await put('cheers', body, version);
      expect(stale.status).toBe(412);
      expect(await stale.json()).toMatchObject({ code: 'stale_write', current: newest });
    }
    expect(await cheers()).toEqual(newest);
    expect((await put('cheers', {}, 'x')).status).toBe(400);
    const silent = await test.call('PUT', `/api/problems/${id}/parts/cheers`, { cookie, json: {} });
    expect(silent.status).toBe(428);
  });

  it('written by two at once is written once', async () => {
    const replies = await Promise.all([put('cheers', { harm: 'a' }), put('cheers', { harm: 'b' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('of a name that is none is refused, and the names are said', async () => {
    const reply = await put('horoscope', {});
    expect(reply.status).toBe(400);
    const { errors } = await reply.json();
    expect(errors[0].pointer).toBe('/param/name');
    expect(errors[0].detail).toContain('cheers');
  });

  it('says of each field what is wrong with it, and how much is too much', async () => {
    const reply = await put('cheers', { harm: 'x'.repeat(10_001), harms: ['anger'], count: -1 });
    expect(reply.status).toBe(400);
    const { errors } = await reply.json();
    expect(errors).toEqual([
      { pointer: '/harms/0', detail: expect.stringContaining('property_loss') },
      {
        pointer: '/harm',
        detail:
          'The text “harm” has 10,001 characters, and at most 10,000 are taken: put the rest into a note.',
      },
      { pointer: '/count', detail: 'Must not be negative.' },
    ]);
    expect((await cheers())?.body).toBeNull();
    const huge = await put('cheers', { harm: 'x'.repeat(2_000_000) });
    expect(huge.status).toBe(413);
    expect((await huge.json()).detail).toContain('at most 1 MB');
  });

  it('is in the history of the case, field by field, and others are told', async () => {
    const heard: LiveEvent[] = [];
    test.deps.live.subscribe((event) => heard.push(event));
    await put('cheers', { groups: ['Commuters'] });
    await put('cheers', { groups: ['Commuters'], harms: ['fear'] }, 1);
    const unchanged = await (await put('cheers', { groups: ['Commuters'], harms: ['fear'] }, 2)).json();
    expect(unchanged.version).toBe(2);
    const { items } = await (await test.call('GET', `/api/problems/${id}/history`, { cookie })).json();
    expect(items.filter(({ action }: { action: string }) => action === 'part')).toMatchObject([
      { actorName: TEST_NAME, change: { 'part:cheers:groups': [null, ['Commuters']] } },
      { actorName: TEST_NAME, change: { 'part:cheers:harms': [[], ['fear']] } },
    ]);
    expect(heard.slice(0, 2)).toMatchObject([
      { object: 'problem', id },
      { object: 'problem', id },
    ]);
  });

  it('moves the case to the front without making its title stale', async () => {
    test.clock.set('2025-03-01T13:00:00.000Z');
    await put('cheers', { groups: ['Commuters'] });
    const found = await (await test.call('GET', `/api/problems/${id}`, { cookie })).json();
    expect(found).toMatchObject({ version: 1, updatedAt: '2025-03-01T13:00:00.000Z' });
  });

  it('is not written on a case that was deleted, nor read', async () => {
    await test.call('DELETE', `/api/problems/${id}`, { cookie });
    expect((await put('cheers', {})).status).toBe(404);
    expect((await test.call('GET', `/api/problems/${id}/parts`, { cookie })).status).toBe(404);
  });

  it('is read by those who read the case and written by those who work on it', async () => {
    const overseer = await test.signInAs(['oversight_readonly']);
    await put('cheers', { groups: ['Commuters'] });
    expect((await parts(overseer)).find(({ name }) => name === 'cheers')?.body).toMatchObject({
      groups: ['Commuters'],
    });
    expect((await put('cheers', {}, 1, overseer)).status).toBe(403);
    const nobody = await test.signInAs(['resident_contributor']);
    expect((await test.call('GET', `/api/problems/${id}/parts`, { cookie: nobody })).status).toBe(403);
  });
});
