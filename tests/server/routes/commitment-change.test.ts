import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

// The clock of the test stands at noon on 1 March 2025.
const TOMORROW = '2025-03-02';

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

describe('a change of a commitment', () => {
  it('keeps its first day when it gets another, for which it takes a reason', async () => {
    const owner = await ownerOf(lighting);
    const { id } = await propose();
    await ask(
      owner,
      'POST',
      `/commitments/${id}/steps`,
      { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'x' },
      1,
    );
    const silent = await ask(secretary, 'PATCH', `/commitments/${id}`, { dueOn: '2025-05-01' }, 2);
    expect([silent.status, silent.body.code]).toEqual([422, 'needs_reason']);
    const said = await ask(
      secretary,
      'PATCH',
      `/commitments/${id}`,
      { dueOn: '2025-05-01', reason: 'Poles late' },
      2,
    );
    expect(said.body).toMatchObject({ dueOn: '2025-05-01', firstDueOn: TOMORROW, version: 3 });
    expect((await ask(secretary, 'PATCH', `/commitments/${id}`, { text: 'Other' }, 2)).status).toBe(412);
    const { items } = (await ask(owner, 'GET', `/commitments/${id}/changes`)).body;
    expect(items).toMatchObject([
      { reason: 'Poles late', onBehalf: true, dueOn: [TOMORROW, '2025-05-01'], fields: ['dueOn'] },
    ]);
  });

  it('changes in its terms with the agreement of its owner alone, and both versions stay', async () => {
    const owner = await ownerOf(lighting);
    const analyst = await test.signInAs(['analyst']);
    const { id, text } = await propose();
    const patch = (cookie: string, change: object, version: number) =>
      ask(cookie, 'PATCH', `/commitments/${id}`, change, version);
    // A proposal is of whoever may propose; its owner agrees to it or does not.
    expect((await patch(owner, { text: 'Two lamps' }, 1)).body.code).toBe('not_your_step');
    expect((await patch(analyst, { text: 'Ten lamps' }, 1)).body.text).toBe('Ten lamps');
    const agreed = { to: 'agreed', dueOn: TOMORROW, evidenceOfDone: 'x' };
    await ask(owner, 'POST', `/commitments/${id}/steps`, agreed, 2);
    const fewer = { text: 'Eight lamps', reason: 'Two poles stand on private ground' };
    expect((await patch(analyst, fewer, 3)).body.code).toBe('not_your_step');
    expect((await patch(analyst, { visibility: 'public' }, 3)).body).toMatchObject({
      visibility: 'public',
      mayChange: 'beside',
    });
    expect((await patch(owner, { text: 'Eight lamps' }, 4)).body.code).toBe('needs_reason');
    expect((await patch(owner, fewer, 4)).body).toMatchObject({ text: 'Eight lamps', mayChange: 'all' });
    const { items } = (await ask(analyst, 'GET', `/commitments/${id}/changes`)).body;
    expect(items.map((one: { text?: string[] }) => one.text)).toEqual([
      [text, 'Ten lamps'],
      undefined,
      ['Ten lamps', 'Eight lamps'],
    ]);
    expect(items[2]).toMatchObject({ reason: fewer.reason, onBehalf: false });
    await ask(owner, 'POST', `/commitments/${id}/steps`, { to: 'in_progress' }, 5);
    const evidence = [{ kind: 'count', text: '8 of 8' }];
    await ask(owner, 'POST', `/commitments/${id}/steps`, { to: 'delivered', evidence }, 6);
    expect((await patch(owner, fewer, 7)).body.code).toBe('wrong_state');
  });
});
