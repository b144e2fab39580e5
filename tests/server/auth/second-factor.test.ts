import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, cookieOf, halfWay, signInSteps } from '../../fixtures/sign-in-steps.ts';
import { createTestApp, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

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

describe('an app that shows codes', () => {
  it('takes the passphrase to begin, and is asked for only once it was confirmed', async () => {
    expect((await send('POST', '/totp', { passphrase: 'a wrong guess' })).status).toBe(422);
    expect((await send('POST', '/totp/confirm', { code: '123456' })).status).toBe(409);
    const begun = await (await send('POST', '/totp', { passphrase })).json();
    expect(begun.address).toContain(`secret=${begun.key}`);
    expect((await steps.firstStep()).status).toBe(200);
    expect((await (await steps.firstStep()).json()).secondStep).toBeNull();
    const wrong = steps.codeNow(bytesOf(begun.key), 5);
    expect((await send('POST', '/totp/confirm', { code: wrong })).status).toBe(422);
    const { secret } = await steps.setUpApp(cookie);
    expect(secret).toHaveLength(20);
    expect((await send('POST', '/totp', { passphrase })).status).toBe(409);
    expect(await steps.actions()).toContain('create totp');
  });

  it('is the second of two steps: the first gives no session', async () => {
    const { secret } = await steps.setUpApp(cookie);
    const first = await steps.firstStep();
    expect(await first.json()).toEqual({
      user: null,
      secondStep: { code: true, passkey: false, recoveryCode: true },
    });
    expect(first.headers.getSetCookie().join()).not.toContain('session_token');
    const half = halfWay(first);
    expect(await steps.isIn(half)).toBe(false);
    expect((await steps.secondStep({ code: steps.codeNow(secret, 9) }, half)).status).toBe(401);
    const second = await steps.secondStep({ code: steps.codeNow(secret) }, half);
    expect(second.status).toBe(200);
    expect(await steps.isIn(cookieOf(second))).toBe(true);
    const signs = (await test.store.audit.page({ action: 'sign_in' }, { limit: 1 })).items[0];
    expect(signs.change).toEqual({ by: [null, 'code'] });
  });

  it('takes each code once, also in another sign-in', async () => {
    const { secret } = await steps.setUpApp(cookie);
    const code = steps.codeNow(secret);
    expect((await steps.secondStep({ code }, halfWay(await steps.firstStep()))).status).toBe(200);
    const again = await steps.secondStep({ code }, halfWay(await steps.firstStep()));
    expect(again.status).toBe(401);
    expect((await again.json()).code).toBe('code_used');
    // One of two at the same moment gets in.
    test.clock.advance(60_000);
    const halves = [halfWay(await steps.firstStep()), halfWay(await steps.firstStep())];
    const replies = await Promise.all(
      halves.map((half) => steps.secondStep({ code: steps.codeNow(secret) }, half)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('goes on with a clock that is set back a day', async () => {
    const { secret } = await steps.setUpApp(cookie);
    expect(
      (await steps.secondStep({ code: steps.codeNow(secret) }, halfWay(await steps.firstStep()))).status,
    ).toBe(200);
    const used = steps.codeNow(secret);
    test.clock.advance(-DAY);
    const half = halfWay(await steps.firstStep());
    expect((await steps.secondStep({ code: used }, half)).status).toBe(401);
    expect((await steps.secondStep({ code: steps.codeNow(secret) }, half)).status).toBe(200);
  });

  it('lets nobody guess: five tries, then longer and longer waits', async () => {
    const { secret } = await steps.setUpApp(cookie);
    const half = halfWay(await steps.firstStep());
    const wrong = steps.codeNow(secret, 7);
    for (let n = 0; n < 5; n++) expect((await steps.secondStep({ code: wrong }, half)).status).toBe(401);
    expect((await steps.secondStep({ code: steps.codeNow(secret) }, half)).status).toBe(429);
    // Not with a fresh first step either.
    expect(
      (await steps.secondStep({ code: steps.codeNow(secret) }, halfWay(await steps.firstStep()))).status,
    ).toBe(429);
    test.clock.advance(60_000);
    expect(
      (await steps.secondStep({ code: steps.codeNow(secret) }, halfWay(await steps.firstStep()))).status,
    ).toBe(200);
  });

  it('is not reached without the first step, nor after ten minutes, nor after the passphrase was changed', async () => {
    const { secret } = await steps.setUpApp(cookie);
    const cookies = [cookie, 'common-ground.first_step=forged', ''];
    for (const bad of cookies)
      expect((await steps.secondStep({ code: steps.codeNow(secret) }, bad)).status).toBe(401);
    const half = halfWay(await steps.firstStep());
    test.clock.advance(11 * 60_000);
    expect((await (await steps.secondStep({ code: steps.codeNow(secret) }, half)).json()).code).toBe(
      'begin_again',
    );
    const other = halfWay(await steps.firstStep());
    await send('PUT', '/passphrase', { current: passphrase, passphrase: FRESH });
    expect((await (await steps.secondStep({ code: steps.codeNow(secret) }, other)).json()).code).toBe(
      'begin_again',
    );
  });

  it('is asked for by a sign-in link as well', async () => {
    const { secret } = await steps.setUpApp(cookie);
    const [{ id }] = await test.deps.auth.accounts();
    const token = await test.deps.auth.makeLink(id);
    const opened = await test.call('POST', '/api/session/link', { json: { token } });
    expect(await opened.json()).toMatchObject({ user: null, secondStep: { code: true } });
    expect((await steps.secondStep({ code: steps.codeNow(secret) }, halfWay(opened))).status).toBe(200);
  });

  it('is switched off with passphrase and code, not with one of them', async () => {
    const { secret } = await steps.setUpApp(cookie);
    const off = (json: unknown) => send('POST', '/totp/off', json);
    expect((await off({ passphrase })).status).toBe(422);
    expect((await off({ passphrase, code: steps.codeNow(secret, 9) })).status).toBe(422);
    expect((await off({ passphrase: 'a wrong guess', code: steps.codeNow(secret) })).status).toBe(422);
    expect((await off({ passphrase, code: steps.codeNow(secret) })).status).toBe(204);
    expect((await (await steps.firstStep()).json()).secondStep).toBeNull();
    expect(await get('/second-factor')).toEqual({ totpSince: null, passkeys: 0, recoveryCodes: 0 });
    expect(await steps.actions()).toContain('delete totp');
  });

  it('whose key is lost says so, and leaves the recovery codes', async () => {
    const { codes, secret } = await steps.setUpApp(cookie);
    await sql`UPDATE totp SET secret = 'a.b.c'`.execute(test.store.accounts.database.db);
    const half = halfWay(await steps.firstStep());
    const lost = await steps.secondStep({ code: steps.codeNow(secret) }, half);
    expect(lost.status).toBe(422);
    expect((await lost.json()).code).toBe('app_lost');
    expect((await steps.secondStep({ recoveryCode: codes[0] }, half)).status).toBe(200);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and each opens once, however it is typed', async () => {
    const { codes } = await steps.setUpApp(cookie);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9B-Z]{4}(-[2-9B-Z]{4}){3}$/);
    const typed = ` ${codes[0].toLowerCase().replaceAll('-', ' ')}`;
    expect((await steps.secondStep({ recoveryCode: typed }, halfWay(await steps.firstStep()))).status).toBe(
      200,
    );
    expect(
      (await steps.secondStep({ recoveryCode: codes[0] }, halfWay(await steps.firstStep()))).status,
    ).toBe(401);
    expect((await get('/second-factor')).recoveryCodes).toBe(9);
    expect(await steps.actions()).toContain('use recovery_codes');
  });

  it('of one person open nothing for another', async () => {
    const { codes } = await steps.setUpApp(cookie);
    const other = await test.signIn('Somebody else');
    await steps.setUpApp(other);
    const first = await steps.firstStep(passphrase, 'Somebody else');
    expect((await steps.secondStep({ recoveryCode: codes[0] }, halfWay(first))).status).toBe(401);
  });

  it('are made anew with passphrase and code; the old ones open nothing any more', async () => {
    const { secret, codes } = await steps.setUpApp(cookie);
    expect((await send('POST', '/recovery-codes', { passphrase })).status).toBe(422);
    const made = await send('POST', '/recovery-codes', { passphrase, code: steps.codeNow(secret) });
    expect(made.status).toBe(201);
    const fresh: string[] = (await made.json()).recoveryCodes;
    const half = halfWay(await steps.firstStep());
    expect((await steps.secondStep({ recoveryCode: codes[3] }, half)).status).toBe(401);
    expect((await steps.secondStep({ recoveryCode: fresh[3] }, half)).status).toBe(200);
  });

  it('stand in for something: there are none without a second factor', async () => {
    expect((await send('POST', '/recovery-codes', { passphrase })).status).toBe(409);
  });
});

describe('the rule of the workspace', () => {
  const rule = (secondFactor: string) => test.store.settings.set('workspace.secondFactor', secondFactor);
  const mayOf = async (as: string) => (await test.call('GET', '/api/session', { cookie: as })).json();

  it('leaves whoever has to have a second factor no role until there is one', async () => {
    await rule('all');
    expect(await mayOf(cookie)).toMatchObject({ roles: [], may: [], secondFactorMissing: true });
    expect((await test.call('GET', '/api/areas', { cookie })).status).toBe(403);
    await steps.setUpApp(cookie);
    expect(await mayOf(cookie)).toMatchObject({ secondFactorMissing: false });
    expect((await test.call('GET', '/api/areas', { cookie })).status).toBe(200);
  });

  it('may ask it only of those who see exact incidents or decide about people', async () => {
    await rule('exact');
    const missing = async (as: string) => (await mayOf(as)).secondFactorMissing;
    for (const role of ['admin', 'analyst', 'police_member', 'data_guardian'] as const)
      expect(await missing(await test.signInAs([role])), role).toBe(true);
    for (const role of ['secretary', 'committee_member', 'oversight_readonly', 'publisher'] as const)
      expect(await missing(await test.signInAs([role])), role).toBe(false);
    expect(await missing(await test.signInAs([]))).toBe(false);
  });

  it('is set by an administrator with the other settings of the workspace', async () => {
    const change = (json: unknown, as = cookie) =>
      test.call('PATCH', '/api/workspace', { cookie: as, json, headers: { 'If-Match': '"1"' } });
    expect((await change({ secondFactor: 'some' })).status).toBe(400);
    const analyst = await test.signInAs(['analyst']);
    expect((await change({ secondFactor: 'all' }, analyst)).status).toBe(403);
    expect(await (await change({ secondFactor: 'exact' })).json()).toMatchObject({ secondFactor: 'exact' });
    expect(await mayOf(analyst)).toMatchObject({ secondFactorMissing: true });
  });
});
