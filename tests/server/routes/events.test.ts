import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../../server/deps.ts';
import { mayDo, type Role } from '../../../server/domain/permissions.ts';
import { HEARD_BY, LIVE_OBJECTS } from '../../../server/live-events.ts';
import { requireSession } from '../../../server/middleware/session.ts';
import { eventRoutes, MOST_STREAMS } from '../../../server/routes/events.ts';
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
    const reply = await quickStream(cookie);
    await test.deps.auth.signOut(new Headers({ Cookie: cookie }));
    expect(await take(reply, 99)).toHaveLength(1);
  });

  it('end with the session even while much happens', async () => {
    const reply = await quickStream(cookie);
    await test.deps.auth.signOut(new Headers({ Cookie: cookie }));
    const busy = setInterval(() => test.deps.live.publish({ object: 'area', id: '1' }), 5);
    const events = await take(reply, 500);
    clearInterval(busy);
    expect(events.length).toBeLessThan(500);
  });

  it('reach only those whose roles may read what changed', async () => {
    const nobody = { actor: null, at: '2025-03-01T00:00:00.000Z' };
    const opened = { title: 'Opened', statement: '', geometry: null, rule: null, areaCode: 'OPE' };
    const { id: problem } = await test.store.problems.create(
      { ...opened, confidentiality: 'committee' },
      nobody,
    );
    const note = { problemId: problem, text: 'A note', geometry: null };
    const { id: annotation } = await test.store.annotations.create(note, nobody);
    const ids: Partial<Record<string, string>> = { problem, annotation, commitment: await promised() };
    const publishAll = () => {
      for (const object of LIVE_OBJECTS) test.deps.live.publish({ object, id: ids[object] ?? '1' });
    };
    publishAll();
    const heard = async (roles: readonly Role[]) => {
      const headers = { 'Last-Event-ID': 'test:0' };
      const count = LIVE_OBJECTS.filter((object) => mayDo(roles, HEARD_BY[object])).length;
      const mine = await test.signInAs(roles);
      const [, ...events] = await take(
        await test.call('GET', '/api/events', { cookie: mine, headers }),
        count + 1,
      );
      return events.map(({ data }) => JSON.parse(data).object);
    };
    expect(await heard(['resident_contributor'])).toEqual([
      'commitment',
      'dataset',
      'area',
      'asset',
      'category',
      'workspace',
    ]);
    expect(await heard(['committee_member'])).toContain('problem');
    expect(await heard(['committee_member'])).not.toContain('run');
    expect(await heard(['analyst'])).toEqual([...LIVE_OBJECTS]);
  });

  it('are no stream for whoever asks for the headers alone', async () => {
    const reply = await test.call('HEAD', '/api/events', { cookie });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(await reply.text()).toBe('');
  });
});

/** A commitment that everybody may know of. */
async function promised(): Promise<string> {
  const act = { actor: null, at: '2025-03-01T00:00:00.000Z' };
  const organisation = await test.store.organisations.create({ name: 'Lighting', kind: 'utility' }, act);
  const { id } = await test.store.commitments.propose(
    {
      organisationId: organisation.id,
      partnerIds: [],
      problemId: null,
      text: 'Repair the lamps',
      kind: 'infrastructure',
      ownerRole: '',
      geometry: null,
      meetingOn: null,
      dueOn: null,
      evidenceOfDone: '',
      dose: null,
      visibility: 'public',
      followUpOf: null,
    },
    act,
  );
  const agreed = { to: 'agreed' as const, dueOn: '2025-06-01', evidenceOfDone: 'They burn at night' };
  await test.store.commitments.move(id, 1, { ...agreed, note: '', evidence: [], onBehalf: false }, act);
  return id;
}

/** A stream that looks after the session every 20 ms. */
async function quickStream(as: string): Promise<Response> {
  const app = new Hono<AppEnv>().use(requireSession(test.deps)).route('/', eventRoutes(test.deps, 20));
  return app.request('/', { headers: { Cookie: as } });
}

/** So that members of committees read it. */
const OPENED = { confidentiality: 'committee' };

describe('of two areas', () => {
  const box = (lon: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [lon, 0],
        [lon + 1, 0],
        [lon + 1, 1],
        [lon, 1],
        [lon, 0],
      ],
    ],
  });
  const made = async (path: string, json: object) =>
    (await (await test.call('POST', path, { cookie, json })).json()).id;

  it('each hears what happens in its own, deletions and all', async () => {
    const [west, east] = [
      await made('/api/areas', { name: 'West', geometry: box(0) }),
      await made('/api/areas', { name: 'East', geometry: box(1) }),
    ];
    const cases = [
      await made('/api/problems', { title: 'In the west', geometry: box(0), ...OPENED }),
      await made('/api/problems', { title: 'In the east', geometry: box(1), ...OPENED }),
    ];
    await made('/api/annotations', { text: 'In the west', problemId: cases[0] });
    await made('/api/annotations', { text: 'In the east', geometry: box(1) });
    await test.call('DELETE', `/api/problems/${cases[1]}`, { cookie });
    const heard = async (area: number) => {
      const mine = await test.signInFor(area, ['committee_member']);
      // Everybody hears of an area: the last event.
      await made('/api/areas', { name: 'The end', geometry: box(2) });
      const headers = { 'Last-Event-ID': `test:2` };
      const reply = await test.call('GET', '/api/events', { cookie: mine, headers });
      const [, ...events] = await take(reply, area === west ? 4 : 6);
      return events.map(({ data }) => JSON.parse(data)).filter(({ object }) => object !== 'area');
    };
    expect(await heard(west)).toEqual([
      { kind: 'changed', object: 'problem', id: cases[0] },
      { kind: 'changed', object: 'annotation', id: expect.any(String) },
    ]);
    expect((await heard(east)).map(({ object }) => object)).toEqual(['problem', 'annotation', 'problem']);
  });
});

describe('too many windows', () => {
  it('of one person are refused, those of others are not, and a closed one makes room', async () => {
    const streams = await Promise.all(Array.from({ length: MOST_STREAMS }, () => listen()));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await listen()).status).toBe(429);
    const other = await test.signIn('Somebody Else');
    const theirs = await test.call('GET', '/api/events', { cookie: other });
    expect(theirs.status).toBe(200);
    await streams[0]?.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const again = await listen();
    expect(again.status).toBe(200);
    for (const stream of [...streams.slice(1), theirs, again]) await stream.body?.cancel();
  });
});
