import { randomUUID } from 'node:crypto';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { existing, record } from './change.ts';
import { refuseLinked, toRun } from './links.ts';
import type { Exhibit, ExhibitStore } from './ports.ts';
import type { DatabaseTransaction, ProblemExhibitTable, Reading } from './tables.ts';

export function exhibitStore({ db, write }: Backend): ExhibitStore {
  return {
    async list(problemId) {
      const rows = await exhibits(db)
        .where('problem_id', '=', problemId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(exhibitOf);
    },
    get: (problemId, id) => find(db, problemId, id),
    async casesOf(runId) {
      const rows = await exhibits(db).where('run_id', '=', runId).orderBy('created_at').execute();
      return rows.map(({ problem_id }) => problem_id);
    },
    add: ({ problemId, runId, note }, act) =>
      write(async (transaction) => {
        await refuseTwice(transaction, problemId, runId);
        const id = randomUUID();
        const row = { id, problem_id: problemId, run_id: runId, note };
        await transaction
          .insertInto('problem_exhibit')
          .values({ ...row, created_by: act.actor ?? '', created_at: act.at })
          .execute();
        const change = { exhibit: [null, { runId, note }] as [unknown, unknown] };
        await record(
          transaction,
          { action: 'keep', objectKind: 'problem', objectId: problemId, change },
          act,
        );
        return existing(await find(transaction, problemId, id), 'exhibit');
      }),
    remove: (problemId, id, act, links) =>
      write(async (transaction) => {
        const { runId, note } = existing(await find(transaction, problemId, id), 'exhibit');
        await refuseLinked(transaction, toRun(problemId, runId), links);
        await transaction.deleteFrom('problem_exhibit').where('id', '=', id).execute();
        const change = { exhibit: [{ runId, note }, null] as [unknown, unknown] };
        await record(
          transaction,
          { action: 'unkeep', objectKind: 'problem', objectId: problemId, change },
          act,
        );
      }),
  };
}

async function refuseTwice(
  transaction: DatabaseTransaction,
  problemId: string,
  runId: string,
): Promise<void> {
  const same = await exhibits(transaction)
    .where('problem_id', '=', problemId)
    .where('run_id', '=', runId)
    .executeTakeFirst();
  if (same !== undefined)
    throw new Conflict('already_kept', 'This answer is kept on the problem case already.');
}

function exhibits(db: Reading) {
  return db.selectFrom('problem_exhibit').selectAll();
}

async function find(db: Reading, problemId: string, id: string): Promise<Exhibit | null> {
  const row = await exhibits(db).where('id', '=', id).where('problem_id', '=', problemId).executeTakeFirst();
  return row ? exhibitOf(row) : null;
}

function exhibitOf(row: ProblemExhibitTable): Exhibit {
  return {
    id: row.id,
    problemId: row.problem_id,
    runId: row.run_id,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
