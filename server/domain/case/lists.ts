/** What a list of cases says of each, beside the case: whether it waits to be looked at, and whether it has gone quiet. */
import type { Stage } from './standing.ts';

export const PROBLEM_ORDERS = ['age', 'activity', 'review', 'reference'] as const;
/** The longest in its stage first; the longest without activity; the next review; by reference. */
export type ProblemOrder = (typeof PROBLEM_ORDERS)[number];

/** A case nobody did anything on for this long is silent. */
export const SILENT_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

/** What was last active before this instant is silent. */
export function silentBefore(now: Date): string {
  return new Date(now.getTime() - SILENT_AFTER_DAYS * DAY_MS).toISOString();
}

export interface Attention {
  /** Its review day is over. */
  readonly isReviewOverdue: boolean;
  readonly isSilent: boolean;
}

/** A closed case waits for nothing. `today` on the calendar of the workspace. */
export function attentionOf(
  { stage, reviewOn, activeAt }: { stage: Stage; reviewOn: string | null; activeAt: string },
  { today, now }: { today: string; now: Date },
): Attention {
  const isOpen = stage !== 'closed';
  return {
    isReviewOverdue: isOpen && reviewOn !== null && reviewOn < today,
    isSilent: isOpen && activeAt < silentBefore(now),
  };
}
