import { z } from 'zod';
import { longText, names } from './fields.ts';
import { runIds } from './finding.ts';

export const HYPOTHESIS_STATUSES = ['untested', 'supported', 'not_supported', 'mixed'] as const;

/** Why it happens, said so that data could prove it wrong. */
export const hypothesisItem = z
  .object({
    /** What follows “it happens because …”. */
    statement: z.string().trim().min(1, 'Must not be empty.').max(2000),
    /** What would be seen if it were true. */
    predicts: names,
    testRunIds: runIds,
    status: z.enum(HYPOTHESIS_STATUSES),
    note: longText,
  })
  .strict();

export type Hypothesis = z.infer<typeof hypothesisItem>;

/** It says what it predicts, and something was held against it. */
export function isTested({ predicts, status, testRunIds, note }: Hypothesis): boolean {
  return status !== 'untested' && predicts.length > 0 && (testRunIds.length > 0 || note.trim() !== '');
}

/** A wish for more patrols in the guise of a cause, as far as English words tell: it only warns. */
export function isAboutPatrols({ statement }: Pick<Hypothesis, 'statement'>): boolean {
  return /\b(not enough|too few|lack of|more|no)\b.{0,30}\b(patrols?|police|officers)\b/i.test(statement);
}
