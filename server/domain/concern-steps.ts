/** From what state a concern can go where, and by which step. */

export const CONCERN_STATES = [
  'received',
  'answered',
  'merged',
  'attached_to_problem',
  'referred',
  'declined',
  'withdrawn',
  'protected_referral',
] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];
/** Of a protected referral nothing is left that could have a state. */
export type KeptState = Exclude<ConcernState, 'protected_referral'>;

export const STEPS = [
  'answer',
  'merge',
  'attach',
  'detach',
  'refer',
  'decline',
  'withdraw',
  'reopen',
  'protect',
] as const;
export type Step = (typeof STEPS)[number];

/**
 * Where each step leads. An answer to a concern that belongs to a case leaves it there; one that leaves a case is answered
 * if it had an answer.
 */
const TABLE: Readonly<Record<KeptState, Partial<Record<Step, ConcernState>>>> = {
  received: {
    answer: 'answered',
    merge: 'merged',
    attach: 'attached_to_problem',
    refer: 'referred',
    decline: 'declined',
    withdraw: 'withdrawn',
    protect: 'protected_referral',
  },
  answered: {
    answer: 'answered',
    merge: 'merged',
    attach: 'attached_to_problem',
    refer: 'referred',
    withdraw: 'withdrawn',
    reopen: 'received',
    protect: 'protected_referral',
  },
  attached_to_problem: {
    answer: 'attached_to_problem',
    attach: 'attached_to_problem',
    detach: 'received',
    withdraw: 'withdrawn',
    protect: 'protected_referral',
  },
  merged: { reopen: 'received', protect: 'protected_referral' },
  referred: { answer: 'answered', reopen: 'received', withdraw: 'withdrawn', protect: 'protected_referral' },
  declined: { reopen: 'received', withdraw: 'withdrawn', protect: 'protected_referral' },
  withdrawn: { protect: 'protected_referral' },
};

/** The state after a step, or null when it cannot be taken from here. */
export function stateAfter(from: KeptState, step: Step, wasAnswered: boolean): ConcernState | null {
  const to = TABLE[from][step] ?? null;
  return to === 'received' && step === 'detach' && wasAnswered ? 'answered' : to;
}

const NOT_INTO_CASE: Readonly<Partial<Record<KeptState, string>>> = {
  attached_to_problem: 'belongs to another case: take it out of that first',
  merged: 'was merged into another one: choose that one',
  referred: 'was referred to somebody else: reopen it first',
  declined: 'was declined: reopen it first',
  withdrawn: 'was withdrawn by whoever raised it',
};

/** What keeps a concern out of a new case, as the rest of a sentence that names it; null when nothing does. */
export function whyNotIntoCase(state: KeptState): string | null {
  return NOT_INTO_CASE[state] ?? null;
}

export function stepsFrom(from: KeptState): Step[] {
  return STEPS.filter((step) => TABLE[from][step] !== undefined);
}

/** Nothing more is to be done with it; a contact is kept for some time after this and then forgotten. */
export function isSettled(state: KeptState): boolean {
  return state !== 'received' && state !== 'attached_to_problem';
}

/** The day by which whoever raised it has to hear something, as an ISO date. */
export function dueOn(receivedOn: string, answerDays: number): string {
  const day = new Date(`${receivedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + answerDays);
  return day.toISOString().slice(0, 10);
}

/** Whether somebody waits for an answer: nobody has answered, declined or referred it, whatever case it belongs to. */
export function awaitsAnswer({
  state,
  answeredOn,
}: {
  state: KeptState;
  answeredOn: string | null;
}): boolean {
  return !isSettled(state) && answeredOn === null;
}
