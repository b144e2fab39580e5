import { randomUUID } from 'node:crypto';
import { type KeptSection, type MinutesText, MOST_NOTES, sectionsKept } from '../domain/meeting/minutes.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Backend } from './backend.ts';
import { type Change, existing, newest, record } from './change.ts';
import { parsed, parsedOrNull } from './json.ts';
import type { MinutesTable } from './minutes-tables.ts';
import type { Act, KeptMinutes, MinutesStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'minutes';

export function minutesStore({ db, write }: Backend): MinutesStore {
  return {
    get: (meetingId) => find(db, meetingId),
    async approvedAt(meetingId) {
      const rows = await db
        .selectFrom('minutes')
        .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
        .select('minutes.meeting_id')
        .where('approved_at_meeting_id', '=', meetingId)
        .orderBy('meeting.starts_at')
        .execute();
      return rows.map((row) => row.meeting_id);
    },
    write: (meetingId, version, text, act) =>
      write(async (transaction) => {
        const before = await begun(transaction, meetingId, version, act);
        requireDraft(before);
        const was = before.texts.find(isSame(text))?.text ?? '';
        if (was === text.text) return before;
        const others = before.texts.filter((one) => !isSame(text)(one));
        const texts = text.text === '' ? others : [...others, text];
        await put(transaction, before, { texts: JSON.stringify(texts) }, act);
        const change: Change = { [`${text.section} (${text.language})`]: [was || null, text.text || null] };
        return noted(transaction, meetingId, 'update', change, act);
      }),
    close: (meetingId, version, sections, act) =>
      write(async (transaction) => {
        const before = await begun(transaction, meetingId, version, act);
        requireDraft(before);
        const values = { state: 'closed' as const, closed_at: act.at, closed_by: act.actor };
        await put(transaction, before, { ...values, sections: JSON.stringify(sections) }, act);
        return noted(transaction, meetingId, 'sign_off', { state: ['draft', 'closed'] }, act);
      }),
    approve: (meetingId, version, atMeetingId, act) =>
      write(async (transaction) => {
        const before = existing(await find(transaction, meetingId), WHAT);
        if (before.state !== 'closed') throw new Conflict('wrong_state', REFUSED[before.state]);
        newest(before, version, WHAT);
        const values = { state: 'approved' as const, approved_at: act.at, approved_by: act.actor };
        await put(transaction, before, { ...values, approved_at_meeting_id: atMeetingId }, act);
        return noted(transaction, meetingId, 'approve', { approvedAtMeetingId: [null, atMeetingId] }, act);
      }),
    notes: (meetingId) => readNotes(db, meetingId),
    addNote: (meetingId, text, act) =>
      write(async (transaction) => {
        const found = existing(await find(transaction, meetingId), WHAT);
        if (found.state === 'draft')
          throw new Conflict('wrong_state', 'These minutes are not closed yet: change their text itself.');
        const before = await readNotes(transaction, meetingId);
        if (before.length >= MOST_NOTES)
          throw new Conflict('too_many', `Minutes have at most ${MOST_NOTES} notes.`);
        const id = randomUUID();
        await transaction
          .insertInto('minutes_note')
          .values({ id, meeting_id: meetingId, text, created_by: act.actor ?? '', created_at: act.at })
          .execute();
        await record(
          transaction,
          { action: 'amend', objectKind: WHAT, objectId: meetingId, change: { note: [null, text] } },
          act,
        );
        const notes = await readNotes(transaction, meetingId);
        return existing(
          notes.find((one) => one.id === id),
          'note',
        );
      }),
  };
}

const REFUSED = {
  draft: 'These minutes are not closed yet. Close them first; the next meeting approves them then.',
  approved: 'These minutes were approved already. What has to be put right goes into a note.',
};

const isSame =
  ({ section, language }: Omit<MinutesText, 'text'>) =>
  (one: MinutesText) =>
    one.section === section && one.language === language;

function requireDraft({ state }: KeptMinutes): void {
  if (state !== 'draft')
    throw new Conflict(
      'wrong_state',
      `These minutes are ${state}: what has to be put right goes into a note.`,
    );
}

/** The first who writes begins them. */
async function begun(
  transaction: DatabaseTransaction,
  meetingId: string,
  version: number,
  act: Act,
): Promise<KeptMinutes> {
  const found = await find(transaction, meetingId);
  if (found !== null) {
    requireDraft(found);
    return newest(found, version, WHAT);
  }
  if (version !== 0) throw new NotFound(WHAT);
  await transaction.insertInto('minutes').values({ meeting_id: meetingId, updated_at: act.at }).execute();
  return existing(await find(transaction, meetingId), WHAT);
}

async function find(db: Reading, meetingId: string): Promise<KeptMinutes | null> {
  const row = await db
    .selectFrom('minutes')
    .leftJoin('user as closer', 'closer.id', 'minutes.closed_by')
    .selectAll('minutes')
    .select('closer.name as closed_by_name')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  const kept = row ? parsedOrNull<KeptSection[]>(row.sections) : null;
  return row
    ? {
        meetingId: row.meeting_id,
        state: row.state,
        texts: parsed(row.texts),
        sections: kept && sectionsKept(kept),
        closedAt: row.closed_at,
        closedByName: row.closed_by_name,
        approvedAtMeetingId: row.approved_at_meeting_id,
        approvedAt: row.approved_at,
        version: row.version,
      }
    : null;
}

async function readNotes(db: Reading, meetingId: string) {
  const rows = await db
    .selectFrom('minutes_note')
    .leftJoin('user', 'user.id', 'minutes_note.created_by')
    .select(['minutes_note.id', 'text', 'user.name as by_name', 'minutes_note.created_at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('minutes_note.created_at')
    .orderBy('minutes_note.id')
    .execute();
  return rows.map(({ id, text, by_name, created_at }) => ({
    id,
    text,
    createdByName: by_name,
    createdAt: created_at,
  }));
}

type Values = Partial<Omit<MinutesTable, 'texts' | 'state' | 'version'>> & {
  texts?: string;
  state?: KeptMinutes['state'];
};

async function put(transaction: DatabaseTransaction, before: KeptMinutes, values: Values, act: Act) {
  await transaction
    .updateTable('minutes')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('meeting_id', '=', before.meetingId)
    .execute();
}

async function noted(
  transaction: DatabaseTransaction,
  meetingId: string,
  action: string,
  change: Change,
  act: Act,
): Promise<KeptMinutes> {
  await record(transaction, { action, objectKind: WHAT, objectId: meetingId, change }, act);
  return existing(await find(transaction, meetingId), WHAT);
}
