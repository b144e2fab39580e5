import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { addCategory, addDataset, load } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
let dataset: number;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  await addCategory(test.store, 1);
  dataset = (await addDataset(test.store, 'Calls')).id;
  const random = seededRandom(3);
  const around = (spread: number): [number, number] => [
    10 + random.normal() * spread,
    50 + random.normal() * spread,
  ];
  await load(
    test.store,
    dataset,
    Array.from({ length: 600 }, (_, i) => ({ position: around(i % 3 === 0 ? 0.0015 : 0.02) })),
  );
});
afterAll(() => test.close());

const call = async (method: string, path: string, json?: unknown) => {
  const reply = await test.call(method, `/api${path}`, { cookie, json });
  const text = await reply.text();
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    body: text.startsWith('{') ? JSON.parse(text) : null,
  };
};

/** The run when it has ended. */
async function run(request: unknown) {
  const { body } = await call('POST', '/runs', request);
  await test.deps.jobs.settled(body.id);
  return (await call('GET', `/runs/${body.id}`)).body;
}

async function openCase(title: string): Promise<string> {
  return (await call('POST', '/problems', { title, statement: '', geometry: null, rule: null })).body.id;
}

describe('exhibits', () => {
  it('are kept on a case with a note, and taken off again', async () => {
    const problem = await openCase('Stops');
    const made = await run({ method: 'local-gi-star' });
    const kept = await call('POST', `/problems/${problem}/exhibits`, { runId: made.id, note: 'The corner.' });
    expect(kept.status).toBe(201);
    expect(kept.body).toMatchObject({
      problemId: problem,
      note: 'The corner.',
      run: { id: made.id, state: 'done' },
    });
    const { body } = await call('GET', `/problems/${problem}/exhibits`);
    expect(body).toEqual({ items: [kept.body], next: null });
    const twice = await call('POST', `/problems/${problem}/exhibits`, { runId: made.id });
    expect([twice.status, twice.body.code]).toEqual([409, 'already_kept']);
    const path = `/problems/${problem}/exhibits/${kept.body.id}`;
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('DELETE', path)).status).toBe(404);
    expect((await call('GET', `/problems/${problem}/exhibits`)).body.items).toEqual([]);
    expect((await call('GET', `/runs/${made.id}`)).status).toBe(200);
  });

  it('are finished runs, of cases that exist', async () => {
    const problem = await openCase('Parks');
    const refused = await run({ method: 'local-gi-star', parameters: { cell: 5 } });
    const unfit = await call('POST', `/problems/${problem}/exhibits`, { runId: refused.id });
    expect([unfit.status, unfit.body.code]).toEqual([409, 'run_not_done']);
    expect((await call('POST', `/problems/${problem}/exhibits`, { runId: 'none' })).status).toBe(404);
    expect((await call('GET', '/problems/none/exhibits')).status).toBe(404);
  });
});

describe('running again', () => {
  it('is the very run on the same data, and another with the difference on new data', async () => {
    const first = await run({ method: 'local-moran', parameters: { seed: 4 } });
    const unchanged = (await call('POST', `/runs/${first.id}/again`)).body;
    expect(unchanged).toEqual({ same: true, run: first, difference: null });
    await load(test.store, dataset, [{ position: [10, 50] }]);
    const begun = (await call('POST', `/runs/${first.id}/again`)).body;
    expect(begun.same).toBe(false);
    expect(begun.run.id).not.toBe(first.id);
    expect(begun.run.parameters).toEqual(first.parameters);
    await test.deps.jobs.settled(begun.run.id);
    const { same, run: second, difference } = (await call('POST', `/runs/${first.id}/again`)).body;
    expect([same, second.id, second.state]).toEqual([false, begun.run.id, 'done']);
    expect(difference.figures).toContainEqual({ path: 'n', before: 600, after: 601 });
    expect(difference.data).toEqual({ [dataset]: [2, 3] });
    expect(difference.methodVersion).toBeNull();
  });

  it('needs a finished run whose question is still known', async () => {
    const refused = await run({ method: 'local-gi-star', parameters: { cell: 5 } });
    expect((await call('POST', `/runs/${refused.id}/again`)).body.code).toBe('run_not_done');
    const odd = {
      method: 'kernel-density',
      methodVersion: 0,
      parameters: { colour: 1 },
      filter: {},
      dataVersion: {},
      key: 'odd',
    };
    const { id } = await test.store.runs.begin(odd, { actor: 'u', at: '2026-01-01T00:00:00Z' });
    const outcome = { summary: {}, result: new Uint8Array(), digest: 'd' };
    await test.store.runs.finish(id, outcome, '2026-01-01T00:00:00Z');
    const outdated = await call('POST', `/runs/${id}/again`);
    expect([outdated.status, outdated.body.code]).toEqual([422, 'question_outdated']);
  });
});

describe('the export of a run', () => {
  it('is CSV with its provenance', async () => {
    const made = await run({ method: 'local-gi-star' });
    const { headers, text } = await call('GET', `/runs/${made.id}/export?format=csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="local-gi-star-.*\.csv"$/);
    const lines = text.split('\r\n');
    expect(lines).toContain(`# digest: ${made.digest}`);
    expect(lines).toContain(`# parameters: ${JSON.stringify(made.parameters)}`);
    const rows = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(rows[0]).toMatch(/^cell,lon,lat,count,value,/);
    expect(rows).toHaveLength(1 + made.summary.cells);
    const counts = rows.slice(1).map((row) => Number(row.split(',')[3]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(made.summary.n);
  });

  it('is GeoJSON: cells as polygons, clusters by their outline, incidents as points', async () => {
    const cells = await run({ method: 'local-gi-star', parameters: { shape: 'hexagon' } });
    const drawn = (await call('GET', `/runs/${cells.id}/export?format=geojson`)).body;
    expect(drawn.features).toHaveLength(cells.summary.cells);
    expect(drawn.features[0].geometry.coordinates[0]).toHaveLength(7);
    expect(drawn.provenance).toMatchObject({ run: cells.id, n: cells.summary.n, digest: cells.digest });
    const clusters = await run({ method: 'dbscan' });
    const { features } = (await call('GET', `/runs/${clusters.id}/export?format=geojson`)).body;
    const types = features.map(({ geometry }: { geometry: { type: string } }) => geometry.type);
    expect(types.filter((type: string) => type === 'Polygon')).toHaveLength(clusters.summary.clusters.length);
    expect(types.filter((type: string) => type === 'Point')).toHaveLength(clusters.summary.clustered);
  });

  it('has no map of the hours', async () => {
    const clock = await run({ method: 'data-clock' });
    const wrong = await call('GET', `/runs/${clock.id}/export?format=geojson`);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'no_places']);
    const { text } = await call('GET', `/runs/${clock.id}/export?format=csv`);
    expect(text.split('\r\n').filter((line) => /^\d/.test(line))).toHaveLength(168);
    expect((await call('GET', `/runs/${clock.id}/export?format=xlsx`)).status).toBe(400);
  });
});
