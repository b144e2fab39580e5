import {
  inUtc,
  type MeetingChange,
  type MeetingFields,
  type MeetingStep,
  requireWritable,
  transitionOf,
} from '../domain/meeting/meeting.ts';
import { AppError, Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { differences, existing, newest } from './change.ts';
import { textOrNull } from './json.ts';
import { closeMeeting, requireNothingRecorded, shutDoor } from './meeting-ends.ts';
import { findMeeting, itemRows, meetingRows } from './meeting-rows.ts';
import { createMeeting, type MeetingValues, noted, putMeeting, quorumOf } from './meeting-writes.ts';
import type { Act, Meeting, MeetingStore } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'meeting';

export function meetingStore({ db, write }: Backend): MeetingStore {
  return {
    list: (filter) => meetingRows(db, filter),
    get: (id) => findMeeting(db, id),
    create: (input, act) => write((transaction) => createMeeting(transaction, input, act)),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await findMeeting(transaction, id), version, WHAT);
        requireWritable(before, 'details');
        const wanted = inUtcOf(change);
        const changed = differences<MeetingFields>(before, wanted);
        if (Object.keys(changed).length === 0) return before;
        await putMeeting(transaction, before, columnsOf(wanted), act);
        return noted(transaction, id, 'update', changed, act);
      }),
    start: (id, version, act) => write((transaction) => start(transaction, id, version, act)),
    close: (id, version, how, act) =>
      write(async (transaction) => {
        const found = existing(await findMeeting(transaction, id), WHAT);
        requireStep(found, 'close');
        return closeMeeting(transaction, newest(found, version, WHAT), how, act);
      }),
    takeBack: (id, version, act) =>
      write(async (transaction) => {
        const found = existing(await findMeeting(transaction, id), WHAT);
        requireStep(found, 'take_back');
        const before = newest(found, version, WHAT);
        await requireNothingRecorded(transaction, before);
        const values = { state: 'planned' as const, started_at: null, started_by: null, quorum: null };
        await putMeeting(transaction, before, { ...values, current_item_id: null, current_since: null }, act);
        await shutDoor(transaction, id, act);
        return noted(transaction, id, 'begin_again', { state: ['running', 'planned'] }, act);
      }),
    cancel: (id, version, act) =>
      write(async (transaction) => {
        const found = existing(await findMeeting(transaction, id), WHAT);
        requireStep(found, 'cancel');
        const before = newest(found, version, WHAT);
        const values = { state: 'cancelled' as const, reason: act.reason };
        await putMeeting(transaction, before, { ...values, current_item_id: null, current_since: null }, act);
        return noted(transaction, id, 'call_off', { state: [before.state, 'cancelled'] }, act);
      }),
    point: (id, itemId, act) =>
      write(async (transaction) => {
        const before = existing(await findMeeting(transaction, id), WHAT);
        if (before.state !== 'running')
          throw new Conflict('not_running', 'This meeting is not running: start it, then show its items.');
        const items = await itemRows(transaction, { meetingId: id });
        if (itemId !== null)
          existing(
            items.find((one) => one.id === itemId && one.state !== 'dropped'),
            'item of this agenda',
          );
        // No new version: it is where the room is, and no change of what was written.
        await transaction
          .updateTable('meeting')
          .set({ current_item_id: itemId, current_since: itemId === null ? null : act.at })
          .where('id', '=', id)
          .execute();
        return existing(await findMeeting(transaction, id), WHAT);
      }),
    setAttendance: (id, version, attendance, act) =>
      write(async (transaction) => {
        const before = newest(await findMeeting(transaction, id), version, WHAT);
        requireWritable(before, 'attendance');
        const changed = differences<Pick<Meeting, 'attendance'>>(before, { attendance });
        if (Object.keys(changed).length === 0) return before;
        await putMeeting(transaction, before, { attendance: JSON.stringify(attendance) }, act);
        return noted(transaction, id, 'update', changed, act);
      }),
  };
}

/** Whoever comes second is told who was first, whatever version they saw. */
async function start(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  act: Act,
): Promise<Meeting> {
  const found = existing(await findMeeting(transaction, id), WHAT);
  if (found.state === 'running')
    throw new AppError(
      409,
      'already_running',
      `This meeting is running: ${found.startedByName ?? 'somebody'} started it. Open it to follow or to take over.`,
      { extra: { startedAt: found.startedAt, startedByName: found.startedByName } },
    );
  requireStep(found, 'start');
  const before = newest(found, version, WHAT);
  const running = await meetingRows(transaction, { committeeId: before.committeeId, states: ['running'] });
  const other =
    before.parallelOf === null ? running.find(({ parallelOf }) => parallelOf === null) : undefined;
  if (other)
    throw new AppError(
      409,
      'another_running',
      `Another meeting of this committee is running: ${other.startedByName ?? 'somebody'} started it. Close that one first.`,
      { extra: { meetingId: other.id, startedByName: other.startedByName } },
    );
  const items = await itemRows(transaction, { meetingId: id });
  const first = items.find(({ state }) => state === 'open');
  const values = { state: 'running' as const, started_at: act.at, started_by: act.actor };
  const quorum = await quorumOf(transaction, before);
  const where = { current_item_id: first?.id ?? null, current_since: first ? act.at : null };
  await putMeeting(transaction, before, { ...values, ...where, quorum }, act);
  return noted(transaction, id, 'begin', { state: ['planned', 'running'] }, act);
}

function requireStep(meeting: Meeting, step: MeetingStep): void {
  if (transitionOf(meeting.state, step) !== null) return;
  const by = meeting.state === 'closed' && meeting.closedByName ? ` by ${meeting.closedByName}` : '';
  throw new Conflict(
    'wrong_state',
    `This meeting is ${meeting.state}${by}: you cannot ${SAID[step]} any more.`,
  );
}

const SAID: Readonly<Record<MeetingStep, string>> = {
  start: 'start it',
  take_back: 'take its beginning back',
  close: 'close it',
  cancel: 'cancel it',
};

function inUtcOf({ startsAt, endsAt, nextMeetingAt, ...rest }: MeetingChange): MeetingChange {
  return {
    ...rest,
    ...(startsAt !== undefined && { startsAt: inUtc(startsAt) }),
    ...(endsAt !== undefined && { endsAt: endsAt && inUtc(endsAt) }),
    ...(nextMeetingAt !== undefined && { nextMeetingAt: nextMeetingAt && inUtc(nextMeetingAt) }),
  };
}

/** What is not given is left out, and stays as it is. */
function columnsOf(change: MeetingChange): MeetingValues {
  const { kind, title, place } = change;
  return {
    kind,
    title,
    place,
    starts_at: change.startsAt,
    ends_at: change.endsAt,
    open_to: change.openTo,
    parallel_of: change.parallelOf,
    safety_notes: change.safetyNotes,
    next_meeting_at: change.nextMeetingAt,
    ...(change.languages && { languages: JSON.stringify(change.languages) }),
    ...(change.route !== undefined && { route: textOrNull(change.route) }),
  };
}
