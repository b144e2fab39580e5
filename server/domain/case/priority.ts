import { z } from 'zod';
import { count, day, line, longText, meetingId, name } from './fields.ts';

const grade = z.int().min(1, 'From 1 to 5.').max(5, 'From 1 to 5.').nullable().default(null);

/** The decision of the committee to take the problem on. The rank is theirs: it is shown and never computed. */
export const priorityPart = z
  .object({
    votes: z
      .array(z.object({ group: name, votes: z.int().min(0).max(100_000) }).strict())
      .max(20, 'At most 20 groups.')
      .default([]),
    recurrence: line,
    /** 1: hardly anything can be done about it; 5: much can. */
    tractability: grade,
    /** 1: hardly any means at hand; 5: enough. */
    resources: grade,
    rank: count,
    reason: longText,
    decidedOn: day,
    /** Which meeting decided, as it is called. */
    meeting: line,
    /** Null: one that is not written down here. */
    meetingId,
  })
  .strict();
