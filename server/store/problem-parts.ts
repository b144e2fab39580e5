import type { ZodObject } from 'zod';
import { LEAD_ACCOUNTS, type Leads, leadsPart } from '../domain/case/leads.ts';
import { PART_NAMES, PARTS, type PartBodies, type PartName } from '../domain/case/parts.ts';
import { StaleWrite } from '../errors.ts';
import type { Backend } from './backend.ts';
import { type Change, differences, existing, record } from './change.ts';
import { parsed } from './json.ts';
import type { Act, ProblemPart, ProblemPartStore } from './ports.ts';
import type { DatabaseTransaction, ProblemPartTable, Reading } from './tables.ts';

type Part<Name extends PartName> = Extract<ProblemPart, { name: Name }>;

export function problemPartStore({ db, write }: Backend): ProblemPartStore {
  return {
    async list(problemId) {
      const rows = await db
        .selectFrom('problem_part')
        .selectAll()
        .where('problem_id', '=', problemId)
        .execute();
      const written = new Map(rows.map((row) => [row.name, row]));
      return PART_NAMES.map((name) => partOf(name, written.get(name)));
    },
    async leads() {
      const rows = await db.selectFrom('problem_part').selectAll().where('name', '=', 'leads').execute();
      return rows.flatMap((row) => {
        const { body } = partOf('leads', row);
        return body === null ? [] : [{ problemId: row.problem_id, body }];
      });
    },
    get: (problemId, name) => find(db, problemId, name),
    put: (problemId, name, version, body, act) =>
      write(async (transaction) => {
        const before = await find(transaction, problemId, name);
        if (before.version !== version) throw new StaleWrite(before);
        const changed = changesTo(before.body, body);
        if (version > 0 && Object.keys(changed).length === 0) return before;
        await store(transaction, problemId, name, version + 1, body, act);
        await touchProblem(transaction, problemId, act);
        const change = Object.fromEntries(
          Object.entries(changed).map(([field, sides]) => [`part:${name}:${field}`, sides]),
        );
        const entry = { action: 'part', objectKind: 'problem', objectId: problemId, change };
        await record(transaction, entry, act);
        return find(transaction, problemId, name);
      }),
  };
}

/** An account that is nobody's any more leads no case: somebody else has to be named. */
export async function takeFromLeads(
  transaction: DatabaseTransaction,
  userId: string,
  act: Act,
): Promise<void> {
  const rows = await transaction
    .selectFrom('problem_part')
    .selectAll()
    .where('name', '=', 'leads')
    .where('body', 'like', `%${userId}%`)
    .execute();
  for (const row of rows) {
    const body = leadsOf(row.body);
    const taken = LEAD_ACCOUNTS.filter((field) => body[field] === userId);
    if (taken.length === 0) continue;
    const after = { ...body, ...Object.fromEntries(taken.map((field) => [field, null])) };
    await store(transaction, row.problem_id, 'leads', row.version + 1, after, act);
    const change = Object.fromEntries(
      taken.map((field): [string, [string, null]] => [`part:leads:${field}`, [userId, null]]),
    );
    const entry = { action: 'part', objectKind: 'problem', objectId: row.problem_id, change };
    await record(transaction, entry, act);
  }
}

export const leadsOf = (body: string): Leads => leadsPart.parse(whole(leadsPart, parsed(body)));

/** Field by field; what a new part leaves empty is no change. */
export function changesTo<Body extends object>(before: Body | null, after: Body): Change {
  const changed = differences<Body>(before ?? ({} as Body), after);
  if (before !== null) return changed;
  return Object.fromEntries(
    Object.entries(changed).flatMap(([field, [, value]]) => (isEmpty(value) ? [] : [[field, [null, value]]])),
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

async function store(
  transaction: DatabaseTransaction,
  problemId: string,
  name: PartName,
  version: number,
  body: PartBodies[PartName],
  act: Act,
): Promise<void> {
  const values = {
    body: JSON.stringify(body),
    version,
    changed_at: act.at,
    changed_by: act.actor ?? '',
  };
  await transaction
    .insertInto('problem_part')
    .values({ problem_id: problemId, name, ...values })
    .onConflict((conflict) => conflict.columns(['problem_id', 'name']).doUpdateSet(values))
    .execute();
}

/** Work on its parts is work on the case, but nobody who edits its title has to look at it again. */
export async function touchProblem(
  transaction: DatabaseTransaction,
  problemId: string,
  act: Act,
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('problem')
    .set({ updated_at: act.at })
    .where('id', '=', problemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  existing(numUpdatedRows === 0n ? null : numUpdatedRows, 'problem case');
}

/** A body from before has what was added since, empty. */
export function whole(schema: ZodObject, body: Record<string, unknown>): Record<string, unknown> {
  return schema.safeParse(body).data ?? body;
}

async function find<Name extends PartName>(db: Reading, problemId: string, name: Name): Promise<Part<Name>> {
  const row = await db
    .selectFrom('problem_part')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('name', '=', name)
    .executeTakeFirst();
  return partOf(name, row);
}

function partOf<Name extends PartName>(name: Name, row: ProblemPartTable | undefined): Part<Name> {
  const part = {
    name,
    body: row ? whole(PARTS[name], parsed<Record<string, unknown>>(row.body)) : null,
    version: row?.version ?? 0,
    changedAt: row?.changed_at ?? null,
    changedBy: row?.changed_by ?? null,
  };
  // The driver gives rows, the domain knows what they hold.
  return part as Part<Name>;
}
