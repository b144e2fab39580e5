import { randomUUID } from 'node:crypto';
import type { Backend } from './backend.ts';
import { beginnings, type Change, differences, existing, newest, record } from './change.ts';
import { parsedOrNull, textOrNull } from './json.ts';
import { setMentions } from './mentions.ts';
import type { Act, Annotation, AnnotationStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'annotation';

export function annotationStore({ db, write }: Backend): AnnotationStore {
  return {
    async list(filter = {}) {
      let query = annotations(db).where('annotation.deleted_at', 'is', null);
      if (filter.problemId !== undefined) query = query.where('problem_id', '=', filter.problemId);
      const rows = await query.orderBy('annotation.created_at').orderBy('annotation.id').execute();
      return rows.map(annotationOf);
    },
    get: async (id, also) => {
      if (also !== 'deleted') return find(db, id);
      const row = await db.selectFrom('annotation').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? annotationOf(row) : null;
    },
    create: (input, act) => write((transaction) => create(transaction, input, act)),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const changed = differences<Annotation>(before, change);
        if (Object.keys(changed).length === 0) return before;
        if (changed.problemId) await checkProblem(transaction, change.problemId ?? null);
        const values = {
          text: change.text,
          problem_id: change.problemId,
          ...('geometry' in changed && { geometry: textOrNull(change.geometry) }),
        };
        if (change.text !== undefined) await setMentions(transaction, id, change.text, act);
        return save(transaction, before, values, { action: 'update', change: changed }, act);
      }),
    remove: (id, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        await put(transaction, before, { deleted_at: act.at }, act);
        await record(transaction, { action: 'delete', objectKind: WHAT, objectId: id }, act);
      }),
    restore: (id, act) =>
      write(async (transaction) => {
        const row = await annotations(transaction).where('annotation.id', '=', id).executeTakeFirst();
        const before = annotationOf(existing(row, WHAT));
        if (before.deletedAt === null) return before;
        return save(transaction, before, { deleted_at: null }, { action: 'restore' }, act);
      }),
  };
}

async function create(
  transaction: DatabaseTransaction,
  input: Parameters<AnnotationStore['create']>[0],
  act: Act,
): Promise<Annotation> {
  await checkProblem(transaction, input.problemId);
  const id = randomUUID();
  await transaction
    .insertInto('annotation')
    .values({
      id,
      problem_id: input.problemId,
      text: input.text,
      geometry: textOrNull(input.geometry),
      created_by: act.actor ?? '',
      created_at: act.at,
      updated_at: act.at,
    })
    .execute();
  await setMentions(transaction, id, input.text, act);
  const change = beginnings(input);
  await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
  return existing(await find(transaction, id), WHAT);
}

async function checkProblem(transaction: DatabaseTransaction, problemId: string | null): Promise<void> {
  if (problemId === null) return;
  const problem = await transaction
    .selectFrom('problem')
    .select('id')
    .where('id', '=', problemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  existing(problem, 'problem case');
}

/** Writes the values and the line of history; gives the new record. */
async function save(
  transaction: DatabaseTransaction,
  before: Annotation,
  values: AnnotationValues,
  entry: { action: string; change?: Change },
  act: Act,
): Promise<Annotation> {
  await put(transaction, before, values, act);
  await record(transaction, { ...entry, objectKind: WHAT, objectId: before.id }, act);
  return existing(await find(transaction, before.id), WHAT);
}

async function put(
  transaction: DatabaseTransaction,
  before: Annotation,
  values: AnnotationValues,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('annotation')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('id', '=', before.id)
    .execute();
}

/** Annotations whose problem case, if they have one, is not deleted. */
function annotations(db: Reading) {
  return db
    .selectFrom('annotation')
    .leftJoin('problem', 'problem.id', 'annotation.problem_id')
    .selectAll('annotation')
    .where('problem.deleted_at', 'is', null);
}

async function find(db: Reading, id: string): Promise<Annotation | null> {
  const row = await annotations(db)
    .where('annotation.id', '=', id)
    .where('annotation.deleted_at', 'is', null)
    .executeTakeFirst();
  return row ? annotationOf(row) : null;
}

type AnnotationRow = Awaited<ReturnType<ReturnType<typeof annotations>['executeTakeFirstOrThrow']>>;
type AnnotationValues = Partial<Pick<AnnotationRow, 'text' | 'problem_id' | 'geometry' | 'deleted_at'>>;

function annotationOf(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    problemId: row.problem_id,
    text: row.text,
    geometry: parsedOrNull(row.geometry),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}
