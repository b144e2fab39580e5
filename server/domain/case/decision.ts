/** What follows from an assessment, and what others may learn from it: step 14 of the case work. */
import { z } from 'zod';
import { day, line, longText, meetingId, names, oneOf } from './fields.ts';

export const DECISIONS = ['close', 'continue', 'adapt', 'scale', 'escalate', 'stop_harmful'] as const;
export const CLOSURE_REASONS = [
  'closed_solved',
  'closed_reduced',
  'closed_no_change',
  'closed_not_a_problem',
  'closed_transferred',
  'closed_merged',
] as const;

export const decisionPart = z
  .object({
    decision: oneOf(DECISIONS),
    /** For the decision to close. */
    closureReason: oneOf(CLOSURE_REASONS),
    /** Which meeting, and when. */
    decidedAt: line,
    /** Null: one that is not written down here. */
    meetingId,
    decidedOn: day,
    reason: longText,
    /** Who keeps what was done in good order. */
    maintenanceOwner: line,
    reviewOn: day,
    worked: longText,
    didNot: longText,
    wouldDoDifferently: longText,
    /** Under which conditions others could do the same. */
    transferableWhen: names,
  })
  .strict();

export type Decision = z.infer<typeof decisionPart>;
