/**
 * A promise an organisation made, and who moves it on. The authority cannot close a promise alone: its owner says
 * *delivered*, residents say *verified*, and only that counts.
 */

export const COMMITMENT_STATES = [
  'proposed',
  'agreed',
  'declined',
  'in_progress',
  'blocked',
  'delivered',
  'verified',
  'partly_verified',
  'not_verified',
  'reopened',
  'withdrawn',
  'superseded',
  'no_longer_needed',
] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

export const COMMITMENT_KINDS = [
  'patrol',
  'infrastructure',
  'information',
  'service',
  'enforcement',
  'dialogue',
  'policy',
  'training',
  'referral',
  'resident_action',
  'data',
] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const DOSE_UNITS = [
  'visit',
  'patrol_minutes',
  'repair',
  'light',
  'talk',
  'participant',
  'item',
  'check',
] as const;
export type DoseUnit = (typeof DOSE_UNITS)[number];

export const COMMITMENT_VISIBILITIES = ['internal', 'committee', 'public'] as const;
export type CommitmentVisibility = (typeof COMMITMENT_VISIBILITIES)[number];

export const EVIDENCE_KINDS = ['photo', 'note', 'count', 'document'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The organisation that promised; residents, by a tally or reports; a decision of the committee; or the rule itself. */
export type Mover = 'owner' | 'residents' | 'committee' | 'automatic';
export const NEEDS = ['dueOn', 'evidenceOfDone', 'reason', 'unblockedBy', 'evidence', 'tally'] as const;
export type Need = (typeof NEEDS)[number];

export interface Transition {
  readonly from: readonly CommitmentState[];
  readonly to: CommitmentState;
  readonly who: Mover;
  readonly needs: readonly Need[];
}

/** Promised and not yet said to be done. */
export const OPEN: readonly CommitmentState[] = ['agreed', 'in_progress', 'blocked', 'reopened'];
/** Somebody still waits for what was promised. */
export const UNSETTLED: readonly CommitmentState[] = ['proposed', ...OPEN, 'delivered'];

export const TRANSITIONS: readonly Transition[] = [
  { from: ['proposed'], to: 'agreed', who: 'owner', needs: ['dueOn', 'evidenceOfDone'] },
  { from: ['proposed'], to: 'declined', who: 'owner', needs: ['reason'] },
  { from: ['agreed', 'reopened', 'blocked'], to: 'in_progress', who: 'owner', needs: [] },
  {
    from: ['agreed', 'in_progress', 'reopened'],
    to: 'blocked',
    who: 'owner',
    needs: ['reason', 'unblockedBy'],
  },
  { from: ['in_progress'], to: 'delivered', who: 'owner', needs: ['evidence'] },
  { from: ['delivered'], to: 'verified', who: 'residents', needs: ['tally'] },
  { from: ['delivered'], to: 'partly_verified', who: 'residents', needs: ['tally'] },
  { from: ['delivered'], to: 'not_verified', who: 'residents', needs: ['tally'] },
  { from: ['partly_verified', 'not_verified'], to: 'reopened', who: 'automatic', needs: ['dueOn'] },
  { from: UNSETTLED, to: 'withdrawn', who: 'committee', needs: ['reason'] },
  { from: UNSETTLED, to: 'superseded', who: 'committee', needs: ['reason'] },
  { from: UNSETTLED, to: 'no_longer_needed', who: 'committee', needs: ['reason'] },
];

/** What a person is to one commitment. */
export interface Standing {
  /** Belongs to the organisation that promised. */
  readonly isOwner: boolean;
  /** Keeps the record of the meetings: may write down what the owner or the residents said there. */
  readonly isSecretary: boolean;
  readonly isCommittee: boolean;
}

/**
 * In whose name somebody may speak. The owner's people never speak for the residents, whatever else they are; that a
 * secretary wrote down the owner's words is kept with the step.
 */
export function moversFor({ isOwner, isSecretary, isCommittee }: Standing): Mover[] {
  const movers: Mover[] = [];
  if (isOwner || isSecretary) movers.push('owner');
  if (!isOwner && (isSecretary || isCommittee)) movers.push('residents', 'committee');
  return movers;
}

/** What was agreed on: it changes only with the agreement of whoever promised it. */
export const TERMS = ['text', 'dueOn', 'evidenceOfDone', 'dose', 'geometry'] as const;

export const LATITUDES = ['all', 'beside', 'none'] as const;
/** What of a commitment somebody may change: all of it, what is beside its terms, or nothing. */
export type Latitude = (typeof LATITUDES)[number];

/** A proposal is of whoever may propose; once it is agreed its terms are the owner's, and what is over stays as it was. */
export function latitudeOf(state: CommitmentState, movers: readonly Mover[], mayPropose: boolean): Latitude {
  if (state === 'proposed') return mayPropose ? 'all' : 'none';
  if (!OPEN.includes(state)) return 'none';
  if (movers.includes('owner')) return 'all';
  return mayPropose ? 'beside' : 'none';
}

export function transitionOf(from: CommitmentState, to: CommitmentState): Transition | null {
  return TRANSITIONS.find((one) => one.to === to && one.from.includes(from)) ?? null;
}

/** The steps somebody may take from a state, in the order of the table. */
export function stepsFrom(from: CommitmentState, movers: readonly Mover[]): Transition[] {
  return TRANSITIONS.filter((one) => one.from.includes(from) && movers.includes(one.who));
}

/** What was said of a delivery, by how many. */
export interface Tally {
  readonly done: number;
  readonly partly: number;
  readonly notDone: number;
  readonly cannotSay: number;
}

/** How many residents it takes without a meeting. */
export const FEWEST_REPORTS = 2;

export type Outcome = 'verified' | 'partly_verified' | 'not_verified';

/**
 * What a tally comes to: more than half of those who could say decide between done and not done; anything else is partly.
 * Null: nobody could say.
 */
export function outcomeOf({ done, partly, notDone }: Tally): Outcome | null {
  const said = done + partly + notDone;
  if (said === 0) return null;
  if (2 * done > said) return 'verified';
  return 2 * notDone > said ? 'not_verified' : 'partly_verified';
}

/** Reports of single residents since the last delivery, counted. */
export function tallyOf(verdicts: readonly (keyof Tally)[]): Tally {
  const tally = { done: 0, partly: 0, notDone: 0, cannotSay: 0 };
  for (const verdict of verdicts) tally[verdict]++;
  return tally;
}

/** Promised for a day that is over, and not said to be done. Days as ISO dates of the workspace. */
export function isOverdue(
  { state, dueOn }: { state: CommitmentState; dueOn: string | null },
  today: string,
): boolean {
  return OPEN.includes(state) && dueOn !== null && dueOn < today;
}

/** A promise that was given, whose first day is over or that residents have judged: a later day takes none out again. */
export function isDue(
  { state, firstDueOn }: { state: CommitmentState; firstDueOn: string | null },
  today: string,
): boolean {
  if (firstDueOn === null || state === 'superseded' || state === 'no_longer_needed') return false;
  return state === 'verified' || firstDueOn < today;
}

/**
 * The rate that is published: verified of all that were agreed and due, never delivered alone. What a committee replaced
 * or no longer needs is in neither; what was withdrawn counts as not kept.
 */
export function keptRate(
  commitments: readonly { state: CommitmentState; firstDueOn: string | null }[],
  today: string,
): { verified: number; due: number } {
  const due = commitments.filter((one) => isDue(one, today));
  return { verified: due.filter(({ state }) => state === 'verified').length, due: due.length };
}

/** Delivered dose as a share of the planned; null when none was planned. More than planned is more than 1. */
export function doseShare(delivered: number, planned: number | null): number | null {
  return planned === null || planned <= 0 ? null : delivered / planned;
}

/** What a step brings with it. */
export interface Given {
  readonly dueOn?: string | null;
  readonly evidenceOfDone?: string;
  readonly note?: string;
  readonly unblockedBy?: string;
  readonly evidence?: readonly unknown[];
}

/** What a step still needs; the tally is for the residents' own way. */
export function missingFor({ needs }: Transition, given: Given): Need[] {
  const has: Record<Need, boolean> = {
    dueOn: Boolean(given.dueOn),
    evidenceOfDone: Boolean(given.evidenceOfDone),
    reason: Boolean(given.note),
    unblockedBy: Boolean(given.unblockedBy),
    evidence: (given.evidence ?? []).length > 0,
    tally: false,
  };
  return needs.filter((need) => !has[need]);
}
