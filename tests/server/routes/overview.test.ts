import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AreaGeometry } from '../../../server/domain/geometry.ts';
import type { Overview } from '../../../server/overview.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signInAs(['admin', 'analyst', 'secretary']);
});
afterEach(() => test.close());

async function post(path: string, json: object) {
  const reply = await test.call('POST', path, { cookie, json });
  expect(reply.status, path).toBe(201);
  return reply.json();
}
async function overview(query = '', as = cookie): Promise<Overview> {
  const reply = await test.call('GET', `/api/overview${query}`, { cookie: as });
  expect(reply.status).toBe(200);
  return reply.json();
}
const open = (title: string, more: object = {}) => post('/api/problems', { title, ...more });
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);

const HERE: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};

it('counts the cases of each area and stage, and those that lie nowhere', async () => {
  const area = await post('/api/areas', { name: 'Quay', kind: 'district', geometry: HERE });
  const { id } = await open('On the quay', { rule: { areas: [area.id] } });
  await open('Also there', { rule: { areas: [area.id] } });
  await open('Nowhere');
  const act = { actor: null, at: '2025-03-01T12:00:00.000Z', reason: 'So.' };
  await test.store.problems.moveTo(id, 1, 'analysis', act);
  const { areas, counts } = await overview();
  expect(counts).toMatchObject({ scanning: 2, analysis: 1 });
  expect(areas.map(({ areaId, counts: { scanning, analysis } }) => [areaId, scanning, analysis])).toEqual([
    [area.id, 1, 1],
    [null, 1, 0],
  ]);
  expect((await overview(`?area=${area.id}`)).counts).toMatchObject({ scanning: 1, analysis: 1 });
});

it('says what waits: at the gate, for a review, for a lock, after 30 days, and which promises', async () => {
  const { id } = await open('Lamps');
  const version = (await test.readyForAnalysis(id)) + 1;
  await test.store.problems.update(
    id,
    version - 1,
    { reviewOn: '2025-03-20' },
    { actor: null, at: '2025-03-01T12:00:00.000Z' },
  );
  await open('Nothing written yet');
  const organisation = await post('/api/organisations', { name: 'Lighting', kind: 'utility' });
  const promise = {
    problemId: id,
    organisationId: organisation.id,
    text: 'Mend them',
    kind: 'infrastructure',
    dueOn: '2025-03-10',
    evidenceOfDone: 'They shine.',
  };
  const { id: promised } = await post('/api/commitments', promise);
  await test.store.commitments.move(
    promised,
    1,
    { to: 'agreed', note: '', evidence: [], onBehalf: false },
    { actor: null, at: '2025-03-02T12:00:00.000Z' },
  );
  test.clock.set('2025-04-10T12:00:00.000Z');
  cookie = await test.signIn(`Somebody as admin and analyst and secretary`);
  const found = await overview();
  expect(titles(found.gates)).toEqual(['Nothing written yet']);
  expect(found.gates).toMatchObject({ total: 1, looked: 2 });
  expect(found.gates.items[0].from).toContain('analyst');
  expect(titles(found.reviews)).toEqual(['Lamps']);
  expect(titles(found.silent).sort()).toEqual(['Lamps', 'Nothing written yet']);
  expect(found.overdue).toMatchObject({
    total: 1,
    items: [{ text: 'Mend them', organisation: 'Lighting', since: '2025-03-10' }],
  });
  expect(found.deliveries).toEqual({ total: 0, items: [] });
  expect(found.locks).toEqual({ total: 0, items: [] });
});

it('lists the first of many and counts all', async () => {
  for (let i = 0; i < 11; i++) await open(`Case ${i}`);
  const { gates } = await overview();
  expect([gates.total, gates.items.length, gates.looked]).toEqual([11, 8, 11]);
});

it('holds nothing of what its reader may not see', async () => {
  await open('Internal');
  await open('Opened', { confidentiality: 'committee' });
  const { counts, gates } = await overview('', await test.signInAs(['committee_member']));
  expect(counts.scanning).toBe(1);
  expect(titles(gates)).toEqual(['Opened']);
  const reply = await test.call('GET', '/api/overview', { cookie: await test.signInAs(['agency_owner']) });
  expect(reply.status).toBe(403);
});
