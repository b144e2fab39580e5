/** What the server lets in, and what its replies forbid the browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterAll(() => test.close());

function send(path: string, init: RequestInit & { origin?: string } = {}): Promise<Response> {
  return Promise.resolve(test.app.request(`${init.origin ?? 'http://localhost'}${path}`, init));
}

describe('replies', () => {
  it('forbid everything from elsewhere', async () => {
    const reply = await send('/api/health');
    const policy = reply.headers.get('content-security-policy') ?? '';
    const directives = Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/).slice(0, 2)));
    expect(directives).toEqual({
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'worker-src': "'self' blob:",
      'img-src': "'self' data: blob:",
      'connect-src': "'self' data:",
      'object-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
    expect(policy).not.toMatch(/https?:|\*/);
    expect(reply.headers.get('x-frame-options')).toBe('DENY');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('referrer-policy')).toBe('same-origin');
    expect(reply.headers.get('permissions-policy')).toContain(
      'camera=(), display-capture=(), geolocation=()',
    );
    for (const header of ['server', 'x-powered-by']) expect(reply.headers.has(header)).toBe(false);
    expect(reply.headers.has('strict-transport-security')).toBe(false);
  });

  it('carry the headers also when they are errors', async () => {
    for (const path of ['/api/areas', '/api/nothing', '/nothing'])
      expect((await send(path)).headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('stay out of caches unless they say otherwise', async () => {
    expect((await test.call('GET', '/api/areas', { cookie })).headers.get('cache-control')).toBe(
      'private, no-store',
    );
  });

  it('carry a request id of ours, not the caller’s', async () => {
    const reply = await send('/api/health', { headers: { 'X-Request-Id': 'mine' } });
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a server for this machine alone', () => {
  it('answers only to names of this machine', async () => {
    for (const origin of ['http://localhost:4310', 'http://127.0.0.1:4310', 'http://[::1]:4310'])
      expect((await send('/api/health', { origin })).status, origin).toBe(200);
    for (const origin of ['http://rebound.example', 'http://127.0.0.1.example', 'http://10.0.0.7:4310']) {
      const reply = await send('/api/health', { origin });
      expect(reply.status, origin).toBe(403);
      expect(await reply.json()).toMatchObject({ code: 'other_host' });
    }
  });

  it('answers to any name once it serves others', async () => {
    const open = await createTestApp({ config: { ...test.deps.config, host: '0.0.0.0' } });
    expect((await open.app.request('http://district.example/api/health')).status).toBe(200);
    await open.close();
  });
});

describe('changes', () => {
  const change = (headers: Record<string, string>, origin?: string) =>
    send('/api/areas/1', { method: 'DELETE', headers: { Cookie: cookie, ...headers }, origin });

  it('are taken from our own pages', async () => {
    // 404: past the guard, and there is no such area.
    expect((await change({ Origin: 'http://localhost' })).status).toBe(404);
    expect((await change({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(404);
    // A proxy in front speaks https, we do not.
    expect((await change({ Origin: 'https://localhost' })).status).toBe(404);
  });

  it('are refused from anywhere else, and from whoever does not say', async () => {
    const refused: Record<string, string>[] = [
      {},
      { Origin: 'null' },
      { Origin: 'http://localhost:5173' },
      { Origin: 'http://evil.example' },
      { Origin: 'http://localhost', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' },
      { 'Sec-Fetch-Site': 'none' },
    ];
    for (const headers of refused) {
      const reply = await change(headers);
      expect(reply.status, JSON.stringify(headers)).toBe(403);
      expect(await reply.json()).toMatchObject({ code: 'other_site' });
    }
  });

  it('are refused as forms and as plain text, signed in or not', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { Cookie: cookie, Origin: 'http://localhost', 'Content-Type': type };
      const reply = await send('/api/areas', { method: 'POST', headers, body: '{"name":"x"}' });
      expect(reply.status).toBe(415);
    }
  });
});

describe('bodies', () => {
  it('end at a megabyte, also when their length is not said', async () => {
    const headers = { Cookie: cookie, Origin: 'http://localhost', 'Content-Type': 'application/json' };
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024), kind: 'incidents' });
    const stream = new Blob([body]).stream();
    const init = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit;
    expect((await send('/api/datasets', init)).status).toBe(413);
  });

  it('may be larger where outlines of areas are sent', async () => {
    const ring = Array.from({ length: 40_000 }, (_, n) => {
      const angle = ((n % 39_999) / 39_999) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)];
    });
    ring[39_999] = ring[0];
    const json = { name: 'Round', geometry: { type: 'Polygon', coordinates: [ring] } };
    expect(JSON.stringify(json).length).toBeGreaterThan(1024 * 1024);
    expect((await test.call('POST', '/api/areas', { cookie, json })).status).toBe(201);
  });
});
