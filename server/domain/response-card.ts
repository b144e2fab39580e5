import { z } from 'zod';
import { TRIANGLE_SIDES } from './triangle-side.ts';

/**
 * A way of responding to a problem, to start an option from: what it is, how it is meant to work, what is known of it and
 * what it could do to people. The library is data/response-cards; a workspace adds its own.
 */

/** The five columns of the techniques of situational prevention (Cornish and Clarke, 2003), five techniques each. */
export const SITUATIONAL_FAMILIES = [
  'increase_effort',
  'increase_risks',
  'reduce_rewards',
  'reduce_provocations',
  'remove_excuses',
] as const;

/** What else is done about problems. */
export const OTHER_FAMILIES = [
  'enforcement',
  'social_support',
  'mediation_dialogue',
  'service_provision',
  'communication',
  'design_infrastructure',
  'regulation_licensing',
  'governance_police_conduct',
] as const;

export const FAMILIES = [...SITUATIONAL_FAMILIES, ...OTHER_FAMILIES] as const;
export const EVIDENCE_QUALITIES = ['none', 'low', 'medium', 'high'] as const;
export const COURSES = ['one_off', 'continuous', 'both'] as const;
export const COST_LEVELS = ['low', 'medium', 'high'] as const;

const line = z.string().trim().min(1, 'Must not be empty.').max(500);
const paragraph = z.string().trim().min(1, 'Must not be empty.').max(2000);

const known = z
  .object({ text: z.string().trim().max(2000), evidenceQuality: z.enum(EVIDENCE_QUALITIES) })
  .strict();

/** What is known, in the five parts that reviews of what works use: each says how well it is known. */
export const emmie = z
  .object({ effect: known, mechanism: known, moderators: known, implementation: known, economic: known })
  .strict();

/** What a workspace writes on a card of its own. */
export const cardFields = z
  .object({
    title: z.string().trim().min(1, 'Must not be empty.').max(120),
    family: z.enum(FAMILIES),
    about: paragraph,
    /** In English “works by …”. */
    mechanism: line,
    sides: z
      .array(z.enum(TRIANGLE_SIDES))
      .min(1, 'Choose at least one side of the triangle.')
      .max(TRIANGLE_SIDES.length),
    examples: z.array(line).max(10),
    cost: z.object({ level: z.enum(COST_LEVELS), text: z.string().trim().max(500) }).strict(),
    course: z.enum(COURSES),
    harms: z.array(line).min(1, 'Say what could go wrong.').max(10),
    displacement: line,
    emmie,
  })
  .strict();

/** A card of the library. */
export const libraryCard = cardFields
  .extend({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** Of a technique of situational prevention, in the standard order. */
    number: z.int().min(1).max(25).nullable(),
    mechanism: line.startsWith('works by '),
  })
  .strict();

export type CardFields = z.infer<typeof cardFields>;
export type LibraryCard = z.infer<typeof libraryCard>;
