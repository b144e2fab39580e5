import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { KEEP_ALL, type RetentionRules, type RunOut, runsOutBefore } from '../domain/retention.ts';
import type { Backend } from './backend.ts';
import { differences, record } from './change.ts';
import type { Act, RetentionStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

/** Rows of one kind deleted in one go: others write in between. */
const SLICE = 500;

export function retentionStore(backend: Backend): RetentionStore {
  const { db, write } = backend;

  /** Deletes slice by slice until there is nothing; gives how many. */
  async function inSlices(work: (transaction: DatabaseTransaction) => Promise<number>): Promise<number> {
    let all = 0;
    for (;;) {
      const taken = await write(work);
      all += taken;
      if (taken === 0) return all;
      await nextTurn();
    }
  }

  async function takeOutIncidents(rules: RetentionRules, act: Act): Promise<void> {
    const datasets = await db.selectFrom('dataset').select('id').where('kind', '=', 'incidents').execute();
    for (const { id } of datasets) await backend.takeOutRunOut(id, rules, act);
  }

  async function runOut(rules: RetentionRules, timezone: string, at: string): Promise<RunOut> {
    const counts = await backend.countRunOut(rules, at);
    const incidents = [...counts].map(([categoryId, count]) => ({ categoryId, count }));
    return {
      incidents: incidents.sort((a, b) => a.categoryId - b.categoryId),
      refusedRows: await count(oldRows(db, limitOf(rules.refusedRows, timezone, at)).select(COUNT)),
      runs: await count(oldRuns(db, limitOf(rules.runs, timezone, at)).select(COUNT)),
    };
  }

  return {
    rules: () => readRules(db),
    setRules: (rules, act) =>
      write(async (transaction) => {
        const change = differences(await readRules(transaction), rules);
        if (Object.keys(change).length === 0) return;
        await transaction.deleteFrom('retention_rule').execute();
        const rows = rowsOf(rules);
        if (rows.length > 0) await transaction.insertInto('retention_rule').values(rows).execute();
        const entry = { action: 'update', objectKind: 'retention', objectId: 'workspace', change };
        await record(transaction, entry, act);
      }),
    runOut,
    async takeOut(rules, timezone, at) {
      const act: Act = { actor: null, at };
      const found = await runOut(rules, timezone, at);
      if (found.incidents.length > 0) await takeOutIncidents(rules, act);
      const refusedRows = await inSlices((tx) => dropRows(tx, limitOf(rules.refusedRows, timezone, at)));
      const runs = await inSlices((tx) => dropRuns(tx, limitOf(rules.runs, timezone, at)));
      const change = { refusedRows: [refusedRows, 0], runs: [runs, 0] } as Record<string, [unknown, unknown]>;
      const entry = { action: 'run_out', objectKind: 'retention', objectId: 'workspace', change };
      if (refusedRows + runs > 0) await write((tx) => record(tx, entry, act));
      if (found.incidents.length + refusedRows + runs > 0) await backend.wipeLog();
      return { incidents: found.incidents, refusedRows, runs };
    },
    async kept() {
      const rows = await db
        .selectFrom('kept_count')
        .selectAll()
        .orderBy('category_id')
        .orderBy('area_id')
        .orderBy('month')
        .execute();
      return rows.map((row) => ({
        categoryId: row.category_id,
        areaId: row.area_id === 0 ? null : row.area_id,
        month: row.month === '' ? null : row.month,
        count: row.count,
      }));
    },
  };
}

async function readRules(db: Reading): Promise<RetentionRules> {
  const rows = await db.selectFrom('retention_rule').selectAll().orderBy('category_id').execute();
  const monthsOf = (kind: string) =>
    rows.find((row) => row.kind === kind && row.category_id === 0)?.months ?? null;
  return {
    ...KEEP_ALL,
    incidents: monthsOf('incidents'),
    categories: rows
      .filter(({ category_id }) => category_id !== 0)
      .map(({ category_id: categoryId, months }) => ({ categoryId, months })),
    refusedRows: monthsOf('refused_rows'),
    runs: monthsOf('runs'),
  };
}

function rowsOf({ incidents, categories, refusedRows, runs }: RetentionRules) {
  const whole = [
    { kind: 'incidents' as const, months: incidents },
    { kind: 'refused_rows' as const, months: refusedRows },
    { kind: 'runs' as const, months: runs },
  ].flatMap(({ kind, months }) => (months === null ? [] : [{ kind, category_id: 0, months }]));
  const own = categories.map(({ categoryId, months }) => ({
    kind: 'incidents' as const,
    category_id: categoryId,
    months,
  }));
  return [...whole, ...own];
}

/** Nothing is older than the empty text. */
function limitOf(months: number | null, timezone: string, at: string): string {
  return months === null ? '' : runsOutBefore(timezone, new Date(at), months).toISOString();
}

const oldRows = (db: Reading, before: string) =>
  db
    .selectFrom('refused_row')
    .innerJoin('import', 'import.id', 'refused_row.import_id')
    .where('import.created_at', '<', before);

/** Those that are kept on a case stay with it. */
const oldRuns = (db: Reading, before: string) =>
  db
    .selectFrom('analysis_run')
    .where('created_at', '<', before)
    .where('state', '!=', 'running')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('problem_exhibit')
            .select('problem_exhibit.id')
            .whereRef('problem_exhibit.run_id', '=', 'analysis_run.id'),
        ),
      ),
    );

const COUNT = sql<number>`count(*)`.as('count');
const count = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number }> }) =>
  Number((await query.executeTakeFirstOrThrow()).count);

async function dropRows(transaction: DatabaseTransaction, before: string): Promise<number> {
  const rows = await oldRows(transaction, before)
    .select(['refused_row.import_id', 'refused_row.line'])
    .limit(SLICE)
    .execute();
  for (const { import_id, line } of rows)
    await transaction
      .deleteFrom('refused_row')
      .where('import_id', '=', import_id)
      .where('line', '=', line)
      .execute();
  return rows.length;
}

async function dropRuns(transaction: DatabaseTransaction, before: string): Promise<number> {
  const rows = await oldRuns(transaction, before).select('analysis_run.id').limit(SLICE).execute();
  for (const { id } of rows) await transaction.deleteFrom('analysis_run').where('id', '=', id).execute();
  return rows.length;
}
