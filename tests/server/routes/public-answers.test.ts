import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { type AnswerBench, createAnswerBench } from '../../fixtures/answer-bench.ts';

let test: AnswerBench['test'];
let secretary: AnswerBench['secretary'];
let guardian: AnswerBench['guardian'];
let publisher: AnswerBench['publisher'];
let problemId: AnswerBench['problemId'];
let call: AnswerBench['call'];
let draft: AnswerBench['draft'];
let step: AnswerBench['step'];
let approve: AnswerBench['approve'];
let change: AnswerBench['change'];
let released: AnswerBench['released'];
let promise: AnswerBench['promise'];

beforeEach(async () => {
  ({
    test,
    secretary,
    guardian,
    publisher,
    problemId,
    call,
    draft,
    step,
    approve,
    change,
    released,
    promise,
  } = await createAnswerBench());
});
afterEach(() => test.close());

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
