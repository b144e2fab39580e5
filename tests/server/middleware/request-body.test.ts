import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../../server/deps.ts';
import { AppError } from '../../../server/errors.ts';
import { requestBody } from '../../../server/middleware/request-body.ts';

const app = new Hono<AppEnv>()
  .use(requestBody)
  .all('*', (c) => c.text('taken'))
  .onError((error, c) => c.text('refused', error instanceof AppError ? error.status : 500));
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
const address = new Promise<string>((resolve) =>
  server.once('listening', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`)),
);
afterAll(() => {
  server.close();
});

/** Through a socket: an empty body looks different there than in a request made in memory. */
async function statusOf(method: string, more: RequestInit = {}): Promise<number> {
  return (await fetch(await address, { method, ...more })).status;
}

describe('bodies of requests', () => {
  it.each(['GET', 'DELETE', 'POST', 'OPTIONS', 'PROPFIND'])('takes a %s without a body', async (method) => {
    expect(await statusOf(method)).toBe(200);
  });

  it('takes JSON and refuses anything else', async () => {
    const headers = { 'Content-Type': 'application/json' };
    expect(await statusOf('POST', { body: '{}', headers })).toBe(200);
    expect(await statusOf('POST', { body: 'a=b' })).toBe(415);
    expect(await statusOf('DELETE', { body: 'a=b' })).toBe(415);
  });
});
