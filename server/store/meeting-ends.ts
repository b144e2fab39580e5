import { inUtc } from '../domain/meeting/meeting.ts';
import { AppError, Conflict } from '../errors.ts';
import { carryOver } from './agendas.ts';
import type { Change } from './change.ts';
import type { Closing } from './meeting-ports.ts';
import { itemRows, meetingRows } from './meeting-rows.ts';
import { createMeeting, noted, putMeeting, quorumOf } from './meeting-writes.ts';
import type { Act, AgendaItem, Meeting } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** How a meeting ends: what is open goes on or is left out, and the next one is planned. */
export async function closeMeeting(
  transaction: DatabaseTransaction,
  before: Meeting,
  how: Closing,
  act: Act,
): Promise<Meeting> {
  await requireCounted(transaction, before);
  const { deferred, dropped } = await openItems(transaction, before, how);
  const nextMeetingAt = how.nextMeetingAt === undefined ? before.nextMeetingAt : how.nextMeetingAt;
  const nextId = nextMeetingAt && (await nextOf(transaction, before, inUtc(nextMeetingAt), how, act));
  await drop(transaction, dropped, act);
  await carryOver(transaction, before, deferred, act);
  const values = {
    state: 'closed' as const,
    closed_at: act.at,
    closed_by: act.actor,
    quorum: before.quorum ?? (await quorumOf(transaction, before)),
    next_meeting_at: nextMeetingAt && inUtc(nextMeetingAt),
    next_meeting_id: nextId,
  };
  await putMeeting(transaction, before, { ...values, current_item_id: null, current_since: null }, act);
  const ids = (items: readonly AgendaItem[]) => items.map(({ id }) => id);
  const change: Change = { state: [before.state, 'closed'] };
  if (deferred.length > 0) change.deferred = [null, ids(deferred)];
  if (dropped.length > 0) change.dropped = [null, ids(dropped)];
  if (nextId !== null) change.nextMeetingId = [null, nextId];
  return noted(transaction, before.id, 'end', change, act);
}

/** A vote that is open would never be counted. */
async function requireCounted(transaction: DatabaseTransaction, { id }: Meeting): Promise<void> {
  const ballots = await transaction
    .selectFrom('ballot')
    .select(['id', 'question'])
    .where('meeting_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('created_at')
    .execute();
  if (ballots.length === 0) return;
  const names = ballots.map(({ question }) => `“${question}”`).join(', ');
  throw new AppError(
    409,
    'ballots_open',
    ballots.length === 1
      ? `A vote is still open: ${names}. Close and count it first, then close the meeting.`
      : `${ballots.length} votes are still open: ${names}. Close and count them first, then close the meeting.`,
    { extra: { ballots } },
  );
}

async function openItems(
  transaction: DatabaseTransaction,
  { id }: Meeting,
  { deferOpen, drop: unwanted = [] }: Closing,
): Promise<{ deferred: AgendaItem[]; dropped: AgendaItem[] }> {
  const items = await itemRows(transaction, { meetingId: id });
  const open = items.filter(({ state }) => state === 'open');
  const dropped = open.filter((one) => unwanted.includes(one.id));
  const deferred = open.filter((one) => !unwanted.includes(one.id));
  if (deferred.length === 0 || deferOpen) return { deferred, dropped };
  throw new AppError(
    409,
    'items_open',
    `${deferred.length === 1 ? 'One item is' : `${deferred.length} items are`} still open. Say what came of them, defer them to the next meeting, or drop them.`,
    { extra: { items: deferred.map(({ id: itemId, kind, title }) => ({ id: itemId, kind, title })) } },
  );
}

async function drop(transaction: DatabaseTransaction, items: readonly AgendaItem[], act: Act): Promise<void> {
  for (const { id, version } of items)
    await transaction
      .updateTable('agenda_item')
      .set({ state: 'dropped', touched: 1, version: version + 1, updated_at: act.at })
      .where('id', '=', id)
      .execute();
}

/**
 * The meeting that is written down for that day, or else a new one, with the kind, place, languages and length of this one.
 * A session of a round has no next one of its own; what is over is not planned, nor for a committee that ended.
 */
async function nextOf(
  transaction: DatabaseTransaction,
  closing: Meeting,
  at: string,
  { dayOf }: Closing,
  act: Act,
): Promise<string | null> {
  const { committeeId, startsAt, endsAt, parallelOf, kind, place, languages, openTo } = closing;
  if (parallelOf !== null || at <= startsAt) return null;
  const all = await meetingRows(transaction, { committeeId, states: ['planned', 'running', 'closed'] });
  const away = (one: Meeting) => Math.abs(Date.parse(one.startsAt) - Date.parse(at));
  const [there] = all
    .filter((one) => one.id !== closing.id && one.parallelOf === null && dayOf(one.startsAt) === dayOf(at))
    .sort((a, b) => away(a) - away(b));
  if (there) return there.id;
  if (at <= act.at || (await hasEnded(transaction, committeeId, dayOf(at)))) return null;
  const length = endsAt === null ? null : Date.parse(endsAt) - Date.parse(startsAt);
  const made = await createMeeting(
    transaction,
    {
      ...{ committeeId, kind, place, languages, openTo, startsAt: at },
      endsAt: length === null ? null : new Date(Date.parse(at) + length).toISOString(),
      ...{ title: '', parallelOf: null, route: null, safetyNotes: '', nextMeetingAt: null },
    },
    act,
  );
  return made.id;
}

async function hasEnded(transaction: DatabaseTransaction, committeeId: string, on: string): Promise<boolean> {
  const { ended_on } = await transaction
    .selectFrom('committee')
    .select('ended_on')
    .where('id', '=', committeeId)
    .executeTakeFirstOrThrow();
  return ended_on !== null && ended_on <= on;
}

/** A beginning by mistake leaves nothing behind that would be lost. */
export async function requireNothingRecorded(
  transaction: DatabaseTransaction,
  { id, startedAt, attendance }: Meeting,
): Promise<void> {
  const has = async (found: Promise<unknown>) => (await found) !== undefined;
  const of = <Table extends 'decision' | 'meeting_guest' | 'ballot'>(table: Table) =>
    transaction
      .selectFrom(table as 'ballot')
      .select('id')
      .where('meeting_id', '=', id);
  const items = await itemRows(transaction, { meetingId: id });
  const recorded = {
    'who was there': attendance !== null,
    'items of its agenda': items.some(({ updatedAt }) => updatedAt > (startedAt ?? '')),
    'telephones that joined': await has(of('meeting_guest').executeTakeFirst()),
    'a vote': await has(of('ballot').where('state', '<>', 'draft').executeTakeFirst()),
    'a decision': await has(of('decision').executeTakeFirst()),
    'a promise': await has(
      transaction.selectFrom('commitment').select('id').where('meeting_id', '=', id).executeTakeFirst(),
    ),
    'what was said of a promise': await has(
      transaction
        .selectFrom('commitment_verification')
        .select('round')
        .where('meeting_id', '=', id)
        .executeTakeFirst(),
    ),
  };
  const what = Object.entries(recorded).flatMap(([name, is]) => (is ? [name] : []));
  if (what.length === 0) return;
  throw new Conflict(
    'something_recorded',
    `Something was recorded since this meeting began: ${what.join(', ')}. It stays begun: close it, or call it off with a reason.`,
  );
}

export async function shutDoor(transaction: DatabaseTransaction, id: string, act: Act): Promise<void> {
  await transaction
    .updateTable('meeting_door')
    .set({ closed_at: act.at })
    .where('meeting_id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}
