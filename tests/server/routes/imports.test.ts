import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportProgress, Inspection, Mapping } from '../../../server/imports/contract.ts';
import type { ImportRecord } from '../../../server/store/ports.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../fixtures/test-app.ts';

const HEADER = 'id,date,category,lon,lat,place\n';
const ROWS = `${HEADER}1,2024-03-01 10:00,Theft,36.8,-1.3,A\n2,2024-03-02 10:00,Noise,36.9,-1.2,B\n3,2024-03-02 10:00,Rape,36.9,-1.2,C\n4,never,Theft,36.9,-1.2,"=HYPERLINK(""x"")"\n`;

let app: TestApp;
let cookie: string;
beforeEach(async () => {
  app = await createTestApp({}, { database: 'disk' });
  cookie = await app.signIn();
});
afterEach(() => app.close());

function send(method: string, path: string, body: BodyInit, signal?: AbortSignal): Promise<Response> {
  const headers = { Origin: TEST_ORIGIN, Cookie: cookie, 'Content-Type': 'application/octet-stream' };
  const init = { method, headers, body, signal, duplex: 'half' };
  return Promise.resolve(app.app.request(`${TEST_ORIGIN}${path}`, init as RequestInit));
}

async function inspect(body: BodyInit = ROWS, more = ''): Promise<Inspection> {
  const reply = await send('POST', `/api/imports/inspect?name=incidents.csv${more}`, body);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Inspection;
}

async function create(mapping: Mapping, datasetName = 'Incidents'): Promise<string> {
  const json = { fileName: 'incidents.csv', target: { datasetName }, mapping };
  const reply = await app.call('POST', '/api/imports', { cookie, json });
  expect(reply.status).toBe(201);
  return ((await reply.json()) as { id: string }).id;
}

async function progressOf(id: string): Promise<ImportProgress> {
  return (await (await app.call('GET', `/api/imports/${id}/progress`, { cookie })).json()) as ImportProgress;
}

/** Rows without end, so that only a cancel ends the import. */
function endless(): ReadableStream<Uint8Array> {
  let row = 10;
  return new ReadableStream({
    start: (out) => out.enqueue(Buffer.from(HEADER)),
    async pull(out) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      const rows = Array.from({ length: 200 }, () => `${row++},2024-03-01 10:00,Theft,36.8,-1.3,Endless\n`);
      out.enqueue(Buffer.from(rows.join('')));
    },
  });
}

describe('a sender that goes away', () => {
  it('is no fault of the server', async () => {
    const control = new AbortController();
    const sent = send('POST', '/api/imports/inspect?name=incidents.csv', endless(), control.signal);
    setTimeout(() => control.abort(), 300);
    const reply = await sent;
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([422, 'cancelled']);
    expect(app.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is none either when its file breaks off', async () => {
    const control = new AbortController();
    const broken = new ReadableStream({
      start: (out) => out.enqueue(Buffer.from(ROWS)),
      async pull(out) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        control.abort();
        out.error(new Error('aborted'));
      },
    });
    const reply = await send('POST', '/api/imports/inspect?name=incidents.csv', broken, control.signal);
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([422, 'cancelled']);
  });
});

describe('the way of a file', () => {
  it('inspect, create, send, look, undo', async () => {
    const inspection = await inspect();
    expect(inspection).toMatchObject({
      read: 4,
      verdicts: { stored: 2, unlocated: 0, duplicates: 0, refused: { protected_category: 1, bad_time: 1 } },
      blocker: null,
      suggestedName: 'incidents',
    });
    expect(await app.store.datasets.list()).toEqual([]);

    const seen: string[] = [];
    app.deps.live.subscribe(({ object }) => seen.push(object));
    const id = await create(inspection.mapping);
    expect(await progressOf(id)).toMatchObject({ state: 'waiting', rows: 0 });
    const sent = await send('PUT', `/api/imports/${id}/file`, ROWS);
    expect(sent.status).toBe(200);
    const record = (await sent.json()) as ImportRecord;
    expect(record).toMatchObject({ id, read: 4, stored: 2, createdAt: '2025-03-01T12:00:00.000Z' });
    expect(record.createdBy).not.toBeNull();
    expect(await progressOf(id)).toMatchObject({ state: 'done', rows: 4, bytes: ROWS.length });
    expect(seen.sort()).toEqual(['dataset', 'import']);

    const list = (await (await app.call('GET', '/api/imports', { cookie })).json()) as {
      items: ImportRecord[];
    };
    expect(list.items.map((item) => item.id)).toEqual([id]);
    const [dataset] = await app.store.datasets.list();
    expect(dataset).toMatchObject({ name: 'Incidents', count: 2, timezone: 'Africa/Nairobi' });

    expect((await app.call('DELETE', `/api/imports/${id}`, { cookie })).status).toBe(204);
    expect((await app.store.datasets.list())[0].count).toBe(0);
    const again = await app.call('DELETE', `/api/imports/${id}`, { cookie });
    expect(again.status).toBe(409);
  });

  it('a draft is tried with its own mapping', async () => {
    const { mapping } = await inspect();
    const id = await create({ ...mapping, decisions: { Noise: 'protected' } } as Mapping);
    const tried = await inspect(ROWS, `&draft=${id}`);
    expect(tried.verdicts).toMatchObject({ stored: 1, refused: { protected_category: 2, bad_time: 1 } });
  });

  it('refused rows come as CSV that no spreadsheet runs', async () => {
    const id = await create((await inspect()).mapping);
    await send('PUT', `/api/imports/${id}/file`, ROWS);
    const reply = await app.call('GET', `/api/imports/${id}/refused.csv`, { cookie });
    expect(reply.headers.get('content-type')).toMatch(/text\/csv/);
    const text = await reply.text();
    expect(text).toContain('5,bad_time,');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toContain('Rape');
  });
});

describe('what goes wrong', () => {
  it('a file that cannot be read gets one sentence', async () => {
    const reply = await send('POST', '/api/imports/inspect?name=x.csv', Buffer.from([0, 1, 2, 0]));
    expect(reply.status).toBe(422);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(await reply.json()).toMatchObject({ code: 'binary_file', status: 422 });
  });

  it('a refused import stores nothing and says why in its progress', async () => {
    const id = await create((await inspect()).mapping);
    const reply = await send('PUT', `/api/imports/${id}/file`, `${HEADER}1,never,Theft,1,1,A\n`);
    expect(reply.status).toBe(422);
    expect(await progressOf(id)).toMatchObject({ state: 'failed', problem: { code: 'all_rows_refused' } });
    expect(await app.store.datasets.list()).toEqual([]);
    expect(app.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('a file is sent once', async () => {
    const id = await create((await inspect()).mapping);
    await send('PUT', `/api/imports/${id}/file`, ROWS);
    const again = await send('PUT', `/api/imports/${id}/file`, ROWS);
    expect(again.status).toBe(409);
  });

  it('unknown imports and wrong mappings are refused', async () => {
    expect((await send('PUT', '/api/imports/nothing/file', ROWS)).status).toBe(404);
    expect((await app.call('GET', '/api/imports/nothing', { cookie })).status).toBe(404);
    expect((await app.call('GET', '/api/imports/nothing/progress', { cookie })).status).toBe(404);
    const json = { fileName: 'x.csv', target: { datasetName: 'X' }, mapping: { kind: 'incidents' } };
    expect((await app.call('POST', '/api/imports', { cookie, json })).status).toBe(400);
    expect((await send('POST', '/api/imports/inspect?name=x.csv&draft=nothing', ROWS)).status).toBe(404);
  });

  it('a data set of another kind is not mixed', async () => {
    const act = { actor: null, at: '2025-01-01T00:00:00.000Z' };
    await app.store.datasets.create({ name: 'Areas', kind: 'areas', timezone: 'UTC' }, act);
    const id = await create((await inspect()).mapping, 'Areas');
    const reply = await send('PUT', `/api/imports/${id}/file`, ROWS);
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: 'wrong_kind' });
  });

  it('a cancel while the file comes leaves no trace', async () => {
    const id = await create((await inspect()).mapping);
    const sending = send('PUT', `/api/imports/${id}/file`, endless());
    while ((await progressOf(id)).bytes < 50_000) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await app.call('POST', `/api/imports/${id}/cancel`, { cookie })).status).toBe(204);
    const reply = await sending;
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ code: 'cancelled' });
    expect(await progressOf(id)).toMatchObject({ state: 'cancelled' });
    expect(await app.store.datasets.list()).toEqual([]);
    expect(await app.store.imports.list()).toEqual([]);
  });

  it('a sender that goes away leaves no trace', async () => {
    const id = await create((await inspect()).mapping);
    const broken = new ReadableStream<Uint8Array>({
      start: (out) => out.enqueue(Buffer.from(ROWS)),
      pull: (out) => out.error(new Error('gone')),
    });
    const reply = await send('PUT', `/api/imports/${id}/file`, broken);
    expect(reply.ok).toBe(false);
    expect(await app.store.datasets.list()).toEqual([]);
    expect(await progressOf(id)).toMatchObject({ state: 'failed' });
  });

  it('others write while a file is still coming', async () => {
    const id = await create((await inspect()).mapping);
    const sending = send('PUT', `/api/imports/${id}/file`, endless());
    while ((await progressOf(id)).bytes < 10_000) await new Promise((resolve) => setTimeout(resolve, 5));
    const json = { name: 'Well', kind: 'water_point', position: [36.8, -1.3] };
    expect((await app.call('POST', '/api/assets', { cookie, json })).status).toBe(201);
    await app.call('POST', `/api/imports/${id}/cancel`, { cookie });
    await sending;
  });
});
