import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCategory,
  addDataset,
  load,
  type NewIncident,
  square,
} from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  await addCategory(test.store, 2);
});
afterAll(() => test.close());

async function post(path: string, json: unknown) {
  const reply = await test.call('POST', `/api${path}`, { cookie: analyst, json });
  expect(reply.status).toBeLessThan(300);
  return reply.json();
}

describe('the search for a comparison area', () => {
  it('puts the best match first, and says why the others are none', async () => {
    const { id: dataset } = await addDataset(test.store, 'Comparison');
    const monthly = (west: number, perMonth: number): NewIncident[] =>
      Array.from({ length: 24 * perMonth }, (_, i) => ({
        category: 2,
        position: [west + 0.005, 20.005],
        from: Date.UTC(2020, Math.floor(i / perMonth), 10, i % 20) / 1000,
      }));
    await load(test.store, dataset, [
      ...monthly(30, 4),
      ...monthly(30.1, 4),
      ...monthly(30.2, 12),
      ...monthly(30.011, 4),
    ]);
    const beat = (name: string, west: number) =>
      test.store.areas.create(
        {
          parentId: null,
          datasetId: null,
          sourceId: null,
          timezone: null,
          population: null,
          dwellings: null,
          name,
          kind: 'beat',
          geometry: square(west, 20, 0.01),
        },
        { actor: null, at: '2025-01-01T00:00:00Z' },
      );
    for (const [name, west] of [
      ['Twin', 30.1],
      ['Busy', 30.2],
      ['Next door', 30.011],
      ['Itself', 30],
    ] as const)
      await beat(name, west);
    const question = {
      treated: square(30, 20, 0.01),
      bufferMetres: 200,
      outcome: { datasets: [dataset] },
      until: '2022-01-01T00:00:00Z',
      kind: 'beat',
    };
    const { id } = await post('/problems', { title: 'Stops', geometry: square(30, 20, 0.01) });
    const body = await post(`/problems/${id}/evaluation/comparisons`, question);
    expect(body.treated.months).toEqual(Array.from({ length: 24 }, () => 4));
    expect(
      body.found.map(({ area, match }: { area: { name: string }; match: { reasons: string[] } }) => [
        area.name,
        match.reasons,
      ]),
    ).toEqual([
      ['Twin', []],
      ['Next door', ['excluded']],
      ['Busy', ['level-differs']],
    ]);
    expect(body.found[0].match.mismatch).toBeCloseTo(0, 6);
  });
});
