/** What the pages keep in their addresses, so that a colleague sees the same; the map has its own (search.ts). */
import { z } from 'zod';

export const signInSearch = z.object({ back: z.string().optional().catch(undefined) });
export const dataSearch = z.object({
  tab: z.enum(['sets', 'imports', 'categories', 'recording', 'places', 'totals']).optional().catch(undefined),
});
export const problemSearch = z.object({
  tab: z
    .enum(['overview', 'scanning', 'analysis', 'response', 'assessment', 'history'])
    .optional()
    .catch(undefined),
});
/** The search part of an address is text. */
const yes = z
  .union([z.literal(true), z.literal('true')])
  .transform(() => true as const)
  .optional()
  .catch(undefined);
const id = z.coerce.number().int().positive().optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

export const problemsSearch = z.object({
  view: z.enum(['board', 'list']).optional().catch(undefined),
  stage: z.enum(['scanning', 'analysis', 'response', 'assessment', 'closed']).optional().catch(undefined),
  area: id,
  lead: z.string().max(200).optional().catch(undefined),
  mine: yes,
  overdue: yes,
  silent: yes,
  /** Opened on these days, both included. */
  from: day,
  to: day,
  sort: z.enum(['age', 'activity', 'review', 'reference']).optional().catch(undefined),
});

const KEPT_STATES = [
  'received',
  'answered',
  'merged',
  'attached_to_problem',
  'referred',
  'declined',
  'withdrawn',
] as const;
export const concernsSearch = z.object({
  state: z.enum(KEPT_STATES).optional().catch(undefined),
  area: id,
  overdue: yes,
  text: z.string().max(200).optional().catch(undefined),
});
export const commitmentsSearch = z.object({
  show: z.enum(['open', 'overdue', 'residents', 'all']).optional().catch(undefined),
});
export const meetingsSearch = z.object({
  committee: z.string().max(64).optional().catch(undefined),
});

/** Days of the meetings that are looked at. */
export const healthSearch = z.object({ from: day, to: day });

/** Which language of a public answer is read. */
export const answerSearch = z.object({ language: z.string().max(8).optional().catch(undefined) });

export const searchSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  kind: z.enum(['problem', 'concern', 'commitment']).optional().catch(undefined),
  area: id,
});

/** Which area, and whose promises. */
export const overviewSearch = z.object({ area: id });
export const remindersSearch = z.object({ area: id, organisation: id });
