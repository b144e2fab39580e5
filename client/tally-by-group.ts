import type { NewVerification, Verdict } from './api/commitments.ts';

export type Tally = Record<Verdict, number>;
export type TallyGroup = keyof NonNullable<Extract<NewVerification, { basis: 'meeting' }>['byGroup']>;
export type TallyByGroup = Partial<Record<TallyGroup, Tally>>;

export const NO_TALLY: Tally = { done: 0, partly: 0, notDone: 0, cannotSay: 0 };

/** Everybody's hands are the hands of the groups: a person is counted in one group. */
export function sumOf(byGroup: TallyByGroup): Tally {
  const sum = { ...NO_TALLY };
  for (const tally of Object.values(byGroup)) {
    sum.done += tally.done;
    sum.partly += tally.partly;
    sum.notDone += tally.notDone;
    sum.cannotSay += tally.cannotSay;
  }
  return sum;
}

/** Groups of which somebody raised a hand. */
export function saidBy(byGroup: TallyByGroup): TallyByGroup {
  return Object.fromEntries(
    Object.entries(byGroup).filter(([, tally]) => Object.values(tally).some((count) => count > 0)),
  );
}
