/** Calls every route of the OpenAPI document wrongly, in every way there is, and looks at each answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../server/domain/permissions.ts';
import { guestCookie } from '../fixtures/guest-cookie.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../fixtures/test-app.ts';

/** Stands wherever a caller may write something; it must come back nowhere. */
const MARKER = 'zq-marker-7261';
const WRITING = new Set(['post', 'patch', 'put', 'delete']);

interface Operation {
  method: string;
  path: string;
  open: boolean;
  json: boolean;
  ifMatch: boolean;
  query: boolean;
}

let test: TestApp;
let cookie: string;
let operations: Operation[];

interface Described {
  security?: unknown[];
  requestBody?: { content: Record<string, unknown> };
  parameters?: { in: string; name: string }[];
}

beforeAll(async () => {
  test = await createTestApp();
  // Somebody who may do everything, with a telephone at a meeting, so that every route looks at what it is asked.
  cookie = `${await test.signInAs(ROLES, 'Everything')}; ${await guestCookie(test)}`;
  const reply = await test.call('GET', '/api/openapi.json', { cookie });
  const document = (await reply.json()) as { paths: Record<string, Record<string, Described>> };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method,
      path,
      open: described.security?.length === 0,
      json: described.requestBody?.content['application/json'] !== undefined,
      ifMatch: (described.parameters ?? []).some(({ name }) => name === 'If-Match'),
      query: (described.parameters ?? []).some((parameter) => parameter.in === 'query'),
    })),
  );
});
afterAll(() => test.close());

interface Wrong {
  headers?: Record<string, string>;
  body?: string;
  params?: string;
  query?: string;
  session?: boolean;
}

function callWrongly({ method, path }: Operation, wrong: Wrong): Promise<Response> {
  const address = path.replaceAll(/\{[^}]+\}/g, wrong.params ?? '1') + (wrong.query ?? '');
  const headers: Record<string, string> = { Origin: TEST_ORIGIN, ...wrong.headers };
  if (wrong.session !== false) headers.Cookie = cookie;
  const init = { method: method.toUpperCase(), headers, body: wrong.body };
  return Promise.resolve(test.app.request(`${TEST_ORIGIN}${address}`, init));
}

/** The one shape, and nothing of the input in it. */
async function expectErrorDetails(reply: Response, what: string): Promise<void> {
  const text = await reply.text();
  expect(reply.headers.get('content-type'), what).toBe('application/problem+json');
  expect(text, what).not.toContain(MARKER);
  const details = JSON.parse(text);
  expect(details, what).toMatchObject({ type: 'about:blank', status: reply.status });
  for (const member of ['title', 'detail', 'code', 'requestId'])
    expect(details[member], `${what}: ${member}`).toMatch(/./);
  expect(details.requestId, what).toBe(reply.headers.get('x-request-id'));
  expect(Array.isArray(details.errors), what).toBe(true);
  for (const error of details.errors) expect(Object.keys(error).sort(), what).toEqual(['detail', 'pointer']);
}

async function sweep(
  which: (operation: Operation) => boolean,
  wrong: Wrong | ((operation: Operation) => Wrong),
  statuses: readonly number[],
): Promise<void> {
  const chosen = operations.filter(which);
  expect(chosen.length).toBeGreaterThan(0);
  for (const operation of chosen) {
    const what = `${operation.method} ${operation.path}`;
    const reply = await callWrongly(operation, typeof wrong === 'function' ? wrong(operation) : wrong);
    expect(statuses, `${what} answered ${reply.status}`).toContain(reply.status);
    await expectErrorDetails(reply, what);
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('every route', () => {
  it('is in the document', () => {
    expect(operations.length).toBeGreaterThan(40);
  });

  it('needs a session, except those that say they do not', () =>
    sweep(({ open }) => !open, { session: false }, [401]));

  it('refuses an id that is none', () =>
    sweep(
      ({ path }) => path.includes('{'),
      { params: MARKER, headers: { 'If-Match': '"1"' } },
      [400, 404, 415],
    ));

  it('refuses a hostile id', () =>
    sweep(
      ({ path }) => path.includes('{'),
      { params: `%3Cscript%3E${MARKER}`, headers: { 'If-Match': '"1"' } },
      [400, 404, 415],
    ));

  it('refuses a body that is not JSON', () =>
    sweep(({ json }) => json, { headers: JSON_TYPE, body: `{"name": ${MARKER}` }, [400, 429]));

  it('refuses a body that does not fit, without repeating it', () =>
    sweep(
      ({ json }) => json,
      {
        headers: { ...JSON_TYPE, 'If-Match': '"1"' },
        body: JSON.stringify({
          [MARKER]: MARKER,
          name: { [MARKER]: 1 },
          filter: MARKER,
          geometry: { type: MARKER },
        }),
      },
      [400, 429],
    ));

  it('refuses a body of another kind', () =>
    sweep(({ json }) => json, { headers: { 'Content-Type': 'text/plain' }, body: MARKER }, [415]));

  it('refuses a body that is too large', () =>
    sweep(
      ({ json }) => json,
      {
        headers: { ...JSON_TYPE, 'Content-Length': String(65 * 1024 * 1024) },
        body: JSON.stringify({ name: MARKER }),
      },
      [413],
    ));

  it('refuses a version that is none', () =>
    sweep(({ ifMatch, json }) => ifMatch && !json, { headers: { 'If-Match': MARKER } }, [400, 404]));

  it('refuses query parameters it does not know', () =>
    sweep(({ query }) => query, { query: `?${MARKER}=${MARKER}` }, [400, 415]));

  it('refuses changes that come from elsewhere', async () => {
    const writing = ({ method }: Operation) => WRITING.has(method);
    await sweep(writing, { headers: { Origin: `http://${MARKER}.example` } }, [403]);
    await sweep(writing, { headers: { Origin: TEST_ORIGIN, 'Sec-Fetch-Site': 'cross-site' } }, [403]);
    await sweep(writing, { headers: { 'Sec-Fetch-Site': 'same-site' } }, [403]);
    await sweep(writing, { headers: { Origin: 'null' } }, [403]);
  });

  it('says which methods it takes when it is asked with another', async () => {
    for (const path of new Set(operations.map((operation) => operation.path))) {
      const reply = await callWrongly({ ...operations[0], path, method: 'options' }, {});
      expect(reply.status, path).toBe(405);
      expect(reply.headers.get('allow'), path).toMatch(/GET|POST|PUT|PATCH|DELETE/);
      await expectErrorDetails(reply, path);
    }
  });

  it('keeps the input out of the log', () => {
    expect(JSON.stringify(test.lines)).not.toContain(MARKER);
    expect(test.lines.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('an address with nothing behind it', () => {
  it('gets the same shape', async () => {
    const reply = await test.call('GET', `/api/${MARKER}?x=${MARKER}`, { cookie });
    expect(reply.status).toBe(404);
    await expectErrorDetails(reply, 'unknown route');
    expect(JSON.stringify(test.lines)).not.toContain(MARKER);
  });
});

describe('an unexpected error', () => {
  it('says nothing of itself; the log has it under the request id', async () => {
    const broken = await createTestApp();
    const signedIn = await broken.signIn();
    const secret = 'SQLITE_CORRUPT in /secret/place';
    broken.deps.store.areas.list = () => Promise.reject(new Error(secret));
    const reply = await broken.call('GET', '/api/areas', { cookie: signedIn });
    expect(reply.status).toBe(500);
    const details = await reply.json();
    expect(JSON.stringify(details)).not.toContain('secret');
    const line = broken.lines.find(({ message }) => message === 'unexpected error');
    expect(line?.fields).toMatchObject({ requestId: details.requestId, err: { message: secret } });
    await broken.close();
  });
});
