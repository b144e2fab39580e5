/**
 * The minutes of a meeting, put together from what was recorded: facts in, sections out. What a person writes in place of a
 * section stands beside the record and never takes its place in the store. See minutes-audience.ts for who reads what of it.
 */
import { z } from 'zod';
import type { CommitmentState, CommitmentVisibility, Tally } from '../commitment.ts';
import type { AgendaKind, AgendaState } from './agenda.ts';
import { type Attendance, isQuorate, type MeetingKind, type OpenTo } from './meeting.ts';
import { NO_VOTES, type SessionLists, type Voted } from './minutes-votes.ts';

/** In the order of the paper. */
export const MINUTES_SECTIONS = [
  'meeting',
  'attendance',
  'earlier_minutes',
  'reviewed',
  'agenda',
  'promised',
  'next',
] as const;
export type MinutesSectionId = (typeof MINUTES_SECTIONS)[number];

export const MINUTES_STATES = ['ahead', 'draft', 'closed', 'approved'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

export const MOST_NOTES = 100;
const MOST_TEXT = 10_000;
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Must be a language tag, as ar.');

/** What stands in place of the record of a section in one language; empty: the record itself. */
export const minutesText = z
  .object({
    section: z.enum(MINUTES_SECTIONS),
    language: languageTag,
    text: z.string().trim().max(MOST_TEXT),
  })
  .strict();
export type MinutesText = z.infer<typeof minutesText>;

/** A text of each section in each language a committee may have. */
export const MOST_TEXTS = MINUTES_SECTIONS.length * 16;

export const minutesNote = z
  .object({ text: z.string().trim().min(1, 'Write what has to be put right.').max(4000) })
  .strict();

/** A promise the meeting looked at, with what either side said of it. */
export interface ReviewedPromise {
  readonly text: string;
  readonly organisation: string;
  readonly visibility: CommitmentVisibility;
  readonly dueOn: string | null;
  /** What its owner said of it last, before the room was asked. */
  readonly ownerSaid: CommitmentState;
  readonly ownerNote: string;
  /** Null: the room was not asked. */
  readonly residentsSaid: Tally | null;
  readonly outcome: CommitmentState | null;
  /** Open again, for this day. */
  readonly newDueOn: string | null;
}

export interface MadePromise {
  readonly text: string;
  readonly organisation: string;
  readonly ownerRole: string;
  readonly visibility: CommitmentVisibility;
  readonly dueOn: string | null;
  readonly evidenceOfDone: string;
}

export interface DiscussedItem extends Voted {
  readonly kind: AgendaKind;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly state: AgendaState;
  readonly outcome: string;
  /** Widest circle for whom what it is about was opened. */
  readonly visibility: CommitmentVisibility;
}

/** All that is known when minutes are put together. Days as ISO dates of the workspace, moments in UTC. */
export interface MinutesFacts {
  readonly committee: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly place: string;
  readonly openTo: OpenTo;
  readonly startsAt: string;
  readonly endedAt: string | null;
  /** Sessions of the same round. */
  readonly sessions: readonly { readonly kind: MeetingKind; readonly startsAt: string }[];
  readonly attendance: Attendance | null;
  readonly organisations: readonly string[];
  readonly quorum: number | null;
  /** Beginnings of the meetings whose minutes were approved here. */
  readonly approved: readonly string[];
  readonly reviewed: readonly ReviewedPromise[];
  readonly items: readonly DiscussedItem[];
  /** What was asked and decided under no item of the agenda. */
  readonly beside: Voted;
  /** What the sessions of the same round put first. */
  readonly sessionLists: readonly SessionLists[];
  readonly promised: readonly MadePromise[];
  readonly nextMeetingAt: string | null;
}

export type MinutesSection =
  | ({ readonly id: 'meeting' } & Pick<
      MinutesFacts,
      'committee' | 'kind' | 'title' | 'place' | 'openTo' | 'startsAt' | 'endedAt' | 'sessions'
    >)
  | {
      readonly id: 'attendance';
      readonly counts: Attendance | null;
      readonly organisations: readonly string[];
      readonly quorum: number | null;
      readonly isQuorate: boolean | null;
    }
  | { readonly id: 'earlier_minutes'; readonly approved: readonly string[] }
  | { readonly id: 'reviewed'; readonly rows: readonly ReviewedPromise[] }
  | {
      readonly id: 'agenda';
      readonly rows: readonly DiscussedItem[];
      readonly beside: Voted;
      readonly sessionLists: readonly SessionLists[];
    }
  | { readonly id: 'promised'; readonly rows: readonly MadePromise[] }
  | { readonly id: 'next'; readonly at: string | null };

/** What was dropped was not talked about. */
export function minutesOf(facts: MinutesFacts): MinutesSection[] {
  const { committee, kind, title, place, openTo, startsAt, endedAt, sessions } = facts;
  const { attendance, organisations, quorum } = facts;
  return [
    { id: 'meeting', committee, kind, title, place, openTo, startsAt, endedAt, sessions },
    {
      id: 'attendance',
      counts: attendance,
      organisations,
      quorum,
      isQuorate: isQuorate(quorum, attendance),
    },
    { id: 'earlier_minutes', approved: facts.approved },
    { id: 'reviewed', rows: facts.reviewed },
    {
      id: 'agenda',
      rows: facts.items.filter(({ state }) => state !== 'dropped'),
      beside: facts.beside,
      sessionLists: facts.sessionLists,
    },
    { id: 'promised', rows: facts.promised },
    { id: 'next', at: facts.nextMeetingAt },
  ];
}

type KeptAgenda = {
  readonly id: 'agenda';
  readonly rows: readonly (Omit<DiscussedItem, keyof Voted> & Partial<Voted>)[];
  readonly beside?: Voted;
  readonly sessionLists?: readonly SessionLists[];
};
export type KeptSection = Exclude<MinutesSection, { id: 'agenda' }> | KeptAgenda;

/** Sections as they were kept: minutes that were closed before votes stood in them have none. */
export function sectionsKept(kept: readonly KeptSection[]): MinutesSection[] {
  return kept.map((section) => {
    if (section.id !== 'agenda') return section;
    const rows = section.rows.map((row) => ({ ...NO_VOTES, ...row }));
    const { beside = NO_VOTES, sessionLists = [] } = section;
    return { ...section, rows, beside, sessionLists };
  });
}
