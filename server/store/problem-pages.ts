import { type ExpressionBuilder, sql } from 'kysely';
import type { ProblemOrder } from '../domain/case/lists.ts';
import { STAGES } from '../domain/sara.ts';
import { cursorOf, keyOf } from '../keyset.ts';
import { parsedOrNull } from './json.ts';
import type { CaseOutline, CaseSight, Page, Problem, ProblemFilter, Stage } from './ports.ts';
import { isOneOf, type ProblemRow, problems, withLinks } from './problem-rows.ts';
import type { Reading, Tables } from './tables.ts';

/** Lists of problem cases: what somebody does not see is left out by the query, so that no count tells of it. */

export async function listOfProblems(db: Reading, sight?: CaseSight): Promise<Problem[]> {
  const rows = await problems(db)
    .where('deleted_at', 'is', null)
    .$if(sight !== undefined, (query) => query.where((is) => isSeen(is, sight ?? NOTHING)))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return withLinks(db, rows);
}

const NOTHING: CaseSight = { internal: [], opened: [] };

export async function pageOfProblems(
  db: Reading,
  filter: ProblemFilter,
  { order, after, limit }: { order: ProblemOrder; after?: string; limit: number },
): Promise<Page<Problem>> {
  const { columns, keyOfRow } = ORDERS[order];
  const row = sql`(${sql.join(columns)})`;
  let query = problems(db)
    .where('deleted_at', 'is', null)
    .where((is) => is.and(conditionsOf(is, filter)));
  for (const column of columns) query = query.orderBy(column);
  if (after !== undefined)
    query = query.where(sql<boolean>`${row} > (${sql.join(keyOf(after, columns.length))})`);
  const rows = await query.limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: await withLinks(db, shown), next: last ? cursorOf(...keyOfRow(last)) : null };
}

const reviewDay = sql<string>`coalesce(review_on, '9999-12-31')`;
const column = (name: string) => sql.ref<string>(name);

/** What a list is sorted by, always ascending and never the same for two cases. */
const ORDERS: Record<
  ProblemOrder,
  { columns: ReturnType<typeof column>[]; keyOfRow: (row: ProblemRow) => (string | number)[] }
> = {
  age: {
    columns: [column('stage_since'), column('id')],
    keyOfRow: (row) => [row.stage_since, row.id],
  },
  activity: {
    columns: [column('active_at'), column('id')],
    keyOfRow: (row) => [row.active_at, row.id],
  },
  review: {
    columns: [reviewDay, column('id')],
    keyOfRow: (row) => [row.review_on ?? '9999-12-31', row.id],
  },
  reference: {
    columns: [column('area_code'), column('year'), column('number')],
    keyOfRow: (row) => [row.area_code, row.year, row.number],
  },
};

export async function countByStage(db: Reading, filter: ProblemFilter): Promise<Record<Stage, number>> {
  const rows = await db
    .selectFrom('problem')
    .select(['stage', ({ fn }) => fn.countAll<number>().as('count')])
    .where('deleted_at', 'is', null)
    .where((is) => is.and(conditionsOf(is, { ...filter, stages: undefined })))
    .groupBy('stage')
    .execute();
  const counted = new Map(rows.map(({ stage, count }) => [stage, Number(count)]));
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, counted.get(stage) ?? 0]));
  // The keys are the stages; Object.fromEntries forgets it.
  return counts as Record<Stage, number>;
}

export async function outlinesOf(db: Reading): Promise<CaseOutline[]> {
  const rows = await db
    .selectFrom('problem')
    .select(['id', 'version', 'stage', 'geometry', 'rule', 'confidentiality', 'created_by'])
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ created_by, geometry, rule, ...rest }) => ({
    ...rest,
    geometry: parsedOrNull(geometry),
    rule: parsedOrNull(rule),
    createdBy: created_by,
  }));
}

type Is = ExpressionBuilder<Tables, 'problem'>;

export function isSeen(is: Is, { internal, opened }: CaseSight) {
  return is.or([
    is.and([is('confidentiality', '=', 'internal'), isOneOf('problem.id', internal)]),
    is.and([is('confidentiality', '<>', 'internal'), isOneOf('problem.id', opened)]),
  ]);
}

function conditionsOf(is: Is, filter: ProblemFilter) {
  const { sight, stages, states, among = [], reviewBefore, activeBefore, openedFrom, openedBefore } = filter;
  const isOpen = is('stage', '<>', 'closed');
  return [
    isSeen(is, sight),
    ...among.map((ids) => isOneOf('problem.id', ids)),
    ...(stages === undefined ? [] : [is('stage', 'in', stages)]),
    ...(states === undefined ? [] : [is('state', 'in', states)]),
    ...(reviewBefore === undefined ? [] : [is('review_on', '<', reviewBefore), isOpen]),
    ...(activeBefore === undefined ? [] : [is('active_at', '<', activeBefore), isOpen]),
    ...(openedFrom === undefined ? [] : [is('created_at', '>=', openedFrom)]),
    ...(openedBefore === undefined ? [] : [is('created_at', '<', openedBefore)]),
  ];
}
