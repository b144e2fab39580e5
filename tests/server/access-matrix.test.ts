/** Calls every route of the OpenAPI document as every role, and as nobody, and holds the answer against the table. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newConcern } from '../../server/domain/concern.ts';
import type { AreaGeometry } from '../../server/domain/geometry.ts';
import { isNowhere, reachOf } from '../../server/domain/held-roles.ts';
import { newAgendaItem } from '../../server/domain/meeting/agenda.ts';
import { ballotFields } from '../../server/domain/meeting/ballot.ts';
import { newCommittee } from '../../server/domain/meeting/committee.ts';
import { newMeeting } from '../../server/domain/meeting/meeting.ts';
import {
  ACTIONS,
  type Action,
  mayDo,
  ROLES,
  ROLES_EVERYWHERE,
  type Role,
} from '../../server/domain/permissions.ts';
import { addCategory, load } from '../contract/backend-under-test.ts';
import { BODIES, box, NEVER } from '../fixtures/placed-bodies.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../fixtures/test-app.ts';

interface Operation {
  method: string;
  path: string;
  permission: Action | 'session' | 'open' | 'guest';
  /** Looks at where a thing lies, and lets in whoever holds a role for an area alone. */
  placed: boolean;
  json: boolean;
}

let test: TestApp;
let operations: Operation[];
/** Pairs of a route and a person that were held against the table. */
let pairs = 0;

beforeAll(async () => {
  test = await createTestApp();
  const cookie = await test.signIn();
  const reply = await test.call('GET', '/api/openapi.json', { cookie });
  const document = (await reply.json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      permission: described['x-permission'],
      placed: described['x-placed'],
      json: described.requestBody !== undefined,
    })),
  );
});
afterAll(() => test.close());

interface Described {
  'x-permission': Operation['permission'];
  'x-placed': boolean;
  requestBody?: object;
}

/** Ids that nothing has: whoever may pass gets another refusal, and nothing is changed. */
async function statusOf({ method, path, json }: Operation, cookie: string | null): Promise<number> {
  pairs++;
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
    const known = new Set<string>([...ACTIONS, 'session', 'open', 'guest']);
    expect(operations.filter(({ permission }) => !known.has(permission)).map(nameOf)).toEqual([]);
    expect(operations.length * ROLES.length).toBeGreaterThan(700);
  });

  it('that works without a session is one of these', () => {
    const open = operations.filter(({ permission }) => permission === 'open').map(nameOf);
    expect(open.sort()).toEqual([
      'GET /api/calendar/{address}',
      'GET /api/health',
      'GET /api/published',
      'GET /api/published-answers',
      'GET /api/published-answers/{id}',
      'GET /api/published/{id}',
      'GET /api/session/provider',
      'POST /api/guest/session',
      'POST /api/session',
      'POST /api/session/account',
      'POST /api/session/link',
      'POST /api/session/provider',
      'POST /api/session/provider/finish',
      'POST /api/session/reset',
      'POST /api/session/second-step',
      'POST /api/session/second-step/passkey',
      'POST /api/session/second-step/passkey-options',
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
      // No role is a telephone at a meeting.
      if (permission === 'guest') expect(status, what).toBe(401);
      else if (permission === 'session' || mayDo(roles, permission))
        expect([401, 403], what).not.toContain(status);
      else expect(status, what).toBe(403);
    }
  });
});

const IN_AREAS = ROLES.filter((role) => !ROLES_EVERYWHERE.includes(role));

async function addArea(name: string, geometry: AreaGeometry): Promise<number> {
  const nothing = { parentId: null, datasetId: null, sourceId: null, timezone: null };
  const input = { ...nothing, name, kind: 'district' as const, geometry, population: null, dwellings: null };
  return (await test.store.areas.create(input, NOBODY)).id;
}

async function addConcern(position: [number, number] | null): Promise<string> {
  const fields = newConcern.parse({ receivedOn: '2025-02-20', channel: 'box', summary: 'Far' });
  const place = {
    precision: 'exact',
    chosenBy: 'staff',
    position,
    sideM: null,
    areaId: null,
    coarseAreaId: null,
  } as const;
  const id = randomUUID();
  const kept = { ...fields, id, place: position && place, consentAt: null, contact: null, receipt: id };
  return (await test.store.concerns.create(kept, NOBODY)).id;
}

const NOBODY = { actor: null, at: '2025-03-01T00:00:00.000Z' };
const NEVER_NUMBER = '987654321';

describe('a role for an area', () => {
  let here: number;

  beforeAll(async () => {
    here = await addArea('Here', box(0));
  });

  it.each(IN_AREAS.map((role) => [role]))('lets %s do what the table says of areas', async (role) => {
    const cookie = await test.signInFor(here, [role]);
    const held = [{ role, area: here }];
    for (const operation of operations) {
      const { permission, placed } = operation;
      if (permission === 'open' || nameOf(operation) === ENDS_THE_SESSION) continue;
      if (permission === 'guest') {
        expect(await statusOf(operation, cookie), nameOf(operation)).toBe(401);
        continue;
      }
      const reach = permission === 'session' ? 'everywhere' : reachOf(held, permission);
      const passes = reach === 'everywhere' || (placed && !isNowhere(reach));
      const status = await statusOf(operation, cookie);
      const what = `${nameOf(operation)} (${permission})`;
      if (passes) expect([401, 403], what).not.toContain(status);
      else expect(status, what).toBe(403);
    }
  });

  it('is asked about by every route to what lies somewhere', () => {
    const of = (prefix: string) => operations.filter(({ path }) => path.startsWith(prefix));
    const prefixes = [
      '/api/problems',
      '/api/annotations',
      '/api/concerns/{id}',
      '/api/incidents',
      '/api/runs',
      '/api/commitments',
      '/api/committees',
      '/api/meetings',
      '/api/agenda-items',
      '/api/ballots',
    ];
    const blind = prefixes.flatMap(of).filter(({ placed }) => !placed);
    expect(blind.map(nameOf)).toEqual([]);
  });
});

describe('what lies in another area', () => {
  /** Of each kind: what is there and what was deleted, by the beginning of the path. */
  let things: { prefix: string; ids: string[] }[];
  let exhibitId: string;
  let itemId: string;
  let attachmentId: string;
  let here: number;
  let there: number;

  beforeAll(async () => {
    here = await addArea('Near', box(0));
    there = await addArea('Far', box(1));
    const { problems, annotations } = test.store;
    const far = { title: 'Far away', statement: '', geometry: box(1), rule: null, areaCode: 'FAR' } as const;
    // Opened to committees: it is the place that hides it.
    const open = () => problems.create({ ...far, confidentiality: 'committee' }, NOBODY);
    const note = (problemId: string | null) =>
      annotations.create({ problemId, text: 'Far', geometry: problemId ? null : box(1) }, NOBODY);
    const [kept, gone] = [await open(), await open()];
    const notes = [await note(kept.id), await note(null), await note(null)];
    await problems.remove(gone.id, NOBODY);
    await annotations.remove(notes[2].id, NOBODY);
    await addCategory(test.store, 1);
    const dataset = await test.store.datasets.create(
      { name: 'City', kind: 'incidents', timezone: 'UTC' },
      NOBODY,
    );
    await load(test.store, dataset.id, [{ position: [1.5, 0.5] }]);
    const { items } = await test.store.incidents.list(
      { userId: '', grants: [{ tier: 'exact', area: null }] },
      {},
      { limit: 1 },
    );
    const density = { method: 'kernel-density', methodVersion: 1, parameters: {}, filter: {} };
    const begun = { ...density, dataVersion: { [dataset.id]: 1 }, key: 'everything' };
    const run = await test.store.runs.begin(begun, NOBODY);
    const outcome = { summary: {}, result: new Uint8Array(8), digest: 'abc' };
    await test.store.runs.finish(run.id, outcome, NOBODY.at);
    const exhibit = await test.store.exhibits.add({ problemId: kept.id, runId: run.id, note: '' }, NOBODY);
    exhibitId = exhibit.id;
    const body = { kind: 'survey' as const, what: 'A survey', from: null, to: null, limits: '' };
    itemId = (await test.store.problemItems.add(kept.id, { kind: 'source', body }, NOBODY)).id;
    const file = { name: 'plan.pdf', mediaType: 'application/pdf', content: new Uint8Array(9) } as const;
    const said = { kind: 'plan', caption: 'A plan', takenOn: null } as const;
    const ofPhotos = { width: null, height: null, preview: null };
    const attached = await test.store.attachments.add(kept.id, { ...file, ...said, ...ofPhotos }, NOBODY);
    attachmentId = attached.id;
    const concerns = [await addConcern([1.5, 0.5]), await addConcern(null)];
    const asked = { name: 'Lamps', kind: 'utility' as const };
    const organisationId = (await test.store.organisations.create(asked, NOBODY)).id;
    const promise = (more: { problemId: string | null; geometry: AreaGeometry | null }) =>
      test.store.commitments.propose(
        {
          ...more,
          organisationId,
          partnerIds: [],
          text: 'Lamps',
          kind: 'infrastructure',
          ownerRole: '',
          meetingOn: null,
          dueOn: null,
          evidenceOfDone: '',
          dose: null,
          visibility: 'public',
          followUpOf: null,
        },
        NOBODY,
      );
    const promises = [
      await promise({ problemId: kept.id, geometry: null }),
      await promise({ problemId: null, geometry: box(1) }),
    ];
    const committee = await test.store.committees.create(
      newCommittee.parse({ name: 'Far committee', areaId: there }),
      NOBODY,
    );
    const planned = { committeeId: committee.id, startsAt: '2025-03-04T18:00:00Z' };
    const meeting = await test.store.meetings.create(newMeeting.parse(planned), NOBODY);
    const { after, ...talk } = newAgendaItem.parse({ kind: 'concerns', title: 'Lamps' });
    const item = await test.store.agendas.add(meeting.id, talk, after, NOBODY);
    const question = ballotFields.parse({ kind: 'yes_no', question: 'Lamps?' });
    const ballot = await test.store.ballots.create(meeting.id, question, NOBODY);
    things = [
      { prefix: '/api/problems/{id}', ids: [kept.id, gone.id] },
      { prefix: '/api/annotations/{id}', ids: notes.map(({ id }) => id) },
      { prefix: '/api/incidents/{id}', ids: [String(items[0].id)] },
      { prefix: '/api/runs/{id}', ids: [run.id] },
      { prefix: '/api/concerns/{id}', ids: concerns },
      { prefix: '/api/commitments/{id}', ids: promises.map(({ id }) => id) },
      { prefix: '/api/committees/{id}', ids: [committee.id] },
      { prefix: '/api/meetings/{id}', ids: [meeting.id] },
      { prefix: '/api/agenda-items/{id}', ids: [item.id] },
      { prefix: '/api/ballots/{id}', ids: [ballot.id] },
    ];
  });

  /** Status and words, without what differs in every reply. */
  async function answerTo({ method, path }: Operation, id: string, cookie: string) {
    pairs++;
    const address = path
      .replace('{id}', id)
      .replace('{incidentId}', '1')
      .replace('{exhibitId}', exhibitId)
      .replace('{name}', 'cheers')
      .replace('{itemId}', itemId)
      .replace('{attachmentId}', attachmentId)
      .replace('{memberId}', NEVER)
      .replace('{batchId}', NEVER)
      .replace('{decisionId}', NEVER)
      .replace('{screenId}', NEVER)
      .replace('{doseId}', '1');
    const json = BODIES[`${method} ${path}`];
    const query = path.endsWith('/export') ? '?format=csv' : '';
    const reply = await test.call(method, address + query, { cookie, json, headers: { 'If-Match': '"1"' } });
    const { requestId: _, ...body } = await reply.json().catch(() => ({}));
    return { status: reply.status, body };
  }

  const routesTo = (prefix: string) =>
    operations.filter(({ path, placed }) => placed && path.startsWith(prefix));

  it('is told how to be asked for by every route', () => {
    const routes = things.flatMap(({ prefix }) => routesTo(prefix)).filter(({ json }) => json);
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(BODIES).sort());
  });

  it.each(IN_AREAS.map((role) => [role]))('is to %s as if it had never been', async (role) => {
    const cookie = await test.signInFor(here, [role]);
    for (const { prefix, ids } of things)
      for (const operation of routesTo(prefix)) {
        if (isNowhere(reachOf([{ role, area: here }], operation.permission as Action))) continue;
        const never = prefix === '/api/incidents/{id}' ? NEVER_NUMBER : NEVER;
        const expected = await answerTo(operation, never, cookie);
        expect(expected.status, nameOf(operation)).toBe(404);
        for (const id of ids)
          expect(await answerTo(operation, id, cookie), nameOf(operation)).toEqual(expected);
      }
  });

  it('is in no list, no count and no search of anybody from here', async () => {
    for (const role of IN_AREAS) {
      const cookie = await test.signInFor(here, [role]);
      const ask = async (method: string, path: string, json?: unknown) => {
        pairs++;
        const reply = await test.call(method, path, { cookie, json });
        return reply.status === 403 ? null : reply.json();
      };
      for (const path of [
        '/api/problems',
        '/api/annotations',
        '/api/runs',
        '/api/concerns',
        '/api/commitments',
        '/api/committees',
        '/api/meetings',
      ])
        expect((await ask('GET', path))?.items ?? [], `${path} as ${role}`).toEqual([]);
      expect((await ask('POST', '/api/incidents/query', { filter: {} }))?.items ?? []).toEqual([]);
      expect((await ask('POST', '/api/incidents/count', { filter: {} }))?.count ?? 0).toBe(0);
    }
  });

  it('is there for those whose area it is', async () => {
    const cookie = await test.signInFor(there, ['analyst']);
    for (const path of [...things[0].ids.slice(0, 1).map((id) => `/api/problems/${id}`), '/api/problems'])
      expect((await test.call('GET', path, { cookie })).status).toBe(200);
    const { items } = await (await test.call('GET', '/api/annotations', { cookie })).json();
    expect(items).toHaveLength(2);
  });
});

describe('the matrix', () => {
  it('is of so many pairs', async ({ annotate }) => {
    await annotate(`${pairs} pairs of a route and a person`);
    expect(pairs).toBeGreaterThan(1700);
  });
});
