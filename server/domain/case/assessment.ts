/** What was really done, and what else came of it: step 13 of the case work beside its test. */
import { z } from 'zod';
import { WATCHED_FOR } from './evaluation-plan.ts';
import { count, line, longText, names, oneOf, someOf } from './fields.ts';

export const OBJECTIVE_MET = ['yes', 'partly', 'no', 'cannot_say'] as const;
export const PERCEPTION_ASKED = ['before_and_after', 'after', 'not_asked'] as const;

export const assessmentPart = z
  .object({
    /** Units of the response, as in "visits": how many were planned, how many delivered. */
    unit: line,
    planned: count,
    delivered: count,
    /** How far what was done was what was meant. */
    fidelity: longText,
    /** Groups that were reached. */
    reach: names,
    /** What of the displacement checklist was looked at. */
    lookedAt: someOf(WATCHED_FOR),
    displacement: longText,
    perceptionAsked: oneOf(PERCEPTION_ASKED),
    perception: longText,
    /** Wanted or not, each with the group it touches. */
    sideEffects: names,
    objectiveMet: oneOf(OBJECTIVE_MET),
  })
  .strict();

export type Assessment = z.infer<typeof assessmentPart>;

/** Share of the planned response that was delivered; null while it is not known. */
export function doseShare(assessment: Pick<Assessment, 'planned' | 'delivered'> | null): number | null {
  const { planned = null, delivered = null } = assessment ?? {};
  return planned === null || delivered === null || planned === 0 ? null : delivered / planned;
}
