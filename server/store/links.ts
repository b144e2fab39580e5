import { type RawBuilder, sql } from 'kysely';
import type { Link, LinkKind } from '../domain/link.ts';
import type { Backend } from './backend.ts';
import type { LinkStore } from './ports.ts';
import type { Reading } from './tables.ts';

/** More than anybody reads; what is beyond is not counted. */
const MOST = 1000;

interface LinkRow {
  kind: LinkKind;
  id: string;
  name: string;
  problemId: string | null;
}

type Ids = RawBuilder<unknown>;

export function linkStore({ db }: Backend): LinkStore {
  return {
    toArea: (id) => toAreas(db, sql`SELECT ${id}`),
    async toDataset(id) {
      const areas = sql`SELECT id FROM area WHERE dataset_id = ${id} AND deleted_at IS NULL`;
      const incidents = sql`SELECT id FROM incident WHERE dataset_id = ${id}`;
      return [
        ...(await toAreas(db, areas)).filter(({ kind }) => kind !== 'area'),
        ...(await read(db, [namedIn(sql`'$.datasets'`, sql`SELECT ${id}`)], true)),
        // Hidden with the data set, and back with it.
        ...(await read(db, [decided(incidents), answersFrom(id)], false)),
      ];
    },
    async toImport(id) {
      const areas = sql`SELECT id FROM area WHERE import_id = ${id} AND deleted_at IS NULL`;
      const incidents = sql`SELECT id FROM incident WHERE import_id = ${id}`;
      return [
        ...(await toAreas(db, areas)).filter(({ kind }) => kind !== 'area'),
        // These incidents are gone for good.
        ...(await read(db, [decided(incidents)], true)),
      ];
    },
    toProblem: (id) =>
      read(
        db,
        [
          sql`SELECT 'concern' AS kind, id, '' AS name, problem_id AS "problemId" FROM concern WHERE problem_id = ${id}`,
          sql`SELECT 'commitment' AS kind, id, text AS name, problem_id AS "problemId" FROM commitment WHERE problem_id = ${id}`,
        ],
        false,
      ),
    toRun: (problemId, runId) =>
      read(
        db,
        [
          sql`SELECT kind, id, json_extract(body, '$.statement') AS name, problem_id AS "problemId" FROM problem_item
              WHERE problem_id = ${problemId} AND deleted_at IS NULL AND kind IN ('finding', 'hypothesis')
              AND EXISTS (
                SELECT 1 FROM json_each(body, CASE kind WHEN 'finding' THEN '$.runIds' ELSE '$.testRunIds' END)
                WHERE value = ${runId})`,
        ],
        true,
      ),
    toCard: (id) =>
      read(
        db,
        [
          sql`SELECT 'option' AS kind, item.id, problem.ref || ' ' || json_extract(body, '$.title') AS name,
                problem_id AS "problemId"
              FROM problem_item AS item JOIN problem ON problem.id = item.problem_id
              WHERE item.kind = 'option' AND item.deleted_at IS NULL AND problem.deleted_at IS NULL
              AND json_extract(body, '$.cardId') = ${id}`,
        ],
        false,
      ),
  };
}

async function toAreas(db: Reading, ids: Ids): Promise<Link[]> {
  const holding = [
    namedIn(sql`'$.areas'`, ids),
    sql`SELECT 'total' AS kind, CAST(id AS TEXT) AS id, '' AS name, NULL AS "problemId" FROM aggregate_count WHERE area_id IN (${ids})`,
    sql`SELECT 'protected_asset' AS kind, CAST(id AS TEXT) AS id, '' AS name, NULL AS "problemId" FROM protected_asset WHERE area_id IN (${ids})`,
    sql`SELECT 'recording_change' AS kind, CAST(id AS TEXT) AS id, from_day AS name, NULL AS "problemId" FROM recording_change WHERE deleted_at IS NULL AND area_id IN (${ids})`,
  ];
  // An area below is then below none, and a concern keeps the place it was given.
  const standing = [
    sql`SELECT 'area' AS kind, CAST(id AS TEXT) AS id, name, NULL AS "problemId" FROM area WHERE deleted_at IS NULL AND parent_id IN (${ids})`,
    sql`SELECT 'concern' AS kind, id, '' AS name, problem_id AS "problemId" FROM concern WHERE area_id IN (${ids})`,
  ];
  return [...(await read(db, holding, true)), ...(await read(db, standing, false))];
}

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

async function read(db: Reading, queries: readonly Ids[], holds: boolean): Promise<Link[]> {
  const found: Link[] = [];
  for (const query of queries) {
    const { rows } = await sql<LinkRow>`${query} LIMIT ${sql.lit(MOST)}`.execute(db);
    found.push(...rows.map((row) => ({ ...row, name: row.name ?? '', holds })));
  }
  return found;
}
