import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
let walk: AnswerBench['walk'];
let change: AnswerBench['change'];
let released: AnswerBench['released'];
let promise: AnswerBench['promise'];
let raise: AnswerBench['raise'];

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
    walk,
    change,
    released,
    promise,
    raise,
  } = await createAnswerBench());
});
afterEach(() => test.close());

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
