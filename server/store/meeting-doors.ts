import { randomUUID } from 'node:crypto';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { existing, record } from './change.ts';
import { parsed } from './json.ts';
import type { MeetingDoor, MeetingDoorStore, MeetingGuest } from './ports.ts';
import type { Reading, Tables } from './tables.ts';

const WHAT = 'meeting';

export function meetingDoorStore({ db, write }: Backend): MeetingDoorStore {
  return {
    of: (meetingId) => openDoor(db, 'meeting_id', meetingId),
    withCode: (code) => openDoor(db, 'code', code),
    open: (door, act) =>
      write(async (transaction) => {
        await requireRunning(transaction, door.meetingId);
        const values = {
          code: door.code,
          groups: JSON.stringify(door.groups),
          opened_by: act.actor ?? '',
          opened_at: act.at,
          closed_at: null,
        };
        await transaction
          .insertInto('meeting_door')
          .values({ meeting_id: door.meetingId, ...values })
          .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(values))
          .execute();
        // The code is a secret as long as the meeting runs.
        const change = { door: [null, 'open'] as [unknown, unknown] };
        await record(
          transaction,
          { action: 'let_in', objectKind: WHAT, objectId: door.meetingId, change },
          act,
        );
        return existing(await openDoor(transaction, 'meeting_id', door.meetingId), 'door');
      }),
    shut: (meetingId, act) =>
      write(async (transaction) => {
        const shut = await transaction
          .updateTable('meeting_door')
          .set({ closed_at: act.at })
          .where('meeting_id', '=', meetingId)
          .where('closed_at', 'is', null)
          .executeTakeFirst();
        if (shut.numUpdatedRows === 0n) return;
        const change = { door: ['open', 'shut'] as [unknown, unknown] };
        await record(transaction, { action: 'shut_out', objectKind: WHAT, objectId: meetingId, change }, act);
      }),
    letIn: ({ meetingId, language, group }, tokenDigest, at) =>
      write(async (transaction) => {
        await requireRunning(transaction, meetingId);
        const guest = {
          id: randomUUID(),
          meeting_id: meetingId,
          language,
          voice_group: group,
          joined_at: at,
        };
        await transaction
          .insertInto('meeting_guest')
          .values({ ...guest, token_digest: tokenDigest, ended_at: null })
          .execute();
        return { id: guest.id, meetingId, language, group, joinedAt: at, endedAt: null };
      }),
    async guest(tokenDigest) {
      const row = await db
        .selectFrom('meeting_guest')
        .selectAll()
        .where('token_digest', '=', tokenDigest)
        .executeTakeFirst();
      return row ? guestOf(row) : null;
    },
    setGuest: (guestId, { language, group }) =>
      write(async (transaction) => {
        await transaction
          .updateTable('meeting_guest')
          .set({ language, voice_group: group })
          .where('id', '=', guestId)
          .execute();
      }),
    leave: (guestId, at) =>
      write(async (transaction) => {
        await transaction
          .updateTable('meeting_guest')
          .set({ ended_at: at })
          .where('id', '=', guestId)
          .where('ended_at', 'is', null)
          .execute();
      }),
    async guestCount(meetingId) {
      const { count } = await db
        .selectFrom('meeting_guest')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('meeting_id', '=', meetingId)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

async function openDoor(
  db: Reading,
  column: 'meeting_id' | 'code',
  value: string,
): Promise<MeetingDoor | null> {
  const row = await db
    .selectFrom('meeting_door')
    .selectAll()
    .where(column, '=', value)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row
    ? { meetingId: row.meeting_id, code: row.code, groups: parsed(row.groups), openedAt: row.opened_at }
    : null;
}

/** Nothing is opened, asked or recorded at a meeting that does not run. */
export async function requireRunning(db: Reading, meetingId: string): Promise<void> {
  const meeting = existing(
    await db.selectFrom('meeting').select('state').where('id', '=', meetingId).executeTakeFirst(),
    WHAT,
  );
  if (meeting.state !== 'running')
    throw new Conflict('not_running', 'This goes only while the meeting runs: start it first.');
}

function guestOf(row: Tables['meeting_guest']): MeetingGuest {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    language: row.language,
    group: row.voice_group,
    joinedAt: row.joined_at,
    endedAt: row.ended_at,
  };
}
