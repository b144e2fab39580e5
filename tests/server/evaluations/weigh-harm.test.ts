/** What the route of runs tells of harm beside the agreed test. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCategory, addDataset, load, square, tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let member: string;

const HERE = square(10, 50, 0.01);
const THERE = square(10.1, 50, 0.01);
const EMPTY = square(12, 50, 0.01);
const DAY = 86_400;

const incidents = (west: number, year: number, count: number, category: number) =>
  Array.from({ length: count }, (_, i) => ({
    category,
    position: [west + 0.001 + i * 1e-5, 50.005] as [number, number],
    from: Date.UTC(year, 5, 1) / 1000 + i * DAY,
  }));

beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  member = await test.signInAs(['committee_member']);
  for (const id of [1, 2]) await addCategory(test.store, id);
  await tablesOf(test.store).updateTable('category').set({ harm_weight: 10 }).where('id', '=', 1).execute();
  const { id } = await addDataset(test.store, 'Calls');
  await load(test.store, id, [
    ...incidents(10, 2023, 60, 1),
    ...incidents(10, 2024, 30, 1),
    ...incidents(10.1, 2023, 70, 1),
    ...incidents(10.1, 2024, 72, 1),
    ...incidents(10, 2023, 60, 2),
    ...incidents(12, 2023, 2, 1),
  ]);
  test.clock.set('2025-03-02T12:00:00.000Z');
});
afterAll(() => test.close());

const call = async (method: string, path: string, json?: unknown, cookie = analyst) => {
  const headers: Record<string, string> = method === 'PUT' ? { 'If-Match': '"0"' } : {};
  return (await test.call(method, `/api/problems${path}`, { cookie, json, headers })).json();
};

/** A case with a plan that compares with this area. */
async function planned(control: typeof THERE): Promise<string> {
  const { id } = await call('POST', '', { title: 'Stops', geometry: HERE, confidentiality: 'committee' });
  await call('PUT', `/${id}/evaluation`, {
    treated: HERE,
    control,
    before: { from: '2023-03-01T00:00:00Z', to: '2024-03-01T00:00:00Z' },
    after: { from: '2024-03-01T00:00:00Z', to: '2025-03-01T00:00:00Z' },
    outcome: { categories: [1, 2] },
    exactTest: true,
  });
  return id;
}

it('is none while no table was adopted, and then stands beside the same counts', async () => {
  const id = await planned(THERE);
  const before = await call('POST', `/${id}/evaluation/runs`, {});
  expect(before.result.harm).toBeNull();
  await test.store.settings.set('workspace.harmTable', 'Adopted 2026-03');
  test.clock.advance(60_000);
  const after = await call('POST', `/${id}/evaluation/runs`, {});
  expect(after.result.total).toEqual(before.result.total);
  // Of the first kind 60 to 30 against 70 to 72; the second has no weight.
  expect(after.result.harm).toMatchObject({
    table: 'Adopted 2026-03',
    n: 232,
    unweighted: 60,
    refusal: null,
    small: false,
    difference: { estimate: -320 },
  });
  const { items } = await call('GET', `/${id}/evaluation/runs`, undefined, member);
  expect(items.at(-1).result.harm.difference.estimate).toBe(-320);
});

it('is not told to those who see no incidents where a kind is rare', async () => {
  await test.store.settings.set('workspace.harmTable', 'Adopted 2026-03');
  const id = await planned(EMPTY);
  const run = await call('POST', `/${id}/evaluation/runs`, {});
  expect(run.result.harm).toMatchObject({ small: true, n: 92 });
  const { items } = await call('GET', `/${id}/evaluation/runs`, undefined, member);
  expect(items.at(-1).result.harm).toBeNull();
});
