import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, TEST_NAME, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

const post = (path: string, json: unknown, headers?: Record<string, string>) =>
  test.call('POST', path, { json, headers });
const newAccount = { name: TEST_NAME, passphrase: TEST_PASSPHRASE };

describe('the one-time link', () => {
  it('makes one account and is used up by it', async () => {
    const token = await test.deps.auth.makeLink(null);
    const opened = await post('/api/session/link', { token });
    expect(await opened.json()).toEqual({ account: 'new', user: null, name: null, secondStep: null });
    // Looking does not use it up.
    expect((await post('/api/session/link', { token })).status).toBe(200);

    const made = await post('/api/session/account', { token, ...newAccount });
    expect(made.status).toBe(201);
    expect((await made.json()).user.name).toBe(TEST_NAME);
    const cookie = made.headers.getSetCookie()[0];
    expect(cookie).toMatch(/^common-ground\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).not.toMatch(/Secure/i);

    const again = await post('/api/session/account', { token, ...newAccount, name: 'Somebody else' });
    expect(again.status).toBe(422);
    const details = await again.json();
    expect(details.code).toBe('link_used');
    expect(details.detail).toContain('npm run -s cg -- link');
    expect(await test.deps.auth.accounts()).toHaveLength(1);
  });

  it('lets in one of two who open it at the same moment', async () => {
    const token = await test.deps.auth.makeLink(null);
    const replies = await Promise.all(
      ['First', 'Second'].map((name) => post('/api/session/account', { token, ...newAccount, name })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 422]);
    expect(await test.deps.auth.accounts()).toHaveLength(1);
  });

  it('expires after a day', async () => {
    const token = await test.deps.auth.makeLink(null);
    test.clock.advance(24 * 3_600_000 + 1);
    const reply = await post('/api/session/account', { token, ...newAccount });
    expect(reply.status).toBe(422);
    const details = await reply.json();
    expect(details.code).toBe('link_expired');
    expect(details.detail).toContain('npm run -s cg -- link');
  });

  it('of an account that exists signs in, once', async () => {
    await test.signIn();
    const [account] = await test.deps.auth.accounts();
    const token = await test.deps.auth.makeLink(account.id);
    const opened = await post('/api/session/link', { token });
    expect(await opened.json()).toEqual({
      account: 'existing',
      user: account,
      name: null,
      secondStep: null,
    });
    const cookie = opened.headers.getSetCookie()[0].split(';')[0];
    expect((await test.call('GET', '/api/session', { cookie })).status).toBe(200);
    expect((await post('/api/session/link', { token })).status).toBe(422);
  });

  it('is not used up by an account that cannot be made', async () => {
    const token = await test.deps.auth.makeLink(null);
    const weak = await post('/api/session/account', { token, name: TEST_NAME, passphrase: 'too short' });
    expect(weak.status).toBe(422);
    expect((await weak.json()).errors[0].pointer).toBe('/passphrase');
    expect((await post('/api/session/account', { token, ...newAccount })).status).toBe(201);
    const second = await test.deps.auth.makeLink(null);
    const taken = await post('/api/session/account', {
      token: second,
      ...newAccount,
      name: ' amina  OKAFOR',
    });
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({ code: 'name_taken' });
    const other = await post('/api/session/account', { token: second, ...newAccount, name: 'نرگس' });
    expect(other.status).toBe(201);
  });
});

describe('name and passphrase', () => {
  it('sign in, whatever the case of the name', async () => {
    await test.signIn();
    const reply = await post('/api/session', { name: 'AMINA okafor', passphrase: TEST_PASSPHRASE });
    expect(reply.status).toBe(200);
    expect((await reply.json()).user.name).toBe(TEST_NAME);
  });

  it('get the same refusal for a wrong passphrase and an unknown name', async () => {
    await test.signIn();
    const wrong = await post('/api/session', { name: TEST_NAME, passphrase: 'not this one at all' });
    const unknown = await post('/api/session', { name: 'Nobody Here', passphrase: 'not this one at all' });
    expect(wrong.status).toBe(401);
    const without = ({ requestId, ...rest }: { requestId: string }) => rest;
    expect(without(await wrong.json())).toEqual(without(await unknown.json()));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('are kept as a hash', async () => {
    await test.signIn();
    const rows = await sql`SELECT password FROM account`.execute(test.store.accounts.database.db);
    expect(rows.rows).toHaveLength(1);
    expect(JSON.stringify(rows.rows)).not.toContain(TEST_PASSPHRASE);
    const token = await test.deps.auth.makeLink(null);
    const links = await sql`SELECT * FROM sign_in_link`.execute(test.store.accounts.database.db);
    expect(links.rows).toHaveLength(2);
    expect(JSON.stringify(links.rows)).not.toContain(token);
  });

  it('may be tried five times, successes not counted; then the guesser waits longer each time', async () => {
    await test.signIn();
    for (let n = 0; n < 8; n++) expect((await post('/api/session', newAccount)).status).toBe(200);
    const guess = { name: TEST_NAME, passphrase: 'a wrong guess' };
    for (let n = 0; n < 5; n++) expect((await post('/api/session', guess)).status).toBe(401);
    const limited = await post('/api/session', newAccount);
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('1');
    expect(await limited.json()).toMatchObject({ code: 'too_many_tries', retryAfter: 1 });
    test.clock.advance(1000);
    expect((await post('/api/session', guess)).status).toBe(401);
    expect((await post('/api/session', newAccount)).headers.get('retry-after')).toBe('2');
  });
});

describe('the session', () => {
  it('ends at once with signing out', async () => {
    const cookie = await test.signIn();
    expect((await test.call('GET', '/api/session', { cookie })).status).toBe(200);
    const out = await test.call('DELETE', '/api/session', { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/i);
    expect((await test.call('GET', '/api/session', { cookie })).status).toBe(401);
  });

  it('is not opened by a forged or tampered cookie', async () => {
    const cookie = await test.signIn();
    await test.call('GET', '/api/session', { cookie });
    const tampered = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const bad of ['common-ground.session_token=abc.def', `${cookie}x`, tampered])
      expect((await test.call('GET', '/api/session', { cookie: bad })).status).toBe(401);
  });

  it('gets a Secure cookie when it is served over https', async () => {
    const config = { ...test.deps.config, proxies: ['in-process'] };
    const behind = await createTestApp({ config });
    await behind.signIn();
    const headers = { 'X-Forwarded-Proto': 'https' };
    const reply = await behind.call('POST', '/api/session', { json: newAccount, headers });
    const cookies = reply.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*; Secure/);
    await behind.close();
  });
});

describe('the history', () => {
  it('holds who came and went', async () => {
    const token = await test.deps.auth.makeLink(null);
    const made = await post('/api/session/account', { token, ...newAccount });
    const cookie = made.headers.getSetCookie()[0].split(';')[0];
    const { user } = await made.json();
    await post('/api/session', newAccount);
    await post('/api/session', { ...newAccount, passphrase: 'a wrong guess' });
    await test.call('DELETE', '/api/session', { cookie });
    const entries = await test.deps.store.audit.of('user', user.id);
    expect(entries.map((entry) => entry.action).sort()).toEqual(['create', 'sign_in', 'sign_out']);
  });
});
