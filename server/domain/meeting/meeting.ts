/** A meeting of a committee: which kinds there are, which states it goes through, and who may do what in which. */
import { z } from 'zod';
import { Conflict } from '../../errors.ts';
import { instant } from '../instant.ts';
import type { Action } from '../permissions.ts';
import { languages } from './committee.ts';

export const MEETING_KINDS = [
  'committee',
  'public_forum',
  'working_group',
  'walkabout',
  'women_session',
  'youth_session',
  'minority_session',
  'extraordinary',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Sessions that belong to the round of another meeting, for those who are not heard there. */
export const SESSION_KINDS: readonly MeetingKind[] = ['women_session', 'youth_session', 'minority_session'];

export const MEETING_STATES = ['planned', 'running', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const OPEN_TO = ['public', 'members', 'invited'] as const;
export type OpenTo = (typeof OPEN_TO)[number];

export const MEETING_STEPS = ['start', 'take_back', 'close', 'cancel'] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

interface Transition {
  readonly step: MeetingStep;
  readonly from: MeetingState;
  readonly to: MeetingState;
  readonly who: Extract<Action, 'meeting.change' | 'meeting.run'>;
  /** It is over: a meeting that nobody ran from here is recorded afterwards. */
  readonly needs: 'nothing' | 'nothing recorded' | 'reason' | 'to be over';
}

export const TRANSITIONS: readonly Transition[] = [
  { step: 'start', from: 'planned', to: 'running', who: 'meeting.run', needs: 'nothing' },
  { step: 'take_back', from: 'running', to: 'planned', who: 'meeting.run', needs: 'nothing recorded' },
  { step: 'close', from: 'running', to: 'closed', who: 'meeting.run', needs: 'nothing' },
  { step: 'close', from: 'planned', to: 'closed', who: 'meeting.change', needs: 'to be over' },
  { step: 'cancel', from: 'planned', to: 'cancelled', who: 'meeting.change', needs: 'reason' },
  { step: 'cancel', from: 'running', to: 'cancelled', who: 'meeting.change', needs: 'reason' },
];

export function transitionOf(from: MeetingState, step: MeetingStep): Transition | null {
  return TRANSITIONS.find((one) => one.from === from && one.step === step) ?? null;
}

/** What may be written in which state, beside the steps. */
export const WRITABLE: Readonly<
  Record<'details' | 'agenda' | 'outcome' | 'attendance', readonly MeetingState[]>
> = {
  details: ['planned', 'running'],
  agenda: ['planned', 'running'],
  /** Of a planned one too: it may be recorded afterwards. */
  outcome: ['planned', 'running'],
  attendance: ['planned', 'running'],
};

export function requireWritable({ state }: { state: MeetingState }, what: keyof typeof WRITABLE): void {
  if (!WRITABLE[what].includes(state))
    throw new Conflict('wrong_state', `This meeting is ${state}: what was recorded of it stays as it is.`);
}

const count = z.int().min(0).max(100_000);
const bySex = z.object({ f: count, m: count, unsaid: count }).strict();
const NOBODY = { f: 0, m: 0, unsaid: 0 };

/** Who was there, by group and never by name. Youth, older and disabled people are counted among the public once more. */
export const attendance = z
  .object({
    police: bySex.default(NOBODY),
    members: bySex.default(NOBODY),
    public: bySex
      .extend({ youth: count.default(0), older: count.default(0), disabled: count.nullable().default(null) })
      .strict()
      .default({ ...NOBODY, youth: 0, older: 0, disabled: null }),
    organisationIds: z.array(z.int().positive()).max(100).default([]),
  })
  .strict();
export type Attendance = z.infer<typeof attendance>;

type BySex = z.infer<typeof bySex>;
const together = ({ f, m, unsaid }: BySex) => f + m + unsaid;

export function membersPresent({ members }: Attendance): number {
  return together(members);
}

export function peoplePresent(one: Attendance): number {
  return together(one.police) + together(one.members) + together(one.public);
}

/** Whether enough members were there; null: nobody agreed how many are enough, or counted them. It is shown, not enforced. */
export function isQuorate(quorum: number | null, present: Attendance | null): boolean | null {
  return quorum === null || present === null ? null : membersPresent(present) >= quorum;
}

/** The group of the public that was counted higher than the public; null: none. */
export function attendanceFault({ public: of }: Attendance): 'youth' | 'older' | 'disabled' | null {
  const all = together(of);
  if (of.youth > all) return 'youth';
  if (of.older > all) return 'older';
  return (of.disabled ?? 0) > all ? 'disabled' : null;
}

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export const MOST_STOPS = 40;
/** Some ten metres: a stop is a place in the street, and nobody is led to a door. */
const DIGITS = 4;
const inStreet = position.transform(([lon, lat]): [number, number] => [
  Number(lon.toFixed(DIGITS)),
  Number(lat.toFixed(DIGITS)),
]);

/** The way of a walkabout: its line, and where people stop to look at what. */
export const route = z
  .object({
    line: z
      .object({ type: z.literal('LineString'), coordinates: z.array(inStreet).min(2).max(2000) })
      .nullable(),
    stops: z
      .array(z.object({ position: inStreet, text: z.string().trim().max(300) }).strict())
      .max(MOST_STOPS),
  })
  .strict();
export type Route = z.infer<typeof route>;

const id = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');
const fields = {
  kind: z.enum(MEETING_KINDS),
  title: z.string().trim().max(200),
  startsAt: instant,
  endsAt: instant.nullable(),
  place: z.string().trim().max(500),
  languages,
  openTo: z.enum(OPEN_TO),
  parallelOf: id.nullable(),
  route: route.nullable(),
  safetyNotes: z.string().trim().max(4000),
  nextMeetingAt: instant.nullable(),
};

export const newMeeting = z
  .object({
    ...fields,
    committeeId: id,
    kind: fields.kind.default('committee'),
    title: fields.title.default(''),
    endsAt: fields.endsAt.default(null),
    place: fields.place.default(''),
    languages: languages.default([]),
    openTo: fields.openTo.default('members'),
    parallelOf: fields.parallelOf.default(null),
    route: fields.route.default(null),
    safetyNotes: fields.safetyNotes.default(''),
    nextMeetingAt: fields.nextMeetingAt.default(null),
  })
  .strict();
export type MeetingFields = z.infer<typeof newMeeting>;
export const meetingChange = z.object(fields).partial().strict();
export type MeetingChange = z.infer<typeof meetingChange>;

/** The moment in UTC, so that moments can be compared as text. */
export const inUtc = (moment: string): string => new Date(moment).toISOString();
