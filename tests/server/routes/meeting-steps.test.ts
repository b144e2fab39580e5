import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
let member: string;
beforeEach(async () => {
  test = await createMeetingApp();
  member = await test.signInAs(['committee_member'], 'Member');
});
afterEach(() => test.close());

const step = (cookie: string, id: string, what: string, version: number, json?: unknown) =>
  test.ask(cookie, 'POST', `/meetings/${id}/${what}`, json, version);

async function talk(id: string, title: string) {
  return (await test.ask(test.secretary, 'POST', `/meetings/${id}/agenda`, { kind: 'concerns', title })).body;
}

const openTitles = async (id: string) =>
  (await test.ask(test.secretary, 'GET', `/meetings/${id}/agenda`)).body.items.map(
    ({ title, state }: { title: string; state: string }) => `${title}: ${state}`,
  );

describe('a meeting that is begun', () => {
  it('shows its first item, with who began it and the quorum of the day', async () => {
    const { id } = await test.plan();
    const first = await talk(id, 'Lamps');
    const begun = await step(member, id, 'start', 1);
    expect(begun.body).toMatchObject({
      state: 'running',
      startedByName: 'Member',
      startedAt: '2025-03-01T12:00:00.000Z',
      currentItemId: first.id,
      quorum: 5,
    });
  });

  it('is begun once: the second is told by whom, whatever version they hold', async () => {
    const { id } = await test.plan();
    const both = await Promise.all([step(member, id, 'start', 1), step(test.secretary, id, 'start', 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = both.find(({ status }) => status === 409);
    const first = both.find(({ status }) => status === 200);
    expect(second?.body).toMatchObject({ code: 'already_running' });
    expect(second?.body.startedByName).toBe(first?.body.startedByName);
    expect(second?.body.detail).toContain(first?.body.startedByName);
  });

  it('is the only one of its committee, but for the sessions of its round', async () => {
    const main = await test.plan();
    const other = await test.plan({ kind: 'extraordinary' });
    const women = await test.plan({ kind: 'women_session', parallelOf: main.id });
    expect((await step(member, main.id, 'start', 1)).status).toBe(200);
    expect((await step(member, other.id, 'start', 1)).body).toMatchObject({
      code: 'another_running',
      meetingId: main.id,
    });
    expect((await step(member, women.id, 'start', 1)).status).toBe(200);
  });

  it('goes from item to item for every screen, without a version in the way', async () => {
    const { id } = await test.plan();
    await talk(id, 'Lamps');
    const second = await talk(id, 'Stops');
    const current = (cookie: string, itemId: string | null) =>
      test.ask(cookie, 'PUT', `/meetings/${id}/current`, { itemId });
    expect((await current(member, second.id)).body.code).toBe('not_running');
    const { version } = (await step(member, id, 'start', 1)).body;
    const shown = await current(test.secretary, second.id);
    expect(shown.body).toMatchObject({ currentItemId: second.id, version });
    expect((await current(member, 'elsewhere')).status).toBe(404);
    expect((await current(member, null)).body.currentItemId).toBeNull();
  });
});

describe('a meeting that closes', () => {
  it('with items open is refused and names them', async () => {
    const { id } = await test.plan();
    const item = await talk(id, 'Lamps');
    await step(member, id, 'start', 1);
    const refused = await step(member, id, 'close', 2, {});
    expect(refused.body).toMatchObject({ code: 'items_open', items: [{ id: item.id, title: 'Lamps' }] });
    const done = { state: 'done', outcome: 'Repaired' };
    expect((await test.ask(member, 'PATCH', `/agenda-items/${item.id}`, done, 1)).status).toBe(200);
    const closed = await step(member, id, 'close', 2, {});
    expect(closed.body).toMatchObject({ state: 'closed', closedByName: 'Member', currentItemId: null });
  });

  it('with items deferred carries them to the next one that is planned', async () => {
    const { id } = await test.plan();
    const next = await test.plan({ startsAt: '2025-04-01T18:00:00Z' });
    const item = await talk(id, 'Lamps');
    await step(member, id, 'start', 1);
    expect((await step(member, id, 'close', 2, { deferOpen: true })).status).toBe(200);
    expect(await openTitles(id)).toEqual(['Lamps: deferred']);
    const carried = (await test.ask(member, 'GET', `/meetings/${next.id}/agenda`)).body.items;
    expect(carried).toMatchObject([
      {
        title: 'Lamps',
        state: 'open',
        rule: 'carried_over',
        carriedFrom: item.id,
        reason: { from: '2025-03-04' },
      },
    ]);
    // Drafting the next one finds it there, and does not put it in a second time.
    const drafted = await test.ask(test.secretary, 'POST', `/meetings/${next.id}/draft`);
    expect(drafted.body.items.filter(({ title }: { title: string }) => title === 'Lamps')).toHaveLength(1);
  });

  it('that was recorded afterwards carries nothing to itself', async () => {
    const { id } = await test.plan({ startsAt: '2025-02-04T18:00:00Z' });
    await talk(id, 'Lamps');
    expect((await step(test.secretary, id, 'close', 1, { deferOpen: true })).status).toBe(200);
    expect(await openTitles(id)).toEqual(['Lamps: deferred']);
  });

  it('without a next one leaves them to the draft of whichever comes', async () => {
    const { id } = await test.plan();
    await talk(id, 'Lamps');
    await step(member, id, 'start', 1);
    await step(member, id, 'close', 2, { deferOpen: true });
    const next = await test.plan({ startsAt: '2025-04-01T18:00:00Z' });
    const drafted = await test.ask(test.secretary, 'POST', `/meetings/${next.id}/draft`);
    expect(drafted.body.items.filter(({ title }: { title: string }) => title === 'Lamps')).toMatchObject([
      { rule: 'carried_over', reason: { from: '2025-03-04' } },
    ]);
    expect(drafted.body.items[1]).toMatchObject({ rule: 'last_minutes', reason: { on: '2025-03-04' } });
  });

  it('stays as it was recorded', async () => {
    const { id } = await test.plan();
    const item = await talk(id, 'Lamps');
    await step(member, id, 'start', 1);
    const closed = await step(member, id, 'close', 2, { deferOpen: true });
    const { version } = closed.body;
    const tries = [
      await test.ask(test.secretary, 'PATCH', `/meetings/${id}`, { title: 'Other' }, version),
      await test.ask(test.secretary, 'PATCH', `/agenda-items/${item.id}`, { outcome: 'Other' }, item.version),
      await test.ask(test.secretary, 'POST', `/meetings/${id}/agenda`, { kind: 'concerns', title: 'More' }),
      await test.ask(test.secretary, 'PUT', `/meetings/${id}/attendance`, {}, version),
      await step(member, id, 'start', version),
      await step(test.secretary, id, 'cancel', version, { reason: 'Rain' }),
    ];
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(
      tries.map(() => [409, 'wrong_state']),
    );
  });

  it('that was held without being run from here is recorded afterwards, by whoever prepares them', async () => {
    const past = await test.plan({ startsAt: '2025-02-01T18:00:00Z' });
    expect((await step(member, past.id, 'close', 1, {})).body.code).toBe('not_allowed');
    const closed = await step(test.secretary, past.id, 'close', 1, {});
    expect(closed.body).toMatchObject({ state: 'closed', startedAt: null, quorum: 5 });
    const ahead = await test.plan();
    expect((await step(test.secretary, ahead.id, 'close', 1, {})).body.code).toBe('not_begun');
  });

  it('is called off with a reason', async () => {
    const { id } = await test.plan();
    expect((await step(test.secretary, id, 'cancel', 1, {})).status).toBe(400);
    const off = await step(test.secretary, id, 'cancel', 1, { reason: 'Flood' });
    expect(off.body).toMatchObject({ state: 'cancelled', reason: 'Flood' });
    expect((await step(member, id, 'start', 2)).body.code).toBe('wrong_state');
  });
});
