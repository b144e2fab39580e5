import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let secretary: string;
let guardian: string;
let publisher: string;
let problemId: string;

beforeEach(async () => {
  test = await createTestApp();
  secretary = await test.signInAs(['secretary', 'admin'], 'Sada');
  guardian = await test.signInAs(['data_guardian'], 'Gus');
  publisher = await test.signInAs(['publisher'], 'Pia');
  const made = await call('POST', '/problems', secretary, {
    title: 'Bags at the stops',
    statement: 'Internal: watch the corner shop.',
    confidentiality: 'committee',
  });
  problemId = made.body.id;
});
afterEach(() => test.close());

async function call(method: string, path: string, cookie?: string, json?: unknown, version?: number) {
  const headers = version === undefined ? undefined : { 'If-Match': `"${version}"` };
  const reply = await test.call(method, `/api${path}`, { cookie, json, headers });
  const text = await reply.text();
  return { status: reply.status, text, body: text === '' ? null : JSON.parse(text) };
}

const draft = async () => (await call('POST', '/public-answers', secretary, { problemId })).body;
const change = (answer: { id: string; version: number; words: object }, words: object, cookie = secretary) =>
  call('PUT', `/public-answers/${answer.id}`, cookie, { ...answer.words, ...words }, answer.version);
const step = (answer: { id: string; version: number }, name: string, cookie: string, json?: object) =>
  call('POST', `/public-answers/${answer.id}/${name}`, cookie, json, answer.version);
const approve = (answer: { id: string; version: number }, cookie = guardian) =>
  step(answer, 'approve', cookie, {});

async function released() {
  const checked = await approve(await draft());
  expect(checked.status).toBe(200);
  const out = await step(checked.body, 'release', publisher);
  expect(out.status).toBe(200);
  return out.body;
}

/** A promise in some state, with words nobody else uses. */
async function promise(text: string, state: string, more: object = {}) {
  test.clock.advance(1000);
  const { items } = (await call('GET', '/organisations', secretary)).body;
  const organisationId =
    items[0]?.id ??
    (await call('POST', '/organisations', secretary, { name: 'Lighting', kind: 'utility' })).body.id;
  const input = { problemId, organisationId, text, kind: 'infrastructure', visibility: 'public', ...more };
  const made = (await call('POST', '/commitments', secretary, input)).body;
  await walk(made.id, WAYS[state] ?? []);
  return made.id as string;
}

type Taken = 'agreed' | 'in_progress' | 'delivered' | 'declined' | 'withdrawn' | 'verified';
/** The steps that lead to a state. */
const WAYS: Record<string, readonly Taken[]> = {
  declined: ['declined'],
  in_progress: ['agreed', 'in_progress'],
  delivered: ['agreed', 'in_progress', 'delivered'],
  verified: ['agreed', 'in_progress', 'delivered', 'verified'],
};

async function walk(id: string, way: readonly Taken[]) {
  const act = { actor: 'u', at: '2025-02-26T00:00:00.000Z' };
  const given = {
    note: 'No money for it.',
    onBehalf: true,
    dueOn: '2025-02-27',
    evidenceOfDone: 'They burn',
  };
  for (const to of way) {
    const { version } = (await test.store.commitments.get(id))!;
    const evidence = to === 'delivered' ? [{ kind: 'note' as const, text: 'Seen.' }] : [];
    if (to !== 'verified') await test.store.commitments.move(id, version, { ...given, to, evidence }, act);
    else
      await test.store.commitments.settle(
        id,
        version,
        {
          ...{ done: 9, partly: 1, notDone: 0, cannotSay: 0 },
          ...{ basis: 'meeting', heldOn: '2025-02-27', byGroup: {}, comment: '', outcome: 'verified' },
        },
        null,
        act,
      );
  }
}

async function raise(summary: string, publishSummary: boolean) {
  const consent = { answerMe: false, contactMe: false, publishSummary };
  const told = { receivedOn: '2025-02-20', channel: 'box', summary, consent };
  const { concern } = (await call('POST', '/concerns', secretary, told)).body;
  const attached = await call(
    'POST',
    `/concerns/${concern.id}/triage`,
    secretary,
    { step: 'attach', problemId },
    concern.version,
  );
  expect(attached.status).toBe(200);
  return concern.id as string;
}

describe('a public answer', () => {
  it('is drafted from the record: what is verified is done, and nothing else', async () => {
    await promise('Mend the nine lamps', 'verified');
    await promise('Check the market stalls', 'in_progress');
    await promise('Cut the hedge', 'delivered');
    await promise('A wall at the stop', 'declined');
    await promise('Only thought of', 'proposed');
    await promise('For the committee alone', 'verified', { visibility: 'committee' });
    const { rows, words, state, areaName } = await draft();
    expect(rows.map(({ text, list }: { text: string; list: string }) => [text, list])).toEqual([
      ['Mend the nine lamps', 'done'],
      ['Check the market stalls', 'not_yet'],
      ['Cut the hedge', 'not_yet'],
      ['A wall at the stop', 'why_not'],
    ]);
    expect(rows[0]).toMatchObject({ verifiedOn: '2025-02-27', organisation: 'Lighting', dueOn: null });
    expect(rows[1]).toMatchObject({ verifiedOn: null, dueOn: '2025-02-27' });
    expect(rows[3].reason).toBe('No money for it.');
    expect([state, areaName, words.languages[0].language]).toEqual(['draft', null, 'en']);
    expect(words.languages[0].notYet).toMatch(/^2 promises are not kept yet/);
  });

  it('is let out by two persons, and then read by everybody', async () => {
    const made = await draft();
    expect((await call('GET', `/published-answers/${made.id}`)).status).toBe(404);
    expect((await call('GET', '/published-answers')).body.items).toEqual([]);
    expect(await step(made, 'release', publisher)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
    const checked = await approve(made);
    expect(checked.body).toMatchObject({ state: 'privacy_checked', approved: { name: expect.any(String) } });
    expect((await call('GET', '/published-answers')).body.items).toEqual([]);
    const out = await step(checked.body, 'release', publisher);
    expect(out.body).toMatchObject({ state: 'released' });
    const { body } = await call('GET', `/published-answers/${made.id}`);
    expect(body).toMatchObject({
      state: 'released',
      languages: [{ language: 'en', title: 'Bags at the stops' }],
    });
    expect((await call('GET', '/published-answers')).body.items).toHaveLength(1);
  });

  it('is not released by whoever approved it, with whatever roles', async () => {
    const both = await test.signInAs(['data_guardian', 'publisher'], 'Both');
    const checked = await approve(await draft(), both);
    expect(await step(checked.body, 'release', both)).toMatchObject({
      status: 409,
      body: { code: 'two_persons' },
    });
    expect((await step(checked.body, 'release', publisher)).status).toBe(200);
  });

  it.each([
    ['approve', 'secretary', {}],
    ['approve', 'publisher', {}],
    ['release', 'guardian', undefined],
    ['release', 'secretary', undefined],
  ])('takes its own role to %s: not the %s', async (name, who, json) => {
    const cookie = { secretary, guardian, publisher }[who] ?? '';
    expect((await step(await draft(), name, cookie, json)).status).toBe(403);
  });

  it('asks for a fresh proof of who turns a key', async () => {
    const made = await draft();
    test.clock.advance(11 * 60_000);
    expect(await approve(made)).toMatchObject({ status: 403, body: { code: 'prove_again' } });
  });

  it('is not moved on or written over by whoever read an older version', async () => {
    const made = await draft();
    const written = await change(made, { meeting: 'Winter meeting' });
    expect(written.body).toMatchObject({ version: 2, words: { meeting: 'Winter meeting' } });
    for (const stale of [
      await change(made, { meeting: 'Mine' }),
      await approve(made),
      await step(made, 'discard', secretary),
    ])
      expect(stale).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    expect((await call('POST', `/public-answers/${made.id}/approve`, guardian, {})).status).toBe(428);
  });

  it('loses its approval when it is changed, and stays as it is once released', async () => {
    const checked = (await approve(await draft())).body;
    const changed = await change(checked, { meeting: 'Another' });
    expect(changed.body).toMatchObject({ state: 'draft', approved: null, sheet: null });
    const out = (await step((await approve(changed.body)).body, 'release', publisher)).body;
    expect(await change(out, { meeting: 'Late' })).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
    expect(await step(out, 'discard', secretary)).toMatchObject({ status: 409, body: { code: 'released' } });
  });

  it('in two languages waits until somebody has read both', async () => {
    const made = await draft();
    const [english] = made.words.languages;
    const languages = [english, { ...english, language: 'ar', title: 'السرقات' }];
    const checked = (await approve((await change(made, { languages })).body)).body;
    expect(await step(checked, 'release', publisher)).toMatchObject({
      status: 409,
      body: { code: 'not_translated' },
    });
    const read = await step(checked, 'translated', secretary);
    expect(read.body.state).toBe('translated');
    expect((await step(read.body, 'release', publisher)).status).toBe(200);
    const { titles } = (await call('GET', '/published-answers')).body.items[0];
    expect(titles).toEqual([
      { language: 'en', title: 'Bags at the stops' },
      { language: 'ar', title: 'السرقات' },
    ]);
  });

  it('is prepared once at a time', async () => {
    const first = await draft();
    expect(await call('POST', '/public-answers', secretary, { problemId })).toMatchObject({
      status: 409,
      body: { code: 'in_preparation' },
    });
    expect((await step(first, 'discard', secretary)).body.state).toBe('withdrawn');
    expect((await call('POST', '/public-answers', secretary, { problemId })).status).toBe(201);
  });
});

describe('what does not go out', () => {
  it('is a claim of what nobody verified', async () => {
    await promise('Mend all of the lamps', 'delivered');
    const made = await draft();
    const [english] = made.words.languages;
    const claimed = await change(made, {
      languages: [{ ...english, weDid: 'We did mend all of the lamps.' }],
    });
    const refused = await approve(claimed.body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'not_fit_for_release' } });
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/languages/en/weDid',
      '/languages/en/weDid',
    ]);
  });

  it('is what the record says otherwise by now', async () => {
    const hedge = await promise('Cut the high hedge', 'delivered');
    const checked = (await approve(await draft())).body;
    await walk(hedge, ['withdrawn']);
    expect((await call('GET', `/public-answers/${checked.id}/check`, publisher)).body.recordChanged).toBe(
      true,
    );
    expect(await step(checked, 'release', publisher)).toMatchObject({
      status: 409,
      body: { code: 'record_changed' },
    });
    const again = await change(checked, {});
    expect(again.body).toMatchObject({
      state: 'draft',
      rows: [{ list: 'why_not', reason: 'No money for it.' }],
    });
  });

  it('is a concern’s words without consent; with it they are quoted until it is taken back', async () => {
    const [yes, no] = [
      await raise('Nobody sees the stop there', true),
      await raise('My own sister was robbed', false),
    ];
    const made = await draft();
    const check = (await call('GET', `/public-answers/${made.id}/check`, secretary)).body;
    expect(check).toMatchObject({ concerns: 2, consenting: 1, quotable: [{ id: yes }] });
    const wrong = await change(made, { quotes: [no] });
    expect(await approve(wrong.body)).toMatchObject({ status: 422, body: { code: 'not_fit_for_release' } });
    const right = (await change(wrong.body, { quotes: [yes] })).body;
    const out = await step((await approve(right)).body, 'release', publisher);
    const quotes = async () => (await call('GET', `/published-answers/${out.body.id}`)).body.quotes;
    expect(await quotes()).toEqual(['Nobody sees the stop there']);
    const { version } = (await call('GET', `/concerns/${yes}`, secretary)).body;
    const act = { actor: null, at: '2025-03-02T00:00:00.000Z' };
    await test.store.concerns.update(yes, version, { summary: 'Other words' }, act);
    expect(await quotes()).toEqual([]);
    await test.store.concerns.update(yes, version + 1, { summary: 'Nobody sees the stop there' }, act);
    expect(await quotes()).toHaveLength(1);
    await test.store.concerns.erase(yes, version + 2, act);
    expect(await quotes()).toEqual([]);
  });

  it('is what looks like a name, until the guardian has read it', async () => {
    const made = await draft();
    const [english] = made.words.languages;
    const named = (await change(made, { languages: [{ ...english, thanks: 'Thanks to Mrs Adeyemi.' }] }))
      .body;
    const refused = await approve(named);
    expect(refused).toMatchObject({ status: 422, body: { code: 'words_unread' } });
    expect(refused.text).not.toContain('Adeyemi');
    const read = await step(named, 'approve', guardian, { wordsRead: true });
    expect(read.body.sheet.doubts).toEqual([{ kind: 'name', language: 'en', words: 'Mrs Adeyemi' }]);
  });

  it('is anything internal', async () => {
    await promise('Mend the nine lamps', 'verified');
    await raise('A private sentence of somebody', false);
    const { id } = await released();
    const reads = [await call('GET', '/published-answers'), await call('GET', `/published-answers/${id}`)];
    const { ref } = (await call('GET', `/problems/${problemId}`, secretary)).body;
    for (const { text } of reads)
      for (const inner of [
        problemId,
        ref,
        'corner shop',
        'private sentence',
        'Gus',
        'Pia',
        'Sada',
        'approved',
        'digest',
        'commitmentId',
        'sheet',
        'concernId',
      ])
        expect(text, inner).not.toContain(inner);
  });
});

describe('a released answer', () => {
  it('is corrected by another: both stay readable, the old one struck', async () => {
    const old = await released();
    const reason = 'The date of the meeting was wrong.';
    const begun = await step(old, 'correction', secretary, { reason });
    expect(begun.body).toMatchObject({ state: 'draft', corrects: old.id, correctionReason: reason });
    expect((await call('GET', `/published-answers/${old.id}`)).body.state).toBe('released');
    const out = await step((await approve(begun.body)).body, 'release', publisher);
    const items = (await call('GET', '/published-answers')).body.items;
    expect(items.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual(
      expect.arrayContaining([
        [out.body.id, 'released'],
        [old.id, 'corrected'],
      ]),
    );
    const struck = (await call('GET', `/published-answers/${old.id}`)).body;
    expect(struck).toMatchObject({ correctedBy: out.body.id, languages: [{ title: 'Bags at the stops' }] });
    const stands = (await call('GET', `/published-answers/${out.body.id}`)).body;
    expect(stands).toMatchObject({ corrects: old.id, correctionReason: reason });
    const again = (await call('GET', `/public-answers/${old.id}`, secretary)).body;
    expect(await step(again, 'correction', secretary, { reason })).toMatchObject({ status: 409 });
  });

  it('is withdrawn with a reason that stays, and without its words', async () => {
    const out = await released();
    expect((await step(out, 'withdraw', publisher, { reason: ' ' })).status).toBe(400);
    expect((await step(out, 'withdraw', secretary, { reason: 'No.' })).status).toBe(403);
    const reason = 'It made somebody known.';
    expect((await step(out, 'withdraw', publisher, { reason })).body).toMatchObject({ state: 'withdrawn' });
    const { body, text } = await call('GET', `/published-answers/${out.id}`);
    expect(body).toMatchObject({
      state: 'withdrawn',
      withdrawn: { reason },
      languages: [],
      titles: [],
      rows: [],
    });
    expect(text).not.toContain('Bags at the stops');
    const inside = (await call('GET', `/public-answers/${out.id}`, secretary)).body;
    expect(inside.words.languages[0].title).toBe('Bags at the stops');
    expect(await step(inside, 'withdraw', publisher, { reason })).toMatchObject({ status: 409 });
  });

  it('is over after its last day', async () => {
    const made = (await change(await draft(), { validUntil: '2025-03-31' })).body;
    await step((await approve(made)).body, 'release', publisher);
    const isOver = async () => (await call('GET', '/published-answers')).body.items[0].isOver;
    expect(await isOver()).toBe(false);
    test.clock.set('2025-04-02T12:00:00.000Z');
    expect(await isOver()).toBe(true);
  });

  it('opens the gate to closing, and one that was withdrawn shuts it', async () => {
    const rule = async () =>
      (await call('GET', `/problems/${problemId}/gates`, secretary)).body.items.find(
        ({ id }: { id: string }) => id === 'publication_settled',
      );
    expect(await rule()).toMatchObject({
      holds: false,
      weight: 'must',
      from: ['secretary', 'data_guardian', 'publisher'],
    });
    const out = await released();
    expect((await rule()).holds).toBe(true);
    await step(out, 'withdraw', publisher, { reason: 'It made somebody known.' });
    expect((await rule()).holds).toBe(false);
    const refusal = { reason: 'A trial goes on.', decidedBy: 'Guardian', decidedOn: '2025-03-01' };
    await call('PUT', `/problems/${problemId}/parts/publication_refusal`, secretary, refusal, 0);
    expect((await rule()).holds).toBe(true);
  });

  it('leaves a line in the history of its case for every step', async () => {
    await released();
    const { items } = await test.store.audit.page({ objectKind: 'problem' }, { limit: 100 });
    const actions = items.map(({ action }) => action);
    for (const action of ['answer_draft', 'answer_privacy_checked', 'answer_released'])
      expect(actions).toContain(action);
  });

  it('is not there, released or not, for whoever may not read its case', async () => {
    const { id } = await draft();
    const resident = await test.signInAs(['resident_contributor']);
    expect((await call('GET', `/public-answers/${id}`, resident)).status).toBe(403);
    await call('PUT', `/problems/${problemId}`, secretary, {}, 1);
    await tablesOf(test.store).updateTable('problem').set({ confidentiality: 'internal' }).execute();
    const member = await test.signInAs(['committee_member']);
    expect((await call('GET', `/public-answers/${id}`, member)).status).toBe(404);
    expect((await call('GET', '/public-answers', member)).body.items).toEqual([]);
  });
});
