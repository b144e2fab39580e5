import { z } from 'zod';
import { line } from './fields.ts';

const userId = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.')
  .nullable()
  .default(null);

/**
 * Who answers for the case: one of the police and one of the community. Each is an account of somebody who works on it, or
 * an office, with the name of its holder if wanted; both may stand.
 */
export const leadsPart = z
  .object({
    policeRole: line,
    policeName: line,
    policeUserId: userId,
    communityRole: line,
    communityName: line,
    communityUserId: userId,
    /** Which of the two leads; the other is co-lead. */
    first: z.enum(['police', 'community']).default('police'),
  })
  .strict();
export type Leads = z.infer<typeof leadsPart>;

export const LEAD_ACCOUNTS = ['policeUserId', 'communityUserId'] as const;

/** The accounts among them, each once. */
export function accountsIn(leads: Leads | null): string[] {
  return [...new Set(LEAD_ACCOUNTS.flatMap((field) => leads?.[field] ?? []))];
}
