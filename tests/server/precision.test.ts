/**
 * Calls everything of the OpenAPI document as every role that does not see incidents as they are, and looks through every
 * number of every answer, in whatever format, for the place of an incident.
 */
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEGREE, FIRST_SQUARE_ROW, MISSING } from '../../analysis/incident-columns.ts';
import { boundsOf, squareAt } from '../../analysis/world-squares.ts';
import { ROLES, type Role } from '../../server/domain/permissions.ts';
import { runRequest } from '../../server/jobs/contract.ts';
import { runReader } from '../../server/jobs/run-reach.ts';
import { LIVE_OBJECTS } from '../../server/live-events.ts';
import type { Viewer } from '../../server/store/ports.ts';
import { addCategory, addDataset, load, type NewIncident, square } from '../contract/backend-under-test.ts';
import { NEAR, numbersOfArrow, numbersOfText, recognisable } from '../fixtures/recognisable-places.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../fixtures/test-app.ts';

const EXACT: readonly Role[] = ['analyst', 'police_member', 'data_guardian'];
const BELOW = ROLES.filter((role) => !EXACT.includes(role));
const MONTH = Date.UTC(2024, 4, 10) / 1000;

interface Operation {
  method: string;
  path: string;
}

let test: TestApp;
let analyst: string;
let operations: Operation[];
/** Values of the parameters of paths, and of queries that ask for formats. */
let ids: Record<string, string>;
let places: [number, number][];

function incidents(): NewIncident[] {
  const found: NewIncident[] = [];
  for (let i = 0; found.length < 240; i++) {
    const position: [number, number] = [
      137.1234567 + ((i * 379) % 997) * 1.7e-4,
      -33.9654321 + ((i * 617) % 991) * 1.3e-4,
    ];
    if (!recognisable(...position)) continue;
    // Every fifth place is a corner where much happens; some lie alone.
    for (let k = 0; k < (i % 5 === 0 ? 6 : 1); k++)
      found.push({ position, from: MONTH + i * 3600, category: 1 + (i % 2) });
  }
  return found;
}

const READ_BY_COMMITTEES = { title: 'Corner', confidentiality: 'committee' };

beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  await addCategory(test.store, 1);
  await addCategory(test.store, 2);
  const dataset = (await addDataset(test.store, 'Calls')).id;
  const rows = incidents();
  places = rows.flatMap(({ position }) => (position ? [position] : []));
  const importId = await load(test.store, dataset, rows);
  const { items } = await send('POST', '/api/incidents/query', { filter: {} });
  const corners = items.slice(0, 3).map(({ position }: { position: [number, number] }) => position);
  const hull = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
  const rule = { geometry: hull };
  const problem = await send('POST', '/api/problems', { ...READ_BY_COMMITTEES, geometry: hull, rule });
  await send('POST', `/api/problems/${problem.id}/incidents`, {
    incidentId: items[0].id,
    verdict: 'in',
    reason: 'Seen there.',
  });
  const run = await finished((await send('POST', '/api/runs', { method: 'dbscan' })).id);
  await send('POST', '/api/runs', { method: 'kernel-density', filter: rule });
  const exhibit = await send('POST', `/api/problems/${problem.id}/exhibits`, { runId: run });
  const period = (year: number) => ({ from: `${year}-01-01T00:00:00Z`, to: `${year + 1}-01-01T00:00:00Z` });
  const plan = { design: 'before_after', treated: hull, before: period(2023), after: period(2024) };
  await send('PUT', `/api/problems/${problem.id}/evaluation`, plan, analyst, { 'If-Match': '"0"' });
  await send('POST', `/api/problems/${problem.id}/evaluation/runs`, {});
  const note = await send('POST', '/api/annotations', {
    text: 'Here',
    geometry: square(130, -30, 1),
    problemId: problem.id,
  });
  const exact = {
    precision: 'exact',
    chosenBy: 'staff',
    position: items[0].position.slice(0, 2),
    areaId: null,
  };
  const raised = { receivedOn: '2025-02-20', channel: 'box', summary: 'Here', place: exact };
  const { concern } = await send('POST', '/api/concerns', raised);
  const attach = { step: 'attach', problemId: problem.id };
  const headers = { 'If-Match': '"1"' };
  await test.call('POST', `/api/concerns/${concern.id}/triage`, { cookie: analyst, json: attach, headers });
  ids = {
    id: '',
    concerns: concern.id,
    datasets: String(dataset),
    incidents: String(items[0].id),
    problems: problem.id,
    runs: run,
    imports: importId,
    annotations: note.id,
    exhibitId: exhibit.id,
    incidentId: String(items[0].id),
  };
  const document = await (await test.call('GET', '/api/openapi.json', { cookie: analyst })).json();
  operations = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
});
afterAll(() => test.close());

async function send(
  method: string,
  path: string,
  json: unknown,
  cookie = analyst,
  headers: Record<string, string> = {},
) {
  const reply = await test.call(method, path, { cookie, json, headers });
  expect(reply.status, `${method} ${path}`).toBeLessThan(300);
  return reply.json();
}

async function finished(id: string): Promise<string> {
  for (;;) {
    const { state } = await (await test.call('GET', `/api/runs/${id}`, { cookie: analyst })).json();
    if (state === 'done') return id;
    expect(state).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const BODIES: Record<string, unknown> = {
  'POST /api/incidents/count': { filter: {} },
  'POST /api/incidents/query': { filter: {}, limit: 1000 },
  'POST /api/problems/{id}/linked': { limit: 1000 },
  'POST /api/problems/{id}/opened-incidents': { limit: 1000 },
  'POST /api/runs': { method: 'dbscan' },
  'PATCH /api/problems/{id}': { title: 'Other' },
  'PATCH /api/concerns/{id}': { detail: 'Other' },
  'POST /api/concerns/{id}/triage': { step: 'withdraw', note: 'Other' },
};
const QUERIES: Record<string, readonly string[]> = {
  'GET /api/runs/{id}/export': ['?format=csv', '?format=geojson'],
};

/** Every number that stands in the answers to one operation, with the status of each. */
async function answersTo(
  { method, path }: Operation,
  cookie: string,
): Promise<{ status: number; numbers: number[] }[]> {
  const name = `${method} ${path}`;
  const [, , resource] = path.split('/');
  const isSafe = method === 'GET' || BODIES[name] !== undefined;
  const address = path.replaceAll(/\{([^}]+)\}/g, (_, key: string) =>
    isSafe ? ((key === 'id' ? ids[resource] : ids[key]) ?? '1') : '999999',
  );
  const headers: Record<string, string> = { Origin: TEST_ORIGIN, Cookie: cookie, 'If-Match': '"99"' };
  if (method !== 'GET') headers['Content-Type'] = 'application/json';
  const body = method === 'GET' ? undefined : JSON.stringify(BODIES[name] ?? []);
  const answers = [];
  for (const query of QUERIES[name] ?? ['']) {
    const reply = await test.app.request(`${TEST_ORIGIN}${address}${query}`, { method, headers, body });
    answers.push({ status: reply.status, numbers: await numbersIn(reply) });
  }
  return answers;
}

async function numbersIn(reply: Response): Promise<number[]> {
  const type = reply.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) return numbersOfText(await firstOfStream(reply));
  const bytes = new Uint8Array(await reply.arrayBuffer());
  if (type.includes('arrow') && bytes.length > 0) return numbersOfArrow(bytes);
  return numbersOfText(new TextDecoder().decode(bytes));
}

/** What a stream of events says of a change to everything there is. */
async function firstOfStream(reply: Response): Promise<string> {
  const reader = reply.body?.getReader();
  for (const object of LIVE_OBJECTS) test.deps.live.publish({ object, id: ids[`${object}s`] ?? '1' });
  const parts: string[] = [];
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 150));
  for (;;) {
    const part = await Promise.race([reader?.read(), late]);
    if (!part || part.done) break;
    parts.push(new TextDecoder().decode(part.value));
  }
  await reader?.cancel();
  return parts.join('');
}

/** Longitudes and latitudes of incidents among the numbers, in degrees or as stored. */
function given(numbers: readonly number[]): number[] {
  const known = new Set(
    places.flat().flatMap((degrees) => [-1, 0, 1].map((step) => Math.round(degrees / NEAR) + step)),
  );
  return numbers.filter((number) =>
    [number, number / DEGREE].some(
      (value) =>
        known.has(Math.round(value / NEAR)) &&
        places.flat().some((degrees) => Math.abs(degrees - value) < NEAR),
    ),
  );
}

async function givenTo(cookie: string): Promise<{ leaks: string[]; answered: number }> {
  const leaks: string[] = [];
  let answered = 0;
  for (const operation of operations) {
    const name = `${operation.method} ${operation.path}`;
    // It would end the session of all that follow.
    if (name === 'DELETE /api/session') continue;
    for (const { status, numbers } of await answersTo(operation, cookie)) {
      if (status < 300) answered++;
      const found = given(numbers);
      if (found.length > 0) leaks.push(`${name} ${status}: ${found.slice(0, 3)}`);
    }
  }
  return { leaks, answered };
}

describe('no answer holds the place of an incident', () => {
  it('unless the asker may see it: this search finds them all over an analyst’s answers', async () => {
    const { leaks } = await givenTo(analyst);
    const names = leaks.map((leak) => leak.replace(/ \d.*/, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'GET /api/datasets',
        'GET /api/datasets/{id}',
        'GET /api/datasets/{id}/columns',
        'POST /api/incidents/query',
        'GET /api/incidents/{id}',
        'GET /api/problems',
        'GET /api/problems/{id}',
        'GET /api/problems/{id}/history',
        'POST /api/problems/{id}/linked',
        'PATCH /api/problems/{id}',
        'GET /api/runs/{id}',
        'GET /api/runs/{id}/result',
        'GET /api/runs/{id}/export',
        'GET /api/problems/{id}/exhibits',
        'GET /api/problems/{id}/evaluation',
        'GET /api/problems/{id}/evaluation/runs',
        'GET /api/concerns',
        'GET /api/concerns/{id}',
        'PATCH /api/concerns/{id}',
        'POST /api/concerns/{id}/triage',
      ]),
    );
  });

  it.each<[string, readonly Role[]]>([
    ...BELOW.map((role): [string, readonly Role[]] => [role, [role]]),
    ['all of these together', BELOW],
    ['no role', []],
  ])('for %s', async (name, roles) => {
    const { leaks, answered } = await givenTo(await test.signInAs(roles, `Somebody ${name}`));
    expect(leaks).toEqual([]);
    expect(answered).toBeGreaterThanOrEqual(3);
  });
});

describe('a case that is open to the committee', () => {
  const OPENED = 'POST /api/problems/{id}/opened-incidents';
  const ALL = { limit: 1000 };

  it('shows its incidents to the members, in the one answer that is for them, and nobody anything else', async () => {
    const before = ids.problems;
    const rule = { geometry: square(137.12, -33.97, 0.06) };
    ids.problems = (await send('POST', '/api/problems', { rule, ...READ_BY_COMMITTEES })).id;
    const member = await test.signInAs(['committee_member']);
    const wish = { roles: ['committee_member'], until: '2025-04-01', reason: 'The walk on Tuesday.' };
    await send('POST', `/api/problems/${ids.problems}/opening`, wish);
    const linked = await send('POST', `/api/problems/${ids.problems}/linked`, ALL);
    const { items } = await send('POST', `/api/problems/${ids.problems}/opened-incidents`, ALL, member);
    const placesOf = (list: { position: [number, number] }[]) => list.map(({ position }) => position.join());
    expect(placesOf(items)).toEqual(placesOf(linked.items));
    expect(items.length).toBeGreaterThan(2);
    expect(items.length).toBeLessThan(places.length / 2);
    const { leaks } = await givenTo(member);
    expect(leaks.map((leak) => leak.replace(/ \d.*/, ''))).toEqual([OPENED]);
    for (const role of BELOW.filter((each) => each !== 'committee_member'))
      expect((await givenTo(await test.signInAs([role]))).leaks, role).toEqual([]);
    await test.call('DELETE', `/api/problems/${ids.problems}/opening`, { cookie: analyst });
    expect((await givenTo(member)).leaks).toEqual([]);
    ids.problems = before;
  });
});

describe('columns below exact', () => {
  it.each<Role>(['secretary', 'committee_member'])(
    'hold nothing but squares, three alike, for a %s',
    async (role) => {
      const cookie = await test.signInAs([role]);
      const { version, seen, count } = await send('GET', `/api/datasets/${ids.datasets}`, undefined, cookie);
      expect(seen).toMatchObject({ hasSquares: true, hidden: places.length - count });
      const address = `/api/datasets/${ids.datasets}/columns?version=${version}&seen=${seen.key}`;
      const reply = await test.call('GET', address, { cookie });
      expect(reply.headers.get('cache-control')).toContain('immutable');
      const table = tableFromIPC(new Uint8Array(await reply.arrayBuffer()));
      expect(table.numRows).toBe(count);
      expect(count).toBeGreaterThan(100);
      const alike = new Map<string, number>();
      for (const row of table.toArray().map((each) => each.toJSON())) {
        expect(row.id).toBeGreaterThanOrEqual(FIRST_SQUARE_ROW);
        expect(row.lon).not.toBe(MISSING);
        const [west, south, east, north] = boundsOf(
          squareAt(row.square - 1, row.lon / DEGREE, row.lat / DEGREE),
        );
        expect(row.square).toBeGreaterThanOrEqual(2);
        expect(row.lon / DEGREE).toBeCloseTo((west + east) / 2, 6);
        expect(row.lat / DEGREE).toBeCloseTo((south + north) / 2, 6);
        const local = new Date(row.from * 60_000).toLocaleString('sv', { timeZone: 'Europe/Berlin' });
        expect(local).toMatch(/-01 00:00:00$/);
        const key = [row.lon, row.lat, row.square, row.from, row.category].join();
        alike.set(key, (alike.get(key) ?? 0) + 1);
      }
      for (const number of alike.values()) expect(number).toBeGreaterThanOrEqual(3);
      expect(await send('POST', '/api/incidents/count', { filter: {} }, cookie)).toEqual({ count });
      const other = await test.call('GET', address, { cookie: analyst });
      expect(other.status).toBe(409);
    },
  );

  it('are noted in the history with their precision', async () => {
    const cookie = await test.signInAs(['committee_member']);
    await (await test.call('GET', `/api/datasets/${ids.datasets}/columns`, { cookie })).arrayBuffer();
    await test.deps.auditQueue.flush();
    const { items } = await test.store.audit.page({ objectKind: 'dataset', action: 'read' }, { limit: 50 });
    expect(items.map(({ change }) => change.precision?.[1])).toEqual(
      expect.arrayContaining(['cell', 'exact']),
    );
  });
});

describe('somebody who sees one area', () => {
  const everywhere: Viewer = { userId: 'a', grants: [{ tier: 'exact', area: null }] };
  const request = { method: 'dbscan', filter: {} } as const;
  let limited: Viewer;
  let elsewhere: Viewer;
  beforeAll(async () => {
    const area = async (west: number): Promise<number> => {
      const input = {
        parentId: null,
        datasetId: null,
        kind: 'district' as const,
        name: `District ${west}`,
        sourceId: null,
        geometry: square(west, -34, 0.1),
        population: null,
        dwellings: null,
        timezone: null,
      };
      return (await test.store.areas.create(input, { actor: 'a', at: '2025-01-01T00:00:00.000Z' })).id;
    };
    limited = { userId: 'b', grants: [{ tier: 'exact', area: await area(137.1) }] };
    elsewhere = { userId: 'c', grants: [{ tier: 'exact', area: await area(137.2) }] };
  });
  const isInside = ([lon, lat]: [number, number]) => lon >= 137.1 && lon < 137.2 && lat >= -34 && lat < -33.9;
  const run = async (viewer: Viewer) => {
    const begun = await test.deps.jobs.start(viewer, runRequest.parse(request));
    await test.deps.jobs.settled(begun.id);
    const ended = await test.store.runs.get(begun.id);
    if (!ended) throw new Error('The run is gone.');
    return ended;
  };

  it('finds and counts what is in it', async () => {
    const inside = places.filter((place) => isInside(place)).length;
    expect(inside).toBeLessThan(places.length);
    expect(await test.store.incidents.count(limited, {})).toBe(inside);
    expect((await test.store.incidents.list(limited, {}, { limit: 1000 })).items).toHaveLength(inside);
    const outside = (await test.store.incidents.list(everywhere, {}, { limit: 1000 })).items.find(
      ({ position }) => position && !isInside([position[0], position[1]]),
    );
    expect(outside).toBeDefined();
    expect(await test.store.incidents.byIds(limited, [outside?.id ?? 0])).toEqual([]);
  });

  it('computes on that, and reads no run made from more', async () => {
    const [whole, part] = [await run(everywhere), await run(limited)];
    expect(part.id).not.toBe(whole.id);
    expect((await run(limited)).id).toBe(part.id);
    const mayRead = await runReader(test.store, limited);
    expect([mayRead(part), mayRead(whole)]).toEqual([true, false]);
    const mayElsewhere = await runReader(test.store, elsewhere);
    expect([mayElsewhere(part), mayElsewhere(whole)]).toEqual([false, false]);
    const mayAll = await runReader(test.store, everywhere);
    expect([mayAll(part), mayAll(whole)]).toEqual([true, true]);
  });

  it('sees nothing, and reads no run, once the area is gone', async () => {
    const gone: Viewer = { userId: 'd', grants: [{ tier: 'exact', area: 99_999 }] };
    expect(await test.store.incidents.count(gone, {})).toBe(0);
    const empty = await run(gone);
    const whole = await run(everywhere);
    expect(empty.id).not.toBe(whole.id);
    expect((await runReader(test.store, gone))(whole)).toBe(false);
  });
});
