import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

const known = { text: '', evidenceQuality: 'none' };
const OWN = {
  title: 'Lantern walk',
  family: 'increase_risks',
  about: 'Families walk the path together on the evenings of the market.',
  mechanism: 'works by bringing people to the path at the hours it is empty',
  sides: ['target/guardian'],
  examples: ['Every market evening since May'],
  cost: { level: 'low', text: '' },
  course: 'continuous',
  harms: ['Tires out the same few'],
  displacement: 'To the evenings without a walk.',
  emmie: { effect: known, mechanism: known, moderators: known, implementation: known, economic: known },
};

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signInAs(['analyst']);
});
afterEach(() => test.close());

async function ask(method: string, path = '', json?: unknown, version = 1) {
  const headers = { 'If-Match': `"${version}"` };
  const reply = await test.call(method, `/api/response-cards${path}`, { cookie, json, headers });
  return { status: reply.status, body: await reply.json().catch(() => null) };
}

describe('response cards', () => {
  it('are those of the library, and the workspace’s own after them', async () => {
    expect((await ask('GET')).body.items).toHaveLength(33);
    const { id } = (await ask('POST', '', OWN)).body;
    const { items } = (await ask('GET')).body;
    expect(items.at(-1)).toEqual({ ...OWN, id, number: null, version: 1 });
    expect(items[0]).toMatchObject({ id: 'target-harden', number: 1, version: null });
  });

  it('of the workspace are changed and taken out, those of the library are not', async () => {
    const { id } = (await ask('POST', '', OWN)).body;
    const changed = await ask('PUT', `/${id}`, { ...OWN, title: 'Lantern walks' });
    expect(changed.body).toMatchObject({ title: 'Lantern walks', version: 2 });
    expect((await ask('PUT', `/${id}`, OWN)).status).toBe(412);
    expect((await ask('DELETE', `/${id}`, undefined, 2)).status).toBe(204);
    expect((await ask('DELETE', `/${id}`, undefined, 2)).status).toBe(404);
    expect((await ask('PUT', '/target-harden', OWN)).status).toBe(404);
    expect((await ask('DELETE', '/target-harden')).status).toBe(404);
  });

  it.each<[string, object]>([
    ['a mechanism', { mechanism: ' ' }],
    ['a side', { sides: [] }],
    ['what could go wrong', { harms: [] }],
  ])('do not go without %s', async (_, part) => {
    expect((await ask('POST', '', { ...OWN, ...part })).status).toBe(400);
  });
});

describe('what was tried before', () => {
  it('names the cases in which an option from the card was chosen', async () => {
    const call = async (path: string, json: unknown) =>
      (await test.call('POST', `/api/problems${path}`, { cookie, json })).json();
    const { id, ref } = await call('', { title: 'Stops' });
    const option = { title: 'Lamps at the stop', cardId: 'natural-surveillance' };
    await call(`/${id}/items`, { kind: 'option', body: { ...option, decision: 'chosen' } });
    await call(`/${id}/items`, { kind: 'option', body: { ...option, title: 'More', decision: 'reserve' } });
    const of = async (card: string) => (await ask('GET', `/${card}/tried`)).body.items;
    expect(await of('natural-surveillance')).toEqual([
      { problemId: id, ref, title: 'Stops', stage: 'scanning', option: option.title, verified: 0, due: 0 },
    ]);
    expect(await of('target-harden')).toEqual([]);
  });
});
