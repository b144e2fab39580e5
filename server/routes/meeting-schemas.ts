import { z } from 'zod';
import { AGENDA_KINDS, AGENDA_STATES, agendaView, MOST_ITEMS } from '../domain/meeting/agenda.ts';
import { MOST_LANGUAGES, OFFICES, SEXES, SIDES } from '../domain/meeting/committee.ts';
import { attendance, MEETING_KINDS, MEETING_STATES, OPEN_TO, route } from '../domain/meeting/meeting.ts';

/** Replies of the routes to committees, meetings and agendas. */

const languages = z.array(z.string()).max(MOST_LANGUAGES);

export const committee = z
  .object({
    id: z.string(),
    name: z.string(),
    areaId: z.int(),
    mandate: z.string(),
    rules: z.string(),
    languages,
    quorum: z.int().nullable(),
    codeSignedOn: z.string().nullable(),
    /** Null: not for whoever asks. */
    partnerNote: z.string().nullable(),
    endedOn: z.string().nullable(),
    feedMadeAt: z.string().nullable(),
    mayChange: z.boolean(),
    /** Whether whoever asks prepares its meetings. */
    mayPrepare: z.boolean(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Committee' });

export const member = z
  .object({
    id: z.string(),
    committeeId: z.string(),
    seat: z.string(),
    office: z.enum(OFFICES),
    side: z.enum(SIDES),
    sex: z.enum(SEXES),
    organisationId: z.int().nullable(),
    organisationName: z.string().nullable(),
    userId: z.string().nullable(),
    userName: z.string().nullable(),
    termFrom: z.string(),
    termTo: z.string().nullable(),
    /** Holds the seat today. */
    holds: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'CommitteeMember' });

export const meeting = z
  .object({
    id: z.string(),
    committeeId: z.string(),
    committeeName: z.string(),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    startsAt: z.string(),
    endsAt: z.string().nullable(),
    /** Its day by the calendar of the workspace. */
    heldOn: z.string(),
    place: z.string(),
    languages,
    openTo: z.enum(OPEN_TO),
    parallelOf: z.string().nullable(),
    route: route.nullable(),
    /** Null: not for whoever asks. */
    safetyNotes: z.string().nullable(),
    state: z.enum(MEETING_STATES),
    currentItemId: z.string().nullable(),
    currentSince: z.string().nullable(),
    startedAt: z.string().nullable(),
    startedByName: z.string().nullable(),
    closedAt: z.string().nullable(),
    closedByName: z.string().nullable(),
    reason: z.string(),
    quorum: z.int().nullable(),
    /** Null: nobody agreed how many are enough, or counted them. */
    isQuorate: z.boolean().nullable(),
    attendance: attendance.nullable(),
    nextMeetingAt: z.string().nullable(),
    /** Of one that was closed: the meeting that follows it. */
    nextMeetingId: z.string().nullable(),
    items: z.int(),
    mayChange: z.boolean(),
    mayRun: z.boolean(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Meeting' });

export const agendaItem = z
  .object({
    id: z.string(),
    meetingId: z.string(),
    position: z.int(),
    kind: z.enum(AGENDA_KINDS),
    title: z.string(),
    titles: z.record(z.string(), z.string()),
    minutes: z.int().nullable(),
    /** Null too where whoever asks may not read the case, the commitment or the concern. */
    problemId: z.string().nullable(),
    commitmentId: z.string().nullable(),
    concernId: z.string().nullable(),
    exhibitId: z.string().nullable(),
    view: agendaView.nullable(),
    rule: z.string(),
    reason: z.record(z.string(), z.union([z.string(), z.number()])),
    touched: z.boolean(),
    /** Null: for those who prepare and run the meeting. */
    notes: z.string().nullable(),
    outcome: z.string(),
    state: z.enum(AGENDA_STATES),
    carriedFrom: z.string().nullable(),
    version: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'AgendaItem' });

export const agenda = z.object({ items: z.array(agendaItem).max(MOST_ITEMS * 2) });
export const drafted = agenda.extend({
  /** Items that were not there before. */
  added: z.array(z.string()).max(MOST_ITEMS * 2),
  /** How many went because their rule found nothing any more. */
  gone: z.int(),
});
