/** What every kind of reply of the built server carries (OWASP's list of secure headers), and what none carries. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveApp } from '../../server/serve.ts';
import { createTestApp, TEST_NAME, type TestApp } from '../fixtures/test-app.ts';

const clientFolder = mkdtempSync(join(tmpdir(), 'common-ground-client-'));
let test: TestApp;
let serving: Serving;
let cookie: string;

beforeAll(async () => {
  mkdirSync(join(clientFolder, 'assets'));
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Common Ground</title>');
  writeFileSync(join(clientFolder, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(clientFolder, 'assets', 'main-abc.css'), 'body {}');
  test = await createTestApp();
  cookie = await test.signIn();
  serving = await serveApp(
    { ...test.deps, config: { ...test.deps.config, port: await freePort() } },
    clientFolder,
  );
});
afterAll(async () => {
  await serving.stop();
  rmSync(clientFolder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

const KINDS: [string, string, RequestInit][] = [
  ['the page', '/', {}],
  ['a view', '/problems/x', { headers: { Accept: 'text/html' } }],
  ['a script', '/assets/main-abc.js', {}],
  ['a style', '/assets/main-abc.css', {}],
  ['a file that is not there', '/assets/gone.js', {}],
  ['JSON', '/api/areas', {}],
  ['the document', '/api/openapi.json', {}],
  ['the page of the document', '/api/docs', {}],
  ['a download', '/api/audit/csv', {}],
  ['events', '/api/events', {}],
  ['no session', '/api/areas', { headers: { Cookie: '' } }],
  ['no right', '/api/incidents/1', { headers: { Cookie: 'x' } }],
  ['no route', '/api/nothing', {}],
  ['a wrong method', '/api/health', { method: 'DELETE' }],
  ['another origin', '/api/problems', { method: 'POST', headers: { Origin: 'http://evil.example' } }],
  ['an open route', '/api/health', {}],
];

describe.each(KINDS)('%s', (_, path, init) => {
  it('carries what keeps a browser careful', async () => {
    const control = new AbortController();
    const headers = { Cookie: cookie, Origin: serving.address, ...(init.headers as Record<string, string>) };
    const reply = await fetch(serving.address + path, { ...init, headers, signal: control.signal });
    const header = (name: string) => reply.headers.get(name);
    control.abort();
    expect(header('content-security-policy')).toMatch(
      /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/,
    );
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('x-frame-options')).toBe('DENY');
    expect(header('referrer-policy')).toBe('same-origin');
    expect(header('cross-origin-opener-policy')).toBe('same-origin');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('permissions-policy')).toContain('geolocation=()');
    expect(header('content-type')).toMatch(
      /^(application\/(problem\+)?json|text\/(html|css|csv|javascript|event-stream))/,
    );
    if (header('content-type')?.startsWith('text/'))
      expect(header('content-type')).toMatch(/charset=utf-8|event-stream/i);
    for (const name of [
      'server',
      'x-powered-by',
      'access-control-allow-origin',
      'access-control-allow-credentials',
    ])
      expect(reply.headers.has(name), name).toBe(false);
    if (path.startsWith('/api/')) expect(header('cache-control')).toMatch(/no-store|no-cache/);
  });
});

describe('a flood', () => {
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${serving.address}${path}`, {
      method: 'POST',
      body,
      headers: { Origin: serving.address, 'Content-Type': 'application/json', Cookie: cookie, ...headers },
    });

  it('of sign-ins is slowed down, names nobody, and others still get in', { timeout: 60_000 }, async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 1000; n += 20) {
      const some = Array.from({ length: 20 }, (_, k) =>
        send('/api/session', JSON.stringify({ name: TEST_NAME, passphrase: `guess ${n + k}` })),
      );
      for (const reply of await Promise.all(some)) {
        statuses.push(reply.status);
        if (reply.status === 429) expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
        await reply.arrayBuffer();
      }
    }
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(30);
    expect((await fetch(`${serving.address}/api/session`, { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('of 100 MB is refused as it comes, and the server goes on', { timeout: 60_000 }, async () => {
    const whole = 'x'.repeat(100 * 1024 * 1024);
    for (const path of ['/api/session', '/api/problems', '/api/areas'])
      expect((await send(path, whole)).status, path).toBe(413);
    expect((await fetch(`${serving.address}/api/health`)).status).toBe(200);
  });

  it('of broken requests gets no more than a short answer', async () => {
    const port = Number(new URL(serving.address).port);
    const wrong = [
      'GET / HTTP/9.9\r\n\r\n',
      'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nA: ${'b'.repeat(100_000)}\r\n\r\n`,
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: [\r\n\r\n',
    ];
    for (const text of wrong) {
      const heard = await new Promise<string>((resolve) => {
        let all = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (data) => {
          all += data.toString();
          socket.end();
        });
        socket.on('close', () => resolve(all));
        socket.on('error', () => {});
      });
      expect(heard.split('\r\n')[0], text.slice(0, 40)).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(heard).not.toMatch(/ at |node:|\.ts/);
    }
    expect((await fetch(`${serving.address}/api/health`)).status).toBe(200);
  });
});

describe('two tabs of one session', () => {
  it('work side by side, and end together', async () => {
    const mine = await test.signIn('Two Tabs');
    const ask = () => fetch(`${serving.address}/api/session`, { headers: { Cookie: mine } });
    expect((await Promise.all([ask(), ask(), ask()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    const out = await fetch(`${serving.address}/api/session`, {
      method: 'DELETE',
      headers: { Cookie: mine, Origin: serving.address },
    });
    expect(out.status).toBe(204);
    expect((await Promise.all([ask(), ask()])).map(({ status }) => status)).toEqual([401, 401]);
  });

  it('do not write over each other', async () => {
    const json = { title: 'Side by side', statement: '', geometry: null, rule: null };
    const { id } = (await (await test.call('POST', '/api/problems', { cookie, json })).json()) as {
      id: string;
    };
    const save = (title: string) =>
      test.call('PATCH', `/api/problems/${id}`, { cookie, json: { title }, headers: { 'If-Match': '"1"' } });
    const both = await Promise.all([save('One'), save('Two')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('a clock set back a day', () => {
  it('neither opens what was closed nor closes what was open', async () => {
    const own = await createTestApp();
    const open = await own.signIn('Still Here');
    const closed = await own.signIn('Gone By Now');
    await own.call('DELETE', '/api/session', { cookie: closed });
    own.clock.advance(-24 * 3_600_000);
    expect((await own.call('GET', '/api/session', { cookie: open })).status).toBe(200);
    expect((await own.call('GET', '/api/session', { cookie: closed })).status).toBe(401);
    const json = { title: 'Yesterday', statement: '', geometry: null, rule: null };
    const asAnalyst = await own.signInAs(['analyst']);
    expect((await own.call('POST', '/api/problems', { cookie: asAnalyst, json })).status).toBeLessThan(500);
    expect((await own.store.audit.verify()).brokenAt).toBeNull();
    await own.close();
  });
});
