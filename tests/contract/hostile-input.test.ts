/**
 * SQL, HTML, formulas, paths and broken text in every field of every route: none gives a fault, none comes back in an error
 * or in the log, and what is stored comes back as the text it was.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Described,
  type DescribedRoute,
  describedRoutes,
  type JsonSchema,
} from '../fixtures/described-routes.ts';
import { guestCookie } from '../fixtures/guest-cookie.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../fixtures/test-app.ts';

const MARKER = 'zq7261';
const HOSTILE: readonly string[] = [
  `'; DROP TABLE problem; --${MARKER}`,
  `" OR 1=1 UNION SELECT * FROM account --${MARKER}`,
  `<img src=x onerror=alert('${MARKER}')>`,
  `=HYPERLINK("http://example.org/${MARKER}","x")`,
  `../../../../etc/${MARKER}\\..\\..`,
  `${MARKER}\u0000${MARKER}`,
  `${MARKER}\ud800`,
  `${MARKER}\u202egnp.exe`,
  `{{7*7}}\${7*7}%s%n${MARKER}`,
  `${MARKER}\r\nSet-Cookie: ${MARKER}=1`,
  `__proto__`,
  MARKER + 'x'.repeat(30_000),
];

/** Text is tidied at its ends and otherwise kept as it is. */
const AS_STORED = HOSTILE.map((text) => text.trim());

let test: TestApp;
let cookie: string;
let described: Described;
/** The id of a record of each kind, so that changes reach the store. */
const records = new Map<string, string | number>();

beforeAll(async () => {
  test = await createTestApp();
  cookie = `${await test.signInAs(['admin', 'analyst', 'data_guardian'])}; ${await guestCookie(test)}`;
  described = await describedRoutes(test, cookie);
  for (const [path, json] of Object.entries(FIRST)) {
    const reply = await test.call('POST', path, { cookie, json });
    expect(reply.status, path).toBe(201);
    const made = (await reply.json()) as { id: string | number; concern?: { id: string } };
    records.set(path, made.concern?.id ?? made.id);
  }
}, 60_000);
afterAll(() => test.close());

const square = [
  [
    [0, 0],
    [0.01, 0],
    [0.01, 0.01],
    [0, 0.01],
    [0, 0],
  ],
];
const FIRST = {
  '/api/problems': { title: 'A case', statement: '', geometry: null, rule: null },
  '/api/areas': { name: 'An area', geometry: { type: 'Polygon', coordinates: square } },
  '/api/annotations': { text: 'A note', geometry: null, problemId: null },
  '/api/assets': { name: 'A school', kind: 'school', position: [0, 0] },
  '/api/datasets': { name: 'A data set', kind: 'incidents' },
  '/api/concerns': { receivedOn: '2025-02-20', channel: 'box', summary: 'A concern' },
};

/** Something that fits the schema. */
function sample(schema: JsonSchema): unknown {
  const found = described.resolve(schema);
  if (found.const !== undefined) return found.const;
  if (found.enum) return found.enum[0];
  if (found.default !== undefined) return found.default;
  const choice = found.anyOf ?? found.oneOf;
  if (choice) return sample(choice[0] ?? {});
  if (found.type === 'object') return sampleObject(found);
  if (found.prefixItems) return found.prefixItems.map(sample);
  if (found.type === 'array')
    return Array.from({ length: found.minItems ?? 0 }, () => sample(found.items ?? {}));
  if (found.type === 'string') return sampleText(found);
  if (found.type === 'boolean') return true;
  return found.type === 'null' ? null : Math.max(found.minimum ?? 1, 1);
}

function sampleObject({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  if (properties.type && sample(properties.type) === 'Polygon')
    return { type: 'Polygon', coordinates: square };
  return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})]));
}

function sampleText({ format, pattern, minLength = 1 }: JsonSchema): string {
  if (format === 'date') return '2026-01-01';
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  return pattern?.includes('{20,')
    ? 'x'.repeat(24)
    : pattern?.includes('[1-9]')
      ? '1'
      : 'x'.repeat(Math.max(1, minLength));
}

type Placed = (text: string) => unknown;

/** Every place for a text in the schema, the rest of it filled with what fits. */
function places(schema: JsonSchema, depth = 0): Placed[] {
  const found = described.resolve(schema);
  if (depth > 8) return [];
  const choice = found.anyOf ?? found.oneOf;
  if (choice) return choice.flatMap((one) => places(one, depth + 1));
  if (found.type === 'string') return [(text) => text];
  if (found.type === 'array' && found.items)
    return places(found.items, depth + 1).map((place) => (text) => [place(text)]);
  if (found.type !== 'object') return [];
  const names = found.propertyNames
    ? [(text: string) => ({ [text]: sample(found.additionalProperties as JsonSchema) })]
    : [];
  const fields = Object.entries(found.properties ?? {}).flatMap(([name, part]) =>
    places(part, depth + 1).map((place) => (text: string) => ({
      ...sampleObject(found),
      [name]: place(text),
    })),
  );
  return [...names, ...fields];
}

/** The address with ids of records that exist, or with `text` in place of one id. */
function addressOf(path: string, text?: string): string {
  const kind = [...records.keys()].find((known) => path.startsWith(`${known}/`));
  const id = String(records.get(kind ?? '') ?? '1');
  return path.replaceAll(
    /\{[^}]+\}/g,
    text === undefined ? id : encodeURIComponent(text.replace(/\p{Cs}/u, '')),
  );
}

/** Sends a change against the newest version, whatever that is by now. */
async function send(route: DescribedRoute, address: string, json?: unknown): Promise<Response> {
  const ask = (version: number) =>
    test.call(route.method, address, { cookie, json, headers: { 'If-Match': `"${version}"` } });
  const reply = await ask(1);
  if (reply.status !== 412) return reply;
  return ask(((await reply.json()) as { current: { version: number } }).current.version);
}

/** What must hold of any reply. */
async function holds(reply: Response, what: string): Promise<void> {
  const text = await reply.text();
  expect(reply.status, what).toBeLessThan(500);
  expect(reply.headers.get('x-content-type-options'), what).toBe('nosniff');
  expect(reply.headers.has('set-cookie'), what).toBe(false);
  if (reply.status >= 400) expect(text, what).not.toContain(MARKER);
  else if (text.includes(MARKER)) {
    expect(reply.headers.get('content-type'), what).toMatch(/^application\/json/);
    const texts = stringsIn(JSON.parse(text)).filter((one) => one.includes(MARKER));
    for (const one of texts) expect(AS_STORED, what).toContain(one);
  }
}

/**
 * Every text of a reply. Pieces with the words marked that were searched for are one text, which may hold several stored ones:
 * of it is given what is left without them.
 */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return Object.values(value ?? {}).flatMap(stringsIn);
  const isPieces = value.length > 0 && value.every((one) => typeof one?.isFound === 'boolean');
  if (!isPieces) return value.flatMap(stringsIn);
  // An excerpt is one line.
  const tidy = (text: string) => text.replace(/\s+/g, ' ');
  const whole = tidy(value.map(({ text }) => text).join(''));
  return [AS_STORED.reduce((rest, stored) => rest.replaceAll(tidy(stored), ''), whole)];
}

describe('hostile text', () => {
  it('in every field of every body', { timeout: 240_000 }, async () => {
    let sent = 0;
    for (const route of described.routes.filter(({ body }) => body !== null)) {
      for (const place of places(route.body ?? {}))
        for (const text of HOSTILE) {
          const reply = await send(route, addressOf(route.path), place(text));
          await holds(reply, `${route.method} ${route.path} ${JSON.stringify(place(text)).slice(0, 200)}`);
          sent++;
        }
    }
    expect(sent).toBeGreaterThan(500);
  });

  it('in every part of an address', { timeout: 240_000 }, async () => {
    for (const route of described.routes) {
      const query = route.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      for (const text of HOSTILE) {
        const what = `${route.method} ${route.path} ${text.slice(0, 50)}`;
        if (text.length > 5000 || route.path === '/api/events') continue;
        if (route.path.includes('{')) await holds(await send(route, addressOf(route.path, text)), what);
        for (const name of query) {
          const asked = new URLSearchParams({ [name]: text });
          await holds(await send(route, `${addressOf(route.path)}?${asked}`), `${what} ?${name}`);
        }
      }
    }
  });

  it('in every header that is read', { timeout: 120_000 }, async () => {
    for (const name of ['If-Match', 'Idempotency-Key', 'Range', 'If-Range', 'Last-Event-ID', 'X-Request-Id'])
      for (const text of HOSTILE.filter((one) => /^[\x20-\x7e]{1,5000}$/.test(one)))
        for (const path of ['/api/areas/1', '/api/basemap/a.pmtiles', '/api/problems']) {
          const method = name === 'Idempotency-Key' ? 'POST' : 'GET';
          const json = method === 'POST' ? FIRST['/api/problems'] : undefined;
          await holds(await test.call(method, path, { cookie, json, headers: { [name]: text } }), name);
        }
  });

  it('stays out of the log', () => {
    expect(JSON.stringify(test.lines)).not.toContain(MARKER);
    expect(test.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('leaves the store whole', async () => {
    expect((await test.store.audit.verify()).brokenAt).toBeNull();
    expect((await test.call('GET', '/api/problems', { cookie })).status).toBe(200);
  });
});

describe('text that is none', () => {
  it.each(['half a character \ud800', 'a zero \0 in it'])('%j is refused', async (text) => {
    const path = `/api/problems/${records.get('/api/problems')}/stage`;
    const headers = { 'If-Match': '"1"' };
    const reply = await test.call('POST', path, {
      cookie,
      headers,
      json: { stage: 'analysis', reason: text },
    });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ detail: 'Holds characters that are no text.' }] });
  });
});

describe('hostile JSON', () => {
  const raw = (path: string, method: string, body: string) =>
    Promise.resolve(
      test.app.request(`${TEST_ORIGIN}${addressOf(path)}`, {
        method,
        body,
        headers: {
          Origin: TEST_ORIGIN,
          Cookie: cookie,
          'Content-Type': 'application/json',
          'If-Match': '"1"',
        },
      }),
    );

  it.each([
    ['10,000 objects deep', `${'{"name":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['10,000 lists deep', '['.repeat(10_000) + ']'.repeat(10_000)],
    [
      'a shape 10,000 deep',
      `{"geometry":{"type":"Polygon","coordinates":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
    ],
    ['with a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
    ['with a number beyond all', '{"name":1e400,"days":1e400,"position":[1e400,-1e400]}'],
    ['with the same key twice', '{"name":"a","name":{"b":1}}'],
    ['that is one text', '"x"'],
    ['that is nothing', 'null'],
  ])('%s', async (_, body) => {
    for (const { method, path } of described.routes.filter((route) => route.body !== null)) {
      const reply = await raw(path, method, body);
      expect(reply.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
      expect(reply.status, `${method} ${path}`).toBeLessThan(500);
    }
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });
});
