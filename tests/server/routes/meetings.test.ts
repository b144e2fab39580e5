import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp, SOON } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
beforeEach(async () => {
  test = await createMeetingApp();
});
afterEach(() => test.close());

describe('a meeting', () => {
  it('is planned for a moment, kept in UTC', async () => {
    const made = await test.plan({
      startsAt: '2025-03-04T20:00:00+02:00',
      endsAt: '2025-03-04T21:30:00+02:00',
    });
    expect(made).toMatchObject({
      kind: 'committee',
      state: 'planned',
      startsAt: SOON,
      endsAt: '2025-03-04T19:30:00.000Z',
      quorum: 5,
      isQuorate: null,
      committeeName: 'Riverside committee',
      items: 0,
    });
  });

  it('that ends before it begins is refused in words, however it came about', async () => {
    const early = { committeeId: test.committee.id, startsAt: SOON, endsAt: '2025-03-04T18:00:00+00:00' };
    const refused = await test.ask(test.secretary, 'POST', '/meetings', early);
    expect([refused.status, refused.body.code]).toEqual([422, 'ends_before_start']);
    expect(refused.body.detail).toContain('ends before it begins');
    const made = await test.plan({ endsAt: '2025-03-04T19:00:00Z' });
    const later = { startsAt: '2025-03-04T19:30:00Z' };
    expect((await test.ask(test.secretary, 'PATCH', `/meetings/${made.id}`, later, 1)).body.code).toBe(
      'ends_before_start',
    );
  });

  it('changes in what is given and keeps the rest; a stale change carries the newest', async () => {
    const { id } = await test.plan({ place: 'Town hall' });
    const changed = await test.ask(test.secretary, 'PATCH', `/meetings/${id}`, { title: 'Lamps' }, 1);
    expect(changed.body).toMatchObject({ title: 'Lamps', place: 'Town hall', startsAt: SOON, version: 2 });
    const stale = await test.ask(test.secretary, 'PATCH', `/meetings/${id}`, { title: 'Stops' }, 1);
    expect([stale.status, stale.body.current.title]).toEqual([412, 'Lamps']);
  });

  it('keeps its notes on safety for those who prepare it', async () => {
    const { id } = await test.plan({ safetyNotes: 'Two exits' });
    const member = await test.signInAs(['committee_member'], 'Member');
    expect((await test.ask(member, 'GET', `/meetings/${id}`)).body).toMatchObject({
      safetyNotes: null,
      mayChange: false,
      mayRun: true,
    });
    expect((await test.ask(test.secretary, 'GET', `/meetings/${id}`)).body.safetyNotes).toBe('Two exits');
  });

  it('has sessions of its round, of those who are not heard in it', async () => {
    const main = await test.plan();
    const women = await test.plan({ kind: 'women_session', parallelOf: main.id });
    expect(women.parallelOf).toBe(main.id);
    const { body } = await test.ask(test.secretary, 'GET', `/meetings?parallelOf=${main.id}`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([women.id]);
    const wrong = { committeeId: test.committee.id, startsAt: SOON, parallelOf: main.id };
    expect((await test.ask(test.secretary, 'POST', '/meetings', wrong)).body.code).toBe('no_session');
    const ofSession = { ...wrong, kind: 'youth_session', parallelOf: women.id };
    expect((await test.ask(test.secretary, 'POST', '/meetings', ofSession)).body.code).toBe('no_session');
  });

  it('is listed by committee, state and time, the earliest or the latest first', async () => {
    const first = await test.plan({ startsAt: '2025-02-01T18:00:00Z' });
    const second = await test.plan();
    const ids = async (query: string) =>
      (await test.ask(test.secretary, 'GET', `/meetings?${query}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await ids('')).toEqual([first.id, second.id]);
    expect(await ids('order=latest')).toEqual([second.id, first.id]);
    expect(await ids(`from=${SOON}`)).toEqual([second.id]);
    expect(await ids(`before=${SOON}&committee=${test.committee.id}`)).toEqual([first.id]);
    expect(await ids('state=closed')).toEqual([]);
    expect(await ids('committee=elsewhere')).toEqual([]);
  });

  it('counts who was there by group, and holds that against the quorum without enforcing it', async () => {
    const { id } = await test.plan();
    const counted = { members: { f: 3, m: 1, unsaid: 0 }, public: { f: 2, m: 2, unsaid: 0, youth: 1 } };
    const member = await test.signInAs(['committee_member'], 'Member');
    const kept = await test.ask(member, 'PUT', `/meetings/${id}/attendance`, counted, 1);
    expect(kept.body).toMatchObject({
      isQuorate: false,
      attendance: { members: { f: 3 }, police: { f: 0 } },
    });
    const more = { public: { f: 0, m: 1, unsaid: 0, youth: 2 } };
    const wrong = await test.ask(member, 'PUT', `/meetings/${id}/attendance`, more, 2);
    expect(wrong.body).toMatchObject({
      code: 'group_larger_than_all',
      errors: [{ pointer: '/public/youth' }],
    });
  });

  it('is told to whoever reads meetings', async () => {
    const before = test.deps.live.last;
    const { id } = await test.plan();
    expect(test.deps.live.since(before)).toMatchObject([{ object: 'meeting', id }]);
  });
});
