import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkAddressFree, type Serving, serveApp } from '../../server/serve.ts';
import { madeCertificate } from '../fixtures/made-certificate.ts';
import { createTestApp } from '../fixtures/test-app.ts';

let running: Serving | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function clientFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-client-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Common Ground</title>');
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {};');
  return folder;
}

async function start(): Promise<{ url: string; port: number }> {
  const port = await freePort();
  const { deps } = await createTestApp();
  const config = { ...deps.config, port };
  running = await serveApp({ ...deps, config }, clientFolder());
  return { url: running.address, port };
}

const page = { headers: { Accept: 'text/html' } };

describe('the server', () => {
  it('gives the one page at every address of a view', async () => {
    const { url } = await start();
    for (const path of ['/', '/problems/abc?x=1', '/sign-in']) {
      const reply = await fetch(url + path, page);
      expect(reply.status, path).toBe(200);
      expect(await reply.text()).toContain('<title>Common Ground</title>');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  it('answers whoever asks whether somebody is there', async () => {
    const { url } = await start();
    for (const method of ['GET', 'HEAD']) {
      const reply = await fetch(url, { method, headers: { Accept: '*/*' } });
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    }
  });

  it('lets browsers keep files whose names change with their content', async () => {
    const { url } = await start();
    const reply = await fetch(`${url}/assets/main-abc.js`);
    expect(reply.headers.get('content-type')).toContain('javascript');
    expect(reply.headers.get('cache-control')).toContain('immutable');
  });

  it('gives errors, not the page, for files and routes that are not there', async () => {
    const { url } = await start();
    for (const path of ['/assets/gone.js', '/..%2f..%2fpackage.json', '/%2e%2e/package.json']) {
      const reply = await fetch(url + path);
      expect(reply.status, path).toBe(404);
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
    }
    const api = await fetch(`${url}/api/nothing`, page);
    expect(api.headers.get('content-type')).toBe('application/problem+json');
  });

  it('answers a body that is too large over a real connection', async () => {
    const { url } = await start();
    const reply = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { Origin: url, 'Content-Type': 'application/json' },
      body: 'x'.repeat(5_000_000),
    });
    expect(reply.status).toBe(413);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  it('counts tries by the address of the connection, whatever headers claim', async () => {
    const { url } = await start();
    const guess = (n: number) =>
      fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { Origin: url, 'Content-Type': 'application/json', 'X-Forwarded-For': `10.0.0.${n}` },
        body: JSON.stringify({ name: 'Nobody', passphrase: `guess number ${n}` }),
      });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await guess(n)).status);
    expect(statuses.slice(0, 5)).toEqual(Array(5).fill(401));
    expect(statuses.slice(5)).toEqual(Array(7).fill(429));
  });

  it('stops although somebody listens to live changes', async () => {
    const { deps, signIn } = await createTestApp();
    const config = { ...deps.config, port: await freePort() };
    const serving = await serveApp({ ...deps, config }, clientFolder());
    const events = await fetch(`${serving.address}/api/events`, { headers: { Cookie: await signIn() } });
    expect(events.status).toBe(200);
    await serving.stop();
    await expect(fetch(`${serving.address}/api/health`)).rejects.toThrow();
  });
});

describe('with a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-tls-'));
  const { cert, key } = madeCertificate();
  const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(tls.certFile, cert);
  writeFileSync(tls.keyFile, key);

  function ask(url: string, headers: Record<string, string> = {}, maxVersion?: 'TLSv1.1') {
    return new Promise<IncomingMessage>((resolve, reject) => {
      get(
        url,
        { ca: cert, headers, ...(maxVersion ? { minVersion: maxVersion, maxVersion } : {}) },
        resolve,
      ).once('error', reject);
    });
  }

  it('speaks https and nothing else, with a session that lives in cookies of this host', async () => {
    const { deps, signIn } = await createTestApp();
    const config = { ...deps.config, port: await freePort(), tls };
    running = await serveApp({ ...deps, config }, clientFolder());
    expect(running.address).toBe(`https://127.0.0.1:${config.port}`);
    const health = await ask(`${running.address}/api/health`);
    expect(health.statusCode).toBe(200);
    const Cookie = (await signIn()).replace('common-ground', '__Host-common-ground');
    expect((await ask(`${running.address}/api/session`, { Cookie })).statusCode).toBe(200);
    await expect(ask(`${running.address}/api/health`, {}, 'TLSv1.1')).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${config.port}/api/health`)).rejects.toThrow();
  });

  it('says which file is wrong instead of serving without', async () => {
    const { deps, close } = await createTestApp();
    const start = (wrong: Partial<typeof tls>) =>
      serveApp({ ...deps, config: { ...deps.config, port: 1, tls: { ...tls, ...wrong } } }, clientFolder());
    await expect(start({ keyFile: join(folder, 'gone.pem') })).rejects.toThrow(
      /TLS_KEY names cannot be read/,
    );
    await expect(start({ keyFile: tls.certFile })).rejects.toThrow(/its own key/);
    await close();
  });
});

describe('a taken port', () => {
  it('is named, with how to choose another', async () => {
    const { port } = await start();
    const check = checkAddressFree({ host: '127.0.0.1', port });
    await expect(check).rejects.toThrow(`Port ${port} is taken`);
    await expect(check).rejects.toThrow(`PORT=${port + 1} npm start`);
  });

  it('is told from an address of another machine', async () => {
    const check = checkAddressFree({ host: '192.0.2.1', port: await freePort() });
    await expect(check).rejects.toThrow('HOST=192.0.2.1 is not an address of this machine');
  });
});
