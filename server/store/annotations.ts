import { randomUUID } from 'node:crypto';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, type Change, differences, existing, newest, record } from './change.ts';
import { parsedOrNull, textOrNull } from './json.ts';
import { refuseLinked, toNote } from './links.ts';
import { setMentions } from './mentions.ts';
import type { Act, Annotation, AnnotationStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'annotation';

export function annotationStore({ db, write }: Backend): AnnotationStore {
  return {
    async list(filter = {}) {
      let query = annotations(db).where('annotation.deleted_at', 'is', null);
      if (filter.problemId !== undefined) query = query.where('annotation.problem_id', '=', filter.problemId);
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
        if (changed.problemId) await refuseInThread(transaction, before);
        const values = {
          text: change.text,
          problem_id: change.problemId,
          ...('geometry' in changed && { geometry: textOrNull(change.geometry) }),
        };
        if (change.text !== undefined) await setMentions(transaction, id, change.text, act);
        return save(transaction, before, values, { action: 'update', change: changed }, act);
      }),
    remove: (id, act, links) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, id), WHAT);
        await refuseLinked(transaction, toNote(id), links);
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
  const { replyTo = null } = input;
  await checkProblem(transaction, input.problemId);
  if (replyTo !== null) await checkAnswered(transaction, replyTo, input.problemId);
  const id = randomUUID();
  await transaction
    .insertInto('annotation')
    .values({
      id,
      problem_id: input.problemId,
      reply_to: replyTo,
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

/** One level deep, so that a talk stays one that can be read. */
async function checkAnswered(
  transaction: DatabaseTransaction,
  replyTo: string,
  problemId: string | null,
): Promise<void> {
  const answered = existing(await find(transaction, replyTo), 'note');
  if (answered.replyTo !== null || answered.problemId === null || answered.problemId !== problemId)
    throw new Conflict(
      'cannot_answer',
      'Only a note of this case can be answered, and no reply: answer the note itself.',
    );
}

async function refuseInThread(transaction: DatabaseTransaction, { id, replyTo }: Annotation): Promise<void> {
  const reply = await transaction
    .selectFrom('annotation')
    .select('id')
    .where('reply_to', '=', id)
    .executeTakeFirst();
  if (replyTo !== null || reply !== undefined)
    throw new Conflict('in_thread', 'A note with replies, or a reply, stays with its case.');
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

/** Annotations whose problem case, and the note they answer, if they have one, is not deleted. */
function annotations(db: Reading) {
  return db
    .selectFrom('annotation')
    .leftJoin('problem', 'problem.id', 'annotation.problem_id')
    .leftJoin('annotation as answered', 'answered.id', 'annotation.reply_to')
    .selectAll('annotation')
    .where('problem.deleted_at', 'is', null)
    .where('answered.deleted_at', 'is', null);
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
    replyTo: row.reply_to,
    text: row.text,
    geometry: parsedOrNull(row.geometry),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}
