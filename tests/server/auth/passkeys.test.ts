import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookieOf, halfWay, signInSteps } from '../../fixtures/sign-in-steps.ts';
import { softAuthenticator } from '../../fixtures/soft-authenticator.ts';
import { createTestApp, TEST_ORIGIN, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let steps: ReturnType<typeof signInSteps>;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  steps = signInSteps(test);
  cookie = await test.signIn();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await test.close();
});

const passphrase = TEST_PASSPHRASE;
type Key = ReturnType<typeof softAuthenticator>;

async function begin(as = cookie): Promise<string> {
  const reply = await steps.send('POST', '/passkeys/options', as, { passphrase });
  return (await reply.json()).options.challenge;
}
const keep = (credential: unknown, as = cookie) =>
  steps.send('POST', '/passkeys', as, { name: 'My laptop', credential });

async function setUp(as = cookie): Promise<Key> {
  const key = softAuthenticator(TEST_ORIGIN);
  const made = await keep(key.make(await begin(as)), as);
  expect(made.status).toBe(201);
  expect((await made.json()).recoveryCodes).toHaveLength(10);
  return key;
}

/** The first step, and what the second has to sign. */
async function half(): Promise<{ cookie: string; challenge: string }> {
  const first = await steps.firstStep();
  const cookie = halfWay(first);
  const asked = await test.call('POST', '/api/session/second-step/passkey-options', { cookie });
  expect(asked.status).toBe(200);
  return { cookie, challenge: (await asked.json()).options.challenge };
}
const give = (credential: unknown, cookie: string) =>
  test.call('POST', '/api/session/second-step/passkey', { json: { credential }, cookie });

describe('a passkey', () => {
  it('is set up with the passphrase and then asked for as the second step', async () => {
    const wrong = await steps.send('POST', '/passkeys/options', cookie, { passphrase: 'a wrong guess' });
    expect(wrong.status).toBe(422);
    const key = await setUp();
    expect((await (await steps.firstStep()).json()).secondStep).toEqual({
      code: false,
      passkey: true,
      recoveryCode: true,
    });
    const { cookie: first, challenge } = await half();
    const second = await give(key.use(challenge), first);
    expect(second.status).toBe(200);
    expect(await steps.isIn(cookieOf(second))).toBe(true);
    const { items } = await (await steps.send('GET', '/passkeys', cookie)).json();
    expect(items).toMatchObject([{ name: 'My laptop', host: 'localhost', lastUsedAt: expect.any(String) }]);
    expect(await steps.actions()).toContain('create passkey');
  });

  it('signs each challenge once, and none of another sign-in', async () => {
    const key = await setUp();
    const one = await half();
    const signed = key.use(one.challenge);
    expect((await give(signed, one.cookie)).status).toBe(200);
    expect((await give(signed, one.cookie)).status).toBe(401);
    const two = await half();
    expect((await give(key.use(one.challenge), two.cookie)).status).toBe(401);
    // A challenge that was refused is spent as well.
    expect((await give(key.use(two.challenge), two.cookie)).status).toBe(401);
  });

  it('of somebody else, of another key or another site proves nothing', async () => {
    await setUp();
    const other = await setUp(await test.signIn('Somebody else'));
    const strangers = [other, softAuthenticator(TEST_ORIGIN), softAuthenticator('https://elsewhere.example')];
    for (const key of strangers) {
      const { cookie: first, challenge } = await half();
      const refused = await give(key.use(challenge), first);
      expect(refused.status).toBe(401);
      expect((await refused.json()).code).toBe('passkey_refused');
    }
  });

  it('whose counter goes back was copied', async () => {
    const key = await setUp();
    const early = await half();
    const copied = key.use(early.challenge);
    const late = await half();
    expect((await give(key.use(late.challenge), late.cookie)).status).toBe(200);
    expect((await give(copied, early.cookie)).status).toBe(401);
  });

  it('is made for one challenge, by one person, without a certificate that would be asked after', async () => {
    const fetched = vi.fn(() => Promise.reject(new Error('nothing leaves the machine')));
    vi.stubGlobal('fetch', fetched);
    const key = softAuthenticator(TEST_ORIGIN);
    expect((await keep(key.make('bm9uZQ'))).status).toBe(409);
    expect((await keep(key.make(await begin(), Buffer.from('a certificate')))).status).toBe(422);
    const stranger = await test.signIn('Somebody else');
    const challenge = await begin();
    expect((await keep(key.make(challenge), stranger)).status).toBe(409);
    const wrong = await keep(softAuthenticator('https://elsewhere.example').make(challenge));
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).code).toBe('passkey_refused');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is taken off with the passphrase, by its owner; recovery codes go with the last one', async () => {
    const key = await setUp();
    const { id } = key.use('bm9uZQ');
    const remove = (text: string, as = cookie) =>
      steps.send('POST', `/passkeys/${id}/remove`, as, { passphrase: text });
    expect((await remove('a wrong guess')).status).toBe(422);
    expect((await remove(passphrase, await test.signIn('Somebody else'))).status).toBe(404);
    expect((await remove(passphrase)).status).toBe(204);
    expect((await (await steps.firstStep()).json()).secondStep).toBeNull();
    const held = await (await steps.send('GET', '/second-factor', cookie)).json();
    expect(held).toEqual({ totpSince: null, passkeys: 0, recoveryCodes: 0 });
  });

  it.each(['http://127.0.0.1', 'http://[::1]'])(
    'cannot be made at %s, and the reply says where',
    async (origin) => {
      const reply = await test.app.request(`${origin}/api/account/passkeys/options`, {
        method: 'POST',
        headers: { Origin: origin, Cookie: cookie, 'Content-Type': 'application/json' },
        body: JSON.stringify({ passphrase }),
      });
      expect(reply.status).toBe(422);
      expect(await reply.json()).toMatchObject({
        code: 'no_passkeys_here',
        detail: expect.stringContaining('http://localhost'),
      });
    },
  );
});
