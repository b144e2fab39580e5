import { z } from 'zod';
import { longText, names } from './fields.ts';

/** What is done about the problem today, and why that does not end it. */
export const currentResponsePart = z
  .object({
    what: longText,
    /** Organisations or roles. */
    byWhom: names,
    strengths: longText,
    limits: longText,
  })
  .strict();

export function isDescribed({ what, limits }: z.infer<typeof currentResponsePart>): boolean {
  return what.trim() !== '' && limits.trim() !== '';
}
