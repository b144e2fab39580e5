import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

// The clock of the test stands at noon on 1 March 2025.
const TOMORROW = '2025-03-02';
const YESTERDAY = '2025-02-28';

let test: TestApp;
let secretary: string;
let lighting: number;

beforeEach(async () => {
  test = await createTestApp();
  secretary = await test.signInAs(['secretary'], 'Secretary');
  lighting = (await ask(secretary, 'POST', '/organisations', { name: 'Street lighting', kind: 'utility' }))
    .body.id;
});
afterEach(() => test.close());

async function ask(cookie: string, method: string, path: string, json?: unknown, version?: number) {
  const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
  const reply = await test.call(method, `/api${path}`, { cookie, json, headers });
  return { status: reply.status, body: await reply.json().catch(() => null) };
}

/** Somebody who speaks for an organisation. */
async function ownerOf(
  organisation: number,
  name = 'Owner',
  role: 'agency_owner' | 'committee_member' = 'agency_owner',
) {
  const cookie = await test.signInAs([role], name);
  const accounts = await test.deps.auth.accounts();
  const id = accounts.find((account) => account.name === name)?.id ?? '';
  await test.store.organisations.assign(id, organisation, { actor: null, at: '2025-03-01T00:00:00.000Z' });
  return cookie;
}

const lamps = () => ({
  organisationId: lighting,
  text: 'Repair the lamps at the three stops',
  kind: 'infrastructure',
  dose: { unit: 'light', planned: 12 },
});

async function propose(more: object = {}) {
  const { status, body } = await ask(secretary, 'POST', '/commitments', { ...lamps(), ...more });
  expect(status).toBe(201);
  return body;
}

/** As far as delivered, by its owner. */
async function delivered(owner: string, more: object = {}) {
  const { id } = await propose(more);
  const steps = [
    { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'All twelve burn at night' },
    { to: 'in_progress' },
    { to: 'delivered', evidence: [{ kind: 'count', text: '12 of 12 burn' }] },
  ];
  for (const [i, step] of steps.entries())
    expect((await ask(owner, 'POST', `/commitments/${id}/steps`, step, i + 1)).status).toBe(200);
  return id;
}

describe('a commitment', () => {
  it('is proposed at a meeting, agreed by its owner with a day and how it will be seen', async () => {
    const owner = await ownerOf(lighting);
    const made = await propose();
    expect(made).toMatchObject({
      state: 'proposed',
      organisation: { name: 'Street lighting' },
      overdue: false,
    });
    const early = await ask(owner, 'POST', `/commitments/${made.id}/steps`, { to: 'agreed' }, 1);
    expect(early.status).toBe(422);
    expect(early.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/dueOn',
      '/evidenceOfDone',
    ]);
    const step = { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'They burn' };
    const agreed = await ask(owner, 'POST', `/commitments/${made.id}/steps`, step, 1);
    expect(agreed.body).toMatchObject({
      state: 'agreed',
      dueOn: TOMORROW,
      firstDueOn: TOMORROW,
      isOwn: true,
    });
    const { items } = (await ask(owner, 'GET', `/commitments/${made.id}/steps`)).body;
    expect(items).toMatchObject([
      { from: null, to: 'proposed', byName: 'Secretary' },
      { from: 'proposed', to: 'agreed', byName: 'Owner', onBehalf: false },
    ]);
  });

  it('is refused a day that is over, in words', async () => {
    const late = await ask(secretary, 'POST', '/commitments', { ...lamps(), dueOn: YESTERDAY });
    expect(late.status).toBe(422);
    expect(late.body).toMatchObject({ code: 'due_in_past', errors: [{ pointer: '/dueOn' }] });
    expect(late.body.detail).toContain('2025-03-01');
    const { id } = await propose();
    const step = { to: 'agreed', dueOn: YESTERDAY, evidenceOfDone: 'They burn' };
    expect((await ask(secretary, 'POST', `/commitments/${id}/steps`, step, 1)).body.code).toBe('due_in_past');
  });

  it('says when a secretary wrote down the words of the owner', async () => {
    const { id } = await propose();
    const step = { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'They burn' };
    expect((await ask(secretary, 'POST', `/commitments/${id}/steps`, step, 1)).status).toBe(200);
    const { items } = (await ask(secretary, 'GET', `/commitments/${id}/steps`)).body;
    expect(items[1]).toMatchObject({ to: 'agreed', onBehalf: true });
  });

  it('is not made verified by anybody’s step, not even an analyst’s', async () => {
    const owner = await ownerOf(lighting);
    const id = await delivered(owner);
    const analyst = await test.signInAs(['analyst'], 'Analyst');
    for (const cookie of [owner, secretary, analyst]) {
      const tried = await ask(cookie, 'POST', `/commitments/${id}/steps`, { to: 'verified' }, 4);
      expect([tried.status, tried.body.code]).toEqual([403, 'not_your_step']);
    }
    const tally = { basis: 'meeting', heldOn: '2025-03-01', done: 9, partly: 0, notDone: 0, cannotSay: 0 };
    expect((await ask(analyst, 'POST', `/commitments/${id}/verifications`, tally, 4)).body.code).toBe(
      'not_your_step',
    );
    expect((await ask(owner, 'POST', `/commitments/${id}/verifications`, tally, 4)).body.code).toBe(
      'not_your_step',
    );
    const member = await ownerOf(lighting, 'Both', 'committee_member');
    expect((await ask(member, 'POST', `/commitments/${id}/verifications`, tally, 4)).body.code).toBe(
      'not_your_step',
    );
    await expect(
      test.store.commitments.move(
        id,
        4,
        { to: 'verified', note: '', evidence: [], onBehalf: false },
        { actor: null, at: '2025-03-01T12:00:00.000Z' },
      ),
    ).rejects.toThrow(/residents/);
  });

  it('is verified when more than half of those who can say find it done, and counts then alone', async () => {
    const owner = await ownerOf(lighting);
    const id = await delivered(owner);
    expect((await ask(secretary, 'GET', '/commitments')).body.kept).toEqual({ verified: 0, due: 0 });
    const tally = { basis: 'meeting', heldOn: '2025-03-01', done: 9, partly: 2, notDone: 1, cannotSay: 7 };
    const byGroup = { women: { done: 6, partly: 0, notDone: 0, cannotSay: 1 } };
    const settled = await ask(
      secretary,
      'POST',
      `/commitments/${id}/verifications`,
      { ...tally, byGroup },
      4,
    );
    expect(settled.body).toMatchObject({ state: 'verified', steps: [] });
    expect((await ask(secretary, 'GET', '/commitments')).body.kept).toEqual({ verified: 1, due: 1 });
    const { items } = (await ask(secretary, 'GET', `/commitments/${id}/verifications`)).body;
    expect(items).toMatchObject([{ round: 1, outcome: 'verified', done: 9, byGroup }]);
  });

  it('counts each hand in one group at most, answer by answer', async () => {
    const owner = await ownerOf(lighting);
    const id = await delivered(owner);
    const tally = { basis: 'meeting', heldOn: '2025-03-01', done: 9, partly: 2, notDone: 1, cannotSay: 7 };
    const group = (done: number, notDone: number) => ({ done, partly: 0, notDone, cannotSay: 0 });
    const say = (byGroup: object) =>
      ask(secretary, 'POST', `/commitments/${id}/verifications`, { ...tally, byGroup }, 4);
    // Neither group is larger than all, and both together are, for one of the answers.
    const twice = await say({ women: group(6, 0), youth: group(4, 0) });
    expect([twice.status, twice.body.code]).toEqual([422, 'groups_exceed_total']);
    expect(twice.body.detail).toBe(
      'For “done” the groups have 10 together, and 9 were counted in all: count each person in one group, or correct the total.',
    );
    expect(twice.body.errors).toMatchObject([{ pointer: '/byGroup' }]);
    const other = await say({ women: group(0, 2) });
    expect(other.body.detail).toMatch(/^For “not done” the groups have 2 together, and 1 /);
    expect((await say({ women: group(5, 1), youth: group(4, 0) })).body.state).toBe('verified');
  });

  it('is open again for a new day when residents do not find it done', async () => {
    const owner = await ownerOf(lighting);
    const id = await delivered(owner);
    const tally = { basis: 'meeting', heldOn: '2025-03-01', done: 3, partly: 5, notDone: 2, cannotSay: 0 };
    const without = await ask(secretary, 'POST', `/commitments/${id}/verifications`, tally, 4);
    expect([without.status, without.body.code]).toEqual([422, 'needs_new_due_date']);
    const past = await ask(
      secretary,
      'POST',
      `/commitments/${id}/verifications`,
      { ...tally, newDueOn: YESTERDAY },
      4,
    );
    expect(past.body.code).toBe('due_in_past');
    const open = await ask(
      secretary,
      'POST',
      `/commitments/${id}/verifications`,
      { ...tally, newDueOn: '2025-04-01' },
      4,
    );
    expect(open.body).toMatchObject({ state: 'reopened', dueOn: '2025-04-01', firstDueOn: TOMORROW });
    const { items } = (await ask(secretary, 'GET', `/commitments/${id}/steps`)).body;
    expect(items.slice(-2)).toMatchObject([
      { from: 'delivered', to: 'partly_verified', byName: 'Secretary' },
      { from: 'partly_verified', to: 'reopened', by: null },
    ]);
    // The rate goes by the day first promised: a later one does not make it kept.
    test.clock.set('2025-03-10T12:00:00.000Z');
    const list = (await ask(secretary, 'GET', '/commitments')).body;
    expect([list.kept, list.items[0].overdue]).toEqual([{ verified: 0, due: 1 }, false]);
    // And a second delivery is judged anew.
    for (const [i, step] of [
      { to: 'in_progress' },
      { to: 'delivered', evidence: [{ kind: 'note', text: 'The rest' }] },
    ].entries())
      await ask(owner, 'POST', `/commitments/${id}/steps`, step, open.body.version + i);
    const all = { ...tally, heldOn: '2025-03-10', done: 8, partly: 0, notDone: 0 };
    const second = await ask(
      secretary,
      'POST',
      `/commitments/${id}/verifications`,
      all,
      open.body.version + 2,
    );
    expect(second.body.state).toBe('verified');
  });

  it('is settled by the reports of two residents, who are not named', async () => {
    const owner = await ownerOf(lighting);
    const id = await delivered(owner, { visibility: 'public' });
    const residents = [
      await test.signInAs(['resident_contributor'], 'Resident'),
      await test.signInAs(['committee_member'], 'Member'),
    ];
    expect(
      (await ask(residents[0], 'POST', `/commitments/${id}/reports`, { verdict: 'notDone' })).status,
    ).toBe(204);
    expect((await ask(residents[0], 'POST', `/commitments/${id}/reports`, { verdict: 'done' })).status).toBe(
      204,
    );
    const one = await ask(secretary, 'POST', `/commitments/${id}/verifications`, { basis: 'reports' }, 4);
    expect([one.status, one.body.code]).toEqual([409, 'too_few_reports']);
    test.clock.advance(60_000);
    await ask(residents[1], 'POST', `/commitments/${id}/reports`, {
      verdict: 'done',
      comment: 'Seen at night',
    });
    const { items } = (await ask(residents[1], 'GET', `/commitments/${id}/reports`)).body;
    expect(items).toMatchObject([
      { verdict: 'done', isMine: false },
      { verdict: 'done', isMine: true },
    ]);
    expect(items[0]).not.toHaveProperty('createdBy');
    const two = await ask(secretary, 'POST', `/commitments/${id}/verifications`, { basis: 'reports' }, 4);
    expect(two.body.state).toBe('verified');
  });

  it('is not judged before it was said to be done, nor when nobody could say', async () => {
    const owner = await ownerOf(lighting);
    const { id } = await propose();
    const nobody = { basis: 'meeting', heldOn: '2025-03-01', done: 0, partly: 0, notDone: 0, cannotSay: 4 };
    expect((await ask(secretary, 'POST', `/commitments/${id}/verifications`, nobody, 1)).body.code).toBe(
      'not_delivered',
    );
    const done = await delivered(owner);
    expect((await ask(secretary, 'POST', `/commitments/${done}/verifications`, nobody, 4)).body.code).toBe(
      'nobody_could_say',
    );
  });

  it('is overdue by the clock', async () => {
    const owner = await ownerOf(lighting);
    const { id } = await propose();
    await ask(
      owner,
      'POST',
      `/commitments/${id}/steps`,
      { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'x' },
      1,
    );
    const overdue = async () => (await ask(owner, 'GET', `/commitments/${id}`)).body.overdue;
    expect(await overdue()).toBe(false);
    test.clock.set('2025-03-03T00:30:00.000Z');
    expect(await overdue()).toBe(true);
  });

  it('is in the history of its case', async () => {
    const { body: problem } = await ask(secretary, 'POST', '/problems', { title: 'Stops' });
    const { id } = await propose({ problemId: problem.id });
    const { items } = (await ask(secretary, 'GET', `/problems/${problem.id}/history`)).body;
    expect(items.at(-1)).toMatchObject({
      action: 'commitment',
      change: { commitment: [null, { id, state: 'proposed' }] },
    });
    expect((await ask(secretary, 'GET', `/commitments?problem=${problem.id}`)).body.items).toHaveLength(1);
    expect((await ask(secretary, 'GET', '/commitments?problem=other')).body.items).toEqual([]);
  });
});

describe('the dose log', () => {
  it('is tapped by the owner, adds up in the unit of the plan and says the share', async () => {
    const owner = await ownerOf(lighting);
    const { id } = await propose();
    const tap = (more: object = {}) =>
      ask(owner, 'POST', `/commitments/${id}/doses`, { unit: 'light', quantity: 3, ...more });
    expect((await tap()).body.code).toBe('wrong_state');
    await ask(
      owner,
      'POST',
      `/commitments/${id}/steps`,
      { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'x' },
      1,
    );
    const place = { type: 'Point', coordinates: [1, 2] };
    const offline = { at: '2025-02-27T20:00:00+01:00', enteredOffline: true, place };
    expect((await tap(offline)).body).toMatchObject({
      at: '2025-02-27T19:00:00.000Z',
      enteredOffline: true,
      place,
    });
    await tap({ quantity: 6 });
    await tap({ unit: 'visit', quantity: 1 });
    const read = async () => (await ask(owner, 'GET', `/commitments/${id}`)).body;
    expect(await read()).toMatchObject({ delivered: 9, doseShare: 0.75, version: 2 });
    const { items } = (await ask(owner, 'GET', `/commitments/${id}/doses`)).body;
    expect(items.map(({ quantity }: { quantity: number }) => quantity).sort()).toEqual([1, 3, 6]);
    const six = items.find(({ quantity }: { quantity: number }) => quantity === 6);
    expect((await ask(owner, 'DELETE', `/commitments/${id}/doses/${six.id}`)).status).toBe(204);
    expect((await ask(owner, 'DELETE', `/commitments/${id}/doses/${six.id}`)).status).toBe(404);
    expect(await read()).toMatchObject({ delivered: 3, doseShare: 0.25 });
    expect((await tap({ at: '2025-03-02T12:00:00Z' })).body.code).toBe('not_yet');
  });

  it('is not written by another organisation, which does not even see it', async () => {
    const parks = (await ask(secretary, 'POST', '/organisations', { name: 'Parks', kind: 'agency' })).body.id;
    const other = await ownerOf(parks, 'Gardener');
    const { id } = await propose();
    expect((await ask(other, 'GET', '/commitments')).body.items).toEqual([]);
    for (const [method, path, json] of [
      ['GET', '', undefined],
      ['GET', '/steps', undefined],
      ['POST', '/steps', { to: 'in_progress' }],
      ['POST', '/doses', { unit: 'visit', quantity: 1 }],
    ] as const)
      expect((await ask(other, method, `/commitments/${id}${path}`, json, 1)).status).toBe(404);
  });
});

describe('who sees what', () => {
  it('lets an agency owner without an organisation see nothing', async () => {
    await propose();
    const nobody = await test.signInAs(['agency_owner'], 'New');
    expect((await ask(nobody, 'GET', '/commitments')).body.items).toEqual([]);
  });

  it('shows residents what is public and promised, members what is not internal', async () => {
    const owner = await ownerOf(lighting);
    await delivered(owner, { visibility: 'public', text: 'Public' });
    await propose({ visibility: 'public', text: 'Only proposed' });
    await propose({ visibility: 'committee', text: 'Committee' });
    await propose({ visibility: 'internal', text: 'Internal' });
    const texts = async (cookie: string) =>
      (await ask(cookie, 'GET', '/commitments')).body.items.map(({ text }: { text: string }) => text).sort();
    expect(await texts(await test.signInAs(['resident_contributor'], 'R'))).toEqual(['Public']);
    expect(await texts(await test.signInAs(['committee_member'], 'C'))).toEqual([
      'Committee',
      'Only proposed',
      'Public',
    ]);
    expect(await texts(await test.signInAs(['analyst'], 'A'))).toHaveLength(4);
    expect(await texts(owner)).toHaveLength(4);
  });
});

it('is not there for the committee while its case is internal, and for its owner all the same', async () => {
  const analyst = await test.signInAs(['analyst'], 'Case analyst');
  const found = await ask(analyst, 'POST', '/problems', { title: 'Thefts at the stops' });
  const { id } = await propose({ problemId: found.body.id, visibility: 'committee', text: 'Of the case' });
  const member = await test.signInAs(['committee_member'], 'Case member');
  const owner = await ownerOf(lighting, 'Case owner');
  const listed = async (cookie: string) =>
    (await ask(cookie, 'GET', '/commitments')).body.items.map((one: { text: string }) => one.text);
  expect(await listed(member)).toEqual([]);
  expect((await ask(member, 'GET', `/commitments/${id}`)).status).toBe(404);
  expect(await listed(owner)).toEqual(['Of the case']);

  const opened = await ask(
    analyst,
    'PATCH',
    `/problems/${found.body.id}`,
    { confidentiality: 'committee' },
    1,
  );
  expect(opened.status).toBe(200);
  expect(await listed(member)).toEqual(['Of the case']);
});
