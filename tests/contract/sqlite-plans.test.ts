import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type OpenStore, openStore } from '../../server/store/open-store.ts';
import { temporaryFolder } from '../server/store/temporary-folder.ts';
import { act, addCategory, addDataset, addUser, load, square, viewer } from './backend-under-test.ts';

const file = join(temporaryFolder(), 'plans.sqlite');

/** Tables that grow without end: a query that walks through one of them gets slower every day. */
const GROWING = [
  'incident',
  'refused_row',
  'audit_entry',
  'column_snapshot',
  'analysis_run',
  'idempotency_key',
  'session',
];

let store: OpenStore;
let datasetId: number;
const asked = new Set<string>();

beforeAll(async () => {
  const prepare = Database.prototype.prepare;
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    asked.add(sql);
    return prepare.call(this, sql);
  });
  store = await openStore({ file });
  await addUser(store, 'u-1', 'Ada');
  await addCategory(store, 1);
  datasetId = (await addDataset(store, 'City')).id;
  await load(store, datasetId, [{}, {}, {}]);
});

afterAll(async () => {
  vi.restoreAllMocks();
  await store.close();
});

/** Steps of the plans that walk through a growing table from end to end. */
function walks(statements: Iterable<string>): string[] {
  const db = new Database(file);
  const found: string[] = [];
  for (const sql of statements) {
    if (!/^\s*(select|update|delete)/i.test(sql)) continue;
    const statement = db.prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const places = sql.split('?').length - 1;
    const steps = statement.all(...Array.from({ length: places }, () => 1)) as { detail: string }[];
    for (const { detail } of steps)
      if (
        GROWING.some(
          (table) => detail === `SCAN ${table}` || detail.startsWith(`SCAN ${table} USING COVERING`),
        )
      )
        found.push(`${detail}: ${sql}`);
  }
  db.close();
  return found;
}

async function everydayWork(): Promise<void> {
  const filter = { datasets: [datasetId], geometry: square(-1, -1, 3) };
  await store.datasets.list();
  await store.datasets.update(datasetId, 2, { note: 'x' }, act());
  const [first] = await store.incidents.matching(viewer, filter);
  await store.incidents.list(viewer, filter, { limit: 2 });
  await store.incidents.byIds(viewer, [first]);
  await store.areas.list();
  await store.assets.list();
  await store.streets.list();
  const input = { title: 'Stops', statement: '', geometry: null, rule: null, areaCode: 'RIV' };
  const problem = await store.problems.create(input, act());
  await store.problems.link(problem.id, first, 'in', act());
  await store.problems.unlink(problem.id, first, act());
  await store.problems.list();
  await store.annotations.list({ problemId: problem.id });
  await store.audit.of('problem', problem.id);
  await store.audit.after(await store.audit.newest(), 10);
  const newRun = { method: 'm', methodVersion: 1, parameters: {}, filter, dataVersion: {}, key: 'k' };
  const run = await store.runs.begin(newRun, act());
  await store.runs.fail(run.id, 'cancelled', 'x', act().at);
  await store.runs.findDone('k');
  await store.runs.begin(newRun, act());
  const page = await store.runs.list({ limit: 1 });
  await store.runs.list({ limit: 1, after: page.next ?? undefined });
  await store.runs.abandonRunning(act().at);
  await store.idempotency.put('k', 'u-1', { status: 200, body: '' }, act().at);
  await store.idempotency.get('k', 'u-1');
  for await (const _ of store.imports.refused('nothing'));
  await store.accounts.findLink('nothing');
}

it('no everyday query walks through a table that grows', async () => {
  asked.clear();
  await everydayWork();
  expect(asked.size).toBeGreaterThan(30);
  expect(walks(asked)).toEqual([]);
});

it('would notice one', () => {
  expect(walks(['SELECT * FROM incident WHERE place_text = ?'])).toHaveLength(1);
});
