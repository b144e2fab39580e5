import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChainStep } from '../../../server/chain.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signInAs(['admin', 'analyst', 'secretary']);
});
afterEach(() => test.close());

async function post(path: string, json: object) {
  const reply = await test.call('POST', path, { cookie, json });
  expect(reply.status, path).toBeLessThan(300);
  return reply.json();
}
async function chain(kind: string, id: string, as = cookie): Promise<Map<string, ChainStep>> {
  const reply = await test.call('GET', `/api/chain/${kind}/${id}`, { cookie: as });
  expect(reply.status).toBe(200);
  const { items } = (await reply.json()) as { items: ChainStep[] };
  return new Map(items.map((step) => [step.step, step]));
}
const labels = (steps: Map<string, ChainStep>) =>
  Object.fromEntries([...steps].map(([name, { items }]) => [name, items.map(({ label }) => label)]));

async function raise(summary: string) {
  const told = { receivedOn: '2025-02-20', channel: 'box', summary };
  return (await post('/api/concerns', told)).concern;
}
async function triage(concern: { id: string }, step: object) {
  const { version } = await (await test.call('GET', `/api/concerns/${concern.id}`, { cookie })).json();
  const headers = { 'If-Match': `"${version}"` };
  const reply = await test.call('POST', `/api/concerns/${concern.id}/triage`, {
    cookie,
    json: step,
    headers,
  });
  expect(reply.status).toBeLessThan(300);
}

/** A case with two concerns, one of them answered, a kept answer, a chosen and a rejected option, and two promises. */
async function wholeCase() {
  const problem = await post('/api/problems', { title: 'Stops', confidentiality: 'committee' });
  const [first, second] = [await raise('Bags are snatched'), await raise('It is dark')];
  for (const one of [first, second]) await triage(one, { step: 'attach', problemId: problem.id });
  await triage(first, { step: 'answer', answer: 'We look into it.' });
  const question = { method: 'kernel-density', methodVersion: 1, parameters: {}, filter: {} };
  const act = { actor: null, at: '2025-02-25T00:00:00.000Z' };
  const run = await test.store.runs.begin({ ...question, dataVersion: {}, key: 'k' }, act);
  await test.store.runs.finish(run.id, { summary: {}, result: new Uint8Array(8), digest: 'abc' }, act.at);
  await test.store.exhibits.add({ problemId: problem.id, runId: run.id, note: '' }, act);
  for (const [title, decision] of [
    ['Lamps', 'chosen'],
    ['Cameras', 'rejected'],
  ])
    await post(`/api/problems/${problem.id}/items`, { kind: 'option', body: { title, decision } });
  const { id: organisationId } = await post('/api/organisations', { name: 'Lighting', kind: 'utility' });
  const promise = (text: string, visibility: string) =>
    post('/api/commitments', {
      problemId: problem.id,
      organisationId,
      text,
      kind: 'infrastructure',
      visibility,
    });
  const open = await promise('Two lamps', 'committee');
  const internal = await promise('A quiet check', 'internal');
  return { problem, first, second, run, open, internal };
}

describe('the chain', () => {
  it('is the same from whichever of its things one begins', async () => {
    const { problem, first, run, open } = await wholeCase();
    const whole = labels(await chain('problem', problem.id));
    expect(whole).toEqual({
      concern: expect.arrayContaining(['Bags are snatched', 'It is dark']),
      pattern: ['kernel-density'],
      problem: [`${problem.ref} Stops`],
      response: ['Lamps'],
      commitment: expect.arrayContaining(['Two lamps', 'A quiet check']),
      result: [],
      answer: ['Bags are snatched'],
      publication: [],
    });
    for (const [kind, id] of [
      ['concern', first.id],
      ['run', run.id],
      ['commitment', open.id],
    ])
      expect(labels(await chain(kind, id)), kind).toEqual(whole);
  });

  it('has eight steps in their order, also when there is nothing but what one begins with', async () => {
    const { id } = await raise('Alone');
    const steps = await chain('concern', id);
    expect([...steps.keys()]).toEqual([
      'concern',
      'pattern',
      'problem',
      'response',
      'commitment',
      'result',
      'answer',
      'publication',
    ]);
    expect([...steps.values()].map(({ total }) => total)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('goes the way of the concern that another was merged into', async () => {
    const { problem, first } = await wholeCase();
    const copy = await raise('The same again');
    await triage(copy, { step: 'merge', into: first.id, note: 'The same.' });
    expect(labels(await chain('concern', copy.id)).problem).toEqual([`${problem.ref} Stops`]);
  });

  it('gives the newest fifty of many, and counts all', async () => {
    const { id } = await post('/api/problems', { title: 'Many' });
    for (let i = 0; i < 53; i++) await triage(await raise(`No ${i}`), { step: 'attach', problemId: id });
    const { total, items } = (await chain('problem', id)).get('concern') ?? { total: 0, items: [] };
    expect([total, items.length]).toEqual([53, 50]);
  });

  it('is not there for what is not, and refuses a kind that is none', async () => {
    for (const kind of ['concern', 'run', 'problem', 'commitment'])
      expect((await test.call('GET', `/api/chain/${kind}/no-such`, { cookie })).status, kind).toBe(404);
    expect((await test.call('GET', '/api/chain/incident/1', { cookie })).status).toBe(400);
  });
});

/** Released by two persons. */
async function publish(problemId: string) {
  const act = (actor: string) => ({ actor, at: '2025-02-28T12:00:00.000Z' });
  const { id } = await post('/api/public-answers', { problemId });
  await test.store.publicAnswers.approve(
    id,
    1,
    { concerns: 0, consenting: 0, quoted: 0, doubts: [] },
    act('g'),
  );
  return test.store.publicAnswers.release(id, 2, act('p'));
}

describe('the end of the chain', () => {
  it('is the answer that everybody was told, from whichever of its things one begins', async () => {
    const { problem, first, run, open } = await wholeCase();
    const answer = await publish(problem.id);
    for (const [kind, id] of [
      ['problem', problem.id],
      ['concern', first.id],
      ['run', run.id],
      ['commitment', open.id],
      ['answer', answer.id],
    ])
      expect((await chain(kind, id)).get('publication')?.items, kind).toEqual([
        {
          kind: 'answer',
          id: answer.id,
          label: 'Stops',
          at: '2025-02-28T12:00:00.000Z',
          state: 'released',
          problemId: problem.id,
          effect: null,
        },
      ]);
    expect(labels(await chain('answer', answer.id))).toEqual(labels(await chain('problem', problem.id)));
  });

  it('is nothing while it is prepared, and nothing again once it is withdrawn', async () => {
    const { problem } = await wholeCase();
    const last = async () => (await chain('problem', problem.id)).get('publication')?.total;
    const { id } = await post('/api/public-answers', { problemId: problem.id });
    expect(await last()).toBe(0);
    await test.store.publicAnswers.withdraw(id, 1, { actor: 's', at: '2025-02-28T12:00:00.000Z' });
    const answer = await publish(problem.id);
    expect(await last()).toBe(1);
    const act = { actor: 'p', at: '2025-02-28T13:00:00.000Z', reason: 'It made somebody known.' };
    await test.store.publicAnswers.withdraw(answer.id, answer.version, act);
    expect(await last()).toBe(0);
  });

  it('leads back from the answer only for whoever may read its case', async () => {
    const { problem } = await wholeCase();
    const { id } = await publish(problem.id);
    const resident = await test.signInAs(['resident_contributor']);
    expect((await test.call('GET', `/api/chain/answer/${id}`, { cookie: resident })).status).toBe(404);
    expect((await test.call('GET', '/api/chain/publication/no-such', { cookie })).status).toBe(404);
  });
});

describe('what somebody may not see', () => {
  it('is neither in the chain nor counted', async () => {
    const { problem, internal } = await wholeCase();
    const committee = await test.signInAs(['committee_member']);
    const steps = await chain('problem', problem.id, committee);
    expect(steps.get('commitment')).toMatchObject({ total: 1, items: [{ label: 'Two lamps' }] });
    expect(steps.get('pattern')).toEqual({ step: 'pattern', mayRead: false, total: 0, items: [] });
    const reply = await test.call('GET', `/api/chain/commitment/${internal.id}`, { cookie: committee });
    expect(reply.status).toBe(404);
  });

  it('ends the chain: an internal case for a committee, every case for a resident', async () => {
    const { problem, first, open } = await wholeCase();
    const { version } = await (await test.call('GET', `/api/problems/${problem.id}`, { cookie })).json();
    await test.store.problems.update(
      problem.id,
      version,
      { confidentiality: 'internal' },
      { actor: null, at: '2025-02-26T00:00:00.000Z' },
    );
    const committee = await test.signInAs(['committee_member']);
    const steps = await chain('concern', first.id, committee);
    expect([...steps.values()].map(({ total }) => total)).toEqual([1, 0, 0, 0, 0, 0, 1, 0]);
    const resident = await test.signInAs(['resident_contributor']);
    for (const [kind, id] of [
      ['problem', problem.id],
      ['commitment', open.id],
      ['concern', first.id],
    ])
      expect((await test.call('GET', `/api/chain/${kind}/${id}`, { cookie: resident })).status, kind).toBe(
        404,
      );
  });
});
