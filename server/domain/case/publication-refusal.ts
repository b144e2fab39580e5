/** That residents are told nothing in public of a case, and why: the other way to settle step 15 of the case work. */
import { z } from 'zod';
import { day, line, longText } from './fields.ts';

export const publicationRefusalPart = z
  .object({
    reason: longText,
    /** Who answers for it, as a role. */
    decidedBy: line,
    decidedOn: day,
  })
  .strict();
