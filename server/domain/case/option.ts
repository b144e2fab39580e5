import { z } from 'zod';
import { DOSE_UNITS } from '../commitment.ts';
import { anyGeometry } from '../geometry.ts';
import { EVIDENCE_QUALITIES, FAMILIES } from '../response-card.ts';
import { TRIANGLE_SIDES } from '../triangle-side.ts';
import { day, line, longText, name, names, oneOf } from './fields.ts';

export const RIGHTS_ANSWERS = ['yes', 'no', 'unsure'] as const;
export const DECISIONS = ['chosen', 'reserve', 'rejected'] as const;

const right = oneOf(RIGHTS_ANSWERS);
const score = z.int().min(1).max(5).nullable().default(null);

/** Something that could be done about the problem, held against others before one is chosen. */
export const optionItem = z
  .object({
    title: name,
    description: longText,
    /** The response card it was begun from. */
    cardId: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .nullable()
      .default(null),
    family: oneOf(FAMILIES),
    mechanism: line,
    side: oneOf(TRIANGLE_SIDES),
    evidence: longText,
    evidenceQuality: oneOf(EVIDENCE_QUALITIES),
    /** Organisation that would own it. */
    ownerId: z.int().positive().nullable().default(null),
    cost: line,
    course: oneOf(['one_off', 'continuous']),
    start: day,
    doseUnit: oneOf(DOSE_UNITS),
    dosePerWeek: z.number().positive().max(100_000).nullable().default(null),
    risks: names,
    lawful: right,
    necessary: right,
    proportionate: right,
    nonDiscriminatory: right,
    riskToWhom: names,
    mitigations: longText,
    /** Office or role. */
    reviewedBy: line,
    displacement: longText,
    effectScore: score,
    feasibilityScore: score,
    acceptanceScore: score,
    decision: oneOf(DECISIONS),
    reason: longText,
    geometry: anyGeometry.nullable().default(null),
  })
  .strict();

export type Option = z.infer<typeof optionItem>;

const RIGHTS = ['lawful', 'necessary', 'proportionate', 'nonDiscriminatory'] as const;

export type RightsResult = 'passed' | 'open' | 'failed';

/** Whether an option may be done to people at all: one no is enough against it. */
export function rightsResult(option: Option): RightsResult {
  if (RIGHTS.some((right) => option[right] === 'no')) return 'failed';
  const isAnswered = RIGHTS.every((right) => option[right] === 'yes');
  return isAnswered && option.reviewedBy !== '' ? 'passed' : 'open';
}

/** Owner, dose and day: what an option needs before it can begin. */
export function isReadyToStart({ ownerId, doseUnit, dosePerWeek, start, course }: Option): boolean {
  const hasDose = course === 'one_off' || (doseUnit !== null && dosePerWeek !== null);
  return ownerId !== null && start !== null && course !== null && hasDose;
}
