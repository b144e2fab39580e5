import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Conflict } from '../errors.ts';
import { cursorOf, keyOf } from '../keyset.ts';
import type { Backend } from './backend.ts';
import { beginnings, existing, record } from './change.ts';
import { parsed, parsedOrNull } from './json.ts';
import type { Act, AnalysisRun, RunStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'analysis run';
const LEFT_RUNNING = 'The server stopped while this was running. Run it again.';

export function runStore({ db, write }: Backend): RunStore {
  return {
    async list({ after, limit }) {
      let query = runs(db).orderBy('created_at', 'desc').orderBy('id', 'desc');
      if (after !== undefined) {
        const [at, id] = keyOf(after, 2).map(String);
        query = query.where((read) => read(read.refTuple('created_at', 'id'), '<', read.tuple(at, id)));
      }
      const rows = await query.limit(limit + 1).execute();
      const items = rows.slice(0, limit).map(runOf);
      const last = items.at(-1);
      return { items, next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null };
    },
    get: (id) => find(db, id),
    async findDone(key) {
      const row = await runs(db)
        .where('key', '=', key)
        .where('state', '=', 'done')
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst();
      return row ? runOf(row) : null;
    },
    begin: (input, act) => write((transaction) => begin(transaction, input, act)),
    finish: (id, { summary, result, digest }, at) =>
      write((transaction) =>
        end(transaction, id, {
          state: 'done',
          summary: JSON.stringify(summary),
          result,
          digest,
          finished_at: at,
        }),
      ),
    fail: (id, state, failure, at) =>
      write((transaction) => end(transaction, id, { state, failure, finished_at: at })),
    async result(id) {
      const row = await db
        .selectFrom('analysis_run')
        .select('result')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.result ?? null;
    },
    abandonRunning: (at) =>
      write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('analysis_run')
          .set({ state: 'failed', failure: LEFT_RUNNING, finished_at: at })
          // Not a parameter, so that the index of running rows is used.
          .where('state', '=', sql.lit('running'))
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }),
  };
}

async function begin(
  transaction: DatabaseTransaction,
  input: Parameters<RunStore['begin']>[0],
  act: Act,
): Promise<AnalysisRun> {
  const id = randomUUID();
  await transaction
    .insertInto('analysis_run')
    .values({
      id,
      method: input.method,
      method_version: input.methodVersion,
      parameters: JSON.stringify(input.parameters),
      filter: JSON.stringify(input.filter),
      data_version: JSON.stringify(input.dataVersion),
      key: input.key,
      state: 'running',
      created_by: act.actor ?? '',
      created_at: act.at,
    })
    .execute();
  const change = beginnings(input);
  await record(transaction, { action: 'create', objectKind: 'run', objectId: id, change }, act);
  return existing(await find(transaction, id), WHAT);
}

interface Ending {
  state: 'done' | 'failed' | 'cancelled';
  finished_at: string;
  summary?: string;
  result?: Uint8Array;
  digest?: string;
  failure?: string;
}

/** A run ends once: what comes after a cancel does not bring it back. */
async function end(transaction: DatabaseTransaction, id: string, ending: Ending): Promise<AnalysisRun> {
  const { numUpdatedRows } = await transaction
    .updateTable('analysis_run')
    .set(ending)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  const run = existing(await find(transaction, id), WHAT);
  if (numUpdatedRows === 0n)
    throw new Conflict('run_ended', 'This run has ended already, so its result cannot change. Run it again.');
  return run;
}

/** Everything but the result, which can be megabytes. */
function runs(db: Reading) {
  return db
    .selectFrom('analysis_run')
    .select([
      'id',
      'method',
      'method_version',
      'parameters',
      'filter',
      'data_version',
      'state',
      'summary',
      'digest',
      'failure',
      'created_by',
      'created_at',
      'finished_at',
    ]);
}

async function find(db: Reading, id: string): Promise<AnalysisRun | null> {
  const row = await runs(db).where('id', '=', id).executeTakeFirst();
  return row ? runOf(row) : null;
}

type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

function runOf(row: RunRow): AnalysisRun {
  return {
    id: row.id,
    method: row.method,
    methodVersion: row.method_version,
    parameters: parsed(row.parameters),
    filter: parsed(row.filter),
    dataVersion: parsed(row.data_version),
    state: row.state,
    summary: parsedOrNull(row.summary),
    digest: row.digest,
    failure: row.failure,
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
