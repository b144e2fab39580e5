/** Signing in through a provider, against a small one made here. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MadeProvider, madeProvider } from '../../fixtures/made-provider.ts';
import { cookieOf, signInSteps } from '../../fixtures/sign-in-steps.ts';
import {
  createTestApp,
  createTestClock,
  TEST_NAME,
  TEST_PASSPHRASE,
  type TestApp,
} from '../../fixtures/test-app.ts';

let provider: MadeProvider;
let test: TestApp;
let cookie: string;
beforeEach(async () => {
  const clock = createTestClock();
  provider = await madeProvider(clock);
  test = await createTestApp({}, { provider: provider.settings, clock });
  cookie = await test.signIn();
});
afterEach(async () => {
  await test.close();
  await provider.close();
});

type Join = { token: string; name: string };

/** Goes to the provider; gives what the browser holds then. */
async function away(subject: string, errand: { join?: Join; link?: string } = {}) {
  const begun = errand.link
    ? await test.call('POST', '/api/account/provider', { cookie: errand.link })
    : await test.call('POST', '/api/session/provider', { json: errand.join ? { join: errand.join } : {} });
  expect(begun.status).toBe(200);
  const step = begun.headers.getSetCookie()[0].split(';')[0];
  expect(begun.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/i);
  return { step, query: provider.signIn((await begun.json()).address, subject) };
}

const finish = (query: string, cookies: string) =>
  test.call('POST', '/api/session/provider/finish', { json: { query }, cookie: cookies });

async function signInBy(subject: string): Promise<Response> {
  const { step, query } = await away(subject);
  return finish(query, step);
}

async function link(subject: string, as = cookie): Promise<Response> {
  const { step, query } = await away(subject, { link: as });
  return finish(query, `${as}; ${step}`);
}

const codeOf = async (reply: Response) => `${reply.status} ${(await reply.json()).code}`;

describe('signing in through a provider', () => {
  it('needs a link that somebody made who was signed in, and then gives a session', async () => {
    expect(await codeOf(await signInBy('u-1'))).toBe('401 not_linked');
    const linked = await link('u-1');
    expect(await linked.json()).toEqual({ linked: true, user: null, secondStep: null });
    const reply = await signInBy('u-1');
    expect(await reply.json()).toMatchObject({ linked: false, user: { name: TEST_NAME }, secondStep: null });
    expect((await test.call('GET', '/api/session', { cookie: cookieOf(reply) })).status).toBe(200);
    expect(await codeOf(await signInBy('u-2'))).toBe('401 not_linked');
    const { items } = await test.store.audit.page({}, { limit: 100 });
    await test.deps.auditQueue.flush();
    expect(items.map(({ action, objectKind }) => `${action} ${objectKind}`)).toContain(
      'create sign_in_identity',
    );
    expect(items.find(({ action }) => action === 'sign_in')?.change).toEqual({ by: [null, 'provider'] });
    expect(JSON.stringify(items)).not.toContain('u-1');
  });

  it('never goes by an e-mail, a name or roles that the token holds', async () => {
    const [{ id }] = await test.deps.auth.accounts();
    const email = `${id}@accounts.invalid`;
    provider.mischief.claims = {
      email,
      email_verified: true,
      name: TEST_NAME,
      roles: ['admin'],
      groups: ['admin'],
    };
    expect(await codeOf(await signInBy('u-1'))).toBe('401 not_linked');
    const guest = await test.signInAs(['committee_member']);
    await link('u-3', guest);
    const session = cookieOf(await signInBy('u-3'));
    const { roles } = await (await test.call('GET', '/api/session', { cookie: session })).json();
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(['committee_member']);
  });

  it('asks for no more than who it is', async () => {
    const begun = await (await test.call('POST', '/api/session/provider', { json: {} })).json();
    const asked = new URL(begun.address).searchParams;
    expect(asked.get('scope')).toBe('openid');
    expect(asked.get('redirect_uri')).toBe('http://localhost/sign-in');
    expect(asked.get('nonce')).toHaveLength(43);
  });

  it('asks for the second factor that is set up here, whatever the provider has seen', async () => {
    const steps = signInSteps(test);
    const { secret } = await steps.setUpApp(cookie);
    await link('u-1');
    provider.mischief.claims = { amr: ['mfa', 'hwk'], acr: 'phrh' };
    const half = await signInBy('u-1');
    expect(await half.json()).toMatchObject({ user: null, secondStep: { code: true } });
    const step =
      half.headers
        .getSetCookie()
        .find((each) => each.includes('first_step'))
        ?.split(';')[0] ?? '';
    const inside = await steps.secondStep({ code: steps.codeNow(secret) }, step);
    expect(inside.status).toBe(200);
  });

  it('leaves somebody of whom the workspace asks a second factor without roles until there is one', async () => {
    await link('u-1');
    await test.store.settings.set('workspace.secondFactor', 'all');
    provider.mischief.claims = { amr: ['mfa'] };
    const session = cookieOf(await signInBy('u-1'));
    const reply = await (await test.call('GET', '/api/session', { cookie: session })).json();
    expect(reply).toMatchObject({ roles: [], secondFactorMissing: true });
  });
});

describe('what comes back', () => {
  beforeEach(async () => {
    await link('u-1');
  });

  it.each<[string, Record<string, unknown>]>([
    ['another nonce', { nonce: 'of another sign-in' }],
    ['no nonce', { nonce: undefined }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another audience', { aud: 'another-server' }],
    ['nobody', { sub: '' }],
    ['a name of any length', { sub: 'u'.repeat(256) }],
  ])('is not believed with %s', async (_, claims) => {
    provider.mischief.claims = claims;
    expect(await codeOf(await signInBy('u-1'))).toBe('401 provider_not_believed');
  });

  it('is not believed when another key has signed it', async () => {
    provider.mischief.otherKey = true;
    expect(await codeOf(await signInBy('u-1'))).toBe('401 provider_not_believed');
  });

  it('is not believed when it says it comes from another provider, or from none', async () => {
    const { step, query } = await away('u-1');
    const other = new URLSearchParams(query);
    other.set('iss', 'https://elsewhere.example');
    expect(await codeOf(await finish(other.toString(), step))).toBe('401 provider_not_believed');
    const again = await away('u-1');
    const none = new URLSearchParams(again.query);
    none.delete('iss');
    expect(await codeOf(await finish(none.toString(), again.step))).toBe('401 provider_not_believed');
  });

  it('is good once, in the browser it was begun in', async () => {
    const { step, query } = await away('u-1');
    expect(await codeOf(await finish(query, ''))).toBe('401 begin_again');
    expect((await finish(query, step)).status).toBe(200);
    expect(await codeOf(await finish(query, step))).toBe('401 begin_again');
    // The code in another browser that has begun as well: the state is not its own, nor would be the verifier.
    const mine = await away('u-1');
    const theirs = await away('u-1');
    expect(await codeOf(await finish(mine.query, theirs.step))).toBe('401 provider_not_believed');
    const third = await away('u-1');
    const mixed = new URLSearchParams(third.query);
    mixed.set('code', new URLSearchParams(mine.query).get('code') ?? '');
    expect(await codeOf(await finish(mixed.toString(), third.step))).toBe('401 provider_not_believed');
  });

  it('links nobody but who began, and is still signed in', async () => {
    const { step, query } = await away('u-9', { link: cookie });
    expect(await codeOf(await finish(query, step))).toBe('401 begin_again');
    const other = await test.signInAs(['analyst']);
    const again = await away('u-9', { link: cookie });
    expect(await codeOf(await finish(again.query, `${other}; ${again.step}`))).toBe('401 begin_again');
    expect(await codeOf(await signInBy('u-9'))).toBe('401 not_linked');
  });

  it('is not taken after ten minutes, nor when the clock was set back meanwhile', async () => {
    const late = await away('u-1');
    test.clock.advance(10 * 60_000 + 1);
    expect(await codeOf(await finish(late.query, late.step))).toBe('401 begin_again');
    const back = await away('u-1');
    test.clock.advance(-24 * 3_600_000);
    expect(await codeOf(await finish(back.query, back.step))).toBe('401 begin_again');
  });

  it('says so when the clocks are far apart, ahead or behind', async () => {
    const now = Math.round(test.clock.now().getTime() / 1000);
    const day = 24 * 3600;
    provider.mischief.claims = { iat: now + day, exp: now + day + 300 };
    expect(await codeOf(await signInBy('u-1'))).toBe('401 clocks_apart');
    provider.mischief.claims = { iat: now - day, exp: now - day + 300 };
    expect(await codeOf(await signInBy('u-1'))).toBe('401 clocks_apart');
  });

  it('may be that the provider does not let somebody in', async () => {
    const { step, query } = await away('u-1');
    const state = new URLSearchParams(query).get('state') ?? '';
    const denied = new URLSearchParams({ error: 'access_denied', state, iss: provider.settings.issuer });
    expect(await codeOf(await finish(denied.toString(), step))).toBe('401 provider_refused');
  });
});

describe('a provider that does not answer', () => {
  it('holds up neither the start nor passphrases, and is asked again later', async () => {
    provider.mischief.down = true;
    const begun = await test.call('POST', '/api/session/provider', { json: {} });
    expect(begun.status).toBe(503);
    expect((await begun.json()).detail).toMatch(/City of Northport cannot be reached.*passphrase/);
    const json = { name: TEST_NAME, passphrase: TEST_PASSPHRASE };
    expect((await test.call('POST', '/api/session', { json })).status).toBe(200);
    const tries = provider.asked.length;
    await test.call('POST', '/api/session/provider', { json: {} });
    expect(provider.asked.length).toBe(tries);
    provider.mischief.down = false;
    test.clock.advance(5000);
    await link('u-1');
    expect((await signInBy('u-1')).status).toBe(200);
  });

  it('or falls silent on the way back', async () => {
    await link('u-1');
    const { step, query } = await away('u-1');
    provider.mischief.down = true;
    expect(await codeOf(await finish(query, step))).toBe('503 provider_unreachable');
  });

  it('or says it is another one, is not asked for anything', async () => {
    provider.mischief.described = { issuer: 'https://elsewhere.example' };
    const begun = await test.call('POST', '/api/session/provider', { json: {} });
    expect(await codeOf(begun)).toBe('401 provider_not_believed');
  });

  it('is not asked before somebody wants to sign in by it', async () => {
    await test.call('GET', '/api/session/provider');
    await test.signInAs(['analyst']);
    expect(provider.asked).toEqual([]);
  });
});

describe('an invitation', () => {
  const invite = () =>
    test.deps.auth.invite({ roles: ['secretary'], areaId: null, termTo: null, invitedBy: 'test', days: 1 });

  it('is joined with the provider, once, and with the roles of the invitation alone', async () => {
    const { token } = await invite();
    const join = { token, name: 'Sefa Secretary' };
    const { step, query } = await away('u-5', { join });
    const reply = await finish(query, step);
    expect(await reply.json()).toMatchObject({ user: { name: 'Sefa Secretary' } });
    const { roles } = await (await test.call('GET', '/api/session', { cookie: cookieOf(reply) })).json();
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(['secretary']);
    const again = await test.call('POST', '/api/session/provider', { json: { join } });
    expect(await codeOf(again)).toBe('422 link_used');
    expect((await signInBy('u-5')).status).toBe(200);
  });

  it('makes no second account of one sign-in', async () => {
    await link('u-1');
    const { token } = await invite();
    const { step, query } = await away('u-1', { join: { token, name: 'Another' } });
    expect(await codeOf(await finish(query, step))).toBe('409 identity_taken');
    // All or nothing: the invitation is still open.
    expect((await test.call('POST', '/api/session/link', { json: { token } })).status).toBe(200);
  });

  it('leaves a person without passphrase, who chooses one and can then do without the provider', async () => {
    const { token } = await invite();
    const { step, query } = await away('u-5', { join: { token, name: 'Sefa Secretary' } });
    const inside = cookieOf(await finish(query, step));
    for (const passphrase of ['', ' ', 'null', TEST_PASSPHRASE]) {
      const reply = await test.call('POST', '/api/session', { json: { name: 'Sefa Secretary', passphrase } });
      expect([400, 401]).toContain(reply.status);
    }
    const off = () => test.call('DELETE', '/api/account/provider', { cookie: inside });
    expect(await codeOf(await off())).toBe('409 no_passphrase');
    const json = { current: 'none yet', passphrase: 'violet harbour tandem spoon' };
    test.clock.advance(10 * 60_000 + 1);
    const late = await test.call('PUT', '/api/account/passphrase', { cookie: inside, json });
    expect(await codeOf(late)).toBe('403 prove_again');
    const fresh = cookieOf(await signInBy('u-5'));
    expect((await test.call('PUT', '/api/account/passphrase', { cookie: fresh, json })).status).toBe(204);
    expect((await test.call('DELETE', '/api/account/provider', { cookie: fresh })).status).toBe(204);
    expect(await codeOf(await signInBy('u-5'))).toBe('401 not_linked');
  });
});

describe('a link made for a new passphrase', () => {
  it('takes the sign-in by the provider off as well: who linked it may be who took the account over', async () => {
    await link('u-1');
    const [{ id }] = await test.deps.auth.accounts();
    const token = await test.deps.auth.makeResetLink(id);
    const json = { token, passphrase: 'violet harbour tandem spoon' };
    expect((await test.call('POST', '/api/session/reset', { json })).status).toBe(200);
    expect(await codeOf(await signInBy('u-1'))).toBe('401 not_linked');
  });
});

describe('a server without a provider', () => {
  it('says so, and asks nobody', async () => {
    const plain = await createTestApp();
    const fetched = vi.spyOn(globalThis, 'fetch');
    expect(await (await plain.call('GET', '/api/session/provider')).json()).toEqual({ provider: null });
    expect((await plain.call('POST', '/api/session/provider', { json: {} })).status).toBe(404);
    const back = await plain.call('POST', '/api/session/provider/finish', { json: { query: 'code=1' } });
    expect(back.status).toBe(404);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
    await plain.close();
  });
});
