import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConcernApp, createConcernApp } from '../fixtures/concern-app.ts';

let test: ConcernApp;
beforeAll(async () => {
  test = await createConcernApp();
});
afterAll(() => test.close());

async function open(concerns: readonly string[], cookie = test.analyst) {
  const json = { title: 'Robberies at the stops', concerns };
  const reply = await test.call('POST', '/api/problems', { cookie, json });
  return { status: reply.status, body: await reply.json() };
}
const cases = async () => (await test.store.problems.list()).length;
const stateOf = async (id: string) => (await test.store.concerns.get(id))?.state;

describe('a case opened from several concerns', () => {
  it('holds them all, and both sides tell of it', async () => {
    const raised = [await test.raise(), await test.raise({ summary: 'Lamps out at the stop' })];
    const ids = raised.map(({ concern }) => concern.id);
    const { status, body: made } = await open(ids);
    expect(status).toBe(201);
    for (const id of ids) {
      expect(await test.store.concerns.get(id)).toMatchObject({
        state: 'attached_to_problem',
        problemId: made.id,
        version: 2,
      });
      const steps = await test.store.concerns.steps(id);
      expect(steps.map(({ step, to }) => [step, to])).toEqual([
        ['receive', 'received'],
        ['attach', 'attached_to_problem'],
      ]);
      const [, attached] = await test.store.audit.of('concern', id);
      expect(attached).toMatchObject({ action: 'attach', change: { problemId: [null, made.id] } });
    }
    const [created] = await test.store.audit.of('problem', made.id);
    expect(created?.change.concerns).toEqual([null, ids]);
  });

  it('is not opened at all when one of them cannot go in, and that one is named', async () => {
    const [good, declined, into, merged, taken] = [
      await test.raise(),
      await test.raise({ summary: 'Noise at night' }),
      await test.raise(),
      await test.raise({ summary: 'Robbed again' }),
      await test.raise({ summary: 'In a case already' }),
    ].map(({ concern }) => concern.id) as [string, string, string, string, string];
    await test.triage(declined, 1, { step: 'decline', reason: 'outside_area', note: 'Elsewhere.' });
    await test.triage(merged, 1, { step: 'merge', into, note: 'The same.' });
    await open([taken]);
    const before = await cases();
    const { status, body } = await open([good, declined, merged, taken]);
    expect([status, body.code]).toEqual([422, 'concern_not_for_case']);
    expect(body.errors).toEqual([
      { pointer: '/concerns/1', detail: '“Noise at night” was declined: reopen it first.' },
      {
        pointer: '/concerns/2',
        detail: '“Robbed again” was merged into another one: choose that one.',
      },
      {
        pointer: '/concerns/3',
        detail: '“In a case already” belongs to another case: take it out of that first.',
      },
    ]);
    expect(body.detail).toMatch(/^No case was opened\. “Noise at night” was declined/);
    expect(await cases()).toBe(before);
    expect(await stateOf(good)).toBe('received');
  });

  it('says which are not there or out of reach, in the same words', async () => {
    const { concern } = await test.raise();
    const gone = (await test.raise()).concern.id;
    await test.triage(gone, 1, { step: 'protect', pathway: 'health' });
    const { status, body } = await open([concern.id, gone, 'never-was']);
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/concerns/1',
      '/concerns/2',
    ]);
    expect(body.detail).toContain('Concern 2 of those chosen is not there');
    expect(await stateOf(concern.id)).toBe('received');
  });

  it('takes a concern once, and none from outside the area of the role', async () => {
    const position = [0.8, 0.8];
    const { concern } = await test.raise({
      place: { precision: 'exact', chosenBy: 'reporter', position, areaId: null },
    });
    expect((await open([concern.id, concern.id])).status).toBe(400);
    const inWest = await test.signInFor(test.neighbourhood, ['analyst']);
    const { status, body } = await open([concern.id], inWest);
    expect([status, body.code]).toEqual([422, 'concern_not_for_case']);
    expect(JSON.stringify(body)).not.toContain('Robbed');
    expect(await stateOf(concern.id)).toBe('received');
  });

  it('leaves nothing behind when a concern is settled between the look and the write', async () => {
    const [first, second] = [(await test.raise()).concern.id, (await test.raise()).concern.id];
    const create = test.store.problems.create.bind(test.store.problems);
    const spy = vi.spyOn(test.store.problems, 'create').mockImplementationOnce(async (...args) => {
      await test.triage(second, 1, { step: 'withdraw', note: 'Settled.' });
      return create(...args);
    });
    const before = await cases();
    const { status, body } = await open([first, second]);
    spy.mockRestore();
    expect([status, body.code]).toEqual([422, 'concern_not_for_case']);
    expect(await cases()).toBe(before);
    expect(await stateOf(first)).toBe('received');
  });
});
