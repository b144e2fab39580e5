/** Calls every route of the OpenAPI document as every role, and as nobody, and holds the answer against the table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, type Action, mayDo, ROLES, type Role } from '../../server/domain/permissions.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../fixtures/test-app.ts';

interface Operation {
  method: string;
  path: string;
  permission: Action | 'session' | 'open';
  json: boolean;
}

let test: TestApp;
let operations: Operation[];

beforeAll(async () => {
  test = await createTestApp();
  const cookie = await test.signIn();
  const reply = await test.call('GET', '/api/openapi.json', { cookie });
  const document = (await reply.json()) as {
    paths: Record<string, Record<string, { 'x-permission': Operation['permission']; requestBody?: object }>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      permission: described['x-permission'],
      json: described.requestBody !== undefined,
    })),
  );
});
afterAll(() => test.close());

/** Ids that nothing has: whoever may pass gets another refusal, and nothing is changed. */
async function statusOf({ method, path, json }: Operation, cookie: string | null): Promise<number> {
  const headers: Record<string, string> = { Origin: TEST_ORIGIN, 'If-Match': '"1"' };
  if (cookie !== null) headers.Cookie = cookie;
  if (json) headers['Content-Type'] = 'application/json';
  const address = `${TEST_ORIGIN}${path.replaceAll(/\{[^}]+\}/g, '999999')}`;
  const reply = await test.app.request(address, { method, headers, body: json ? '[]' : undefined });
  await reply.body?.cancel();
  return reply.status;
}

const ENDS_THE_SESSION = 'DELETE /api/session';
const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

describe('every route', () => {
  it('says what it takes to use it, in words of the table', () => {
    const known = new Set<string>([...ACTIONS, 'session', 'open']);
    expect(operations.filter(({ permission }) => !known.has(permission)).map(nameOf)).toEqual([]);
    expect(operations.length * ROLES.length).toBeGreaterThan(700);
  });

  it('that works without a session is one of these', () => {
    const open = operations.filter(({ permission }) => permission === 'open').map(nameOf);
    expect(open.sort()).toEqual([
      'GET /api/health',
      'POST /api/session',
      'POST /api/session/account',
      'POST /api/session/link',
    ]);
  });

  it('is used by an action of the table, and every action by a route', () => {
    const used = new Set<string>(operations.map(({ permission }) => permission));
    expect(ACTIONS.filter((action) => !used.has(action))).toEqual([]);
  });

  it('refuses whoever is not signed in', async () => {
    for (const operation of operations.filter(({ permission }) => permission !== 'open'))
      expect(await statusOf(operation, null), nameOf(operation)).toBe(401);
  });

  it.each<[string, readonly Role[]]>([
    ...ROLES.map((role): [string, readonly Role[]] => [role, [role]]),
    ['no role', []],
  ])('lets %s do what the table says, and nothing else', async (_, roles) => {
    const cookie = await test.signInAs(roles);
    for (const operation of operations) {
      const { permission } = operation;
      if (permission === 'open' || nameOf(operation) === ENDS_THE_SESSION) continue;
      const status = await statusOf(operation, cookie);
      const what = `${nameOf(operation)} (${permission})`;
      if (permission === 'session' || mayDo(roles, permission))
        expect([401, 403], what).not.toContain(status);
      else expect(status, what).toBe(403);
    }
  });
});
