import { randomUUID } from 'node:crypto';
import { inUtc, type MeetingFields } from '../domain/meeting/meeting.ts';
import { beginnings, type Change, existing, record } from './change.ts';
import { textOrNull } from './json.ts';
import { findMeeting } from './meeting-rows.ts';
import type { MeetingTable } from './meeting-tables.ts';
import type { Act, Meeting } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** How meetings are written, with the line of each in the history. */
const WHAT = 'meeting';

export async function createMeeting(
  transaction: DatabaseTransaction,
  input: MeetingFields,
  act: Act,
): Promise<Meeting> {
  const id = randomUUID();
  const { committeeId, ...rest } = input;
  await transaction
    .insertInto('meeting')
    .values({
      id,
      committee_id: committeeId,
      kind: rest.kind,
      title: rest.title,
      starts_at: inUtc(rest.startsAt),
      ends_at: rest.endsAt && inUtc(rest.endsAt),
      place: rest.place,
      languages: JSON.stringify(rest.languages),
      open_to: rest.openTo,
      parallel_of: rest.parallelOf,
      route: textOrNull(rest.route),
      safety_notes: rest.safetyNotes,
      next_meeting_at: rest.nextMeetingAt && inUtc(rest.nextMeetingAt),
      created_by: act.actor ?? '',
      created_at: act.at,
      updated_at: act.at,
    })
    .execute();
  return noted(transaction, id, 'create', beginnings(input), act);
}

export async function quorumOf(
  transaction: DatabaseTransaction,
  { committeeId }: Meeting,
): Promise<number | null> {
  const { quorum } = await transaction
    .selectFrom('committee')
    .select('quorum')
    .where('id', '=', committeeId)
    .executeTakeFirstOrThrow();
  return quorum;
}

export type MeetingValues = Partial<Omit<MeetingTable, 'state' | 'reason' | 'version'>> & {
  state?: Meeting['state'];
  reason?: string;
};

export async function putMeeting(
  transaction: DatabaseTransaction,
  before: Meeting,
  values: MeetingValues,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('meeting')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('id', '=', before.id)
    .execute();
}

export async function noted(
  transaction: DatabaseTransaction,
  id: string,
  action: string,
  change: Change,
  act: Act,
): Promise<Meeting> {
  await record(transaction, { action, objectKind: WHAT, objectId: id, change }, act);
  return existing(await findMeeting(transaction, id), WHAT);
}
