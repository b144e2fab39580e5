import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cookieOf, signInSteps } from '../../fixtures/sign-in-steps.ts';
import {
  createTestApp,
  sessionCookieOf,
  TEST_NAME,
  TEST_PASSPHRASE,
  type TestApp,
  VISITOR,
} from '../../fixtures/test-app.ts';

let test: TestApp;
let steps: ReturnType<typeof signInSteps>;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  steps = signInSteps(test);
  cookie = await test.signIn();
});
afterEach(() => test.close());

const DAY = 24 * 3_600_000;
const FRESH = 'eleven blue boats on a lake';
const passphrase = TEST_PASSPHRASE;
const send = (method: string, path: string, json?: unknown, as = cookie) =>
  steps.send(method, path, as, json);
const get = async (path: string, as = cookie) => (await send('GET', path, undefined, as)).json();

describe('own sessions', () => {
  it('are listed with kind of browser and time, this one marked, and nobody else’s', async () => {
    test.clock.advance(60_000);
    const phone = { ...VISITOR, browser: 'safari/ios' };
    await test.deps.auth.signIn(TEST_NAME, passphrase, phone);
    await test.signIn('Somebody else');
    const { items } = await get('/sessions');
    expect(items).toMatchObject([
      { browser: 'safari/ios', startedAt: '2025-03-01T12:01:00.000Z', current: false },
      { browser: 'firefox/linux', startedAt: '2025-03-01T12:00:00.000Z', current: true },
    ]);
  });

  it('say when they were seen last, to within minutes', async () => {
    test.clock.advance(4 * 60_000);
    await steps.isIn(cookie);
    expect((await get('/sessions')).items[0].lastSeenAt).toBe('2025-03-01T12:00:00.000Z');
    test.clock.advance(2 * 60_000);
    await steps.isIn(cookie);
    await expect
      .poll(async () => (await get('/sessions')).items[0].lastSeenAt)
      .toBe('2025-03-01T12:06:00.000Z');
  });

  it('can be ended one by one, at once', async () => {
    const other = sessionCookieOf((await test.deps.auth.signIn(TEST_NAME, passphrase, VISITOR)).cookies);
    expect(await steps.isIn(other)).toBe(true);
    const { items } = await get('/sessions', other);
    const mine = items.find((line: { current: boolean }) => line.current).id;
    expect((await send('DELETE', `/sessions/${mine}`)).status).toBe(204);
    expect(await steps.isIn(other)).toBe(false);
    expect((await send('DELETE', `/sessions/${mine}`)).status).toBe(404);
    expect(await steps.isIn(cookie)).toBe(true);
    expect(await steps.actions()).toContain('delete session');
  });

  it('cannot be ended by anybody else who guesses their number', async () => {
    const stranger = await test.signIn('Somebody else');
    const [{ id }] = (await get('/sessions')).items;
    expect((await send('DELETE', `/sessions/${id}`, undefined, stranger)).status).toBe(404);
    expect(await steps.isIn(cookie)).toBe(true);
  });

  it('can all be ended but this one', async () => {
    const others = [await test.signIn(), await test.signIn()];
    expect(await (await send('POST', '/sessions/end-others')).json()).toEqual({ ended: 2 });
    expect(await Promise.all([cookie, ...others].map(steps.isIn))).toEqual([true, false, false]);
  });

  it('are ended by an administrator, wherever they are', async () => {
    const member = await test.signInAs(['committee_member'], 'A member');
    const phone = await test.signInAs(['committee_member'], 'A member');
    expect(await steps.isIn(member)).toBe(true);
    const { id } = (await test.deps.auth.accounts()).find(({ name }) => name === 'A member') ?? { id: '' };
    const end = (as: string, whose = id) =>
      test.call('POST', `/api/people/${whose}/end-sessions`, { cookie: as });
    expect((await end(phone)).status).toBe(403);
    expect((await end(cookie, 'nobody')).status).toBe(404);
    expect(await (await end(cookie)).json()).toEqual({ ended: 2 });
    expect(await Promise.all([member, phone, cookie].map(steps.isIn))).toEqual([false, false, true]);
  });

  it('end with their time, and are taken out of the file', async () => {
    test.clock.advance(14 * DAY + 1);
    expect(await steps.isIn(cookie)).toBe(false);
    await test.signIn();
    const rows = await sql`SELECT id FROM session`.execute(test.store.accounts.database.db);
    expect(rows.rows).toHaveLength(1);
  });

  it('last as long as they are used', async () => {
    let renewed = 0;
    for (let day = 0; day < 40; day++) {
      test.clock.advance(DAY);
      const reply = await test.call('GET', '/api/session', { cookie });
      expect(reply.status).toBe(200);
      if (reply.headers.getSetCookie().length > 0) renewed++;
    }
    expect(renewed).toBeGreaterThan(30);
  });

  it('outlive a clock that is set back a day, and not one that ran far ahead', async () => {
    test.clock.advance(-DAY);
    expect(await steps.isIn(cookie)).toBe(true);
    test.clock.advance(400 * DAY);
    const ahead = await test.signIn();
    test.clock.advance(-400 * DAY);
    expect(await steps.isIn(ahead)).toBe(false);
  });
});

describe('the database file', () => {
  it('holds no token, code or secret that opens anything', async () => {
    await test.close();
    test = await createTestApp({}, { database: 'disk' });
    steps = signInSteps(test);
    cookie = await test.signIn();
    const { secret, codes } = await steps.setUpApp(cookie);
    const token = decodeURIComponent(cookie.split('=')[1]).split('.')[0];
    expect(token).toHaveLength(43);
    expect(await steps.isIn(cookie)).toBe(true);
    const folder = test.deps.config.dataFolder;
    for (const name of ['common-ground.sqlite', 'common-ground.sqlite-wal']) {
      const bytes = readFileSync(join(folder, name));
      for (const word of [token, ...codes, codes[0].replaceAll('-', ''), secret.toString('base64url')])
        expect(bytes.includes(word), name).toBe(false);
      expect(bytes.includes(secret), name).toBe(false);
    }
    // What is kept in place of the token is no token.
    const { rows } = await sql<{ token: string }>`SELECT token FROM session`.execute(
      test.store.accounts.database.db,
    );
    const signature = cookie.slice(cookie.indexOf('.', 30));
    expect(await steps.isIn(`common-ground.session_token=${rows[0].token}${signature}`)).toBe(false);
  });
});

describe('the own passphrase', () => {
  it('is changed by whoever knows it, and ends every other session', async () => {
    const other = await test.signIn();
    const change = await send('PUT', '/passphrase', { current: passphrase, passphrase: FRESH });
    expect(change.status).toBe(204);
    expect([await steps.isIn(cookie), await steps.isIn(other)]).toEqual([true, false]);
    expect((await steps.firstStep()).status).toBe(401);
    expect((await steps.firstStep(FRESH)).status).toBe(200);
    expect(await steps.actions()).toContain('update passphrase');
  });

  it('is not changed without it, nor guessed through an open session', async () => {
    const guess = () => send('PUT', '/passphrase', { current: 'a wrong guess', passphrase: FRESH });
    for (let n = 0; n < 5; n++) {
      const reply = await guess();
      expect(reply.status).toBe(422);
      expect((await reply.json()).code).toBe('wrong_passphrase');
    }
    expect((await guess()).status).toBe(429);
    expect((await steps.firstStep()).status).toBe(200);
  });

  it('is held against the rules, with the names everybody here knows', async () => {
    await test.store.settings.set('workspace.name', 'Marrowbone Quarter');
    for (const weak of ['short', 'Amina Okafor 1', 'Marrowbone Quarter 7']) {
      const reply = await send('PUT', '/passphrase', { current: passphrase, passphrase: weak });
      expect(reply.status).toBe(422);
      expect((await reply.json()).errors[0].pointer).toBe('/passphrase');
    }
  });
});

describe('a reset link', () => {
  it('lets its person choose a passphrase, takes the second factor off and ends every session, once', async () => {
    await steps.setUpApp(cookie);
    const [{ id }] = await test.deps.auth.accounts();
    const token = await test.deps.auth.makeResetLink(id);
    const open = () => test.call('POST', '/api/session/link', { json: { token } });
    expect(await (await open()).json()).toMatchObject({ account: 'reset', name: TEST_NAME, user: null });
    const reset = (text: string, with_ = token) =>
      test.call('POST', '/api/session/reset', { json: { token: with_, passphrase: text } });
    expect((await reset('Amina Okafor')).status).toBe(422);
    expect(await steps.isIn(cookie)).toBe(true);
    const done = await reset(FRESH);
    expect(done.status).toBe(200);
    expect(await steps.isIn(cookie)).toBe(false);
    expect(await steps.isIn(cookieOf(done))).toBe(true);
    expect((await steps.firstStep()).status).toBe(401);
    expect((await (await steps.firstStep(FRESH)).json()).secondStep).toBeNull();
    expect((await reset(FRESH)).status).toBe(422);
    expect((await open()).status).toBe(422);
    expect(await steps.actions()).toContain('reset user');
  });

  it('is the only link that does', async () => {
    const [{ id }] = await test.deps.auth.accounts();
    for (const token of [await test.deps.auth.makeLink(id), await test.deps.auth.makeLink(null)]) {
      const reply = await test.call('POST', '/api/session/reset', { json: { token, passphrase: FRESH } });
      expect((await reply.json()).code).toBe('link_not_for_reset');
    }
    const reset = await test.deps.auth.makeResetLink(id);
    const made = await test.call('POST', '/api/session/account', {
      json: { token: reset, name: 'Somebody new', passphrase: FRESH },
    });
    expect(made.status).toBe(422);
  });

  it('lives a day, and no more than one longer when the clock is set back', async () => {
    const [{ id }] = await test.deps.auth.accounts();
    const status = async (token: string) =>
      (await test.call('POST', '/api/session/link', { json: { token } })).status;
    const token = await test.deps.auth.makeResetLink(id);
    test.clock.advance(-DAY);
    expect(await status(token)).toBe(200);
    test.clock.advance(-DAY);
    expect(await status(token)).toBe(422);
    test.clock.advance(3 * DAY);
    expect(await status(token)).toBe(422);
  });
});
