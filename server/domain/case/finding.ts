import { z } from 'zod';
import { line, longText } from './fields.ts';

/** The five Ws and the H, and what else analysis has to ask (Clarke and Eck, step 34). */
export const FINDING_QUESTIONS = [
  'what',
  'where',
  'when',
  'who_is_harmed',
  'who_is_not',
  'how_handled',
  'known_elsewhere',
  'data_gap',
] as const;

/** Answers of the workbench that bear it, by the run. */
export const runIds = z
  .array(z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.'))
  .max(20, 'At most 20 of them.')
  .refine((all) => new Set(all).size === all.length, 'Each only once.')
  .default([]);

/** One thing that was found out, and how sure it is. Never about a person. */
export const findingItem = z
  .object({
    question: z.enum(FINDING_QUESTIONS),
    statement: z.string().trim().min(1, 'Must not be empty.').max(2000),
    confidence: z.enum(['low', 'medium', 'high']),
    /** What follows from it for what could be done. */
    implication: longText,
    runIds,
    source: line,
  })
  .strict();

export type Finding = z.infer<typeof findingItem>;
