import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { ITEM_KINDS, ITEMS, type ItemKind } from '../domain/case/items.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { type Change, differences, existing, newest, record } from './change.ts';
import { parsed } from './json.ts';
import type { Act, ProblemItem, ProblemItemStore } from './ports.ts';
import { changesTo, touchProblem, whole } from './problem-parts.ts';
import type { DatabaseTransaction, ProblemItemTable, Reading } from './tables.ts';

const WHAT = 'entry of the problem case';
const MOST_ITEMS = 2000;

export function problemItemStore({ db, write }: Backend): ProblemItemStore {
  return {
    list: (problemId, kind) => list(db, problemId, kind),
    get: (problemId, id, also) => find(db, problemId, id, also),
    add: (problemId, { kind, body, position }, act) =>
      write(async (transaction) => {
        const all = await list(transaction, problemId);
        if (all.length >= MOST_ITEMS)
          throw new Conflict(
            'too_many_items',
            `This case holds ${MOST_ITEMS.toLocaleString('en-GB')} entries, more than anybody reads. Take some out first.`,
          );
        const last = Math.max(0, ...all.filter((item) => item.kind === kind).map((item) => item.position));
        const id = randomUUID();
        const row = { id, problem_id: problemId, kind, position: position ?? last + 1 };
        await transaction
          .insertInto('problem_item')
          .values({ ...row, body: JSON.stringify(body), ...stamps(act), ...changeStamps(act) })
          .execute();
        await note(transaction, problemId, 'item_add', named(kind, id, changesTo(null, body)), act);
        return existing(await find(transaction, problemId, id), WHAT);
      }),
    update: (problemId, id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, problemId, id), version, WHAT);
        const changed = {
          ...(change.body && changesTo(before.body, change.body)),
          ...differences<{ position: number }>(before, { position: change.position }),
        };
        if (Object.keys(changed).length === 0) return before;
        const values = {
          ...(change.body && { body: JSON.stringify(change.body) }),
          ...(change.position !== undefined && { position: change.position }),
        };
        await put(transaction, before, values, act);
        await note(transaction, problemId, 'item_change', named(before.kind, id, changed), act);
        return existing(await find(transaction, problemId, id), WHAT);
      }),
    remove: (problemId, id, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, problemId, id), WHAT);
        await put(transaction, before, { deleted_at: act.at }, act);
        const change = { [`item:${before.kind}:${id}`]: [before.body, null] satisfies [unknown, unknown] };
        await note(transaction, problemId, 'item_remove', change, act);
      }),
    restore: (problemId, id, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, problemId, id, 'deleted'), WHAT);
        if (before.deletedAt === null) return before;
        await put(transaction, before, { deleted_at: null }, act);
        const change = { [`item:${before.kind}:${id}`]: [null, before.body] satisfies [unknown, unknown] };
        await note(transaction, problemId, 'item_restore', change, act);
        return existing(await find(transaction, problemId, id), WHAT);
      }),
  };
}

function named(kind: ItemKind, id: string, changed: Change): Change {
  return Object.fromEntries(
    Object.entries(changed).map(([field, sides]) => [`item:${kind}:${id}:${field}`, sides]),
  );
}

/** The line in the history of the case, and the case as touched. */
async function note(
  transaction: DatabaseTransaction,
  problemId: string,
  action: string,
  change: Change,
  act: Act,
): Promise<void> {
  await touchProblem(transaction, problemId, act);
  await record(transaction, { action, objectKind: 'problem', objectId: problemId, change }, act);
}

const stamps = (act: Act) => ({ created_at: act.at, created_by: act.actor ?? '' });
const changeStamps = (act: Act) => ({ changed_at: act.at, changed_by: act.actor ?? '' });

async function put(
  transaction: DatabaseTransaction,
  before: ProblemItem,
  values: Partial<Pick<Selectable<ProblemItemTable>, 'body' | 'position' | 'deleted_at'>>,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('problem_item')
    .set({ ...values, version: before.version + 1, ...changeStamps(act) })
    .where('id', '=', before.id)
    .execute();
}

async function list(db: Reading, problemId: string, kind?: ItemKind): Promise<ProblemItem[]> {
  const rows = await db
    .selectFrom('problem_item')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('kind', 'in', kind === undefined ? ITEM_KINDS : [kind])
    .where('deleted_at', 'is', null)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(itemOf);
}

async function find(
  db: Reading,
  problemId: string,
  id: string,
  also?: 'deleted',
): Promise<ProblemItem | null> {
  const row = await db
    .selectFrom('problem_item')
    .selectAll()
    .where('id', '=', id)
    .where('problem_id', '=', problemId)
    .where('kind', 'in', ITEM_KINDS)
    .$if(also !== 'deleted', (query) => query.where('deleted_at', 'is', null))
    .executeTakeFirst();
  return row ? itemOf(row) : null;
}

function itemOf(row: Selectable<ProblemItemTable>): ProblemItem {
  const item = {
    id: row.id,
    kind: row.kind,
    position: row.position,
    body: whole(ITEMS[row.kind as ItemKind], parsed<Record<string, unknown>>(row.body)),
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    deletedAt: row.deleted_at,
  };
  // The driver gives rows, the domain knows what they hold.
  return item as ProblemItem;
}
