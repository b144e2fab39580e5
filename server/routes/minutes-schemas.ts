import { z } from 'zod';
import { COMMITMENT_STATES, COMMITMENT_VISIBILITIES } from '../domain/commitment.ts';
import { AGENDA_KINDS, AGENDA_STATES } from '../domain/meeting/agenda.ts';
import { VOICE_GROUPS } from '../domain/meeting/ballot.ts';
import { attendance, MEETING_KINDS, OPEN_TO } from '../domain/meeting/meeting.ts';
import {
  MINUTES_SECTIONS,
  MINUTES_STATES,
  type MinutesSection,
  MOST_NOTES,
  MOST_TEXTS,
  minutesText,
} from '../domain/meeting/minutes.ts';
import type { RecordedBallot, RecordedDecision } from '../domain/meeting/minutes-votes.ts';
import { ballot, decision } from './ballot-schemas.ts';

const visibility = z.enum(COMMITMENT_VISIBILITIES);
const day = z.string().nullable();
const MOST_ROWS = 1000;
/** The nearest are enough. */
export const MOST_LATER = 12;
const count = z.int();

const question = ballot.pick({ question: true, questions: true });

const recordedBallot = z
  .object({
    ...ballot.pick({
      kind: true,
      question: true,
      questions: true,
      options: true,
      dotsEach: true,
      quorum: true,
    }).shape,
    result: ballot.shape.result.unwrap(),
    visibility,
  })
  .meta({ id: 'RecordedBallot' }) satisfies z.ZodType<RecordedBallot>;

const recordedDecision = z
  .object({
    ...decision.pick({ text: true, kind: true, result: true, how: true, quorum: true }).shape,
    ...decision.pick({ for: true, against: true, abstain: true }).shape,
    /** The case or the promise it was about; empty: none. */
    about: z.string(),
    /** The vote it follows. */
    after: question.nullable(),
    byGroup: z
      .array(
        z.object({
          /** Null: all others. */
          group: z.enum(VOICE_GROUPS).nullable(),
          for: count,
          against: count,
          abstain: count,
        }),
      )
      .max(VOICE_GROUPS.length + 1),
    visibility,
  })
  .meta({ id: 'RecordedDecision' }) satisfies z.ZodType<RecordedDecision>;

const voted = {
  decisions: z.array(recordedDecision).max(MOST_ROWS),
  ballots: z.array(recordedBallot).max(MOST_ROWS),
};

const section = z.discriminatedUnion('id', [
  z.object({
    id: z.literal('meeting'),
    committee: z.string(),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    place: z.string(),
    openTo: z.enum(OPEN_TO),
    startsAt: z.string(),
    endedAt: z.string().nullable(),
    sessions: z.array(z.object({ kind: z.enum(MEETING_KINDS), startsAt: z.string() })).max(MOST_ROWS),
  }),
  z.object({
    id: z.literal('attendance'),
    counts: attendance.nullable(),
    organisations: z.array(z.string()).max(MOST_ROWS),
    quorum: z.int().nullable(),
    isQuorate: z.boolean().nullable(),
  }),
  z.object({ id: z.literal('earlier_minutes'), approved: z.array(z.string()).max(MOST_ROWS) }),
  z.object({
    id: z.literal('reviewed'),
    rows: z
      .array(
        z.object({
          text: z.string(),
          organisation: z.string(),
          visibility,
          dueOn: day,
          ownerSaid: z.enum(COMMITMENT_STATES),
          ownerNote: z.string(),
          residentsSaid: z
            .object({ done: count, partly: count, notDone: count, cannotSay: count })
            .nullable(),
          outcome: z.enum(COMMITMENT_STATES).nullable(),
          newDueOn: day,
        }),
      )
      .max(MOST_ROWS),
  }),
  z.object({
    id: z.literal('agenda'),
    rows: z
      .array(
        z.object({
          kind: z.enum(AGENDA_KINDS),
          title: z.string(),
          titles: z.record(z.string(), z.string()),
          state: z.enum(AGENDA_STATES),
          outcome: z.string(),
          visibility,
          ...voted,
        }),
      )
      .max(MOST_ROWS),
    /** What was asked and decided under no item of the agenda. */
    beside: z.object(voted),
    /** What the sessions of the same round put first: beside it, never added to it. */
    sessionLists: z
      .array(
        z.object({
          kind: z.enum(MEETING_KINDS),
          startsAt: z.string(),
          ballots: z.array(recordedBallot).max(MOST_ROWS),
        }),
      )
      .max(MOST_ROWS),
  }),
  z.object({
    id: z.literal('promised'),
    rows: z
      .array(
        z.object({
          text: z.string(),
          organisation: z.string(),
          ownerRole: z.string(),
          visibility,
          dueOn: day,
          evidenceOfDone: z.string(),
        }),
      )
      .max(MOST_ROWS),
  }),
  z.object({ id: z.literal('next'), at: z.string().nullable() }),
]) satisfies z.ZodType<MinutesSection>;

export const note = z
  .object({
    id: z.string(),
    text: z.string(),
    createdByName: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'MinutesNote' });

export const minutes = z
  .object({
    meetingId: z.string(),
    /** `ahead`: the meeting has not begun, and nothing was recorded. */
    state: z.enum(MINUTES_STATES),
    /** What was recorded. */
    sections: z.array(section).max(MINUTES_SECTIONS.length),
    /** What was written in place of it, by section and language. */
    texts: z.array(minutesText).max(MOST_TEXTS),
    /** Sections whose text this reader does not get, since it was written over what they do not read. */
    withheld: z.array(z.enum(MINUTES_SECTIONS)).max(MINUTES_SECTIONS.length),
    languages: z.array(z.string()).max(32),
    closedAt: z.string().nullable(),
    closedByName: z.string().nullable(),
    approvedAt: z.string().nullable(),
    /** Beginning of the meeting that approved them. */
    approvedBy: z.object({ meetingId: z.string(), startsAt: z.string() }).nullable(),
    /** Later meetings of the committee that have begun, at which they can be approved. */
    approvableAt: z.array(z.object({ meetingId: z.string(), startsAt: z.string() })).max(MOST_LATER),
    notes: z.array(note).max(MOST_NOTES),
    mayChange: z.boolean(),
    mayApprove: z.boolean(),
    /** 0: nobody has written in them. */
    version: z.int(),
  })
  .meta({ id: 'Minutes' });
