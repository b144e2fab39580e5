import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { quorumOf } from '../domain/meeting/decision.ts';
import { NotFound } from '../errors.ts';
import type { Backend } from './backend.ts';
import { findBallot } from './ballot-rows.ts';
import { requireItem } from './ballots.ts';
import { beginnings, existing, record } from './change.ts';
import { findCommitment } from './commitment-rows.ts';
import { parsed } from './json.ts';
import { requireRunning } from './meeting-doors.ts';
import type { PhoneTables } from './phone-tables.ts';
import type { Act, Decision, DecisionStore } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'decision';
type New = Parameters<DecisionStore['create']>[1];

export function decisionStore({ db, write }: Backend): DecisionStore {
  return {
    async list(meetingId) {
      const rows = await db
        .selectFrom('decision')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .where('struck_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(decisionOf);
    },
    create: (meetingId, input, act) => write((transaction) => create(transaction, meetingId, input, act)),
    strike: (meetingId, id, act) =>
      write(async (transaction) => {
        await requireRunning(transaction, meetingId);
        const struck = await transaction
          .updateTable('decision')
          .set({ struck_at: act.at })
          .where('id', '=', id)
          .where('meeting_id', '=', meetingId)
          .where('struck_at', 'is', null)
          .returning(['text', 'problem_id'])
          .executeTakeFirst();
        if (!struck) throw new NotFound(WHAT);
        const change = { text: [struck.text, null] as [unknown, unknown] };
        await record(transaction, { action: 'take_back', objectKind: WHAT, objectId: id, change }, act);
        await noteOnCase(transaction, struck.problem_id, [{ id, text: struck.text }, null], act);
      }),
  };
}

async function create(
  transaction: DatabaseTransaction,
  meetingId: string,
  input: New,
  act: Act,
): Promise<Decision> {
  await requireRunning(transaction, meetingId);
  await checkThere(transaction, meetingId, input);
  const id = randomUUID();
  const row = {
    id,
    meeting_id: meetingId,
    agenda_item_id: input.agendaItemId,
    text: input.text,
    kind: input.kind,
    problem_id: input.problemId,
    commitment_id: input.commitmentId,
    result: input.result,
    how: input.how,
    ballot_id: input.ballotId,
    votes_for: input.for,
    votes_against: input.against,
    votes_abstain: input.abstain,
    by_group: JSON.stringify(input.byGroup),
    quorum_needed: input.quorum.needed,
    present: input.quorum.present,
    created_by: act.actor ?? '',
    created_at: act.at,
    struck_at: null,
  };
  await transaction.insertInto('decision').values(row).execute();
  const { quorum: _, byGroup: _groups, ...said } = input;
  await record(
    transaction,
    { action: 'decide', objectKind: WHAT, objectId: id, change: beginnings({ meetingId, ...said }) },
    act,
  );
  const { text, kind, result, how } = input;
  await noteOnCase(transaction, input.problemId, [null, { id, text, kind, result, how }], act);
  return decisionOf(row);
}

async function checkThere(transaction: DatabaseTransaction, meetingId: string, input: New): Promise<void> {
  if (input.agendaItemId !== null) await requireItem(transaction, meetingId, input.agendaItemId);
  if (input.problemId !== null) {
    const found = await transaction
      .selectFrom('problem')
      .select('id')
      .where('id', '=', input.problemId)
      .executeTakeFirst();
    existing(found, 'problem case');
  }
  if (input.commitmentId !== null)
    existing(await findCommitment(transaction, input.commitmentId), 'commitment');
  if (input.ballotId === null) return;
  const ballot = existing(await findBallot(transaction, input.ballotId), 'ballot');
  if (ballot.meetingId !== meetingId) throw new NotFound('ballot of this meeting');
}

/** On the history of the case that was decided about. */
async function noteOnCase(
  transaction: DatabaseTransaction,
  problemId: string | null,
  decision: [unknown, unknown],
  act: Act,
): Promise<void> {
  if (problemId === null) return;
  await record(
    transaction,
    { action: 'decision', objectKind: 'problem', objectId: problemId, change: { decision } },
    act,
  );
}

function decisionOf(row: Selectable<PhoneTables['decision']>): Decision {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    agendaItemId: row.agenda_item_id,
    text: row.text,
    kind: row.kind,
    problemId: row.problem_id,
    commitmentId: row.commitment_id,
    result: row.result,
    how: row.how,
    ballotId: row.ballot_id,
    for: row.votes_for,
    against: row.votes_against,
    abstain: row.votes_abstain,
    byGroup: parsed(row.by_group),
    quorum: quorumOf(row.quorum_needed, row.present),
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
