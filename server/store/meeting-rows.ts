import type { Selectable } from 'kysely';
import { parsed, parsedOrNull } from './json.ts';
import type { AgendaItemTable } from './meeting-tables.ts';
import type { AgendaItem, Meeting, MeetingFilter } from './ports.ts';
import type { Reading } from './tables.ts';

/** How meetings and their agendas lie in the database. */
export async function meetingRows(
  db: Reading,
  filter: MeetingFilter & { id?: string } = {},
): Promise<Meeting[]> {
  let query = meetings(db).orderBy('meeting.starts_at').orderBy('meeting.id');
  if (filter.id !== undefined) query = query.where('meeting.id', '=', filter.id);
  if (filter.committeeId !== undefined) query = query.where('committee_id', '=', filter.committeeId);
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states);
  if (filter.from !== undefined) query = query.where('starts_at', '>=', filter.from);
  if (filter.before !== undefined) query = query.where('starts_at', '<', filter.before);
  if (filter.parallelOf !== undefined) query = query.where('parallel_of', '=', filter.parallelOf);
  return (await query.execute()).map(meetingOf);
}

export async function findMeeting(db: Reading, id: string): Promise<Meeting | null> {
  return (await meetingRows(db, { id }))[0] ?? null;
}

/** Those that were dropped stand last. */
export async function itemRows(
  db: Reading,
  filter: { meetingId?: string; id?: string },
): Promise<AgendaItem[]> {
  let query = db.selectFrom('agenda_item').selectAll().orderBy('position').orderBy('id');
  if (filter.meetingId !== undefined) query = query.where('meeting_id', '=', filter.meetingId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  const found = (await query.execute()).map(itemOf);
  const isDropped = ({ state }: AgendaItem) => Number(state === 'dropped');
  return found.sort((a, b) => isDropped(a) - isDropped(b));
}

export async function findItem(db: Reading, id: string): Promise<AgendaItem | null> {
  return (await itemRows(db, { id }))[0] ?? null;
}

function meetings(db: Reading) {
  return db
    .selectFrom('meeting')
    .innerJoin('committee', 'committee.id', 'meeting.committee_id')
    .leftJoin('user as starter', 'starter.id', 'meeting.started_by')
    .leftJoin('user as closer', 'closer.id', 'meeting.closed_by')
    .selectAll('meeting')
    .select((each) => [
      'committee.name as committee_name',
      'starter.name as started_by_name',
      'closer.name as closed_by_name',
      each
        .selectFrom('agenda_item')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('agenda_item.meeting_id', '=', 'meeting.id')
        .where('agenda_item.state', '<>', 'dropped')
        .as('items'),
    ]);
}

type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>;

function meetingOf(row: MeetingRow): Meeting {
  return {
    id: row.id,
    committeeId: row.committee_id,
    committeeName: row.committee_name,
    kind: row.kind,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    languages: parsed(row.languages),
    openTo: row.open_to,
    parallelOf: row.parallel_of,
    route: parsedOrNull(row.route),
    safetyNotes: row.safety_notes,
    state: row.state,
    currentItemId: row.current_item_id,
    currentSince: row.current_since,
    startedAt: row.started_at,
    startedByName: row.started_by_name,
    closedAt: row.closed_at,
    closedByName: row.closed_by_name,
    reason: row.reason,
    quorum: row.quorum,
    attendance: parsedOrNull(row.attendance),
    nextMeetingAt: row.next_meeting_at,
    nextMeetingId: row.next_meeting_id,
    items: Number(row.items ?? 0),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function itemOf(row: Selectable<AgendaItemTable>): AgendaItem {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    position: row.position,
    kind: row.kind,
    title: row.title,
    titles: parsed(row.titles),
    minutes: row.minutes,
    problemId: row.problem_id,
    commitmentId: row.commitment_id,
    concernId: row.concern_id,
    exhibitId: row.exhibit_id,
    view: parsedOrNull(row.view),
    rule: row.rule,
    draftKey: row.draft_key,
    reason: parsed(row.reason),
    touched: row.touched === 1,
    notes: row.notes,
    outcome: row.outcome,
    state: row.state,
    carriedFrom: row.carried_from,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
