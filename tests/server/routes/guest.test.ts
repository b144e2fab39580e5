/** Telephones at a meeting: how they come in, what opens to them, and that nothing else does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPhoneApp, type PhoneApp } from '../../fixtures/phone-app.ts';

let test: PhoneApp;
beforeAll(async () => {
  test = await createPhoneApp();
});
afterAll(() => test.close());

describe('the door of a meeting', () => {
  it('has a code and says that no telephone reaches a server of this machine alone', async () => {
    const { body } = await test.ask(test.secretary, 'GET', `/meetings/${test.meeting.id}/door`);
    expect(body).toMatchObject({ reach: 'this_machine', addresses: [], groups: ['women', 'men', 'youth'] });
    expect(body.code).toMatch(/^[CDFHJKMNPRTWXY34679]{6}$/);
  });

  it('opens only while the meeting runs', async () => {
    const planned = await test.plan();
    const { status, body } = await test.ask(test.secretary, 'POST', `/meetings/${planned.id}/door`, {
      groups: [],
    });
    expect([status, body.code]).toEqual([409, 'not_running']);
  });

  it('lets a telephone in with a cookie for its own part of the server alone', async () => {
    const reply = await test.call('POST', '/api/guest/session', {
      json: { code: ` ${test.code.toLowerCase()} `, language: 'ar' },
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.getSetCookie()).toHaveLength(1);
    expect(reply.headers.getSetCookie()[0]).toMatch(
      /^cg_guest=[\w-]{43}; Path=\/api\/guest; HttpOnly; SameSite=Strict; Max-Age=86400$/,
    );
    expect(await reply.json()).toMatchObject({ id: test.meeting.id, guest: { language: 'ar', group: null } });
  });

  it('knows a telephone again that comes in once more', async () => {
    const cookie = await test.phone();
    const before = await test.ask(test.secretary, 'GET', `/meetings/${test.meeting.id}/door`);
    const again = await test.call('POST', '/api/guest/session', {
      cookie,
      json: { code: test.code, language: 'en' },
    });
    expect(again.headers.getSetCookie()).toEqual([]);
    const after = await test.ask(test.secretary, 'GET', `/meetings/${test.meeting.id}/door`);
    expect(after.body.phones).toBe(before.body.phones);
  });

  it('takes another code when it is opened again; who is in stays in', async () => {
    const other = await test.run({ parallelOf: test.meeting.id, kind: 'women_session' });
    const first = await test.openDoor(other.id);
    const cookie = await test.phone(first.code);
    const second = await test.openDoor(other.id);
    expect(second.code).not.toBe(first.code);
    expect((await test.ask(cookie, 'GET', '/guest/meeting')).status).toBe(200);
    const { status, body } = await test.ask('', 'POST', '/guest/session', {
      code: first.code,
      language: 'en',
    });
    expect([status, body.code]).toEqual([422, 'wrong_code']);
    await test.ask(test.secretary, 'DELETE', `/meetings/${other.id}/door`);
    const shut = await test.ask('', 'POST', '/guest/session', { code: second.code, language: 'en' });
    expect(shut.status).toBe(422);
  });
});

describe('guessing', () => {
  it('is slowed down after sixty wrong codes, and nobody else in the room is kept out by it', async () => {
    const own = await createPhoneApp();
    const joined = await Promise.all(Array.from({ length: 200 }, () => own.phone()));
    expect(new Set(joined).size).toBe(200);
    const statuses: number[] = [];
    for (let i = 0; i < 1000; i++) {
      const code = `CDFH${'CDFHJKMNPR'.charAt(i % 10)}${'TWXY34679C'.charAt(Math.floor(i / 10) % 10)}`;
      const { status, body } = await own.ask('', 'POST', '/guest/session', { code, language: 'en' });
      statuses.push(status);
      if (status !== 429) continue;
      expect(body.retryAfter).toBeGreaterThan(0);
      expect(body.detail).toMatch(/^Too many wrong tries\. Wait \d+ (second|minute)s?, then try again\.$/);
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(60);
    expect(statuses.slice(60).every((status) => status === 429)).toBe(true);
    // All of the room comes from the one address of its Wi-Fi.
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => own.phone()))).size).toBe(50);
    await own.close();
  });
});

describe('the session of a telephone', () => {
  it('opens nothing but its own part', async () => {
    const cookie = await test.phone();
    const reply = await test.call('GET', '/api/openapi.json', { cookie: test.secretary });
    const { paths } = (await reply.json()) as {
      paths: Record<string, Record<string, { 'x-permission': string }>>;
    };
    let asked = 0;
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { 'x-permission': may }] of Object.entries(methods)) {
        if (may === 'open' || may === 'guest') continue;
        asked += 1;
        const address = `/api${path.replace('/api', '')}`.replaceAll(/\{[^}]+\}/g, '1');
        const { status } = await test.call(method.toUpperCase(), address, { cookie });
        expect(status, `${method} ${path}`).toBe(401);
      }
    expect(asked).toBeGreaterThan(150);
  });

  it('is no account, and an account is no telephone', async () => {
    const { status, body } = await test.ask(test.secretary, 'GET', '/guest/meeting');
    expect([status, body.code]).toEqual([401, 'not_joined']);
    for (const forged of ['cg_guest=', `cg_guest=${'a'.repeat(43)}`, 'cg_guest=../../x'])
      expect((await test.ask(forged, 'GET', '/guest/meeting')).status).toBe(401);
  });

  it('says of itself what the meeting asks for, and no more', async () => {
    const cookie = await test.phone();
    const said = await test.ask(cookie, 'PUT', '/guest/session', { language: 'ar', group: 'women' });
    expect(said.body.guest).toEqual({ language: 'ar', group: 'women' });
    const { status, body } = await test.ask(cookie, 'PUT', '/guest/session', {
      language: 'ar',
      group: 'minority',
    });
    expect([status, body.code]).toEqual([422, 'no_such_group']);
  });

  it('sees the agenda without what is for the presenter', async () => {
    await test.ask(test.secretary, 'POST', `/meetings/${test.meeting.id}/agenda`, {
      kind: 'concerns',
      title: 'Dark stops',
      titles: { ar: 'مواقف مظلمة' },
      notes: 'Never for telephones',
    });
    const { body } = await test.ask(await test.phone(), 'GET', '/guest/meeting');
    expect(body.items).toMatchObject([{ kind: 'concerns', title: 'Dark stops', isCurrent: false }]);
    expect(JSON.stringify(body)).not.toContain('Never for telephones');
  });

  it('ends when the telephone leaves, and with the meeting', async () => {
    const leaving = await test.phone();
    expect((await test.ask(leaving, 'DELETE', '/guest/session')).status).toBe(204);
    expect((await test.ask(leaving, 'GET', '/guest/meeting')).body.code).toBe('meeting_over');
    const own = await createPhoneApp();
    const cookie = await own.phone();
    const asked = await own.opened();
    await own.count(asked);
    const { version } = (await own.ask(own.secretary, 'GET', `/meetings/${own.meeting.id}`)).body;
    const closed = await own.ask(
      own.secretary,
      'POST',
      `/meetings/${own.meeting.id}/close`,
      { deferOpen: true },
      version,
    );
    expect(closed.status).toBe(200);
    expect((await own.ask(cookie, 'GET', '/guest/meeting')).body.code).toBe('meeting_over');
    expect((await own.ask('', 'POST', '/guest/session', { code: own.code, language: 'en' })).status).toBe(
      422,
    );
    await own.close();
  });
});

describe('a concern from a telephone', () => {
  const raise = (cookie: string, json: object, key?: string) =>
    test.call('POST', '/api/guest/concerns', {
      cookie,
      json,
      headers: key ? { 'Idempotency-Key': key } : {},
    });

  it('is taken in as of the meeting, today, and nobody', async () => {
    const cookie = await test.phone();
    const place = { precision: 'street', position: [0.52, 0.51] };
    const reply = await raise(cookie, { summary: 'No light at the stop', language: 'ar-YE', place });
    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({
      kind: 'concern',
      receipt: expect.stringMatching(/^\w{5}-\w{5}$/),
    });
    const { items } = (await test.ask(test.secretary, 'GET', '/concerns')).body;
    expect(items[0]).toMatchObject({
      summary: 'No light at the stop',
      receivedOn: '2025-03-01',
      channel: 'meeting',
      language: 'ar',
    });
    const kept = await test.store.concerns.get(items[0].id);
    expect(kept).toMatchObject({ precision: 'street', chosenBy: 'reporter', sideM: 125 });
    expect(kept?.position).not.toEqual([0.52, 0.51]);
  });

  it('is one however often it is sent, with the same receipt', async () => {
    const cookie = await test.phone();
    const json = { summary: 'Sent twice', language: 'en' };
    const first = await (await raise(cookie, json, 'the-same-key-1')).json();
    const second = await (await raise(cookie, json, 'the-same-key-1')).json();
    expect(second).toEqual(first);
    // The answer was not kept any more: the concern is all the same.
    await raise(cookie, { ...json, summary: 'Sent thrice' }, 'the-same-key-2');
    const { items } = (await test.ask(test.secretary, 'GET', '/concerns?text=Sent')).body;
    expect(items.map(({ summary }: { summary: string }) => summary).sort()).toEqual([
      'Sent thrice',
      'Sent twice',
    ]);
  });

  it('outside of the area of the meeting says so', async () => {
    const place = { precision: 'exact', position: [3, 3] };
    const reply = await raise(await test.phone(), { summary: 'Far away', language: 'en', place });
    const { code, detail } = await reply.json();
    expect([reply.status, code]).toEqual([422, 'outside_meeting_area']);
    expect(detail).toContain('Riverside');
  });

  it('of what must not be kept is a count', async () => {
    const before = (await test.ask(test.secretary, 'GET', '/concerns')).body.items.length;
    const reply = await raise(await test.phone(), {
      language: 'en',
      isProtected: true,
      pathway: 'survivor_support',
    });
    expect(await reply.json()).toEqual({ kind: 'protected_referral', receipt: null });
    expect((await test.ask(test.secretary, 'GET', '/concerns')).body.items).toHaveLength(before);
    const words = await raise(await test.phone(), { summary: 'She was raped at home', language: 'en' });
    expect([words.status, (await words.json()).code]).toEqual([422, 'looks_protected']);
  });

  it('that names somebody is found before it is sent', async () => {
    const { body } = await test.ask(await test.phone(), 'POST', '/guest/concerns/check', {
      summary: 'Mr Okello sells it, call 0712 345 678',
    });
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['name', 'phone']);
  });

  it.each(['Mr Okello sells it', 'Call 0712 345 678', 'Write to sales@example.org'])(
    'that was sent unwarned is not kept before its words were read again: %s',
    async (summary) => {
      const cookie = await test.phone();
      const kept = async () =>
        (await test.ask(test.secretary, 'GET', '/concerns')).body.items.filter(
          (one: { summary: string }) => one.summary === summary,
        );
      const refused = await raise(cookie, { summary, language: 'en' }, `unwarned-${summary.length}`);
      expect([refused.status, (await refused.json()).code]).toEqual([422, 'words_to_check']);
      expect(await kept()).toEqual([]);
      const read = { summary, language: 'en', wordsChecked: true };
      expect((await raise(cookie, read, `read-again-${summary.length}`)).status).toBe(201);
      expect(await kept()).toHaveLength(1);
    },
  );

  it('that names somebody and is of what must not be kept is that first', async () => {
    const words = await raise(await test.phone(), { summary: 'Mr Okello raped her', language: 'en' });
    expect((await words.json()).code).toBe('looks_protected');
    const taken = { summary: 'Mr Okello', language: 'en', isProtected: true, pathway: 'survivor_support' };
    expect((await raise(await test.phone(), taken)).status).toBe(201);
  });

  it('finds the ground of the meeting, with no category that must not be kept', async () => {
    const { status, body } = await test.ask(await test.phone(), 'GET', '/guest/map');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Riverside', bounds: [0, 0, 1, 1], streets: [] });
  });
});
