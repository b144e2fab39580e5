import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp, SOON } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
let member: string;
beforeEach(async () => {
  test = await createMeetingApp();
  member = await test.signInAs(['committee_member'], 'Member');
});
afterEach(() => test.close());

const ask = (cookie: string, method: string, path: string, json?: unknown, version?: number) =>
  test.ask(cookie, method, path, json, version);

/** A meeting that was held, with everything in it that must not come out. */
async function held(more: object = {}) {
  const planned = await test.plan({ safetyNotes: 'SAFETY: side door', ...more });
  const talk = {
    kind: 'concerns',
    title: 'Lamps',
    notes: 'PRESENTER: be brief',
    outcome: 'Two lamps are dark',
  };
  const item = (await ask(test.secretary, 'POST', `/meetings/${planned.id}/agenda`, talk)).body;
  const begun = (await ask(test.secretary, 'POST', `/meetings/${planned.id}/start`, undefined, 1)).body;
  await ask(test.secretary, 'PATCH', `/agenda-items/${item.id}`, { state: 'done' }, item.version);
  return begun;
}

async function promise(text: string, visibility: 'public' | 'internal', meetingOn: string) {
  const [known] = await test.store.organisations.list();
  const works =
    known ?? (await test.store.organisations.create({ name: 'Works', kind: 'utility' }, test.act));
  return test.store.commitments.propose(
    {
      text,
      visibility,
      meetingOn,
      organisationId: works.id,
      problemId: null,
      geometry: test.area.geometry,
      partnerIds: [],
      kind: 'infrastructure',
      ownerRole: 'Head of lighting',
      dueOn: '2025-04-01',
      evidenceOfDone: 'A photo',
      dose: null,
      followUpOf: null,
    },
    test.act,
  );
}

const close = async (id: string, version: number) =>
  (await ask(test.secretary, 'POST', `/meetings/${id}/close`, { deferOpen: true }, version)).body;
const minutesOf = async (id: string, cookie = test.secretary, query = '') =>
  (await ask(cookie, 'GET', `/meetings/${id}/minutes${query}`)).body;
const write = (id: string, version: number, text: object) =>
  ask(test.secretary, 'PUT', `/meetings/${id}/minutes/text`, text, version);

describe('minutes of a meeting', () => {
  it('wait until it has begun', async () => {
    const { id } = await test.plan();
    expect(await minutesOf(id)).toMatchObject({ state: 'ahead', sections: [], version: 0 });
    const early = await write(id, 0, { section: 'next', language: 'en', text: 'Soon' });
    expect([early.status, early.body.code]).toEqual([409, 'not_begun']);
  });

  it('never hold what is for those who prepare it, nor what was promised within', async () => {
    const { id, version } = await held();
    await promise('Repair the lamps', 'public', SOON.slice(0, 10));
    await promise('Watch the corner', 'internal', SOON.slice(0, 10));
    await promise('Another day', 'public', '2025-02-04');
    await close(id, version);
    const all = [
      await minutesOf(id),
      await minutesOf(id, member),
      await minutesOf(id, test.secretary, '?audience=public'),
    ].map((one) => JSON.stringify(one));
    for (const words of all) {
      expect(words).toContain('Two lamps are dark');
      expect(words).toContain('Repair the lamps');
      for (const hidden of ['SAFETY', 'PRESENTER', 'Another day']) expect(words).not.toContain(hidden);
    }
    expect(all.map((words) => words.includes('Watch the corner'))).toEqual([true, false, false]);
  });

  it('are written in by whoever keeps them, in a language of the committee, one after the other', async () => {
    const { id } = await held();
    const text = { section: 'next', language: 'ar', text: 'سنلتقي في نيسان' };
    expect((await ask(member, 'PUT', `/meetings/${id}/minutes/text`, text, 0)).status).toBe(403);
    expect((await write(id, 0, { ...text, language: 'fr' })).body.code).toBe('other_language');
    const written = await write(id, 0, text);
    expect(written.body).toMatchObject({ state: 'draft', texts: [text], version: 2 });
    expect((await write(id, 0, { ...text, text: 'Other' })).status).toBe(412);
    const again = await write(id, 2, { ...text, text: '' });
    expect(again.body.texts).toEqual([]);
  });

  it('are closed after the meeting, keep what stood there, and take notes alone from then on', async () => {
    const { id, version } = await held();
    expect((await ask(test.secretary, 'POST', `/meetings/${id}/minutes/close`, undefined, 0)).body.code).toBe(
      'meeting_open',
    );
    await promise('Repair the lamps', 'public', SOON.slice(0, 10));
    await close(id, version);
    const note = (text: string) => ask(test.secretary, 'POST', `/meetings/${id}/minutes/notes`, { text });
    expect((await note('Too early')).status).toBe(404);
    const closed = await ask(test.secretary, 'POST', `/meetings/${id}/minutes/close`, undefined, 0);
    expect(closed.body).toMatchObject({ state: 'closed', closedByName: 'Secretary' });
    await promise('Written down later', 'public', SOON.slice(0, 10));
    expect(JSON.stringify(await minutesOf(id))).not.toContain('Written down later');
    const late = await write(id, closed.body.version, { section: 'next', language: 'en', text: 'Late' });
    expect([late.status, late.body.code]).toEqual([409, 'wrong_state']);
    expect((await note('It was the other lamp')).status).toBe(201);
    expect((await minutesOf(id)).notes).toMatchObject([
      { text: 'It was the other lamp', createdByName: 'Secretary' },
    ]);
  });

  it('tell of a promise that was judged there and stands under no item, each reader as it was opened', async () => {
    const { id, version } = await held({ startsAt: '2025-03-01T11:00:00.000Z' });
    const other = await test.plan({ startsAt: '2025-03-01T08:00:00.000Z' });
    for (const visibility of ['public', 'internal'] as const) {
      const made = await promise(`Mend the ${visibility} pump`, visibility, '2025-01-07');
      const path = `/commitments/${made.id}`;
      const steps = [
        { to: 'agreed', dueOn: '2025-03-02', evidenceOfDone: 'Water comes' },
        { to: 'in_progress' },
        { to: 'delivered', evidence: [{ kind: 'count', text: '3 of 3' }] },
      ];
      for (const [i, step] of steps.entries())
        await ask(test.secretary, 'POST', `${path}/steps`, step, made.version + i);
      test.clock.advance(60_000);
      const tally = { basis: 'meeting', meetingId: id, done: 2, partly: 1, notDone: 6, cannotSay: 3 };
      const said = { ...tally, newDueOn: '2025-05-01' };
      const { status } = await ask(test.secretary, 'POST', `${path}/verifications`, said, made.version + 3);
      expect(status).toBe(200);
    }
    await close(id, version);
    await ask(test.secretary, 'POST', `/meetings/${other.id}/close`, { deferOpen: true }, 1);
    const reviewed = async (meeting: string, query = '') =>
      (await minutesOf(meeting, test.secretary, query)).sections.find(
        (one: { id: string }) => one.id === 'reviewed',
      ).rows;
    expect(await reviewed(id, '?audience=public')).toMatchObject([
      {
        text: 'Mend the public pump',
        dueOn: '2025-03-02',
        ownerSaid: 'delivered',
        residentsSaid: { done: 2, partly: 1, notDone: 6, cannotSay: 3 },
        outcome: 'not_verified',
        newDueOn: '2025-05-01',
      },
    ]);
    expect(await reviewed(id)).toHaveLength(2);
    expect(await reviewed(other.id)).toEqual([]);
  });

  it('are approved at a later meeting of the committee that has begun, once', async () => {
    const { id, version } = await held();
    await close(id, version);
    const next = await test.plan({ startsAt: '2025-04-01T18:00:00.000Z' });
    const closed = await ask(test.secretary, 'POST', `/meetings/${id}/minutes/close`, undefined, 0);
    const approve = (atMeetingId: string, seen = closed.body.version) =>
      ask(member, 'POST', `/meetings/${id}/minutes/approve`, { atMeetingId }, seen);
    expect((await approve(next.id)).body.code).toBe('no_later_meeting');
    expect((await approve(id)).body.code).toBe('no_later_meeting');
    await ask(test.secretary, 'POST', `/meetings/${next.id}/start`, undefined, 1);
    expect((await minutesOf(id)).approvableAt).toMatchObject([{ meetingId: next.id }]);
    const approved = await approve(next.id);
    expect(approved.body).toMatchObject({
      state: 'approved',
      approvedBy: { meetingId: next.id, startsAt: '2025-04-01T18:00:00.000Z' },
    });
    expect((await approve(next.id, approved.body.version)).status).toBe(409);
    const earlier = (await minutesOf(next.id)).sections.find(
      (one: { id: string }) => one.id === 'earlier_minutes',
    );
    expect(earlier.approved).toEqual([SOON]);
  });
});

describe('votes and decisions in minutes', () => {
  type Agenda = { rows: { title: string; ballots: object[]; decisions: object[] }[]; beside: object };
  const agendaOf = async (id: string, cookie = test.secretary, query = ''): Promise<Agenda> =>
    (await minutesOf(id, cookie, query)).sections.find((one: { id: string }) => one.id === 'agenda');
  const send = async (path: string, json?: unknown, version?: number) =>
    (await ask(test.secretary, 'POST', path, json, version)).body;

  /** Nine hands for it, two against. */
  async function asked(id: string, more: object) {
    const made = await send(`/meetings/${id}/ballots`, { kind: 'yes_no', ...more });
    const open = await send(`/ballots/${made.id}/open`, undefined, made.version);
    await send(`/ballots/${made.id}/batches`, { kind: 'hands', papers: 11, counts: { yes: 9, no: 2 } });
    return open;
  }
  const count = (one: { id: string; version: number }) =>
    send(`/ballots/${one.id}/close`, { membersPresent: 6 }, one.version);

  it('stand under their item once they are counted, and no count before', async () => {
    const { id } = await held();
    const [item] = (await ask(test.secretary, 'GET', `/meetings/${id}/agenda`)).body.items;
    const open = await asked(id, { question: 'Lamps first?', agendaItemId: item.id });
    expect(JSON.stringify(await minutesOf(id))).not.toContain('Lamps first?');
    await count(open);
    await send(`/meetings/${id}/decisions`, {
      text: 'The lamps come first',
      kind: 'rule',
      result: 'agreed',
      how: 'vote',
      agendaItemId: item.id,
      ballotId: open.id,
    });
    const slip = await send(`/meetings/${id}/decisions`, {
      text: 'A slip of the pen',
      kind: 'rule',
      result: 'agreed',
      how: 'consensus',
    });
    await ask(test.secretary, 'DELETE', `/meetings/${id}/decisions/${slip.id}`);
    const { rows, beside } = await agendaOf(id);
    expect(rows).toMatchObject([
      {
        title: 'Lamps',
        ballots: [
          {
            question: 'Lamps first?',
            result: { typed: 11, counts: [{ points: 9 }, { points: 2 }, { points: 0 }] },
            quorum: { needed: 5, present: 6, met: true },
          },
        ],
        decisions: [
          {
            text: 'The lamps come first',
            after: { question: 'Lamps first?' },
            ...{ for: 9, against: 2, abstain: 0 },
            quorum: { needed: 5, present: 6, met: true },
          },
        ],
      },
    ]);
    expect(beside).toEqual({ decisions: [], ballots: [] });
    expect(JSON.stringify(rows)).not.toMatch(/voter|createdBy|"id":"[0-9a-f-]{36}"/);
  });

  it('are read by no wider circle than what they are about, nor than the vote they follow', async () => {
    const { id } = await held();
    const problem = await test.store.problems.create(
      { title: 'Depot', statement: '', geometry: test.area.geometry, rule: null, areaCode: 'RIV' },
      test.act,
    );
    const open = await asked(id, { question: 'Is the depot watched?', problemId: problem.id });
    await count(open);
    const decided = { kind: 'rule', result: 'agreed' };
    const base = { ...decided, how: 'vote', ballotId: open.id };
    await send(`/meetings/${id}/decisions`, { ...base, text: 'After that vote' });
    await send(`/meetings/${id}/decisions`, { ...decided, how: 'consensus', text: 'In the open' });
    expect((await test.store.problems.get(problem.id))?.confidentiality).toBe('internal');
    const all = await Promise.all([
      agendaOf(id),
      agendaOf(id, member),
      agendaOf(id, test.secretary, '?audience=public'),
    ]);
    const read = (words: string) => all.map((one) => JSON.stringify(one).includes(words));
    expect(read('In the open')).toEqual([true, true, true]);
    expect(read('After that vote')).toEqual([true, false, false]);
    expect(read('Is the depot watched?')).toEqual([true, false, false]);
  });

  it('stay in minutes that are closed as they were counted', async () => {
    const { id, version } = await held();
    await count(await asked(id, { question: 'Meet at six?' }));
    await close(id, version);
    await ask(test.secretary, 'POST', `/meetings/${id}/minutes/close`, undefined, 0);
    expect(JSON.stringify((await agendaOf(id)).beside)).toContain('Meet at six?');
  });

  it('have beside them what the sessions of the round put first, each with its own counts', async () => {
    const { id } = await held();
    const women = await test.plan({ kind: 'women_session', parallelOf: id });
    await send(`/meetings/${women.id}/start`, undefined, 1);
    const options = ['lamps', 'way'].map((one) => ({ id: one, text: one }));
    const list = async (where: string, counts: object) => {
      const made = await send(`/meetings/${where}/ballots`, { kind: 'dots', question: 'First?', options });
      const open = await send(`/ballots/${made.id}/open`, undefined, made.version);
      await send(`/ballots/${made.id}/batches`, { kind: 'paper', papers: 9, counts });
      return open;
    };
    await count(await list(id, { lamps: 20, way: 7 }));
    const open = await list(women.id, { lamps: 4, way: 21 });
    expect(await agendaOf(id)).toMatchObject({ sessionLists: [] });
    await count(open);
    await count(await asked(women.id, { question: 'Meet at six?' }));
    const points = (a: number, b: number) => [{ points: a }, { points: b }];
    expect(await agendaOf(id)).toMatchObject({
      beside: { ballots: [{ result: { counts: points(20, 7) } }] },
      sessionLists: [{ kind: 'women_session', ballots: [{ result: { counts: points(4, 21) } }] }],
    });
    const [only] = (await minutesOf(id)).sections.find(
      (one: { id: string }) => one.id === 'agenda',
    ).sessionLists;
    expect(only.ballots).toHaveLength(1);
    expect(await agendaOf(women.id)).toMatchObject({ sessionLists: [] });
  });
});
