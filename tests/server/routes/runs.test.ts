import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { addCategory, addDataset, load, square } from '../../contract/backend-under-test.ts';
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

const post = (path: string, json: unknown) => test.call('POST', `/api/runs${path}`, { cookie, json });
const get = (path: string) => test.call('GET', `/api/runs${path}`, { cookie });

/** The run when it has ended. */
async function ended(id: string) {
  for (;;) {
    const { state } = await (await get(`/${id}/progress`)).json();
    if (state !== 'waiting' && state !== 'running') return (await get(`/${id}`)).json();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('analysis runs', () => {
  it('go from the question to the cells, and are kept', async () => {
    const reply = await post('', { method: 'local-gi-star' });
    expect(reply.status).toBe(202);
    const begun = await reply.json();
    expect(begun).toMatchObject({
      state: 'running',
      filter: {},
      parameters: { cell: 'auto', shape: 'square', level: 0.05, correction: 'fdr', includeSelf: true },
    });
    const run = await ended(begun.id);
    expect(run).toMatchObject({ state: 'done', dataVersion: { [dataset]: 2 }, summary: { n: 600 } });
    expect(run.summary.hotspots[0].incidents).toBeGreaterThan(150);
    const result = await get(`/${run.id}/result`);
    expect(result.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
    expect(result.headers.get('etag')).toBe(`"${run.digest}"`);
    const table = tableFromIPC(new Uint8Array(await result.arrayBuffer()));
    expect(table.numRows).toBe(run.summary.cells);
    expect(await (await get(`/${run.id}/progress`)).json()).toEqual({ state: 'done', done: 1 });
    const again = await (await post('', { method: 'local-gi-star', parameters: {}, filter: {} })).json();
    expect(again).toEqual(run);
    const { items } = await (await get('?limit=1')).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([run.id]);
  });

  it('run again when the data has another version', async () => {
    const request = { method: 'kernel-density', filter: { geometry: square(9.9, 49.9, 0.2) } };
    const first = await ended((await (await post('', request)).json()).id);
    expect(first.summary).toMatchObject({ n: 600, region: 'filter', bandwidthRule: 'arcgis' });
    await load(test.store, dataset, [{ position: [10, 50] }]);
    const second = await ended((await (await post('', request)).json()).id);
    expect(second.id).not.toBe(first.id);
    expect(second.summary.n).toBe(601);
  });

  it('say what does not fit, and where', async () => {
    const wrong = await post('', { method: 'kernel-density', parameters: { bandwidth: -5 } });
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).errors[0].pointer).toContain('bandwidth');
    expect((await post('', { method: 'local-gi-star', parameters: { colour: 'red' } })).status).toBe(400);
    expect((await post('', { method: 'tea-leaves' })).status).toBe(400);
    expect((await post('', { method: 'local-gi-star', filter: { areas: [12345] } })).status).toBe(404);
  });

  it('have no result while they have none', async () => {
    const refused = await ended(
      (await (await post('', { method: 'local-gi-star', parameters: { cell: 5 } })).json()).id,
    );
    expect(refused).toMatchObject({ state: 'failed', summary: null });
    expect(refused.failure).toMatch(/too many/);
    expect((await get(`/${refused.id}/result`)).status).toBe(404);
    expect(await (await post(`/${refused.id}/cancel`, {})).json()).toMatchObject({ state: 'failed' });
    for (const path of ['', '/progress', '/result']) expect((await get(`/none${path}`)).status).toBe(404);
    expect((await post('/none/cancel', {})).status).toBe(404);
  });
});
