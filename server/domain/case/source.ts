import { z } from 'zod';
import { day, longText, name } from './fields.ts';

export const SOURCE_KINDS = [
  'police_records',
  'concerns',
  'survey',
  'meeting',
  'field_walk',
  'interviews',
  'partner_records',
  'press',
  'other',
] as const;

/** Where the case has its knowledge from. Two sources of different kinds are independent of each other. */
export const sourceItem = z
  .object({
    kind: z.enum(SOURCE_KINDS),
    what: name,
    from: day,
    to: day,
    /** What it cannot tell: who is not in it, what goes unreported. */
    limits: longText,
  })
  .strict();

export type Source = z.infer<typeof sourceItem>;
