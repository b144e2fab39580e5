import { z } from 'zod';
import { line, name } from './fields.ts';

/** The acts of a crime script (Cornish 1994), from before the place is reached to after it is left. */
export const SCRIPT_ACTS = ['preparation', 'arrival', 'approach', 'doing', 'leaving', 'afterwards'] as const;

/** One step of how it happens, in terms of what is done and needed, never of who did it. */
export const scriptStepItem = z
  .object({
    act: z.enum(SCRIPT_ACTS),
    what: name,
    where: line,
    /** What the step needs to work. */
    needs: line,
    /** What could be done at this step. */
    opening: line,
  })
  .strict();
