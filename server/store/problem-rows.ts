import { type Selectable, type SqlBool, sql } from 'kysely';
import { parsedOrNull } from './json.ts';
import type { ManualLink, Problem } from './ports.ts';
import type { Ids } from './problem-ports.ts';
import type { Reading, Tables } from './tables.ts';

/** How problem cases lie in the database, with the incidents put in or taken out by hand. */

export function problems(db: Reading) {
  return db.selectFrom('problem').selectAll();
}

export async function findProblem(db: Reading, id: string, also?: 'deleted'): Promise<Problem | null> {
  const row = await problems(db)
    .where('id', '=', id)
    .$if(also !== 'deleted', (query) => query.where('deleted_at', 'is', null))
    .executeTakeFirst();
  if (!row) return null;
  const [problem] = await withLinks(db, [row]);
  return problem;
}

export async function withLinks(db: Reading, rows: ProblemRow[]): Promise<Problem[]> {
  const query = db
    .selectFrom('problem_incident')
    .selectAll()
    .where(
      isOneOf(
        'problem_id',
        rows.map(({ id }) => id),
      ),
    )
    .orderBy('problem_id')
    .orderBy('incident_id');
  const links = new Map<string, ManualLink[]>(rows.map(({ id }) => [id, []]));
  for (const link of await query.execute()) links.get(link.problem_id)?.push(linkOf(link));
  return rows.map((row) => problemOf(row, links.get(row.id) ?? []));
}

export type ProblemRow = Awaited<ReturnType<ReturnType<typeof problems>['executeTakeFirstOrThrow']>>;
export type ProblemValues = Partial<
  Pick<
    ProblemRow,
    | 'title'
    | 'statement'
    | 'stage'
    | 'state'
    | 'confidentiality'
    | 'review_on'
    | 'geometry'
    | 'rule'
    | 'deleted_at'
  >
>;

function problemOf(row: ProblemRow, manual: ManualLink[]): Problem {
  return {
    id: row.id,
    ref: row.ref,
    title: row.title,
    statement: row.statement,
    stage: row.stage,
    state: row.state,
    confidentiality: row.confidentiality,
    reviewOn: row.review_on,
    stageSince: row.stage_since,
    activeAt: row.active_at,
    geometry: parsedOrNull(row.geometry),
    rule: parsedOrNull(row.rule),
    manual,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

function linkOf(row: Selectable<Tables['problem_incident']>): ManualLink {
  return {
    incidentId: row.incident_id,
    verdict: row.verdict,
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

/** Among these ids, however many: one parameter. */
export function isOneOf(column: string, ids: Ids) {
  if (ids === 'all') return sql<SqlBool>`true`;
  return sql<SqlBool>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}
