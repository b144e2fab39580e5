import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPhoneApp, type PhoneApp, sentAs } from '../../fixtures/phone-app.ts';

let test: PhoneApp;
beforeAll(async () => {
  test = await createPhoneApp();
});
afterAll(() => test.close());

const shown = async (id: string) => {
  const { body } = await test.ask(test.secretary, 'GET', `/meetings/${test.meeting.id}/ballots`);
  return body.items.find((one: { id: string }) => one.id === id);
};

describe('a ballot', () => {
  it('shows nobody a count before it is closed', async () => {
    const asked = await test.opened();
    const [one, two] = [await test.phone(), await test.phone()];
    await test.tap(one, asked.id, { market: 3 });
    await test.ask(test.secretary, 'POST', `/ballots/${asked.id}/batches`, {
      kind: 'paper',
      papers: 77,
      counts: { lamps: 71 },
    });
    const open = await shown(asked.id);
    expect(open).toMatchObject({ state: 'open', votesCast: 1, result: null });
    expect(JSON.stringify(open)).not.toMatch(/"counts"|"lamps":/);
    expect(open.batches).toMatchObject([{ kind: 'paper', papers: 77 }]);
    const { body } = await test.ask(two, 'GET', '/guest/meeting');
    const seen = body.ballots.find((ballot: { id: string }) => ballot.id === asked.id);
    expect(seen).toMatchObject({ marks: null, hasVoted: false, result: null });
    expect(JSON.stringify(seen)).not.toMatch(/votesCast|batches|"counts"/);
    const { body: history } = await test.ask(await test.signInAs(['admin']), 'GET', '/audit?limit=500');
    expect(JSON.stringify(history)).not.toMatch(/"market":|"lamps":/);
  });

  it('counts a device once, however often it votes or sends', async () => {
    const asked = await test.opened();
    const cookie = await test.phone();
    const name = sentAs();
    expect((await test.tap(cookie, asked.id, { lamps: 2 }, name)).body).toEqual({ taken: 'taken' });
    expect((await test.tap(cookie, asked.id, { lamps: 2 }, name)).body).toEqual({ taken: 'again' });
    expect((await test.tap(cookie, asked.id, { stops: 1 })).body).toEqual({ taken: 'changed' });
    const closed = await test.count(asked);
    expect(closed.body.result).toMatchObject({
      devices: 1,
      counts: [
        { option: 'lamps', points: 0 },
        { option: 'stops', points: 1 },
        { option: 'market', points: 0 },
      ],
    });
  });

  it('takes nothing after it was closed, and knows what it took before', async () => {
    const asked = await test.opened();
    const [one, two] = [await test.phone(), await test.phone()];
    const name = sentAs();
    await test.tap(one, asked.id, { lamps: 1 }, name);
    const { body: closed } = await test.count(asked);
    expect((await test.tap(one, asked.id, { lamps: 1 }, name)).body).toEqual({ taken: 'again' });
    const changed = await test.tap(one, asked.id, { stops: 1 });
    expect([changed.status, changed.body.code]).toEqual([409, 'change_too_late']);
    expect(changed.body.detail).toContain('is counted');
    const late = await test.tap(two, asked.id, { stops: 1 });
    expect(late.body.detail).toContain('not counted');
    expect((await shown(asked.id)).result).toEqual(closed.result);
    expect((await test.count(closed)).body.code).toBe('ballot_closed');
  });

  it('forgets who chose what once it is counted', async () => {
    const asked = await test.opened();
    const cookie = await test.phone();
    await test.tap(cookie, asked.id, { lamps: 1 });
    const mine = async () => {
      const { body } = await test.ask(cookie, 'GET', '/guest/meeting');
      return body.ballots.find((ballot: { id: string }) => ballot.id === asked.id);
    };
    expect((await mine()).marks).toEqual({ lamps: 1 });
    await test.count(asked);
    expect(await mine()).toMatchObject({ marks: null, hasVoted: true, state: 'closed' });
  });

  it('refuses a telephone of another meeting, and one that is none', async () => {
    const asked = await test.opened();
    const other = await test.run({ parallelOf: test.meeting.id, kind: 'youth_session' });
    const stranger = await test.phone((await test.openDoor(other.id)).code);
    expect((await test.tap(stranger, asked.id, { lamps: 1 })).status).toBe(404);
    expect((await test.tap(`cg_guest=${'x'.repeat(43)}`, asked.id, { lamps: 1 })).status).toBe(401);
    expect((await test.tap(await test.phone(), (await test.ballot()).id, { lamps: 1 })).status).toBe(404);
    expect((await shown(asked.id)).votesCast).toBe(0);
  });

  it('refuses more dots than there are, and what cannot be chosen', async () => {
    const asked = await test.opened();
    const cookie = await test.phone();
    for (const [marks, code] of [
      [{ lamps: 4 }, 'too_many_dots'],
      [{ roads: 1 }, 'no_such_option'],
      [{}, 'nothing_chosen'],
    ] as const)
      expect((await test.tap(cookie, asked.id, marks)).body.code).toBe(code);
  });

  it('is changed before it is opened and never after', async () => {
    const made = await test.ballot();
    const path = `/ballots/${made.id}`;
    const changed = await test.ask(test.secretary, 'PATCH', path, { question: 'What now?' }, made.version);
    expect(changed.body).toMatchObject({ question: 'What now?', dotsEach: 3, version: 2 });
    const opened = await test.ask(test.secretary, 'POST', `${path}/open`, undefined, 2);
    const late = await test.ask(test.secretary, 'PATCH', path, { question: 'No' }, opened.body.version);
    expect(late.body.code).toBe('not_a_draft');
    expect((await test.ask(test.secretary, 'DELETE', path, undefined, 3)).body.code).toBe('not_a_draft');
    const dropped = await test.ballot();
    expect((await test.ask(test.secretary, 'DELETE', `/ballots/${dropped.id}`, undefined, 1)).status).toBe(
      204,
    );
  });

  it('is not opened with one option', async () => {
    const made = await test.ballot({ options: [{ id: 'a', text: 'a' }] });
    const { status, body } = await test.ask(test.secretary, 'POST', `/ballots/${made.id}/open`, undefined, 1);
    expect([status, body.code]).toEqual([422, 'too_few_options']);
  });

  it('counts hands and papers that were typed, and what was struck not', async () => {
    const asked = await test.opened({ kind: 'hands' });
    const type = (json: object) => test.ask(test.secretary, 'POST', `/ballots/${asked.id}/batches`, json);
    await type({ kind: 'hands', papers: 12, counts: { lamps: 7, stops: 5 } });
    const { body: wrong } = await type({ kind: 'paper', papers: 3, counts: { market: 3 } });
    await test.ask(test.secretary, 'DELETE', `/ballots/${asked.id}/batches/${wrong.id}`);
    expect((await type({ kind: 'hands', papers: 2, counts: { lamps: 3 } })).body.code).toBe(
      'more_than_papers',
    );
    const { body } = await test.count(asked, { membersPresent: 4 });
    expect(body.result).toMatchObject({
      devices: 0,
      typed: 12,
      counts: [{ points: 7 }, { points: 5 }, { points: 0 }],
    });
    expect(body.quorum).toEqual({ needed: 5, present: 4, met: false });
    expect((await type({ kind: 'hands', papers: 2, counts: { lamps: 1 } })).body.code).toBe('ballot_closed');
  });

  it('counts the papers of a ranking that are typed one by one, and says which of them is none', async () => {
    const asked = await test.opened({ kind: 'ranking' });
    const type = (json: object) => test.ask(test.secretary, 'POST', `/ballots/${asked.id}/batches`, json);
    const summed = await type({ kind: 'paper', papers: 2, counts: { lamps: 2 } });
    expect(summed.body.code).toBe('not_on_paper');
    const bad = await type({ kind: 'paper', papers: 2, slips: [{ lamps: 1 }, { stops: 2 }] });
    expect([bad.status, bad.body.code]).toEqual([422, 'not_a_ranking']);
    expect(bad.body.errors).toMatchObject([{ pointer: '/slips/1' }]);
    const good = await type({ kind: 'paper', papers: 2, slips: [{ lamps: 1 }, { stops: 1, lamps: 2 }] });
    expect(good.status).toBe(201);
    expect(JSON.stringify(good.body)).not.toContain('lamps');
    const { body } = await test.count(asked);
    expect(body.result).toMatchObject({ typed: 2, counts: [{ points: 5 }, { points: 3 }, { points: 0 }] });
  });

  it('takes the vote of a member with an account, once', async () => {
    const member = await test.signInAs(['committee_member']);
    const asked = await test.opened({ kind: 'yes_no', options: [] });
    const vote = (marks: object) =>
      test.ask(member, 'PUT', `/ballots/${asked.id}/vote`, { sentAs: sentAs(), marks });
    expect((await vote({ yes: 1 })).body).toEqual({ taken: 'taken' });
    expect((await vote({ no: 1 })).body).toEqual({ taken: 'changed' });
    const ownMarks = async (who: string) => {
      const { items } = (await test.ask(who, 'GET', `/meetings/${test.meeting.id}/ballots`)).body;
      return items.find(({ id }: { id: string }) => id === asked.id).ownMarks;
    };
    // Found again on another device of the same account, by nobody else, and by nobody once it is counted.
    expect(await ownMarks(member)).toEqual({ no: 1 });
    expect(await ownMarks(test.secretary)).toBeNull();
    const { body } = await test.count(asked);
    expect(await ownMarks(member)).toBeNull();
    expect((await vote({ yes: 1 })).body.code).toBe('change_too_late');
    const draft = await test.ballot({ kind: 'yes_no', options: [] });
    const early = await test.ask(member, 'PUT', `/ballots/${draft.id}/vote`, {
      sentAs: sentAs(),
      marks: { yes: 1 },
    });
    expect([early.status, early.body.code]).toEqual([409, 'ballot_not_open']);
    expect(body.result.counts.map(({ points }: { points: number }) => points)).toEqual([0, 1, 0]);
  });
});

describe('groups', () => {
  it('stand side by side, and a small one is not shown', async () => {
    const asked = await test.opened({ kind: 'yes_no', options: [] });
    const vote = async (group: string | null, answer: string) => {
      const cookie = await test.phone();
      await test.ask(cookie, 'PUT', '/guest/session', { language: 'en', group });
      await test.tap(cookie, asked.id, { [answer]: 1 });
    };
    for (let i = 0; i < 6; i++) await vote('women', 'no');
    for (let i = 0; i < 9; i++) await vote('men', 'yes');
    for (let i = 0; i < 2; i++) await vote('youth', 'no');
    for (let i = 0; i < 3; i++) await vote(null, 'abstain');
    const { result } = (await test.count(asked)).body;
    expect(
      result.byGroup.map(({ group, voices }: { group: string; voices: number }) => [group, voices]),
    ).toEqual([
      ['women', 6],
      ['men', 9],
      [null, 5],
    ]);
    expect(result.merged).toEqual(['youth']);
  });
});

describe('a promise judged by telephones', () => {
  async function delivered() {
    const organisations = await test.store.organisations.list();
    const own =
      organisations[0] ??
      (await test.store.organisations.create({ name: 'Lighting', kind: 'municipal' as never }, test.act));
    const made = await test.store.commitments.propose(
      {
        problemId: null,
        organisationId: own.id,
        text: 'Lamps at the stops',
        kind: 'infrastructure',
        ownerRole: '',
        partnerIds: [],
        geometry: null,
        meetingOn: null,
        dueOn: '2025-02-01',
        evidenceOfDone: 'Lamps burn',
        dose: null,
        visibility: 'committee',
        followUpOf: null,
      },
      test.act,
    );
    const step = { note: '', evidence: [{ kind: 'note' as const, text: 'Seen' }], onBehalf: false };
    await test.store.commitments.move(
      made.id,
      1,
      { ...step, to: 'agreed', dueOn: '2025-02-01', evidenceOfDone: 'Lamps burn' },
      test.act,
    );
    await test.store.commitments.move(made.id, 2, { ...step, to: 'in_progress' }, test.act);
    return test.store.commitments.move(made.id, 3, { ...step, to: 'delivered' }, test.act);
  }

  it('is settled with the ballot: partly is open again with a new day', async () => {
    const promise = await delivered();
    const asked = await test.opened({ kind: 'verify', options: [], commitmentId: promise.id });
    for (const verdict of ['done', 'partly', 'notDone', 'cannotSay'])
      await test.tap(await test.phone(), asked.id, { [verdict]: 1 });
    expect((await test.count(asked)).body.code).toBe('needs_new_due_date');
    expect((await test.count(asked, { newDueOn: '2025-04-01' })).status).toBe(200);
    const after = await test.store.commitments.get(promise.id);
    expect(after).toMatchObject({ state: 'reopened', dueOn: '2025-04-01', firstDueOn: '2025-02-01' });
    expect(await test.store.commitments.verifications(promise.id)).toMatchObject([
      {
        basis: 'meeting',
        heldOn: '2025-03-01',
        done: 1,
        partly: 1,
        notDone: 1,
        cannotSay: 1,
        outcome: 'partly_verified',
      },
    ]);
  });

  it('is verified when more than half of those who can say find it done', async () => {
    const promise = await delivered();
    const asked = await test.opened({ kind: 'verify', options: [], commitmentId: promise.id });
    for (const verdict of ['done', 'done', 'notDone'])
      await test.tap(await test.phone(), asked.id, { [verdict]: 1 });
    await test.count(asked, { newDueOn: '2025-04-01' });
    expect(await test.store.commitments.get(promise.id)).toMatchObject({
      state: 'verified',
      dueOn: '2025-02-01',
    });
  });

  it('stays as it is when nobody could say', async () => {
    const promise = await delivered();
    const asked = await test.opened({ kind: 'verify', options: [], commitmentId: promise.id });
    await test.tap(await test.phone(), asked.id, { cannotSay: 1 });
    await test.count(asked, { newDueOn: '2025-04-01' });
    expect((await test.store.commitments.get(promise.id))?.state).toBe('delivered');
    const { body } = await test.ask(await test.phone(), 'GET', '/guest/meeting');
    const seen = body.ballots.find((ballot: { id: string }) => ballot.id === asked.id);
    expect(seen.promise).toMatchObject({ text: 'Lamps at the stops', organisation: 'Lighting' });
  });
});

describe('a decision', () => {
  const record = (json: object) =>
    test.ask(test.secretary, 'POST', `/meetings/${test.meeting.id}/decisions`, json);
  const BASE = { text: 'Lamps first', kind: 'rule', result: 'agreed', how: 'consensus' };

  it('takes its votes from the ballot, with the groups and the quorum', async () => {
    const asked = await test.opened({ kind: 'yes_no', options: [] });
    await test.tap(await test.phone(), asked.id, { yes: 1 });
    const early = await record({ ...BASE, how: 'vote', ballotId: asked.id });
    expect(early.body.code).toBe('ballot_open');
    await test.count(asked, { membersPresent: 6 });
    const { status, body } = await record({ ...BASE, how: 'vote', ballotId: asked.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      for: 1,
      against: 0,
      abstain: 0,
      quorum: { needed: 5, present: 6, met: true },
    });
  });

  it('on a case stands in its history, and is taken back while the meeting runs', async () => {
    const problem = await test.store.problems.create(
      { title: 'Stops', statement: '', geometry: null, rule: null, areaCode: 'RIV' },
      test.act,
    );
    const { body } = await record({ ...BASE, kind: 'priority', problemId: problem.id });
    const actions = async () =>
      (await test.store.audit.of('problem', problem.id)).map(({ action }) => action);
    expect(await actions()).toContain('decision');
    const path = `/meetings/${test.meeting.id}/decisions/${body.id}`;
    expect((await test.ask(test.secretary, 'DELETE', path)).status).toBe(204);
    const { items } = (await test.ask(test.secretary, 'GET', `/meetings/${test.meeting.id}/decisions`)).body;
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
  });

  it('to take a case on is the decision of the case too, once, until it is taken back', async () => {
    const problem = await test.store.problems.create(
      { title: 'Stops', statement: '', geometry: null, rule: null, areaCode: 'RIV' },
      test.act,
    );
    const priority = async () => (await test.store.problemParts.get(problem.id, 'priority')).body;
    const about = { ...BASE, kind: 'priority', problemId: problem.id };
    await record({ ...about, text: 'Not this year', result: 'deferred' });
    expect(await priority()).toBeNull();
    const { body } = await record(about);
    expect(await priority()).toMatchObject({ reason: 'Lamps first', meetingId: test.meeting.id });
    expect((await priority())?.decidedOn).toMatch(/^2025-/);
    await record({ ...about, text: 'Said again' });
    expect((await priority())?.reason).toBe('Lamps first');
    const path = `/meetings/${test.meeting.id}/decisions/${body.id}`;
    expect((await test.ask(test.secretary, 'DELETE', path)).status).toBe(204);
    expect(await priority()).toMatchObject({ reason: '', decidedOn: null, meetingId: null });
  });

  it('is refused against its own votes', async () => {
    expect((await record({ ...BASE, how: 'vote', for: 2, against: 3 })).body.code).toBe('outvoted');
    expect((await record({ ...BASE, kind: 'priority' })).body.code).toBe('no_case');
  });
});
