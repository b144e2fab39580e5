import { randomUUID } from 'node:crypto';
import { type AgendaChange, type AgendaFields, MOST_ITEMS } from '../domain/meeting/agenda.ts';
import { type DraftItem, redraft } from '../domain/meeting/draft-agenda.ts';
import { requireWritable } from '../domain/meeting/meeting.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, type Change, differences, existing, newest, record } from './change.ts';
import { parsed, textOrNull } from './json.ts';
import { findItem, findMeeting, itemRows, meetingRows } from './meeting-rows.ts';
import type { Act, AgendaItem, AgendaStore, Meeting } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'item of the agenda';

export function agendaStore({ db, write }: Backend): AgendaStore {
  return {
    list: (meetingId) => itemRows(db, { meetingId }),
    get: (id) => findItem(db, id),
    add: (meetingId, input, after, act) =>
      write(async (transaction) => {
        const items = await openedItems(transaction, meetingId);
        if (items.length >= MOST_ITEMS)
          throw new Conflict(
            'too_many_items',
            `An agenda holds at most ${MOST_ITEMS} items. Drop some first.`,
          );
        const id = randomUUID();
        await transaction
          .insertInto('agenda_item')
          .values({ ...valuesOf(input, meetingId, act), id, position: items.length + 1, touched: 1 })
          .execute();
        const shown = items.filter(({ state }) => state !== 'dropped').map((one) => one.id);
        const place = after === null ? shown.length : shown.indexOf(after) + 1;
        await putInOrder(transaction, shown.toSpliced(place, 0, id));
        await note(transaction, meetingId, { item: [null, { id, ...stated(input) }] }, act);
        return existing(await findItem(transaction, id), WHAT);
      }),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = newest(await findItem(transaction, id), version, WHAT);
        await openedItems(transaction, before.meetingId);
        const changed = differences<AgendaItem>(before, change);
        if (Object.keys(changed).length === 0) return before;
        await transaction
          .updateTable('agenda_item')
          .set({ ...changesOf(change), touched: 1, version: version + 1, updated_at: act.at })
          .where('id', '=', id)
          .execute();
        const was = Object.fromEntries(Object.entries(changed).map(([field, [old]]) => [field, old]));
        const is = Object.fromEntries(Object.entries(changed).map(([field, [, now]]) => [field, now]));
        await note(
          transaction,
          before.meetingId,
          {
            item: [
              { id, ...was },
              { id, ...is },
            ],
          },
          act,
        );
        return existing(await findItem(transaction, id), WHAT);
      }),
    order: (meetingId, ids, act) =>
      write(async (transaction) => {
        const items = await openedItems(transaction, meetingId);
        const shown = items.filter(({ state }) => state !== 'dropped').map(({ id }) => id);
        if (ids.length !== shown.length || [...ids].sort().join() !== [...shown].sort().join())
          throw new Conflict(
            'agenda_changed',
            'Somebody put in or dropped an item in the meantime. Look at the agenda again, then order it.',
          );
        if (ids.join() !== shown.join()) {
          await putInOrder(transaction, ids);
          await note(transaction, meetingId, { order: [shown, ids] }, act);
        }
        return itemRows(transaction, { meetingId });
      }),
    draft: (meetingId, drafted, act) => write((transaction) => draft(transaction, meetingId, drafted, act)),
    async deferred(committeeId) {
      const found = await db
        .selectFrom('agenda_item')
        .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
        .leftJoin('agenda_item as later', 'later.carried_from', 'agenda_item.id')
        .selectAll('agenda_item')
        .select('meeting.starts_at')
        .where('meeting.committee_id', '=', committeeId)
        .where('meeting.state', '=', 'closed')
        .where('agenda_item.state', '=', 'deferred')
        .where('later.id', 'is', null)
        .orderBy('meeting.starts_at')
        .orderBy('agenda_item.position')
        .execute();
      return found.map((row) => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        titles: parsed(row.titles),
        minutes: row.minutes,
        problemId: row.problem_id,
        commitmentId: row.commitment_id,
        concernId: row.concern_id,
        exhibitId: row.exhibit_id,
        draftKey: row.draft_key,
        startsAt: row.starts_at,
      }));
    },
  };
}

/** The items of a meeting whose agenda may still be written. */
async function openedItems(transaction: DatabaseTransaction, meetingId: string): Promise<AgendaItem[]> {
  requireWritable(existing(await findMeeting(transaction, meetingId), 'meeting'), 'agenda');
  return itemRows(transaction, { meetingId });
}

async function draft(
  transaction: DatabaseTransaction,
  meetingId: string,
  drafted: readonly DraftItem[],
  act: Act,
) {
  const meeting = existing(await findMeeting(transaction, meetingId), 'meeting');
  if (meeting.state !== 'planned')
    throw new Conflict(
      'wrong_state',
      `This meeting is ${meeting.state}: its agenda is drafted before it begins.`,
    );
  const items = await itemRows(transaction, { meetingId });
  const { order, refresh, gone } = redraft(items, drafted);
  for (const { id, with: one } of refresh)
    await transaction
      .updateTable('agenda_item')
      .set({ ...draftedColumns(one), updated_at: act.at })
      .where('id', '=', id)
      .execute();
  if (gone.length > 0) await transaction.deleteFrom('agenda_item').where('id', 'in', gone).execute();
  const added: string[] = [];
  const ids: string[] = [];
  for (const entry of order) {
    if ('id' in entry) ids.push(entry.id);
    else ids.push(await putDrafted(transaction, meetingId, entry.put, act, added));
  }
  await putInOrder(transaction, ids);
  await note(transaction, meetingId, { drafted: [null, { added: added.length, gone: gone.length }] }, act);
  return { items: await itemRows(transaction, { meetingId }), added, gone: gone.length };
}

async function putDrafted(
  transaction: DatabaseTransaction,
  meetingId: string,
  one: DraftItem,
  act: Act,
  added: string[],
): Promise<string> {
  const id = randomUUID();
  const none = { view: null, notes: '', outcome: '' };
  await transaction
    .insertInto('agenda_item')
    .values({ ...valuesOf({ ...one, ...none }, meetingId, act), ...draftedColumns(one), id, position: 0 })
    .execute();
  added.push(id);
  return id;
}

const draftedColumns = (one: DraftItem) => ({
  title: one.title,
  titles: JSON.stringify(one.titles),
  minutes: one.minutes,
  problem_id: one.problemId,
  commitment_id: one.commitmentId,
  concern_id: one.concernId,
  exhibit_id: one.exhibitId,
  rule: one.rule,
  draft_key: one.draftKey,
  reason: JSON.stringify(one.reason),
  carried_from: one.carriedFrom,
});

/** What stayed open at a meeting that closes stands on the agenda of the next one that is planned, if there is one. */
export async function carryOver(
  transaction: DatabaseTransaction,
  closing: Meeting,
  open: readonly AgendaItem[],
  act: Act,
): Promise<void> {
  if (open.length === 0) return;
  await transaction
    .updateTable('agenda_item')
    .set({ state: 'deferred', updated_at: act.at })
    .where(
      'id',
      'in',
      open.map(({ id }) => id),
    )
    .execute();
  const planned = await meetingRows(transaction, {
    committeeId: closing.committeeId,
    states: ['planned'],
    from: closing.startsAt,
  });
  // One that is recorded afterwards is itself still planned.
  const next = planned.find(
    ({ id, parallelOf }) => id !== closing.id && (parallelOf === null) === (closing.parallelOf === null),
  );
  if (!next) return;
  const there = await itemRows(transaction, { meetingId: next.id });
  const keys = new Set(there.map(({ draftKey }) => draftKey));
  // What every meeting has, and what a rule finds again, is not carried besides.
  const carried = open.filter(
    ({ rule, draftKey }) => rule !== 'standing' && (draftKey === '' || !keys.has(draftKey)),
  );
  let position = there.length;
  for (const one of carried)
    await transaction
      .insertInto('agenda_item')
      .values({
        ...valuesOf({ ...one, outcome: '' }, next.id, act),
        id: randomUUID(),
        position: ++position,
        rule: 'carried_over',
        draft_key: one.draftKey === '' ? `carried:${one.id}` : one.draftKey,
        reason: JSON.stringify({ from: closing.startsAt.slice(0, 10) }),
        carried_from: one.id,
      })
      .execute();
  if (carried.length === 0) return;
  await note(transaction, next.id, { carried: [null, carried.map(({ id }) => id)] }, act);
}

function valuesOf(input: AgendaFields, meetingId: string, act: Act) {
  return {
    meeting_id: meetingId,
    kind: input.kind,
    title: input.title,
    titles: JSON.stringify(input.titles),
    minutes: input.minutes,
    problem_id: input.problemId,
    commitment_id: input.commitmentId,
    concern_id: input.concernId,
    exhibit_id: input.exhibitId,
    view: textOrNull(input.view),
    notes: input.notes,
    outcome: input.outcome,
    created_by: act.actor ?? '',
    created_at: act.at,
    updated_at: act.at,
  };
}

/** What is not given is left out, and stays as it is. */
function changesOf(change: AgendaChange) {
  const { kind, title, minutes, notes, outcome, state } = change;
  return {
    kind,
    title,
    minutes,
    notes,
    outcome,
    state,
    problem_id: change.problemId,
    commitment_id: change.commitmentId,
    concern_id: change.concernId,
    exhibit_id: change.exhibitId,
    ...(change.titles && { titles: JSON.stringify(change.titles) }),
    ...(change.view !== undefined && { view: textOrNull(change.view) }),
  };
}

/** For the history: what was given, without what was left empty. */
function stated(input: AgendaFields) {
  return Object.fromEntries(Object.entries(beginnings(input)).map(([field, [, value]]) => [field, value]));
}

async function putInOrder(transaction: DatabaseTransaction, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await transaction
      .updateTable('agenda_item')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute();
}

async function note(
  transaction: DatabaseTransaction,
  meetingId: string,
  change: Change,
  act: Act,
): Promise<void> {
  await record(transaction, { action: 'agenda', objectKind: 'meeting', objectId: meetingId, change }, act);
}
