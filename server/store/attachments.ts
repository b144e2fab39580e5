import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { MOST_BYTES_OF_CASE, MOST_FILES } from '../domain/case/attachment.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { differences, existing, newest, record } from './change.ts';
import type { Act, Attachment, AttachmentStore, NewAttachment } from './ports.ts';
import { touchProblem } from './problem-parts.ts';
import type { AttachmentTable, DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'photo or document';
/** The small picture of a photo; the parts of the file itself are counted from 0. */
const PREVIEW = -1;

export function attachmentStore(backend: Backend): AttachmentStore {
  const { db, write } = backend;
  return {
    list: async (problemId) => {
      const rows = await attachments(db)
        .where('problem_id', '=', problemId)
        .where('deleted_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(attachmentOf);
    },
    get: (problemId, id) => find(db, problemId, id),
    content: (id) => partsOf(db, id),
    preview: async (id) => (await partAt(db, id, PREVIEW)) ?? null,
    add: async (problemId, input, act) => {
      const id = randomUUID();
      await begin(write, { id, problemId }, input, act);
      try {
        const digest = await backend.writeContent(id, input.content);
        return await write((transaction) => finish(transaction, { id, problemId, digest }, act));
      } catch (error) {
        // Where not even this goes, it is deleted with what was removed.
        await write((transaction) => drop(transaction, id)).catch(() => {});
        throw error;
      }
    },
    update: (problemId, id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, problemId, id), version, WHAT);
        if (Object.keys(differences<Attachment>(before, change)).length === 0) return before;
        const { kind, caption, takenOn } = change;
        await put(transaction, before, { kind, caption, taken_on: takenOn });
        const after = existing(await find(transaction, problemId, id), WHAT);
        await note(transaction, 'attach_change', after, [saidOf(before), saidOf(after)], act);
        return after;
      }),
    remove: (problemId, id, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, problemId, id), WHAT);
        await put(transaction, before, { deleted_at: act.at });
        await note(transaction, 'detach', before, [saidOf(before), null], act);
      }),
    restore: (problemId, id, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, problemId, id, 'deleted'), WHAT);
        if (before.deletedAt === null) return before;
        await checkRoom(transaction, problemId, before.bytes);
        await put(transaction, before, { deleted_at: null });
        const back = existing(await find(transaction, problemId, id), WHAT);
        await note(transaction, 'attach_again', back, [null, saidOf(back)], act);
        return back;
      }),
    async dropRemoved(before, act) {
      const due = await dueBefore(db, before);
      // One by one: a file may be large, and others write in between.
      for (const row of due)
        await write(async (transaction) => {
          await drop(transaction, row.id);
          const entry = { action: 'drop_file', objectKind: 'problem', objectId: row.problem_id };
          await record(transaction, entry, act);
        });
      if (due.length > 0) await backend.wipeLog();
      return due.length;
    },
  };
}

async function checkRoom(transaction: DatabaseTransaction, problemId: string, bytes: number): Promise<void> {
  const held = await transaction
    .selectFrom('problem_attachment')
    .select([sql<number>`count(*)`.as('files'), sql<number>`coalesce(sum(bytes), 0)`.as('bytes')])
    .where('problem_id', '=', problemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(held.files) >= MOST_FILES)
    throw new Conflict('too_many_attachments', `A case holds ${MOST_FILES} files at most. Remove one first.`);
  if (Number(held.bytes) + bytes > MOST_BYTES_OF_CASE)
    throw new Conflict(
      'attachments_too_large',
      `The files of a case may have ${MOST_BYTES_OF_CASE / 2 ** 20} MB together. Remove one first.`,
    );
}

interface Place {
  readonly id: string;
  readonly problemId: string;
}

type Write = Backend['write'];

/** Until the file is written. */
const UNKNOWN = '';

/**
 * The file itself follows in a write of its own, in another thread: its commit waits for the disk. Until it is there it
 * counts as removed, so that nobody sees it without, and what a crash leaves behind goes with what was removed.
 */
async function begin(write: Write, { id, problemId }: Place, input: NewAttachment, act: Act): Promise<void> {
  await write(async (transaction) => {
    await checkRoom(transaction, problemId, input.content.length);
    await transaction
      .insertInto('problem_attachment')
      .values({
        id,
        problem_id: problemId,
        name: input.name,
        media_type: input.mediaType,
        kind: input.kind,
        caption: input.caption,
        taken_on: input.takenOn,
        bytes: input.content.length,
        width: input.width,
        height: input.height,
        digest: UNKNOWN,
        created_by: act.actor ?? '',
        created_at: act.at,
        deleted_at: act.at,
      })
      .execute();
    if (input.preview) await putPart(transaction, id, PREVIEW, input.preview);
  });
}

const putPart = (transaction: DatabaseTransaction, id: string, part: number, content: Uint8Array) =>
  transaction.insertInto('attachment_content').values({ attachment_id: id, part, content }).execute();

/** Now it is whole. Meanwhile others may have filled the case. */
async function finish(
  transaction: DatabaseTransaction,
  { id, problemId, digest }: Place & { readonly digest: string },
  act: Act,
): Promise<Attachment> {
  const written = existing(await find(transaction, problemId, id, 'deleted'), WHAT);
  await checkRoom(transaction, problemId, written.bytes);
  await transaction
    .updateTable('problem_attachment')
    .set({ digest, deleted_at: null })
    .where('id', '=', id)
    .execute();
  const made = existing(await find(transaction, problemId, id), WHAT);
  await note(transaction, 'attach', made, [null, saidOf(made)], act);
  return made;
}

async function drop(transaction: DatabaseTransaction, id: string): Promise<void> {
  await transaction.deleteFrom('attachment_content').where('attachment_id', '=', id).execute();
  await transaction.deleteFrom('problem_attachment').where('id', '=', id).execute();
}

async function* partsOf(db: Reading, id: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const content = await partAt(db, id, part);
    if (!content) return;
    yield content;
  }
}

async function partAt(db: Reading, id: string, part: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('attachment_content')
    .select('content')
    .where('attachment_id', '=', id)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.content;
}

/** What was taken off so long ago, or whose case was. */
function dueBefore(db: Reading, before: string) {
  return db
    .selectFrom('problem_attachment')
    .innerJoin('problem', 'problem.id', 'problem_attachment.problem_id')
    .select(['problem_attachment.id', 'problem_attachment.problem_id'])
    .where(({ or, eb }) =>
      or([eb('problem_attachment.deleted_at', '<=', before), eb('problem.deleted_at', '<=', before)]),
    )
    .execute();
}

/** What the history keeps of it for ever: never the file. */
function saidOf({ id, name, mediaType, kind, caption, takenOn, bytes, digest }: Attachment) {
  return { id, name, mediaType, kind, caption, takenOn, bytes, digest };
}

async function note(
  transaction: DatabaseTransaction,
  action: string,
  { problemId }: Attachment,
  sides: [unknown, unknown],
  act: Act,
): Promise<void> {
  await touchProblem(transaction, problemId, act);
  const entry = { action, objectKind: 'problem', objectId: problemId, change: { attachment: sides } };
  await record(transaction, entry, act);
}

async function put(
  transaction: DatabaseTransaction,
  before: Attachment,
  values: Partial<Pick<AttachmentRow, 'kind' | 'caption' | 'taken_on' | 'deleted_at'>>,
): Promise<void> {
  await transaction
    .updateTable('problem_attachment')
    .set({ ...values, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
}

function attachments(db: Reading) {
  return db.selectFrom('problem_attachment').selectAll();
}

async function find(
  db: Reading,
  problemId: string,
  id: string,
  also?: 'deleted',
): Promise<Attachment | null> {
  const row = await attachments(db)
    .where('id', '=', id)
    .where('problem_id', '=', problemId)
    .$if(also !== 'deleted', (query) => query.where('deleted_at', 'is', null))
    .executeTakeFirst();
  return row ? attachmentOf(row) : null;
}

type AttachmentRow = Selectable<AttachmentTable>;

function attachmentOf(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    problemId: row.problem_id,
    name: row.name,
    mediaType: row.media_type,
    kind: row.kind,
    caption: row.caption,
    takenOn: row.taken_on,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    digest: row.digest,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  };
}
