import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { type EvaluationPlan, MOST_AMENDMENTS } from '../domain/case/evaluation-plan.ts';
import { Conflict, StaleWrite } from '../errors.ts';
import type { Backend } from './backend.ts';
import { type Change, existing, newest, record } from './change.ts';
import type { EvaluationRunTable } from './evaluation-tables.ts';
import { parsed, parsedOrNull, textOrNull } from './json.ts';
import type { Act, Evaluation, EvaluationFacts, EvaluationRun, EvaluationStore } from './ports.ts';
import type { DatabaseTransaction, Reading, Tables } from './tables.ts';

const WHAT = 'evaluation plan';

export function evaluationStore({ db, write }: Backend): EvaluationStore {
  return {
    get: (problemId) => find(db, problemId),
    async proposed() {
      const rows = await db
        .selectFrom('evaluation_plan')
        .select(['problem_id', 'proposed_at'])
        .where('state', '=', 'proposed')
        .execute();
      return new Map(rows.map(({ problem_id, proposed_at }) => [problem_id, proposed_at ?? '']));
    },
    save: (problemId, version, plan, act) =>
      write(async (transaction) => {
        const before = await find(transaction, problemId);
        refuseOlder(before, version);
        refuseLocked(before);
        const values = { plan: JSON.stringify(plan), changed_by: act.actor ?? '', changed_at: act.at };
        if (before && JSON.stringify(before.plan) === values.plan && before.state === 'draft') return before;
        if (before) await put(transaction, before, { ...values, ...AS_DRAFT });
        else await insert(transaction, problemId, values);
        return told(transaction, problemId, 'plan', { evaluation: [before?.plan ?? null, plan] }, act);
      }),
    propose: (problemId, version, facts, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, problemId), version, WHAT);
        refuseLocked(before);
        await put(transaction, before, {
          state: 'proposed',
          facts: textOrNull(facts),
          proposed_by: act.actor ?? '',
          proposed_at: act.at,
        });
        return told(
          transaction,
          problemId,
          'propose',
          { 'evaluation plan': [before.state, 'proposed'] },
          act,
        );
      }),
    lock: (problemId, version, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, problemId), version, WHAT);
        refuseLocked(before);
        if (before.state !== 'proposed')
          throw new Conflict('not_proposed', 'The plan was not proposed for locking: propose it first.');
        if (before.proposedBy === (act.actor ?? ''))
          throw new Conflict(
            'two_persons',
            'Two persons lock a plan: somebody else has to confirm what you proposed.',
          );
        await put(transaction, before, { state: 'locked', locked_by: act.actor ?? '', locked_at: act.at });
        return told(transaction, problemId, 'lock', { 'evaluation plan': ['proposed', 'locked'] }, act);
      }),
    amend: (problemId, { text, reason }, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, problemId), WHAT);
        if (before.state !== 'locked')
          throw new Conflict('not_locked', 'Only a locked plan is amended; this one can still be changed.');
        if (before.amendments.length >= MOST_AMENDMENTS)
          throw new Conflict(
            'too_many_amendments',
            `This plan was amended ${MOST_AMENDMENTS} times. Close the case and begin one with a new plan.`,
          );
        const by = { created_by: act.actor ?? '', created_at: act.at };
        await transaction
          .insertInto('evaluation_amendment')
          .values({ id: randomUUID(), problem_id: problemId, text, reason, ...by })
          .execute();
        return told(transaction, problemId, 'amend', { 'evaluation plan': [null, text] }, { ...act, reason });
      }),
    runs: (problemId) => runsOf(db, problemId),
    addRun: (input, act) =>
      write(async (transaction) => {
        const same = (await runsOf(transaction, input.problemId)).find((run) => isSame(run, input));
        if (same) return same;
        const id = randomUUID();
        await transaction
          .insertInto('evaluation_run')
          .values({
            id,
            problem_id: input.problemId,
            kind: input.kind,
            reasons: JSON.stringify(input.reasons),
            plan: JSON.stringify(input.plan),
            result: JSON.stringify(input.result),
            data_version: JSON.stringify(input.dataVersion),
            test_version: input.testVersion,
            digest: input.digest,
            created_by: act.actor ?? '',
            created_at: act.at,
          })
          .execute();
        const change: Change = { 'evaluation run': [null, { id, kind: input.kind, digest: input.digest }] };
        await note(transaction, input.problemId, 'evaluate', change, act);
        return existing(
          (await runsOf(transaction, input.problemId)).find((run) => run.id === id),
          'result',
        );
      }),
  };
}

type PlanValues = Partial<Omit<Selectable<Tables['evaluation_plan']>, 'problem_id' | 'version'>>;

const AS_DRAFT: PlanValues = { state: 'draft', facts: null, proposed_by: null, proposed_at: null };

function refuseOlder(before: Evaluation | null, version: number): void {
  if (before && before.version !== version) throw new StaleWrite(before);
  if (!before && version !== 0) existing(before, WHAT);
}

function refuseLocked(before: Evaluation | null): void {
  if (before?.state === 'locked')
    throw new Conflict(
      'plan_locked',
      'The plan was locked by two persons and stays as it is. Write an amendment and say why.',
    );
}

async function insert(
  transaction: DatabaseTransaction,
  problemId: string,
  values: { plan: string; changed_by: string; changed_at: string },
): Promise<void> {
  await transaction
    .insertInto('evaluation_plan')
    .values({ problem_id: problemId, state: 'draft', ...values })
    .execute();
}

async function put(transaction: DatabaseTransaction, before: Evaluation, values: PlanValues): Promise<void> {
  await transaction
    .updateTable('evaluation_plan')
    .set({ ...values, version: before.version + 1 })
    .where('problem_id', '=', before.problemId)
    .execute();
}

async function told(
  transaction: DatabaseTransaction,
  problemId: string,
  action: string,
  change: Change,
  act: Act,
): Promise<Evaluation> {
  await note(transaction, problemId, action, change, act);
  return existing(await find(transaction, problemId), WHAT);
}

function note(
  transaction: DatabaseTransaction,
  problemId: string,
  action: string,
  change: Change,
  act: Act,
): Promise<void> {
  return record(transaction, { action, objectKind: 'problem', objectId: problemId, change }, act);
}

/** The same question on the same data, asked in the same standing. */
function isSame(run: EvaluationRun, input: Omit<EvaluationRun, 'id' | 'createdBy' | 'createdAt'>): boolean {
  return (
    run.digest === input.digest &&
    JSON.stringify(run.reasons) === JSON.stringify(input.reasons) &&
    JSON.stringify(run.dataVersion) === JSON.stringify(input.dataVersion)
  );
}

async function find(db: Reading, problemId: string): Promise<Evaluation | null> {
  const row = await db
    .selectFrom('evaluation_plan')
    .selectAll()
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  if (!row) return null;
  const amendments = await db
    .selectFrom('evaluation_amendment')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const nameOf = await namesOf(db, [
    row.proposed_by,
    row.locked_by,
    ...amendments.map((one) => one.created_by),
  ]);
  return {
    problemId,
    plan: parsed<EvaluationPlan>(row.plan),
    facts: parsedOrNull<EvaluationFacts>(row.facts),
    state: row.state,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    lockedBy: row.locked_by,
    lockedAt: row.locked_at,
    proposedByName: nameOf(row.proposed_by),
    lockedByName: nameOf(row.locked_by),
    amendments: amendments.map(({ id, text, reason, created_by, created_at }) => ({
      id,
      text,
      reason,
      createdBy: created_by,
      createdByName: nameOf(created_by) ?? '',
      createdAt: created_at,
    })),
  };
}

/** What these accounts are called; what is no account (the demo area has none) is called by its id. */
async function namesOf(
  db: Reading,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const known = ids.filter((id) => id !== null);
  const users = known.length
    ? await db.selectFrom('user').select(['id', 'name']).where('id', 'in', known).execute()
    : [];
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? id));
}

async function runsOf(db: Reading, problemId: string): Promise<EvaluationRun[]> {
  const rows = await db
    .selectFrom('evaluation_run')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(runOf);
}

function runOf(row: EvaluationRunTable): EvaluationRun {
  return {
    id: row.id,
    problemId: row.problem_id,
    kind: row.kind,
    reasons: parsed<EvaluationRun['reasons']>(row.reasons),
    plan: parsed<EvaluationPlan>(row.plan),
    result: parsed<EvaluationRun['result']>(row.result),
    dataVersion: parsed<Record<string, number>>(row.data_version),
    testVersion: row.test_version,
    digest: row.digest,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
