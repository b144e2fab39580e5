import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterAll(() => test.close());

const create = (title: string, key: string, as = cookie) =>
  test.call('POST', '/api/problems', { cookie: as, json: { title }, headers: { 'Idempotency-Key': key } });
const count = async () => (await test.deps.store.problems.list()).length;

describe('Idempotency-Key', () => {
  it('makes a repeated create the same create', async () => {
    const first = await create('Broken lamps', 'key-1');
    const again = await create('Broken lamps', 'key-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await count()).toBe(1);
  });

  it('belongs to one request', async () => {
    const reply = await create('Something else', 'key-1');
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ code: 'key_reused' });
    expect(await count()).toBe(1);
  });

  it('belongs to one person', async () => {
    const other = await test.signIn('Somebody Else');
    expect((await create('Broken lamps', 'key-1', other)).status).toBe(201);
    expect(await count()).toBe(2);
  });

  it('lets one of two at the same moment through', async () => {
    const replies = await Promise.all([create('Twice', 'key-2'), create('Twice', 'key-2')]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect(await count()).toBe(3);
  });

  it('does not keep refusals: the corrected request goes through', async () => {
    expect((await create('', 'key-3')).status).toBe(400);
    expect((await create('Right now', 'key-3')).status).toBe(201);
  });

  it('must be plain and short', async () => {
    expect((await create('Long key', 'k'.repeat(201))).status).toBe(400);
  });

  it('is no way around a role that has ended', async () => {
    const police = await test.signInAs(['police_member'], 'Once a Member');
    expect((await create('Before the end', 'key-4', police)).status).toBe(201);
    await endRolesOf('Once a Member');
    const again = await create('Before the end', 'key-4', police);
    expect(again.status).toBe(403);
    expect(await again.text()).not.toContain('Before the end');
  });

  it('keeps no token of an invitation and no incident', async () => {
    const admin = await test.signInAs(['admin', 'analyst'], 'Asks Twice');
    const ask = (path: string, json: unknown) =>
      test.call('POST', path, { cookie: admin, json, headers: { 'Idempotency-Key': 'key-5' } });
    expect((await ask('/api/people/invitations', { roles: ['analyst'] })).status).toBe(201);
    expect((await ask('/api/incidents/query', { filter: {} })).status).toBe(200);
    const { id } = await personCalled('Asks Twice');
    expect(await test.store.idempotency.get('key-5', id)).toBeNull();
  });
});

async function personCalled(name: string) {
  const person = (await test.deps.auth.accounts()).find((account) => account.name === name);
  if (!person) throw new Error(`There is no ${name}.`);
  return person;
}

async function endRolesOf(name: string) {
  const { id } = await personCalled(name);
  const act = { actor: null, at: test.clock.now().toISOString() };
  for (const membership of await test.store.memberships.of(id))
    await test.store.memberships.end(membership.id, '2025-02-28', act);
}
