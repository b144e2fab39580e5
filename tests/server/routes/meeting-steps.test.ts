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

describe('what is asked when a meeting closes', () => {
  const NEXT = '2025-04-01T18:00:00.000Z';
  const begin = async (more: object = {}) => {
    const { id } = await test.plan({ place: 'School', languages: ['en', 'ar'], openTo: 'public', ...more });
    await step(member, id, 'start', 1);
    return id as string;
  };
  const agendaOf = async (id: string) =>
    (await test.ask(test.secretary, 'GET', `/meetings/${id}/agenda`)).body.items;

  it('is refused with a vote open, and says which', async () => {
    const other = await begin();
    const asked = await test.ask(test.secretary, 'POST', `/meetings/${other}/ballots`, {
      kind: 'yes_no',
      question: 'Hedges first?',
    });
    await test.ask(test.secretary, 'POST', `/ballots/${asked.body.id}/open`, undefined, 1);
    const refused = await step(member, other, 'close', 2, { deferOpen: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'ballots_open']);
    expect(refused.body.detail).toContain('“Hedges first?”');
    await test.ask(test.secretary, 'POST', `/ballots/${asked.body.id}/close`, {}, 2);
    expect((await step(member, other, 'close', 2, { deferOpen: true })).status).toBe(200);
  });

  it('leaves out what is named, and defers the rest', async () => {
    const id = await begin();
    const [lamps, hedges] = [await talk(id, 'Lamps'), await talk(id, 'Hedges')];
    const alone = await step(test.secretary, id, 'close', 2, { drop: [lamps.id] });
    expect(alone.body).toMatchObject({ code: 'items_open', items: [{ id: hedges.id }] });
    const how = { drop: [lamps.id], deferOpen: true };
    expect((await step(member, id, 'close', 2, how)).status).toBe(403);
    expect((await step(test.secretary, id, 'close', 2, how)).status).toBe(200);
    expect(await openTitles(id)).toEqual(['Hedges: deferred', 'Lamps: dropped']);
  });

  it('plans the next one as this one is held, with its agenda drafted and these minutes on it', async () => {
    const id = await begin({ endsAt: '2025-03-04T19:30:00.000Z' });
    await talk(id, 'Lamps');
    const closed = (await step(member, id, 'close', 2, { deferOpen: true, nextMeetingAt: NEXT })).body;
    expect(closed.nextMeetingAt).toBe(NEXT);
    const next = (await test.ask(member, 'GET', `/meetings/${closed.nextMeetingId}`)).body;
    expect(next).toMatchObject({
      ...{ state: 'planned', kind: 'committee', place: 'School', openTo: 'public' },
      ...{ languages: ['en', 'ar'], startsAt: NEXT, endsAt: '2025-04-01T19:30:00.000Z' },
    });
    const items = await agendaOf(next.id);
    const rules = items.map(({ rule, title }: { rule: string; title: string }) => title || rule);
    expect(rules.filter((one: string) => one === 'Lamps')).toHaveLength(1);
    expect(items).toContainEqual(
      expect.objectContaining({
        rule: 'last_minutes',
        reason: expect.objectContaining({ meetingId: id }),
      }),
    );
  });

  it('uses one that is planned on that day, by the calendar of the workspace', async () => {
    await test.store.settings.set('workspace.timezone', 'Asia/Amman');
    const there = await test.plan({ startsAt: '2025-03-31T22:30:00.000Z' });
    await test.ask(test.secretary, 'POST', `/meetings/${there.id}/agenda`, {
      kind: 'concerns',
      title: 'By hand',
    });
    await test.plan({ startsAt: '2025-04-03T18:00:00.000Z' });
    const id = await begin();
    const closed = (await step(member, id, 'close', 2, { nextMeetingAt: NEXT })).body;
    expect(closed.nextMeetingId).toBe(there.id);
    expect((await test.ask(member, 'GET', '/meetings')).body.items).toHaveLength(3);
    // An agenda that somebody wrote by hand alone stays theirs.
    expect((await agendaOf(there.id)).map(({ title }: { title: string }) => title)).toEqual(['By hand']);
  });

  it('plans nothing for a session, for a day that is over, or before this one', async () => {
    const main = await begin();
    const women = await begin({ kind: 'women_session', parallelOf: main });
    const session = (await step(member, women, 'close', 2, { nextMeetingAt: NEXT })).body;
    expect(session).toMatchObject({ nextMeetingAt: NEXT, nextMeetingId: null });
    const before = await step(member, main, 'close', 2, { nextMeetingAt: '2025-03-01T18:00:00.000Z' });
    expect([before.status, before.body.code]).toEqual([422, 'next_before_this']);
    const past = await test.plan({ startsAt: '2025-02-01T18:00:00.000Z' });
    const over = { nextMeetingAt: '2025-02-20T18:00:00.000Z' };
    expect((await step(test.secretary, past.id, 'close', 1, over)).body.nextMeetingId).toBeNull();
  });
});

describe('a meeting that was begun by mistake', () => {
  it('is planned again, with nothing left of the beginning', async () => {
    const { id } = await test.plan();
    await talk(id, 'Lamps');
    const { version } = (await step(member, id, 'start', 1)).body;
    await test.ask(test.secretary, 'POST', `/meetings/${id}/door`, { groups: [] });
    const back = await step(member, id, 'take-back', version);
    expect(back.body).toMatchObject({ state: 'planned', startedAt: null, currentItemId: null });
    expect((await step(member, id, 'take-back', back.body.version)).body.code).toBe('wrong_state');
    expect((await step(test.secretary, id, 'start', back.body.version)).status).toBe(200);
  });

  it.each<[string, (id: string) => Promise<unknown>, string]>([
    [
      'an outcome',
      async (id) => {
        const [item] = (await test.ask(member, 'GET', `/meetings/${id}/agenda`)).body.items;
        test.clock.advance(1000);
        await test.ask(
          member,
          'PATCH',
          `/agenda-items/${item.id}`,
          { outcome: 'Two are dark' },
          item.version,
        );
      },
      'items of its agenda',
    ],
    [
      'a decision',
      (id) =>
        test.ask(test.secretary, 'POST', `/meetings/${id}/decisions`, {
          ...{ text: 'Lamps first', kind: 'rule', result: 'agreed', how: 'consensus' },
        }),
      'a decision',
    ],
    [
      'attendance',
      async (id) => test.ask(member, 'PUT', `/meetings/${id}/attendance`, {}, 2),
      'who was there',
    ],
  ])('stays begun with %s, and says so', async (_, record, words) => {
    const { id } = await test.plan();
    await talk(id, 'Lamps');
    await step(member, id, 'start', 1);
    await record(id);
    const { version } = (await test.ask(member, 'GET', `/meetings/${id}`)).body;
    const refused = await step(member, id, 'take-back', version);
    expect([refused.status, refused.body.code]).toEqual([409, 'something_recorded']);
    expect(refused.body.detail).toContain(words);
  });
});
