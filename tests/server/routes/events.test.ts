import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventRoutes } from '../../../server/routes/events.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

/** Reads a stream of events until `count` of them are there, then leaves. */
async function take(reply: Response, count: number): Promise<Record<string, string>[]> {
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const events = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .filter((block) => !block.startsWith(':'))
      .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/).slice(0, 2))));
  while (events().length < count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader.cancel();
  return events();
}

const listen = (lastSeen?: string) =>
  test.call('GET', '/api/events', {
    cookie,
    headers: lastSeen === undefined ? {} : { 'Last-Event-ID': lastSeen },
  });
const addArea = () =>
  test.call('POST', '/api/areas', {
    cookie,
    json: {
      name: 'Square',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
            [0, 0],
          ],
        ],
      },
    },
  });

describe('live changes', () => {
  it('arrive as they happen', async () => {
    const reply = await listen();
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    const taken = take(reply, 2);
    await addArea();
    const [ready, changed] = await taken;
    expect(ready).toMatchObject({ event: 'ready', id: 'test:0' });
    expect(changed.id).toBe('test:1');
    expect(JSON.parse(changed.data)).toEqual({ kind: 'changed', object: 'area', id: '1' });
  });

  it('are made up for after a break', async () => {
    for (let n = 0; n < 3; n++) await addArea();
    const events = await take(await listen('test:1'), 3);
    expect(events.map((event) => event.id)).toEqual(['test:1', 'test:2', 'test:3']);
    expect(events[0].event).toBe('ready');
  });

  it('say so when they cannot be made up for', async () => {
    await addArea();
    for (const lastSeen of ['earlier-server:7', 'test:99', 'nonsense']) {
      const [first] = await take(await listen(lastSeen), 1);
      expect(first).toMatchObject({ event: 'reset', id: 'test:1' });
    }
  });

  it('end with the session', async () => {
    const app = new Hono().route('/', eventRoutes(test.deps, 20));
    const reply = await app.request('/', { headers: { Cookie: cookie } });
    await test.deps.auth.signOut(new Headers({ Cookie: cookie }));
    expect(await take(reply, 99)).toHaveLength(1);
  });
});
