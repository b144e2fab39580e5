/** Every way to delete something: either nothing can link to it, with the reason, or what links to it is said first. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newConcern } from '../../server/domain/concern.ts';
import { addCategory, load, square, tablesOf } from '../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../fixtures/test-app.ts';

/** Why nothing is left pointing to it. */
const NOTHING_LINKS: Record<string, string> = {
  'DELETE /api/account/provider': 'the own sign-in',
  'DELETE /api/account/sessions/{id}': 'a session',
  'DELETE /api/session': 'a session',
  'DELETE /api/agenda-items/{id}': 'dropped, and kept',
  'DELETE /api/ballots/{id}': 'only a question that was not asked yet',
  'DELETE /api/ballots/{id}/batches/{batchId}':
    'counts of a question that is still open; nothing refers to a pile',
  'DELETE /api/guest/session': 'a session',
  'DELETE /api/meetings/{id}/decisions/{decisionId}': 'nothing refers to a decision while its meeting runs',
  'DELETE /api/meetings/{id}/door': 'a code',
  'DELETE /api/meetings/{id}/screens/{screenId}': 'a screen that is on',
  'DELETE /api/committees/{id}/feed': 'an address',
  'DELETE /api/committees/{id}/members/{memberId}': 'nothing refers to a seat',
  'DELETE /api/assets/{id}': 'nothing refers to an asset; answers hold their own figures',
  'DELETE /api/commitments/{id}/doses/{doseId}': 'struck, and kept',
  'DELETE /api/concerns/{id}/contact': 'a field',
  'DELETE /api/concerns/{id}/photo': 'a photo of its concern alone',
  'DELETE /api/people/invitations/{id}': 'a link that nobody used',
  'DELETE /api/problems/{id}/attachments/{attachmentId}': 'nothing refers to a file',
  'DELETE /api/problems/{id}/incidents/{incidentId}': 'a decision about an incident, which stays',
  'DELETE /api/problems/{id}/items/{itemId}': 'nothing refers to an entry',
  'DELETE /api/problems/{id}/opening': 'a permission with an end',
  'DELETE /api/protected-assets/{id}': 'nothing refers to it',
  'DELETE /api/protected-assets/kinds/{kind}': 'refused in its own words while places of the kind are listed',
  'DELETE /api/recording-changes/{id}': 'a plan is checked against those there are',
};

let test: TestApp;
let cookie: string;
/** By the name of a thing, its address. */
let addresses: Record<string, string>;
let incidents: number[];
let problemId: string;
let commitment: string;

const known = { text: '', evidenceQuality: 'none' };
const CARD = {
  title: 'Lamps by the gate',
  family: 'increase_risks',
  about: 'Lamps that burn.',
  mechanism: 'works by light',
  sides: ['target/guardian'],
  examples: [],
  cost: { level: 'low', text: '' },
  course: 'continuous',
  harms: ['Wakes people'],
  displacement: 'To darker streets.',
  emmie: { effect: known, mechanism: known, moderators: known, implementation: known, economic: known },
};
const NOBODY = { actor: null, at: '2025-03-01T00:00:00.000Z' };
const call = (method: string, path: string, json?: unknown, as = cookie) =>
  test.call(method, path, { cookie: as, json });
async function made(path: string, json: unknown, as = cookie) {
  const reply = await call('POST', path, json, as);
  expect(reply.status, `${path} ${await reply.clone().text()}`).toBeLessThan(300);
  return reply.json();
}

async function addArea(
  name: string,
  parentId: number | null,
  datasetId: number | null,
  west = 0,
): Promise<number> {
  const nothing = { sourceId: null, timezone: null, population: null, dwellings: null };
  const geometry = square(west, 0, 1);
  const input = { ...nothing, name, parentId, datasetId, geometry, kind: 'district' as const };
  return (await test.store.areas.create(input, NOBODY)).id;
}

beforeAll(async () => {
  test = await createTestApp({}, { database: 'disk' });
  cookie = await test.signIn();
  const { store } = test;
  await addCategory(store, 1);
  const calls = await store.datasets.create({ name: 'Calls', kind: 'incidents', timezone: 'UTC' }, NOBODY);
  const importId = await load(store, calls.id, [{ position: [0.5, 0.5] }, { position: [0.6, 0.5] }]);
  const rows = await tablesOf(store).selectFrom('incident').select('id').orderBy('id').execute();
  incidents = rows.map(({ id }) => id);
  const beats = await store.datasets.create({ name: 'Beats', kind: 'areas', timezone: 'UTC' }, NOBODY);
  const north = await addArea('North', null, beats.id);
  await addArea('North by the river', north, null);
  const south = await addArea('South', null, null);
  await addArea('South by the river', south, null);
  const rule = { areas: [north], datasets: [calls.id] };
  problemId = (await made('/api/problems', { title: 'Stops', rule })).id;
  await made(`/api/problems/${problemId}/incidents`, {
    incidentId: incidents[0],
    verdict: 'in',
    reason: 'Seen there.',
  });
  const question = { method: 'kernel-density', methodVersion: 1, parameters: {}, filter: {} };
  const run = await store.runs.begin({ ...question, dataVersion: { [calls.id]: 1 }, key: 'all' }, NOBODY);
  await store.runs.finish(run.id, { summary: {}, result: new Uint8Array(8), digest: 'abc' }, NOBODY.at);
  const exhibit = await store.exhibits.add({ problemId, runId: run.id, note: '' }, NOBODY);
  await made(`/api/problems/${problemId}/items`, {
    kind: 'finding',
    body: { question: 'where', statement: 'At the gate', confidence: 'high', runIds: [run.id] },
  });
  const note = await made('/api/annotations', { problemId, text: 'Who has the key?' });
  await made('/api/annotations', { problemId, text: 'The lighting office.', replyTo: note.id });
  const secretary = await test.signInAs(['secretary']);
  const promise = { problemId, text: 'Mend the lamps', kind: 'infrastructure' };
  const lighting = { name: 'Street lighting', kind: 'utility' };
  const { id: organisationId } = await made('/api/organisations', lighting, secretary);
  commitment = (await made('/api/commitments', { ...promise, organisationId }, secretary)).id;
  const card = await made('/api/response-cards', CARD);
  const fields = newConcern.parse({
    receivedOn: '2025-02-20',
    channel: 'box',
    summary: 'A secret of somebody',
  });
  const kept = { ...fields, id: 'c-1', place: null, consentAt: null, contact: null, receipt: 'c-1' };
  const concern = await store.concerns.create(kept, NOBODY);
  await tablesOf(store)
    .updateTable('concern')
    .set({ problem_id: problemId, state: 'attached_to_problem' })
    .where('id', '=', concern.id)
    .execute();
  addresses = {
    area: `/api/areas/${north}`,
    parent: `/api/areas/${south}`,
    areas: `/api/datasets/${beats.id}`,
    calls: `/api/datasets/${calls.id}`,
    import: `/api/imports/${importId}`,
    problem: `/api/problems/${problemId}`,
    exhibit: `/api/problems/${problemId}/exhibits/${exhibit.id}`,
    card: `/api/response-cards/${card.id}`,
    note: `/api/annotations/${note.id}`,
  };
  const option = { title: 'Lamps', cardId: card.id };
  await made(`/api/problems/${problemId}/items`, { kind: 'option', body: option });
});
afterAll(() => test.close());

const CASE = () => ({ id: problemId, name: expect.stringMatching(/-2025-01 Stops$/), problemId });

/** What is said of each; `holds`: until that is gone, the thing stays. */
const LINKED: [route: string, thing: string, mayGoOn: boolean, said: () => object[]][] = [
  [
    'DELETE /api/areas/{id}',
    'area',
    false,
    () => [{ kind: 'problem', count: 1, items: [CASE()] }, { kind: 'area' }],
  ],
  [
    'DELETE /api/areas/{id}',
    'parent',
    true,
    () => [{ kind: 'area', count: 1, items: [{ name: 'South by the river' }] }],
  ],
  ['DELETE /api/datasets/{id}', 'areas', false, () => [{ kind: 'problem', count: 1, items: [CASE()] }]],
  [
    'DELETE /api/datasets/{id}',
    'calls',
    false,
    () => [
      { kind: 'problem', holds: true },
      { kind: 'problem', holds: false },
      { kind: 'exhibit', count: 1 },
    ],
  ],
  ['DELETE /api/imports/{id}', 'import', false, () => [{ kind: 'problem', count: 1, items: [CASE()] }]],
  [
    'DELETE /api/problems/{id}',
    'problem',
    false,
    () => [
      { kind: 'concern', count: 1, holds: true, items: [] },
      { kind: 'commitment', count: 1, holds: true, items: [{ name: 'Mend the lamps', problemId }] },
    ],
  ],
  [
    'DELETE /api/problems/{id}/exhibits/{exhibitId}',
    'exhibit',
    false,
    () => [{ kind: 'finding', count: 1, items: [{ name: 'At the gate', problemId }] }],
  ],
  [
    'DELETE /api/response-cards/{id}',
    'card',
    true,
    () => [{ kind: 'option', count: 1, items: [{ name: expect.stringMatching(/Lamps$/) }] }],
  ],
  ['DELETE /api/annotations/{id}', 'note', true, () => [{ kind: 'reply', count: 1 }]],
];

const DETACHED = {
  settledAt: null,
  declineReason: null,
  mergedInto: null,
  problemId: null,
};

describe('deleting a thing that others link to', () => {
  it('is thought of for every route', async () => {
    const document = await (await call('GET', '/api/openapi.json')).json();
    const routes = Object.entries<object>(document.paths)
      .filter(([, methods]) => 'delete' in methods)
      .map(([path]) => `DELETE ${path}`);
    const known = [...Object.keys(NOTHING_LINKS), ...LINKED.map(([route]) => route)];
    expect(routes.sort()).toEqual([...new Set(known)].sort());
  });

  it.each(LINKED)('%s (%s) says by name and count what does', async (_, thing, mayGoOn, said) => {
    const reply = await call('DELETE', addresses[thing]);
    const { status, code, detail, links, ...rest } = await reply.json();
    expect({ status, code, mayGoOn: rest.mayGoOn }).toEqual({ status: 409, code: 'linked', mayGoOn });
    expect(links).toMatchObject(said());
    expect(detail).toMatch(/^Something links to this: 1 /);
    // Concerns are counted: what somebody wrote is not said in passing.
    expect(JSON.stringify({ detail, links })).not.toContain('secret');
  });

  it.each(LINKED.filter(([, , mayGoOn]) => !mayGoOn))(
    '%s (%s) is refused whatever is sent',
    async (_, thing) => {
      expect((await call('DELETE', `${addresses[thing]}?despite=links`)).status).toBe(409);
    },
  );

  it('says nothing of a case to whoever may not read it', async () => {
    const elsewhere = await addArea('Elsewhere', null, null, 5);
    const worker = await test.signInFor(elsewhere, ['analyst']);
    const reply = await call('DELETE', addresses.card, undefined, worker);
    const { status, links } = await reply.json();
    expect(status).toBe(409);
    expect(links).toMatchObject([{ kind: 'option', count: 1, items: [] }]);
  });

  it('goes on when that is meant, or once nothing links to it any more', async () => {
    const gone = async (thing: string) => (await call('DELETE', `${addresses[thing]}?despite=links`)).status;
    expect(await gone('parent')).toBe(204);
    expect(await gone('note')).toBe(204);
    expect(await gone('card')).toBe(204);
    expect((await call('DELETE', `/api/problems/${problemId}/incidents/${incidents[0]}`)).status).toBe(200);
    await test.store.concerns.step(
      'c-1',
      1,
      { step: 'detach', to: 'received', note: '', outcome: DETACHED },
      NOBODY,
    );
    const withdrawn = { to: 'withdrawn' as const, note: 'Not any more.', evidence: [], onBehalf: false };
    await test.store.commitments.move(commitment, 1, withdrawn, NOBODY);
    const settled = await (await call('DELETE', addresses.problem)).json();
    expect(settled).toMatchObject({ mayGoOn: true, links: [{ kind: 'commitment', holds: false }] });
    expect(await gone('problem')).toBe(204);
    for (const thing of ['area', 'areas', 'import', 'calls']) expect(await gone(thing), thing).toBe(204);
  });
});

describe('a link that is made while a thing is being deleted', () => {
  /** Somebody else writes after the route has looked, and before the deletion begins. */
  const meanwhile =
    <Args extends unknown[]>(before: (...args: Args) => Promise<void>, write: () => Promise<unknown>) =>
    async (...args: Args) => {
      await write();
      return before(...args);
    };
  const caseAbout = (rule: object) => made('/api/problems', { title: 'Just opened', rule });

  it('keeps an area', async () => {
    const area = await addArea('Late', null, null, 8);
    const spy = vi
      .spyOn(test.store.areas, 'remove')
      .mockImplementationOnce(meanwhile(test.store.areas.remove, () => caseAbout({ areas: [area] })));
    const reply = await call('DELETE', `/api/areas/${area}`);
    spy.mockRestore();
    expect([reply.status, (await reply.json()).links]).toMatchObject([409, [{ kind: 'problem', count: 1 }]]);
    expect(await test.store.areas.get(area)).not.toBeNull();
  });

  it('keeps an import, whose rows go away from the event loop', async () => {
    const dataset = await test.store.datasets.create(
      { name: 'More calls', kind: 'incidents', timezone: 'UTC' },
      NOBODY,
    );
    const importId = await load(test.store, dataset.id, [{ position: [0.5, 0.5] }]);
    const { id: incidentId } = await tablesOf(test.store)
      .selectFrom('incident')
      .select('id')
      .where('dataset_id', '=', dataset.id)
      .executeTakeFirstOrThrow();
    const { id } = await made('/api/problems', { title: 'By hand' });
    const by = { incidentId, verdict: 'in', reason: 'Seen there.' };
    const link = () => made(`/api/problems/${id}/incidents`, by);
    const spy = vi
      .spyOn(test.store.imports, 'undo')
      .mockImplementationOnce(meanwhile(test.store.imports.undo, link));
    const reply = await call('DELETE', `/api/imports/${importId}?despite=links`);
    spy.mockRestore();
    expect([reply.status, (await reply.json()).links]).toMatchObject([409, [{ kind: 'problem', count: 1 }]]);
    expect((await test.store.imports.get(importId))?.undoneAt).toBeNull();
  });

  it('keeps a case, and a case that is gone takes no concern', async () => {
    const { id } = await made('/api/problems', { title: 'Short' });
    const attach = {
      step: 'attach' as const,
      to: 'attached_to_problem' as const,
      note: '',
      outcome: { ...DETACHED, problemId: id },
    };
    const version = async () => (await test.store.concerns.get('c-1'))?.version ?? 0;
    const link = async () => test.store.concerns.step('c-1', await version(), attach, NOBODY);
    const spy = vi
      .spyOn(test.store.problems, 'remove')
      .mockImplementationOnce(meanwhile(test.store.problems.remove, link));
    const reply = await call('DELETE', `/api/problems/${id}?despite=links`);
    spy.mockRestore();
    const { detail } = await reply.json();
    expect(reply.status).toBe(409);
    expect(detail).toBe(
      'Something links to this: 1 concern. Take the concerns out of the case. Then this can be deleted.',
    );
    const detach = { step: 'detach' as const, to: 'received' as const, note: '', outcome: DETACHED };
    await test.store.concerns.step('c-1', await version(), detach, NOBODY);
    expect((await call('DELETE', `/api/problems/${id}`)).status).toBe(204);
    await expect(test.store.concerns.step('c-1', await version(), attach, NOBODY)).rejects.toMatchObject({
      status: 404,
    });
  });
});
