import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, TEST_NAME, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let owner: string;
let overseer: string;

beforeEach(async () => {
  test = await createTestApp();
  owner = await test.signIn();
  overseer = await test.signInAs(['oversight_readonly']);
});
afterEach(() => test.close());

const history = async (query = '') =>
  (await (await test.call('GET', `/api/audit${query}`, { cookie: overseer })).json()).items;

describe('the history', () => {
  it('says who changed what', async () => {
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Bicycles at the station' } });
    const [entry] = await history('?objectKind=problem');
    expect(entry).toMatchObject({ action: 'create', actorName: TEST_NAME });
  });

  it('says who looked at incidents', async () => {
    await test.call('POST', '/api/incidents/query', { cookie: owner, json: { filter: {} } });
    const [entry] = await history('?action=read');
    expect(entry).toMatchObject({ objectKind: 'incidents', actorName: TEST_NAME });
  });

  it('says that somebody could not sign in, and not with what', async () => {
    const secret = 'this was meant for the other field';
    await test.call('POST', '/api/session', { json: { name: secret, passphrase: secret } });
    const entries = await history();
    expect(entries[0]).toMatchObject({ action: 'sign_in_failed', actor: null });
    expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it('proves that it is whole', async () => {
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Bicycles' } });
    const reply = await test.call('GET', '/api/audit/chain', { cookie: overseer });
    const [newest] = await history();
    expect(await reply.json()).toEqual({ entries: newest.id, head: newest.hash, brokenAt: null });
  });

  it('is given as a file, which is written into it', async () => {
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: '=1+1' } });
    const reply = await test.call('GET', '/api/audit/csv', { cookie: overseer });
    const lines = (await reply.text()).trim().split('\r\n');
    expect(lines[0]).toBe('id,at,actor,actorName,action,objectKind,objectId,reason,change,hash');
    expect(lines[1]).toContain(',create,problem,');
    expect(lines[1]).toContain('=1+1');
    expect(lines.flatMap((cells) => cells.split(',')).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
    expect((await history())[0]).toMatchObject({ action: 'read', objectKind: 'audit' });
  });

  it('of one case leaves out who looked at it', async () => {
    const made = await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Bicycles' } });
    const { id } = await made.json();
    await test.call('POST', `/api/problems/${id}/linked`, { cookie: owner, json: {} });
    await test.deps.auditQueue.flush();
    const reply = await test.call('GET', `/api/problems/${id}/history`, { cookie: owner });
    const actions = (await reply.json()).items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['create']);
  });
});
