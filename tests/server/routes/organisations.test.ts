import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let admin: string;
beforeEach(async () => {
  test = await createTestApp();
  admin = await test.signInAs(['admin'], 'Admin');
});
afterEach(() => test.close());

async function ask(cookie: string, method: string, path: string, json?: unknown, version = 1) {
  const reply = await test.call(method, `/api/organisations${path}`, {
    cookie,
    json,
    headers: { 'If-Match': `"${version}"` },
  });
  return { status: reply.status, body: await reply.json().catch(() => null) };
}

describe('organisations', () => {
  it('have one name each, however it is written', async () => {
    const made = await ask(admin, 'POST', '', { name: ' Street Lighting ', kind: 'utility' });
    expect(made.body).toMatchObject({ name: 'Street Lighting', kind: 'utility', version: 1 });
    const again = await ask(admin, 'POST', '', { name: 'STREET   lighting', kind: 'other' });
    expect([again.status, again.body.code]).toEqual([409, 'name_taken']);
    const renamed = await ask(admin, 'PATCH', `/${made.body.id}`, { name: 'Street lighting' });
    expect(renamed.body).toMatchObject({ name: 'Street lighting', version: 2 });
    expect((await ask(admin, 'PATCH', `/${made.body.id}`, { name: 'Lamps' })).status).toBe(412);
  });

  it('are spoken for by accounts, each for one at most, which only those who see accounts are told', async () => {
    const [parks, lamps] = [
      (await ask(admin, 'POST', '', { name: 'Parks', kind: 'agency' })).body.id,
      (await ask(admin, 'POST', '', { name: 'Lamps', kind: 'utility' })).body.id,
    ];
    const cookie = await test.signInAs(['agency_owner'], 'Gardener');
    const accounts = await test.deps.auth.accounts();
    const id = accounts.find(({ name }) => name === 'Gardener')?.id;
    for (const organisationId of [parks, lamps])
      expect((await ask(admin, 'PUT', `/speakers/${id}`, { organisationId })).status).toBe(204);
    expect((await ask(admin, 'GET', '')).body.items).toMatchObject([
      { name: 'Lamps', members: [{ name: 'Gardener' }] },
      { name: 'Parks', members: [] },
    ]);
    const own = (await ask(cookie, 'GET', '')).body;
    expect([own.mine, own.items.map(({ members }: { members: unknown }) => members)]).toEqual([
      lamps,
      [null, null],
    ]);
    await ask(admin, 'PUT', `/speakers/${id}`, { organisationId: null });
    expect((await ask(cookie, 'GET', '')).body.mine).toBeNull();
    expect((await ask(admin, 'PUT', `/speakers/${id}`, { organisationId: 99 })).status).toBe(404);
    expect((await ask(admin, 'PUT', '/speakers/nobody', { organisationId: lamps })).status).toBe(404);
  });
});
