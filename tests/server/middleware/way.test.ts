import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, TEST_NAME, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

const PROXY = '10.0.0.1';
let proxied: TestApp;
let encrypted: TestApp;
beforeAll(async () => {
  const own = { port: 4310, dataFolder: '/nowhere', provider: null };
  proxied = await createTestApp({ config: { ...own, host: '0.0.0.0', proxies: [PROXY], tls: null } });
  const tls = { certFile: 'a', keyFile: 'b' };
  encrypted = await createTestApp({ config: { ...own, host: '0.0.0.0', proxies: [], tls } });
  await Promise.all([proxied.signIn(), encrypted.signIn()]);
});
afterAll(() => Promise.all([proxied.close(), encrypted.close()]));

interface Sent {
  from?: string;
  headers?: Record<string, string>;
  method?: string;
  body?: string;
}

function send(test: TestApp, path: string, { from = '10.0.0.9', headers, ...init }: Sent = {}) {
  const bindings = { incoming: { socket: { remoteAddress: from } } };
  const all = { Origin: 'http://district.example', ...headers };
  return Promise.resolve(
    test.app.request(`http://district.example${path}`, { ...init, headers: all }, bindings),
  );
}

const signIn = (test: TestApp, sent: Sent = {}) =>
  send(test, '/api/session', {
    ...sent,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...sent.headers },
    body: JSON.stringify({ name: TEST_NAME, passphrase: TEST_PASSPHRASE }),
  });
const HTTPS = { 'X-Forwarded-Proto': 'https' };

describe('the way of a request', () => {
  it('is in the clear for a server of plain http that others reach, and the client is told', async () => {
    const health = async (sent?: Sent) => (await send(proxied, '/api/health', sent)).json();
    expect(await health()).toMatchObject({ unencrypted: true });
    // Anybody can write the header.
    expect(await health({ headers: HTTPS })).toMatchObject({ unencrypted: true });
    expect(await health({ from: PROXY, headers: HTTPS })).toMatchObject({ unencrypted: false });
    expect(await health({ from: `::ffff:${PROXY}`, headers: HTTPS })).toMatchObject({ unencrypted: false });
    // The proxy itself says that it speaks plain http, whatever the client put before it.
    const plain = { 'X-Forwarded-Proto': 'https, http' };
    expect(await health({ from: PROXY, headers: plain })).toMatchObject({ unencrypted: true });
  });

  it('is on this machine when nobody else can come', async () => {
    const own = await createTestApp();
    expect(await (await own.call('GET', '/api/health')).json()).toMatchObject({ unencrypted: false });
    await own.close();
  });

  it('is https with a certificate of our own', async () => {
    expect(await (await send(encrypted, '/api/health')).json()).toMatchObject({ unencrypted: false });
  });
});

describe('over https', () => {
  it('browsers are told to stay there, on every kind of reply, and only there', async () => {
    for (const path of ['/api/health', '/api/areas', '/api/nothing', '/'])
      expect((await send(encrypted, path)).headers.get('strict-transport-security'), path).toMatch(
        /^max-age=\d{8}/,
      );
    const from = (headers: Record<string, string>) => send(proxied, '/api/health', { from: PROXY, headers });
    expect((await from(HTTPS)).headers.has('strict-transport-security')).toBe(true);
    expect((await from({})).headers.has('strict-transport-security')).toBe(false);
    // The name of this machine belongs to other servers as well.
    const here = await encrypted.app.request('https://localhost/api/health');
    expect(here.headers.has('strict-transport-security')).toBe(false);
  });

  it('cookies are for this host alone, and never sent in the clear', async () => {
    for (const reply of [await signIn(encrypted), await signIn(proxied, { from: PROXY, headers: HTTPS })]) {
      expect(reply.status).toBe(200);
      const cookies = reply.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-common-ground\./);
        for (const part of [/; Secure/, /; HttpOnly/, /; SameSite=Strict/i, /; Path=\/(;|$)/])
          expect(cookie).toMatch(part);
        expect(cookie).not.toMatch(/domain/i);
      }
    }
  });

  it('a cookie set over https opens the session, and one without the mark opens nothing', async () => {
    const [cookie = ''] = (await signIn(encrypted)).headers.getSetCookie();
    const pair = cookie.split(';')[0] ?? '';
    const asked = (Cookie: string) => send(encrypted, '/api/session', { headers: { Cookie } });
    expect((await asked(pair)).status).toBe(200);
    expect((await asked(`other=1; ${pair}`)).status).toBe(200);
    const planted = pair.replace('__Host-', '');
    expect((await asked(planted)).status).toBe(401);
    expect((await asked(`${planted}; __Host-nothing=1`)).status).toBe(401);
  });

  it('a planted cookie does not become somebody else’s session by standing beside it', async () => {
    const [cookie = ''] = (await signIn(encrypted)).headers.getSetCookie();
    const pair = cookie.split(';')[0] ?? '';
    const planted = 'common-ground.session_token=planted';
    const both = { headers: { Cookie: `${planted}; ${pair}` } };
    expect((await send(encrypted, '/api/session', both)).status).toBe(200);
    for (const Cookie of [planted, `__Host-${planted}`])
      expect((await send(encrypted, '/api/session', { headers: { Cookie } })).status).toBe(401);
  });
});

describe('in the clear', () => {
  it('cookies are plain, still out of the reach of scripts and other sites', async () => {
    const own = await createTestApp();
    await own.signIn();
    const reply = await own.call('POST', '/api/session', {
      json: { name: TEST_NAME, passphrase: TEST_PASSPHRASE },
    });
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^common-ground\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/i);
    expect(cookie).not.toMatch(/Secure/);
    await own.close();
  });
});
