import { randomUUID } from 'node:crypto';
import { Conflict } from '../errors.ts';
import { existing, record } from './change.ts';
import { findCommitment } from './commitment-rows.ts';
import { parsed, parsedOrNull, textOrNull } from './json.ts';
import type {
  Act,
  Commitment,
  CommitmentStep,
  CommitmentStore,
  DoseEntry,
  ResidentReport,
  Verification,
} from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

/** What is written beside a commitment: steps, doses, reports, verifications. */

const WHAT = 'commitment';

export async function readSteps(db: Reading, id: string): Promise<CommitmentStep[]> {
  const rows = await db
    .selectFrom('commitment_step')
    .leftJoin('user', 'user.id', 'commitment_step.by')
    .selectAll('commitment_step')
    .select('user.name as by_name')
    .where('commitment_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    at: row.at,
    by: row.by,
    byName: row.by_name,
    from: row.from_state,
    to: row.to_state,
    note: row.note,
    evidence: parsed(row.evidence),
    onBehalf: row.on_behalf === 1,
  }));
}

export async function readDoses(db: Reading, id: string): Promise<DoseEntry[]> {
  const rows = await db
    .selectFrom('commitment_dose')
    .selectAll()
    .where('commitment_id', '=', id)
    .where('struck_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    unit: row.unit,
    quantity: row.quantity,
    place: parsedOrNull(row.place),
    byRole: row.by_role,
    note: row.note,
    enteredOffline: row.entered_offline === 1,
    syncedAt: row.synced_at,
    createdBy: row.created_by,
  }));
}

export async function logDose(
  transaction: DatabaseTransaction,
  id: string,
  input: Parameters<CommitmentStore['logDose']>[1],
  act: Act,
): Promise<DoseEntry> {
  existing(await findCommitment(transaction, id), WHAT);
  const entry: DoseEntry = {
    ...input,
    id: randomUUID(),
    syncedAt: act.at,
    createdBy: act.actor ?? '',
  };
  await transaction
    .insertInto('commitment_dose')
    .values({
      id: entry.id,
      commitment_id: id,
      at: entry.at,
      unit: entry.unit,
      quantity: entry.quantity,
      place: textOrNull(entry.place),
      by_role: entry.byRole,
      note: entry.note,
      entered_offline: entry.enteredOffline ? 1 : 0,
      synced_at: entry.syncedAt,
      created_by: entry.createdBy,
    })
    .execute();
  const { unit, quantity } = entry;
  const change = { dose: [null, { unit, quantity }] as [unknown, unknown] };
  await record(transaction, { action: 'log', objectKind: WHAT, objectId: id, change }, act);
  return entry;
}

export async function logReport(
  transaction: DatabaseTransaction,
  id: string,
  { verdict, comment }: Pick<ResidentReport, 'verdict' | 'comment'>,
  act: Act,
): Promise<void> {
  const { state, round } = existing(await findCommitment(transaction, id), WHAT);
  if (state !== 'delivered')
    throw new Conflict(
      'not_delivered',
      'Its owner has not said that it is done: there is nothing to judge yet.',
    );
  const values = { verdict, comment, created_at: act.at };
  await transaction
    .insertInto('commitment_report')
    .values({ commitment_id: id, round, created_by: act.actor ?? '', ...values })
    .onConflict((conflict) => conflict.columns(['commitment_id', 'round', 'created_by']).doUpdateSet(values))
    .execute();
  const change = { verdict: [null, verdict] as [unknown, unknown] };
  await record(transaction, { action: 'report', objectKind: WHAT, objectId: id, change }, act);
}

export async function readReports(
  db: Reading,
  { id, round }: Pick<Commitment, 'id' | 'round'>,
): Promise<ResidentReport[]> {
  const rows = await db
    .selectFrom('commitment_report')
    .selectAll()
    .where('commitment_id', '=', id)
    .where('round', '=', round)
    .orderBy('created_at')
    .execute();
  return rows.map(({ verdict, comment, created_by: createdBy, created_at: createdAt }) => ({
    verdict,
    comment,
    createdBy,
    createdAt,
  }));
}

export async function readVerifications(db: Reading, id: string): Promise<Verification[]> {
  const rows = await db
    .selectFrom('commitment_verification')
    .selectAll()
    .where('commitment_id', '=', id)
    .orderBy('round')
    .execute();
  return rows.map((row) => ({
    round: row.round,
    basis: row.basis,
    heldOn: row.held_on,
    meetingId: row.meeting_id,
    done: row.done,
    partly: row.partly,
    notDone: row.not_done,
    cannotSay: row.cannot_say,
    byGroup: parsed(row.by_group),
    comment: row.comment,
    outcome: row.outcome,
    createdBy: row.created_by,
    createdAt: row.created_at,
  }));
}
