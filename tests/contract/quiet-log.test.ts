/** What a day's work leaves in the log: nothing of what people typed, of where things happened, nor of what opens a door. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../server/imports/contract.ts';
import {
  createTestApp,
  TEST_NAME,
  TEST_ORIGIN,
  TEST_PASSPHRASE,
  type TestApp,
} from '../fixtures/test-app.ts';

const written: string[] = [];
let test: TestApp;
beforeAll(async () => {
  const log = pino({ base: undefined }, { write: (line: string) => void written.push(line) });
  test = await createTestApp({ log }, { database: 'disk' });
});
afterAll(() => test.close());

/** Everything that was logged, errors with their message and their trace. */
function everything(): string {
  const lines = test.lines.map((line) =>
    JSON.stringify(line, (_, value: unknown) =>
      value instanceof Error ? { message: value.message, stack: value.stack } : value,
    ),
  );
  return [...written, ...lines].join('\n');
}

const TEXT = {
  title: 'Brawls behind Zebulon mill',
  statement: 'Seen by Philomena Quist of number 44',
  reason: 'Told by a neighbour called Ezekiel',
  note: 'Watch the yard of Thaddeus',
  query: 'secret-in-the-query-81',
  path: 'secret-in-the-path-82',
  broken: 'secret-in-broken-json-83',
  header: 'secret-in-a-header-84',
  wrong: 'my old passphrase typed by mistake',
  place: 'Number 7 Wisteria Lane',
  cell: 'Wilhelmina told it',
};
const FILE = `id,date,category,lon,lat,place,remark
1,2024-03-01 10:00,Theft,36.812345,-1.298765,${TEXT.place},${TEXT.cell}
2,2024-03-02 10:00,Rape,36.823456,-1.287654,${TEXT.place},${TEXT.cell}
3,never,Theft,36.9,-1.2,${TEXT.place},${TEXT.cell}
`;

async function importFile(cookie: string): Promise<void> {
  const send = (method: string, path: string, body: string) =>
    Promise.resolve(
      test.app.request(`${TEST_ORIGIN}${path}`, {
        method,
        body,
        headers: { Origin: TEST_ORIGIN, Cookie: cookie, 'Content-Type': 'application/octet-stream' },
      }),
    );
  const seen = await send('POST', `/api/imports/inspect?name=${encodeURIComponent(TEXT.title)}.csv`, FILE);
  const { mapping } = (await seen.json()) as Inspection;
  const json = { fileName: `${TEXT.title}.csv`, target: { datasetName: TEXT.title }, mapping };
  const { id } = (await (await test.call('POST', '/api/imports', { cookie, json })).json()) as { id: string };
  expect((await send('PUT', `/api/imports/${id}/file`, FILE)).status).toBe(200);
  expect((await test.call('GET', `/api/imports/${id}/refused.csv`, { cookie })).status).toBe(200);
}

async function workOnCase(cookie: string): Promise<void> {
  const { title, statement, reason, note } = TEXT;
  const json = { title, statement, geometry: null, rule: null };
  const made = await test.call('POST', '/api/problems', { cookie, json });
  const { id } = (await made.json()) as { id: string };
  const headers = { 'If-Match': `"${await test.readyForAnalysis(id)}"` };
  const despite = { more_than_one_source: reason, six_months_of_data: reason };
  const step = { stage: 'analysis', reason, despite };
  const moved = await test.call('POST', `/api/problems/${id}/stage`, { cookie, headers, json: step });
  expect(moved.status).toBe(200);
  await test.call('POST', '/api/annotations', {
    cookie,
    json: { text: note, geometry: null, problemId: id },
  });
}

async function failInEveryWay(cookie: string): Promise<void> {
  const { query, path, broken, header } = TEXT;
  const headers = {
    Authorization: `Bearer ${header}`,
    'X-Forwarded-For': header,
    'User-Agent': header,
    Referer: header,
  };
  await test.call('GET', `/api/audit?token=${query}`, { cookie, headers });
  await test.call('GET', `/api/${path}?token=${query}`, { cookie, headers });
  await test.call('GET', `/api/basemap/${path}.pmtiles?key=${query}`, { cookie, headers });
  await test.call('GET', `/${path}?token=${query}`, { headers });
  const init = {
    method: 'POST',
    body: `{"name": ${broken}`,
    headers: { Origin: TEST_ORIGIN, Cookie: cookie, 'Content-Type': 'application/json' },
  };
  await test.app.request(`${TEST_ORIGIN}/api/problems`, init);
  test.deps.store.areas.list = () => Promise.reject(new Error('the store is broken'));
  expect((await test.call('GET', `/api/areas?after=${query}`, { cookie, headers })).status).toBe(500);
}

describe('the log', () => {
  it('keeps nothing of what people say, of places, nor of keys', async () => {
    const link = await test.deps.auth.makeLink(null);
    const account = { token: link, name: TEST_NAME, passphrase: TEST_PASSPHRASE };
    await test.call('POST', '/api/session/account', { json: account });
    await test.call('POST', '/api/session', { json: { name: TEST_NAME, passphrase: TEXT.wrong } });
    const reply = await test.call('POST', '/api/session', {
      json: { name: TEST_NAME, passphrase: TEST_PASSPHRASE },
    });
    const cookie = reply.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const wish = { roles: ['analyst'], days: 1 };
    const invited = await test.call('POST', '/api/people/invitations', { cookie, json: wish });
    const { token } = (await invited.json()) as { token: string };
    await importFile(cookie);
    await workOnCase(cookie);
    await failInEveryWay(cookie);

    const log = everything();
    expect(log.split('\n').length).toBeGreaterThan(12);
    expect(log).toContain('the store is broken');
    const session = decodeURIComponent(cookie.split('=').slice(1).join('='));
    const places = ['36.812345', '36.823456', '-1.298765'];
    const secrets = [TEST_NAME, TEST_PASSPHRASE, link, token, session.split('.')[0] ?? '', cookie, ...places];
    for (const secret of [...secrets, ...Object.values(TEXT)]) {
      expect(secret.length).toBeGreaterThan(6);
      expect(log, secret).not.toContain(secret);
      expect(log, secret).not.toContain(encodeURIComponent(secret));
    }
  });

  it('is one JSON object a line, in time, with the request id', () => {
    for (const line of written) {
      const { time, level, msg } = JSON.parse(line) as Record<string, unknown>;
      expect([typeof time, typeof level, typeof msg]).toEqual(['number', 'number', 'string']);
    }
    const requests = written.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    for (const { requestId } of requests) expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
