import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { UNSETTLED } from '../domain/commitment.ts';
import { type DespiteLinks, isLinked, type Link, type LinkKind, StillLinked } from '../domain/link.ts';
import type { Reading } from './tables.ts';

/** More than anybody reads; what is beyond is not counted. */
const MOST = 1000;

export interface LinkRow {
  kind: LinkKind;
  id: string;
  name: string | null;
  problemId: string | null;
}

type Ids = RawBuilder<unknown>;

/** One question of what links to a thing; `holds`: what answers it would point to nothing. */
export interface Ask {
  query: Ids;
  holds: boolean;
}

/** The same, ready for a connection that knows no more than SQL. */
export interface CompiledAsk {
  sql: string;
  parameters: readonly unknown[];
  holds: boolean;
}

/** Asked in the transaction of the deletion itself, so that no link that was made in between is lost. */
export async function refuseLinked(
  transaction: Reading,
  asks: readonly Ask[],
  known: DespiteLinks | undefined,
): Promise<void> {
  if (known === undefined) return;
  const links = await read(transaction, asks);
  if (isLinked(links, known)) throw new StillLinked(links);
}

export function compiledAsks(db: Reading, asks: readonly Ask[]): CompiledAsk[] {
  return asks.map(({ query, holds }) => {
    const { sql: text, parameters }: CompiledQuery = limited(query).compile(db);
    return { sql: text, parameters, holds };
  });
}

export const linkOf = (row: LinkRow, holds: boolean): Link => ({ ...row, name: row.name ?? '', holds });

export const toArea = (id: number): Ask[] => [...toAreas(sql`SELECT ${id}`), areasBelow(sql`SELECT ${id}`)];

/** To its areas and incidents too. */
export function toDataset(id: number): Ask[] {
  const areas = sql`SELECT id FROM area WHERE dataset_id = ${id} AND deleted_at IS NULL`;
  const incidents = sql`SELECT id FROM incident WHERE dataset_id = ${id}`;
  return [
    ...toAreas(areas),
    holding(namedIn(sql`'$.datasets'`, sql`SELECT ${id}`)),
    // Hidden with the data set, and back with it.
    standing(decided(incidents)),
    standing(answersFrom(id)),
  ];
}

export function toImport(id: string): Ask[] {
  const areas = sql`SELECT id FROM area WHERE import_id = ${id} AND deleted_at IS NULL`;
  const incidents = sql`SELECT id FROM incident WHERE import_id = ${id}`;
  // These incidents are gone for good.
  return [...toAreas(areas), holding(decided(incidents))];
}

/** Whoever raised a concern and whoever was promised something still waits: a case does not go from under them. */
export function toProblem(id: string): Ask[] {
  const open = sql.join(UNSETTLED.map((state) => sql`${state}`));
  const commitments = (rest: Ids) =>
    sql`SELECT 'commitment' AS kind, id, text AS name, problem_id AS "problemId" FROM commitment WHERE problem_id = ${id} AND ${rest}`;
  return [
    holding(
      sql`SELECT 'concern' AS kind, id, '' AS name, problem_id AS "problemId" FROM concern WHERE problem_id = ${id}`,
    ),
    holding(commitments(sql`state IN (${open})`)),
    standing(commitments(sql`state NOT IN (${open})`)),
  ];
}

/** In the work of one case. */
export const toRun = (problemId: string, runId: string): Ask[] => [
  holding(
    sql`SELECT kind, id, json_extract(body, '$.statement') AS name, problem_id AS "problemId" FROM problem_item
        WHERE problem_id = ${problemId} AND deleted_at IS NULL AND kind IN ('finding', 'hypothesis')
        AND EXISTS (
          SELECT 1 FROM json_each(body, CASE kind WHEN 'finding' THEN '$.runIds' ELSE '$.testRunIds' END)
          WHERE value = ${runId})`,
  ),
];

export const toCard = (id: string): Ask[] => [
  standing(
    sql`SELECT 'option' AS kind, item.id, problem.ref || ' ' || json_extract(body, '$.title') AS name,
          problem_id AS "problemId"
        FROM problem_item AS item JOIN problem ON problem.id = item.problem_id
        WHERE item.kind = 'option' AND item.deleted_at IS NULL AND problem.deleted_at IS NULL
        AND json_extract(body, '$.cardId') = ${id}`,
  ),
];

/** They are hidden with the note. */
export const toNote = (id: string): Ask[] => [
  standing(
    sql`SELECT 'reply' AS kind, id, '' AS name, problem_id AS "problemId" FROM annotation WHERE reply_to = ${id} AND deleted_at IS NULL`,
  ),
];

function toAreas(ids: Ids): Ask[] {
  return [
    holding(namedIn(sql`'$.areas'`, ids)),
    holding(
      sql`SELECT 'total' AS kind, CAST(id AS TEXT) AS id, '' AS name, NULL AS "problemId" FROM aggregate_count WHERE area_id IN (${ids})`,
    ),
    holding(
      sql`SELECT 'protected_asset' AS kind, CAST(id AS TEXT) AS id, '' AS name, NULL AS "problemId" FROM protected_asset WHERE area_id IN (${ids})`,
    ),
    holding(
      sql`SELECT 'committee' AS kind, id, name, NULL AS "problemId" FROM committee WHERE area_id IN (${ids})`,
    ),
    holding(
      sql`SELECT 'recording_change' AS kind, CAST(id AS TEXT) AS id, from_day AS name, NULL AS "problemId" FROM recording_change WHERE deleted_at IS NULL AND area_id IN (${ids})`,
    ),
    // A concern keeps the place it was given.
    standing(
      sql`SELECT 'concern' AS kind, id, '' AS name, problem_id AS "problemId" FROM concern WHERE area_id IN (${ids})`,
    ),
  ];
}

/** An area below is then below none. */
const areasBelow = (ids: Ids): Ask =>
  standing(
    sql`SELECT 'area' AS kind, CAST(id AS TEXT) AS id, name, NULL AS "problemId" FROM area WHERE deleted_at IS NULL AND parent_id IN (${ids})`,
  );

/** Cases whose rule names one of them. */
const namedIn = (path: Ids, ids: Ids) =>
  sql`SELECT 'problem' AS kind, id, ref || ' ' || title AS name, id AS "problemId" FROM problem
      WHERE deleted_at IS NULL AND rule IS NOT NULL
      AND EXISTS (SELECT 1 FROM json_each(rule, ${path}) WHERE value IN (${ids}))`;

/** Cases in which one of these incidents was put in or taken out by hand. */
const decided = (incidents: Ids) =>
  sql`SELECT 'problem' AS kind, id, ref || ' ' || title AS name, id AS "problemId" FROM problem
      WHERE deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM problem_incident WHERE problem_id = problem.id AND incident_id IN (${incidents}))`;

/** Answers kept on cases that were computed from this data set. */
const answersFrom = (datasetId: number) =>
  sql`SELECT 'exhibit' AS kind, problem_exhibit.id, problem.ref AS name, problem_id AS "problemId"
      FROM problem_exhibit JOIN problem ON problem.id = problem_id JOIN analysis_run ON analysis_run.id = run_id
      WHERE problem.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM json_each(data_version) WHERE key = ${String(datasetId)})`;

const holding = (query: Ids): Ask => ({ query, holds: true });
const standing = (query: Ids): Ask => ({ query, holds: false });
const limited = (query: Ids) => sql<LinkRow>`${query} LIMIT ${sql.lit(MOST)}`;

async function read(db: Reading, asks: readonly Ask[]): Promise<Link[]> {
  const found: Link[] = [];
  for (const { query, holds } of asks) {
    const { rows } = await limited(query).execute(db);
    found.push(...rows.map((row) => linkOf(row, holds)));
  }
  return found;
}
