import { sql } from 'kysely';
import type { CommitmentFilter } from './commitment-ports.ts';
import { parsed, parsedOrNull } from './json.ts';
import type { Act, Commitment, StepTaken } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

/** How commitments lie in the database, with what is counted of their log. */
export async function commitmentRows(
  db: Reading,
  filter: CommitmentFilter & { id?: string },
): Promise<Commitment[]> {
  let query = commitments(db).orderBy('commitment.created_at').orderBy('commitment.id');
  if (filter.problemId !== undefined) query = query.where('commitment.problem_id', '=', filter.problemId);
  if (filter.meetingId !== undefined) query = query.where('commitment.meeting_id', '=', filter.meetingId);
  const { judgedAt } = filter;
  if (judgedAt !== undefined)
    query = query.where('commitment.id', 'in', (those) =>
      those
        .selectFrom('commitment_verification')
        .select('commitment_verification.commitment_id')
        .where('commitment_verification.meeting_id', '=', judgedAt),
    );
  if (filter.id !== undefined) query = query.where('commitment.id', '=', filter.id);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const organisations = await db.selectFrom('organisation').select(['id', 'name']).execute();
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return rows.map((row) => commitmentOf(row, names));
}

export async function findCommitment(db: Reading, id: string): Promise<Commitment | null> {
  return (await commitmentRows(db, { id }))[0] ?? null;
}

export function problemOf(db: Reading, id: string) {
  return db
    .selectFrom('problem')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** The next line of the steps, which are numbered from 1. */
export async function putStep(
  transaction: DatabaseTransaction,
  id: string,
  from: Commitment['state'] | null,
  { to, note, evidence, onBehalf }: StepTaken,
  act: Act,
): Promise<void> {
  const { last } = await transaction
    .selectFrom('commitment_step')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('commitment_id', '=', id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('commitment_step')
    .values({
      commitment_id: id,
      number: (last ?? 0) + 1,
      at: act.at,
      by: act.actor,
      from_state: from,
      to_state: to,
      note,
      evidence: JSON.stringify(evidence),
      on_behalf: onBehalf ? 1 : 0,
    })
    .execute();
}

function commitments(db: Reading) {
  return db
    .selectFrom('commitment')
    .leftJoin('problem', 'problem.id', 'commitment.problem_id')
    .selectAll('commitment')
    .select((each) => [
      'problem.ref as problem_ref',
      each
        .selectFrom('commitment_dose')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('quantity'), sql<number>`0`).as('delivered'))
        .whereRef('commitment_id', '=', 'commitment.id')
        .where('struck_at', 'is', null)
        .where((row) => row.or([row('dose_unit', 'is', null), row('unit', '=', row.ref('dose_unit'))]))
        .as('delivered'),
      each
        .selectFrom('commitment_dose')
        .select(({ fn }) => fn.max('at').as('last'))
        .whereRef('commitment_id', '=', 'commitment.id')
        .where('struck_at', 'is', null)
        .as('last_dose_at'),
      each
        .selectFrom('commitment_report')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('commitment_id', '=', 'commitment.id')
        .whereRef('commitment_report.round', '=', 'commitment.round')
        .as('reports'),
    ]);
}

type CommitmentRow = Awaited<ReturnType<ReturnType<typeof commitments>['executeTakeFirstOrThrow']>>;

function commitmentOf(row: CommitmentRow, names: ReadonlyMap<number, string>): Commitment {
  const named = (id: number) => ({ id, name: names.get(id) ?? '' });
  return {
    id: row.id,
    problemId: row.problem_id,
    problemRef: row.problem_ref,
    organisation: named(row.organisation_id),
    text: row.text,
    kind: row.kind,
    ownerRole: row.owner_role,
    partners: parsed<number[]>(row.partners).map(named),
    geometry: parsedOrNull(row.geometry),
    meetingOn: row.meeting_on,
    meetingId: row.meeting_id,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    evidenceOfDone: row.evidence_of_done,
    dose:
      row.dose_unit === null || row.dose_planned === null
        ? null
        : { unit: row.dose_unit, planned: row.dose_planned },
    delivered: Number(row.delivered ?? 0),
    lastDoseAt: row.last_dose_at,
    state: row.state,
    stateSince: row.state_since,
    round: row.round,
    reports: Number(row.reports ?? 0),
    visibility: row.visibility,
    blockedReason: row.blocked_reason,
    unblockedBy: row.unblocked_by,
    followUpOf: row.follow_up_of,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
