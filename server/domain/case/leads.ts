import { z } from 'zod';
import { line } from './fields.ts';

/** Who answers for the case: one of the police and one of the community, by role; the name of the office holder if wanted. */
export const leadsPart = z
  .object({
    policeRole: line,
    policeName: line,
    communityRole: line,
    communityName: line,
    /** Which of the two leads; the other is co-lead. */
    first: z.enum(['police', 'community']).default('police'),
  })
  .strict();
