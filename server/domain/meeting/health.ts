/**
 * How a committee is doing, meeting by meeting: who came by group, what residents raised, which promises were made and kept,
 * how long an answer took, whether the sessions were held and the minutes approved. It is about the meetings: no person and
 * no organisation stands in it, nothing is ranked, and there is no score.
 */
import { SUPPRESSION_THRESHOLD } from '../../../analysis/suppression.ts';
import { type CommitmentState, isDue, OPEN } from '../commitment.ts';
import type { AgendaState } from './agenda.ts';
import { groupsShown, type Voice } from './ballot-result.ts';
import { type Attendance, isQuorate, type MeetingKind, SESSION_KINDS } from './meeting.ts';

/** With fewer than this there is no middle to speak of. */
export const FEWEST_FOR_A_MEDIAN = SUPPRESSION_THRESHOLD;

/** Days are ISO dates of the workspace. */
export interface HeldMeeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly on: string;
  readonly parallelOf: string | null;
  readonly attendance: Attendance | null;
  readonly quorum: number | null;
  readonly approvedOn: string | null;
  readonly items: readonly {
    readonly state: AgendaState;
    readonly commitmentId: string | null;
    readonly concernId: string | null;
  }[];
}

export interface HeldPromise {
  readonly id: string;
  readonly madeOn: string;
  /** Of which meeting that is known; else it is that of the day. */
  readonly madeAt: string | null;
  readonly firstDueOn: string | null;
  /** In their order. */
  readonly steps: readonly { readonly on: string; readonly to: CommitmentState }[];
  /** When a meeting said whether it was done, and which, as far as that is known. */
  readonly judged: readonly { readonly on: string; readonly at: string | null }[];
}

export interface HeldConcern {
  readonly receivedOn: string;
  readonly answeredOn: string | null;
  readonly atMeeting: boolean;
  /** Somebody still waits. */
  readonly waits: boolean;
}

export interface HealthFacts {
  /** Closed ones, the earliest first; sessions with the rest. */
  readonly meetings: readonly HeldMeeting[];
  /** The day of the meeting before the first of them; null: there was none. */
  readonly before: string | null;
  readonly promises: readonly HeldPromise[];
  readonly concerns: readonly HeldConcern[];
}

/** Null: fewer than five, or it would tell of fewer than five. */
type Few = number | null;

export interface PresentByGroup {
  members: number;
  police: number;
  public: number;
  women: Few;
  men: Few;
  youth: Few;
  older: Few;
}

export interface Answered {
  /** Raised since the meeting before. */
  raised: number;
  answered: number;
  waiting: number;
  /** Days to the answer: as many took longer as not. Null: fewer than five were answered. */
  medianDays: number | null;
}

export interface MeetingHealth {
  meetingId: string;
  kind: MeetingKind;
  on: string;
  present: PresentByGroup | null;
  isQuorate: boolean | null;
  sessions: MeetingKind[];
  /** Taken in at the meeting itself, and items of the agenda that are about what residents raised. */
  raisedHere: number;
  itemsOfResidents: number;
  items: number;
  /** Promises made at it; those it had to look at, and looked at. */
  made: number;
  toReview: number;
  reviewed: number;
  /** Of all that were agreed and due by then: what residents had verified by then. */
  kept: { verified: number; due: number };
  answers: Answered;
  minutes: { approved: boolean; days: number | null };
}

/** One a meeting, the earliest first. A session stands with the meeting whose round it belongs to. */
export function meetingHealth(facts: HealthFacts): MeetingHealth[] {
  const main = facts.meetings.filter(({ parallelOf }) => parallelOf === null);
  return main.map((meeting, i) => {
    const after = main[i - 1]?.on ?? facts.before;
    const raised = facts.concerns.filter(
      ({ receivedOn }) => (after === null || receivedOn > after) && receivedOn <= meeting.on,
    );
    const sessions = facts.meetings.filter(({ parallelOf }) => parallelOf === meeting.id);
    const items = meeting.items.filter(({ state }) => state !== 'dropped');
    return {
      meetingId: meeting.id,
      kind: meeting.kind,
      on: meeting.on,
      present: meeting.attendance && presentBy(meeting.attendance),
      isQuorate: isQuorate(meeting.quorum, meeting.attendance),
      sessions: SESSION_KINDS.filter((kind) => sessions.some((one) => one.kind === kind)),
      raisedHere: raised.filter((one) => one.atMeeting && one.receivedOn === meeting.on).length,
      itemsOfResidents: items.filter(({ concernId }) => concernId !== null).length,
      items: items.length,
      ...promisesAt(meeting, facts.promises),
      answers: answersTo(raised),
      minutes: {
        approved: meeting.approvedOn !== null,
        days: meeting.approvedOn === null ? null : daysBetween(meeting.on, meeting.approvedOn),
      },
    };
  });
}

/** As ballots do: a group that is too small, or would be found by subtraction, is told with the others. */
function presentBy({ members, police, public: of }: Attendance): PresentByGroup {
  const voice = (group: Voice['group'], voices: number): Voice => ({ group, voices, points: {} });
  const { shown } = groupsShown([voice('women', of.f), voice('men', of.m), voice(null, of.unsaid)]);
  const all = of.f + of.m + of.unsaid;
  const few = (count: number): Few => (isTold(count) && isTold(all - count) ? count : null);
  // Nobody and everybody are no group to be found by subtraction.
  const ofSex = (group: 'women' | 'men', count: number): Few =>
    shown.includes(group) || (isTold(all) && (count === 0 || count === all)) ? count : null;
  return {
    members: members.f + members.m + members.unsaid,
    police: police.f + police.m + police.unsaid,
    public: all,
    women: ofSex('women', of.f),
    men: ofSex('men', of.m),
    youth: few(of.youth),
    older: few(of.older),
  };
}

const isTold = (count: number): boolean => count === 0 || count >= SUPPRESSION_THRESHOLD;

/** Said to be done, or found not to be, and still to be looked at. */
const LOOKED_AT: readonly CommitmentState[] = [...OPEN, 'delivered', 'partly_verified', 'not_verified'];

const NOT_GIVEN: readonly CommitmentState[] = ['proposed', 'declined'];

/** At this meeting; what names none is of each that was held on its day. */
const isAt = (meeting: HeldMeeting, at: string | null, on: string): boolean =>
  at === null ? on === meeting.on : at === meeting.id;

function promisesAt(meeting: HeldMeeting, promises: readonly HeldPromise[]) {
  const { on, items } = meeting;
  const given = promises.flatMap((one) => {
    const state = stateOn(one, on);
    return state === null || NOT_GIVEN.includes(state) ? [] : [{ ...one, state }];
  });
  const due = given.filter((one) => isDue(one, on));
  const looked = new Set(
    items.flatMap(({ state, commitmentId }) => (state === 'done' && commitmentId ? [commitmentId] : [])),
  );
  const toReview = promises.filter((one) => awaitsReview(one, on));
  return {
    made: given.filter(({ madeAt, madeOn }) => isAt(meeting, madeAt, madeOn)).length,
    toReview: toReview.length,
    reviewed: toReview.filter(
      ({ id, judged }) => looked.has(id) || judged.some((one) => isAt(meeting, one.at, one.on)),
    ).length,
    kept: { verified: due.filter(({ state }) => state === 'verified').length, due: due.length },
  };
}

/** Due by the meeting or said to be done before it, and not settled before. */
function awaitsReview(promise: HeldPromise, on: string): boolean {
  const state = stateOn(promise, on, 'before');
  if (state === null || !LOOKED_AT.includes(state)) return false;
  return state === 'delivered' || (promise.firstDueOn !== null && promise.firstDueOn <= on);
}

/** How a promise stood at the end of a day, or before the day began; null: it was not there yet. */
export function stateOn(
  { steps }: Pick<HeldPromise, 'steps'>,
  day: string,
  when: 'end' | 'before' = 'end',
): CommitmentState | null {
  return steps.findLast(({ on }) => (when === 'end' ? on <= day : on < day))?.to ?? null;
}

function answersTo(raised: readonly HeldConcern[]): Answered {
  const days = raised.flatMap(({ receivedOn, answeredOn }) =>
    answeredOn === null ? [] : [daysBetween(receivedOn, answeredOn)],
  );
  return {
    raised: raised.length,
    answered: days.length,
    waiting: raised.filter(({ waits }) => waits).length,
    medianDays: medianOf(days),
  };
}

/** The smaller of two in the middle: a whole number of days that somebody waited. Null with fewer than five. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < FEWEST_FOR_A_MEDIAN) return null;
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
