import type { Backend } from './backend.ts';
import { parsedOrNull } from './json.ts';
import type { MeetingHealthStore, PromiseCourse } from './ports.ts';
import type { Database } from './tables.ts';

export function meetingHealthStore({ db }: Backend): MeetingHealthStore {
  return {
    promises: (of) => promises(db, of),
    async concerns(areaIds, { after, upTo }) {
      let query = db
        .selectFrom('concern')
        .select(['received_on', 'answered_on', 'channel', 'state'])
        .where('received_on', '<=', upTo)
        .where('area_id', 'in', areaIds)
        .where('state', 'not in', ['withdrawn', 'merged'])
        .orderBy('received_on');
      if (after !== null) query = query.where('received_on', '>', after);
      return (await query.execute()).map((row) => ({
        receivedOn: row.received_on,
        answeredOn: row.answered_on,
        channel: row.channel,
        state: row.state,
      }));
    },
    async items(meetingIds) {
      const rows = await db
        .selectFrom('agenda_item')
        .select(['meeting_id', 'state', 'commitment_id', 'concern_id'])
        .where('meeting_id', 'in', meetingIds)
        .execute();
      return rows.map((row) => ({
        meetingId: row.meeting_id,
        state: row.state,
        commitmentId: row.commitment_id,
        concernId: row.concern_id,
      }));
    },
    async approvals(meetingIds) {
      const rows = await db
        .selectFrom('minutes')
        .select(['meeting_id', 'approved_at'])
        .where('meeting_id', 'in', meetingIds)
        .where('state', '=', 'approved')
        .execute();
      return rows.flatMap((row) =>
        row.approved_at === null ? [] : [{ meetingId: row.meeting_id, approvedAt: row.approved_at }],
      );
    },
  };
}

async function promises(
  db: Database,
  { committeeId, caseIds }: Parameters<MeetingHealthStore['promises']>[0],
): Promise<PromiseCourse[]> {
  const meetings = db.selectFrom('meeting').select('meeting.id').where('committee_id', '=', committeeId);
  const asked = db
    .selectFrom('commitment')
    .where((row) =>
      row.or([
        row('problem_id', 'is', null),
        row('problem_id', 'in', caseIds),
        row('meeting_id', 'in', meetings),
      ]),
    )
    .where('visibility', '<>', 'internal');
  const rows = await asked
    .select(['id', 'problem_id', 'geometry', 'meeting_on', 'meeting_id', 'first_due_on', 'created_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const steps = await db
    .selectFrom('commitment_step')
    .select(['commitment_id', 'at', 'to_state'])
    .where('commitment_id', 'in', asked.select('id'))
    .orderBy('commitment_id')
    .orderBy('number')
    .execute();
  const judged = await db
    .selectFrom('commitment_verification')
    .select(['commitment_id', 'held_on', 'meeting_id'])
    .where('commitment_id', 'in', asked.select('id'))
    .where('basis', '=', 'meeting')
    .execute();
  const stepsOf = byCommitment(steps);
  const judgedOf = byCommitment(judged);
  return rows.map((row) => ({
    id: row.id,
    problemId: row.problem_id,
    geometry: parsedOrNull(row.geometry),
    meetingOn: row.meeting_on,
    meetingId: row.meeting_id,
    firstDueOn: row.first_due_on,
    createdAt: row.created_at,
    steps: (stepsOf.get(row.id) ?? []).map(({ at, to_state }) => ({ at, to: to_state })),
    judged: (judgedOf.get(row.id) ?? []).map(({ held_on, meeting_id }) => ({ on: held_on, at: meeting_id })),
  }));
}

function byCommitment<Row extends { commitment_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const of = found.get(row.commitment_id);
    if (of === undefined) found.set(row.commitment_id, [row]);
    else of.push(row);
  }
  return found;
}
