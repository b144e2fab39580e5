import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { softAuthenticator } from '../../fixtures/soft-authenticator.ts';
import { createTestApp, TEST_ORIGIN, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

const send = (method: string, path: string, json?: unknown, as = cookie) =>
  test.call(method, path, { cookie: as, json });
const invite = (as = cookie) => send('POST', '/api/people/invitations', { roles: ['analyst'] }, as);
const prove = (passphrase = TEST_PASSPHRASE, as = cookie) =>
  send('POST', '/api/account/proof', { passphrase }, as);
const later = () => test.clock.advance(10 * 60_000 + 1);

describe('what opens doors to others', () => {
  it('asks again who it is after ten minutes, and no sooner', async () => {
    test.clock.advance(10 * 60_000);
    expect((await invite()).status).toBe(201);
    test.clock.advance(1);
    const reply = await invite();
    expect(reply.status).toBe(403);
    expect((await reply.json()).code).toBe('prove_again');
    expect((await prove()).status).toBe(204);
    expect((await invite()).status).toBe(201);
    later();
    expect((await invite()).status).toBe(403);
  });

  it('is all that the document says so of', async () => {
    const { paths } = await (await send('GET', '/api/openapi.json')).json();
    const asking = Object.entries<Record<string, { 'x-proven': boolean }>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, described]) =>
        described['x-proven'] ? `${method.toUpperCase()} ${path}` : [],
      ),
    );
    expect(asking.sort()).toEqual([
      'DELETE /api/account/provider',
      'GET /api/account/proof',
      'GET /api/imports/{id}/refused.csv',
      'GET /api/people/{id}/data',
      'POST /api/account/data/erase',
      'POST /api/account/provider',
      'POST /api/concerns/receipt',
      'POST /api/concerns/{id}/erase',
      'POST /api/people/invitations',
      'POST /api/people/memberships/{id}/end',
      'POST /api/people/{id}/erase',
      'POST /api/people/{id}/memberships',
      'POST /api/problems/{id}/opening',
      'POST /api/public-answers/{id}/approve',
      'POST /api/public-answers/{id}/release',
      'POST /api/publications/{id}/approve',
      'POST /api/publications/{id}/release',
      'POST /api/retention/clock',
      'PUT /api/retention',
    ]);
    later();
    const [{ id }] = await test.deps.auth.accounts();
    expect((await send('POST', `/api/people/${id}/memberships`, { role: 'secretary' })).status).toBe(403);
    expect((await send('POST', '/api/people/memberships/1/end', {})).status).toBe(403);
    const headers = { 'If-Match': '"1"' };
    const change = (json: object) => test.call('PATCH', '/api/workspace', { cookie, json, headers });
    expect((await change({ secondFactor: 'all' })).status).toBe(403);
    expect((await change({ name: 'Old Harbour' })).status).toBe(200);
  });

  it('is proved in one session, not in all', async () => {
    const other = await test.signIn();
    later();
    await prove();
    expect((await invite()).status).toBe(201);
    expect((await invite(other)).status).toBe(403);
  });

  it('is no proof from before the clock was set back', async () => {
    await prove();
    test.clock.advance(-60_000);
    expect((await invite()).status).toBe(403);
    await prove();
    expect((await invite()).status).toBe(201);
  });

  it('takes no wrong passphrase, and slows guesses down', async () => {
    later();
    for (let guess = 0; guess < 5; guess++) expect((await prove('a wrong guess')).status).toBe(422);
    expect((await prove()).status).toBe(429);
    expect((await invite()).status).toBe(403);
    expect((await send('GET', '/api/session')).status).toBe(200);
  });

  it('takes a passkey of the same person, once', async () => {
    const key = softAuthenticator(TEST_ORIGIN);
    const passphrase = { passphrase: TEST_PASSPHRASE };
    const { options } = await (await send('POST', '/api/account/passkeys/options', passphrase)).json();
    await send('POST', '/api/account/passkeys', { name: 'Key', credential: key.make(options.challenge) });
    later();
    const asked = async () =>
      (await (await send('POST', '/api/account/proof/passkey-options')).json()).options.challenge;
    const give = (credential: unknown, as = cookie) =>
      send('POST', '/api/account/proof/passkey', { credential }, as);
    const used = key.use(await asked());
    const stranger = await test.signInAs(['analyst']);
    expect((await give(used, stranger)).status).toBe(422);
    expect((await give(used)).status).toBe(204);
    expect((await give(used)).status).toBe(422);
    expect((await invite()).status).toBe(201);
    later();
    const late = key.use(await asked());
    later();
    expect((await give(late)).status).toBe(422);
    expect((await invite()).status).toBe(403);
  });
});
