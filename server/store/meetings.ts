import { randomUUID } from 'node:crypto';
import {
  inUtc,
  type MeetingChange,
  type MeetingFields,
  type MeetingStep,
  requireWritable,
  transitionOf,
} from '../domain/meeting/meeting.ts';
import { AppError, Conflict } from '../errors.ts';
import { carryOver } from './agendas.ts';
import type { Backend } from './backend.ts';
import { beginnings, type Change, differences, existing, newest, record } from './change.ts';
import { textOrNull } from './json.ts';
import { findMeeting, itemRows, meetingRows } from './meeting-rows.ts';
import type { MeetingTable } from './meeting-tables.ts';
import type { Act, Meeting, MeetingStore } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'meeting';

export function meetingStore({ db, write }: Backend): MeetingStore {
  return {
    list: (filter) => meetingRows(db, filter),
    get: (id) => findMeeting(db, id),
    create: (input, act) => write((transaction) => create(transaction, input, act)),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await findMeeting(transaction, id), version, WHAT);
        requireWritable(before, 'details');
        const wanted = inUtcOf(change);
        const changed = differences<MeetingFields>(before, wanted);
        if (Object.keys(changed).length === 0) return before;
        await put(transaction, before, columnsOf(wanted), act);
        return noted(transaction, id, 'update', changed, act);
      }),
    start: (id, version, act) => write((transaction) => start(transaction, id, version, act)),
    close: (id, version, { deferOpen }, act) =>
      write(async (transaction) => {
        const found = existing(await findMeeting(transaction, id), WHAT);
        requireStep(found, 'close');
        const before = newest(found, version, WHAT);
        const open = await openItems(transaction, before, deferOpen);
        await carryOver(transaction, before, open, act);
        const values = { state: 'closed' as const, closed_at: act.at, closed_by: act.actor };
        const quorum = before.quorum ?? (await quorumOf(transaction, before));
        await put(
          transaction,
          before,
          { ...values, quorum, current_item_id: null, current_since: null },
          act,
        );
        const deferred: Change = open.length === 0 ? {} : { deferred: [null, open.map((one) => one.id)] };
        return noted(transaction, id, 'end', { state: [before.state, 'closed'], ...deferred }, act);
      }),
    cancel: (id, version, act) =>
      write(async (transaction) => {
        const found = existing(await findMeeting(transaction, id), WHAT);
        requireStep(found, 'cancel');
        const before = newest(found, version, WHAT);
        const values = { state: 'cancelled' as const, reason: act.reason };
        await put(transaction, before, { ...values, current_item_id: null, current_since: null }, act);
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
        await put(transaction, before, { attendance: JSON.stringify(attendance) }, act);
        return noted(transaction, id, 'update', changed, act);
      }),
  };
}

async function create(transaction: DatabaseTransaction, input: MeetingFields, act: Act): Promise<Meeting> {
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
  await put(transaction, before, { ...values, ...where, quorum }, act);
  return noted(transaction, id, 'begin', { state: ['planned', 'running'] }, act);
}

function requireStep(meeting: Meeting, step: MeetingStep): void {
  if (transitionOf(meeting.state, step) !== null) return;
  const by = meeting.state === 'closed' && meeting.closedByName ? ` by ${meeting.closedByName}` : '';
  throw new Conflict('wrong_state', `This meeting is ${meeting.state}${by}: you cannot ${step} it any more.`);
}

async function openItems(transaction: DatabaseTransaction, { id }: Meeting, deferOpen: boolean) {
  const items = await itemRows(transaction, { meetingId: id });
  const open = items.filter(({ state }) => state === 'open');
  if (open.length === 0 || deferOpen) return open;
  throw new AppError(
    409,
    'items_open',
    `${open.length === 1 ? 'One item is' : `${open.length} items are`} still open. Say what came of them, or defer them to the next meeting.`,
    { extra: { items: open.map(({ id: itemId, kind, title }) => ({ id: itemId, kind, title })) } },
  );
}

async function quorumOf(transaction: DatabaseTransaction, { committeeId }: Meeting): Promise<number | null> {
  const { quorum } = await transaction
    .selectFrom('committee')
    .select('quorum')
    .where('id', '=', committeeId)
    .executeTakeFirstOrThrow();
  return quorum;
}

function inUtcOf({ startsAt, endsAt, nextMeetingAt, ...rest }: MeetingChange): MeetingChange {
  return {
    ...rest,
    ...(startsAt !== undefined && { startsAt: inUtc(startsAt) }),
    ...(endsAt !== undefined && { endsAt: endsAt && inUtc(endsAt) }),
    ...(nextMeetingAt !== undefined && { nextMeetingAt: nextMeetingAt && inUtc(nextMeetingAt) }),
  };
}

/** What is not given is left out, and stays as it is. */
function columnsOf(change: MeetingChange): Values {
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

type Values = Partial<Omit<MeetingTable, 'state' | 'reason' | 'version'>> & {
  state?: Meeting['state'];
  reason?: string;
};

async function put(
  transaction: DatabaseTransaction,
  before: Meeting,
  values: Values,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('meeting')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('id', '=', before.id)
    .execute();
}

async function noted(
  transaction: DatabaseTransaction,
  id: string,
  action: string,
  change: Change,
  act: Act,
): Promise<Meeting> {
  await record(transaction, { action, objectKind: WHAT, objectId: id, change }, act);
  return existing(await findMeeting(transaction, id), WHAT);
}
