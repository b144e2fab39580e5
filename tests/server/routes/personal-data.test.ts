import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInSteps } from '../../fixtures/sign-in-steps.ts';
import { createTestApp, TEST_NAME, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let admin: string;
let member: string;
const MEMBER = 'Rosa Resident';
const SURE = { sure: 'erase' };
beforeEach(async () => {
  test = await createTestApp();
  admin = await test.signIn();
  member = await test.signInAs(['committee_member'], MEMBER);
});
afterEach(() => test.close());

const idOf = async (name: string) =>
  (await test.deps.auth.accounts()).find((each) => each.name === name)?.id ?? '';
const send = (method: string, path: string, cookie: string, json?: unknown) =>
  test.call(method, path, { cookie, json });
const isIn = async (cookie: string) => (await send('GET', '/api/session', cookie)).status === 200;

describe('what is held about a person', () => {
  it('is given to them as a file, without secrets, and the history says so', async () => {
    const steps = signInSteps(test);
    await steps.setUpApp(member);
    await send('POST', '/api/annotations', member, { text: 'The lamp is out.' });
    const reply = await send('GET', '/api/account/data', member);
    expect(reply.headers.get('content-disposition')).toContain('attachment');
    const data = await reply.json();
    expect(data).toMatchObject({
      account: { name: MEMBER, hasPassphrase: true },
      memberships: [{ role: 'committee_member', areaId: null }],
      sessions: [{ browser: 'firefox/linux' }],
      app: { since: expect.any(String) },
    });
    expect(data.recoveryCodes).toHaveLength(10);
    expect(
      data.history.map(({ action, objectKind }: Record<string, string>) => `${action} ${objectKind}`),
    ).toEqual(['create annotation', 'create totp', 'create user']);
    expect(JSON.stringify({ ...data, history: [] })).not.toMatch(/hash|secret|token|password"/i);
    await test.deps.auditQueue.flush();
    const { items } = await test.store.audit.page({ action: 'read', objectKind: 'user' }, { limit: 5 });
    expect(items[0].change).toMatchObject({ exportedAs: [null, 'json'] });
  });

  it('is given to an administrator for them, and to nobody else', async () => {
    const id = await idOf(MEMBER);
    const reply = await send('GET', `/api/people/${id}/data`, admin);
    expect((await reply.json()).account.name).toBe(MEMBER);
    expect((await send('GET', `/api/people/${await idOf(TEST_NAME)}/data`, member)).status).toBe(403);
    expect((await send('GET', '/api/people/nobody/data', admin)).status).toBe(404);
    test.clock.advance(10 * 60_000 + 1);
    expect((await (await send('GET', `/api/people/${id}/data`, admin)).json()).code).toBe('prove_again');
    expect((await send('GET', '/api/account/data', member)).status).toBe(200);
  });

  it('says of the history only what whoever asks may read', async () => {
    const secret = 'The house with the red door';
    await send('POST', '/api/annotations', member, { text: secret });
    const only = await test.signInAs(['admin']);
    const reply = await send('GET', `/api/people/${await idOf(MEMBER)}/data`, only);
    const text = await reply.text();
    expect(text).not.toContain(secret);
    expect(text).toContain('"hidden":true');
    expect(await (await send('GET', '/api/account/data', member)).text()).toContain(secret);
  });
});

describe('a person who is forgotten', () => {
  it('leaves a made-up name, and nothing to sign in by', async () => {
    const steps = signInSteps(test);
    await steps.setUpApp(member);
    await send('POST', '/api/annotations', member, { text: 'The lamp is out.' });
    const other = await test.deps.auth.makeLink(await idOf(MEMBER));
    const id = await idOf(MEMBER);
    expect((await send('POST', '/api/account/data/erase', member, {})).status).toBe(400);
    const proof = { passphrase: TEST_PASSPHRASE };
    await send('POST', '/api/account/proof', member, proof);
    const reply = await send('POST', '/api/account/data/erase', member, SURE);
    expect(reply.status).toBe(204);
    expect(reply.headers.getSetCookie().join()).toMatch(/session_token=;/);
    expect(await isIn(member)).toBe(false);
    expect(await idOf(MEMBER)).toBe('');
    const again = await test.call('POST', '/api/session', {
      json: { name: MEMBER, passphrase: TEST_PASSPHRASE },
    });
    expect(again.status).toBe(401);
    expect((await test.call('POST', '/api/session/link', { json: { token: other } })).status).toBe(422);
    const people = await (await send('GET', '/api/people', admin)).json();
    expect(people.items.map(({ name }: { name: string }) => name)).toEqual([TEST_NAME]);

    const { items } = await test.store.audit.page({ actor: id }, { limit: 50 });
    expect(items[0]).toMatchObject({ action: 'erase', objectKind: 'user', objectId: id });
    for (const { actorName } of items) expect(actorName).toMatch(/^Former member [0-9a-f]{6}$/);
    expect(JSON.stringify(items)).not.toContain('Rosa');
    expect((await test.store.audit.verify()).brokenAt).toBeNull();
    // The name is free for somebody else.
    expect(await isIn(await test.signInAs(['secretary'], MEMBER))).toBe(true);
  });

  it('is forgotten by an administrator as well, signed in or not', async () => {
    const id = await idOf(MEMBER);
    expect((await send('POST', `/api/people/${await idOf(TEST_NAME)}/erase`, member, SURE)).status).toBe(403);
    expect((await send('POST', `/api/people/${id}/erase`, admin, SURE)).status).toBe(204);
    expect(await isIn(member)).toBe(false);
    expect((await send('POST', `/api/people/${id}/erase`, admin, SURE)).status).toBe(404);
    expect((await send('GET', `/api/people/${id}/data`, admin)).status).toBe(404);
  });

  it('is not the last administrator', async () => {
    const reply = await send('POST', '/api/account/data/erase', admin, SURE);
    expect((await reply.json()).code).toBe('last_admin');
    expect(await isIn(admin)).toBe(true);
    await test.signInAs(['admin'], 'Another');
    expect((await send('POST', '/api/account/data/erase', admin, SURE)).status).toBe(204);
  });

  it('has proved just now who it is', async () => {
    test.clock.advance(10 * 60_000 + 1);
    expect((await (await send('POST', '/api/account/data/erase', member, SURE)).json()).code).toBe(
      'prove_again',
    );
  });
});
