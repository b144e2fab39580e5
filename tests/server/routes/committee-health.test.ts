import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
beforeEach(async () => {
  test = await createMeetingApp();
});
afterEach(() => test.close());

const ask = (method: string, path: string, json?: unknown, version?: number, cookie = test.secretary) =>
  test.ask(cookie, method, path, json, version);
const healthOf = async (query = '', cookie = test.secretary) =>
  (await ask('GET', `/committees/${test.committee.id}/health${query}`, undefined, undefined, cookie)).body;

const NOBODY = { f: 0, m: 0, unsaid: 0 };
async function held(startsAt: string, more: object = {}) {
  const { id, version } = await test.plan({ startsAt, ...more });
  const counted = {
    police: { ...NOBODY, m: 2 },
    members: { ...NOBODY, f: 3, m: 3 },
    public: { ...NOBODY, f: 17, m: 3 },
  };
  const present = await ask('PUT', `/meetings/${id}/attendance`, counted, version);
  await ask('POST', `/meetings/${id}/close`, { deferOpen: true }, present.body.version);
  return id as string;
}

async function raise(receivedOn: string, channel: string, more: object = {}) {
  const place = { precision: 'district_only', chosenBy: 'reporter', position: null, areaId: test.area.id };
  return ask('POST', '/concerns', { receivedOn, channel, summary: 'A dark corner', place, ...more });
}

describe('how a committee is doing', () => {
  it('is nothing before a meeting was closed', async () => {
    await test.plan();
    expect(await healthOf()).toEqual({ items: [], next: null, answerDays: 14 });
  });

  it('is told meeting by meeting, the newest first', async () => {
    const first = await held('2024-12-03T18:00:00.000Z');
    const second = await held('2025-01-07T18:00:00.000Z');
    const women = await test.plan({
      startsAt: '2025-01-05T18:00:00.000Z',
      kind: 'women_session',
      parallelOf: second,
    });
    await ask('POST', `/meetings/${women.id}/close`, { deferOpen: true }, women.version);
    await raise('2024-12-03', 'meeting');
    await raise('2025-01-07', 'meeting');
    await raise('2024-12-20', 'box');
    await raise('2025-02-20', 'box');
    const member = await test.signInAs(['committee_member'], 'Member');
    const signed = await ask('POST', `/meetings/${first}/minutes/close`, undefined, 0);
    const approval = { atMeetingId: second };
    await ask('POST', `/meetings/${first}/minutes/approve`, approval, signed.body.version, member);
    const { items } = await healthOf();
    expect(items.map(({ meetingId, on }: { meetingId: string; on: string }) => [meetingId, on])).toEqual([
      [second, '2025-01-07'],
      [first, '2024-12-03'],
    ]);
    expect(items[0]).toMatchObject({
      present: { members: 6, police: 2, public: 20, women: null, men: null },
      isQuorate: true,
      sessions: ['women_session'],
      raisedHere: 1,
      answers: { raised: 2, answered: 0, waiting: 2, medianDays: null },
      minutes: { approved: false, days: null },
    });
    expect(items[1]).toMatchObject({ raisedHere: 1, sessions: [], minutes: { approved: true, days: 88 } });
  });

  it('counts promises as they stood at each meeting, and none that is kept within', async () => {
    const works = await test.store.organisations.create({ name: 'Works', kind: 'utility' }, test.act);
    const propose = (visibility: 'public' | 'internal') =>
      test.store.commitments.propose(
        {
          ...{ text: 'Mend the lamps', visibility, organisationId: works.id, problemId: null },
          ...{
            geometry: test.area.geometry,
            meetingOn: '2024-12-03',
            partnerIds: [],
            kind: 'infrastructure',
          },
          ...{ ownerRole: '', dueOn: '2024-12-20', evidenceOfDone: 'A photo', dose: null, followUpOf: null },
        },
        { actor: 'u', at: '2024-12-03T18:30:00.000Z' },
      );
    await propose('internal');
    const { id } = await propose('public');
    const evidence = [{ kind: 'note' as const, text: 'Seen.' }];
    const given = { note: '', onBehalf: true, dueOn: '2024-12-20', evidenceOfDone: 'A photo' };
    const at = (on: string) => ({ actor: 'u', at: `${on}T18:40:00.000Z` });
    await test.store.commitments.move(id, 1, { ...given, to: 'agreed', evidence: [] }, at('2024-12-03'));
    await test.store.commitments.move(id, 2, { ...given, to: 'in_progress', evidence: [] }, at('2024-12-09'));
    await test.store.commitments.move(id, 3, { ...given, to: 'delivered', evidence }, at('2024-12-19'));
    const said = { done: 9, partly: 0, notDone: 0, cannotSay: 0, byGroup: {}, comment: '' };
    const settled = {
      ...said,
      basis: 'meeting' as const,
      heldOn: '2025-02-04',
      outcome: 'verified' as const,
    };
    await test.store.commitments.settle(id, 4, settled, null, at('2025-02-04'));
    for (const on of ['2024-12-03', '2025-01-07', '2025-02-04']) await held(`${on}T18:00:00.000Z`);
    const { items } = await healthOf();
    expect(
      items.map(({ made, toReview, reviewed, kept }: Record<string, unknown>) => ({
        made,
        toReview,
        reviewed,
        kept,
      })),
    ).toEqual([
      { made: 0, toReview: 1, reviewed: 1, kept: { verified: 1, due: 1 } },
      { made: 0, toReview: 1, reviewed: 0, kept: { verified: 0, due: 1 } },
      { made: 1, toReview: 0, reviewed: 0, kept: { verified: 0, due: 0 } },
    ]);
  });

  it('counts what was promised at one of its meetings, though it lies nowhere', async () => {
    const meetingId = await held('2024-12-03T18:00:00.000Z');
    const works = await test.store.organisations.create({ name: 'Works', kind: 'utility' }, test.act);
    const promise = {
      ...{ text: 'Mend the lamps', visibility: 'public' as const, organisationId: works.id, problemId: null },
      ...{ geometry: null, meetingOn: '2024-12-03', partnerIds: [], kind: 'infrastructure' as const },
      ...{ ownerRole: '', dueOn: '2024-12-20', evidenceOfDone: 'A photo', dose: null, followUpOf: null },
    };
    const act = { actor: 'u', at: '2024-12-03T18:30:00.000Z' };
    const { id } = await test.store.commitments.propose({ ...promise, meetingId }, act);
    await test.store.commitments.propose(promise, act);
    const given = { note: '', onBehalf: true, dueOn: '2024-12-20', evidenceOfDone: 'A photo', evidence: [] };
    await test.store.commitments.move(id, 1, { ...given, to: 'agreed' }, act);
    expect((await healthOf()).items[0].made).toBe(1);
    const { rows } = (await ask('POST', '/public-answers', { meetingId })).body;
    expect(rows).toMatchObject([{ commitmentId: id, list: 'not_yet', dueOn: '2024-12-20' }]);
  });

  it('is read in pages, of a time, and the same figures stand in each', async () => {
    await raise('2024-11-20', 'box');
    await raise('2024-12-20', 'box');
    for (const on of ['2024-12-03', '2025-01-07', '2025-02-04']) await held(`${on}T18:00:00.000Z`);
    const { items: all, next: none } = await healthOf();
    expect([all.length, none]).toEqual([3, null]);
    const one = await healthOf('?limit=1');
    const rest = await healthOf(`?limit=2&after=${encodeURIComponent(one.next)}`);
    expect([...one.items, ...rest.items]).toEqual(all);
    expect((await healthOf('?from=2024-12-04&to=2025-01-30')).items).toEqual([all[1]]);
    expect((await ask('GET', `/committees/${test.committee.id}/health?from=May`)).status).toBe(400);
  });

  it('is given out as CSV with the same figures', async () => {
    await held('2024-12-03T18:00:00.000Z');
    const reply = await test.call('GET', `/api/committees/${test.committee.id}/health.csv`, {
      cookie: test.secretary,
    });
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [names, first, end] = (await reply.text()).split('\r\n');
    const row = Object.fromEntries(names.split(',').map((name, i) => [name, first.split(',')[i]]));
    expect(row).toMatchObject({
      on: '2024-12-03',
      kind: 'committee',
      members: '6',
      public: '20',
      women: '',
      quorate: 'true',
    });
    expect(end).toBe('');
  });

  it('names nobody, and is there for those who read meetings', async () => {
    await held('2024-12-03T18:00:00.000Z');
    const member = await test.signInAs(['committee_member'], 'Member');
    expect(JSON.stringify(await healthOf('', member))).not.toMatch(/Secretary|Member|Works/);
    for (const role of ['resident_contributor', 'agency_owner', 'admin'] as const) {
      const { status } = await ask(
        'GET',
        `/committees/${test.committee.id}/health`,
        undefined,
        undefined,
        await test.signInAs([role]),
      );
      expect(status, role).toBe(403);
    }
    expect((await ask('GET', '/committees/nothing/health')).status).toBe(404);
  });
});
