/** People asked before the response or after it: a round of a survey, with its answers by group. */
import { z } from 'zod';
import { count, day, line, oneOf } from './fields.ts';

export const SURVEY_TIMINGS = ['before', 'after'] as const;
export const SAMPLINGS = ['probability', 'quota', 'convenience'] as const;
export const ENUMERATORS = ['women', 'men', 'both'] as const;
/** What is asked: the first is the indicator 16.1.4 of the Sustainable Development Goals. */
export const SURVEY_QUESTIONS = [
  'safe_after_dark',
  'trust',
  'would_report',
  'contact_satisfied',
  'seen_change',
] as const;
export const SURVEY_GROUPS = ['women', 'men', 'under_25', 'from_25_to_59', 'from_60'] as const;

const MOST_ASKED = 1_000_000;
const people = z.int('Must be a whole number.').min(0, 'Must not be negative.').max(MOST_ASKED);

const answer = z
  .object({
    group: z.enum(SURVEY_GROUPS),
    /** Persons of the group who answered the question. */
    asked: people,
    /** Of these, with yes. */
    yes: people,
  })
  .strict()
  .superRefine(({ group, asked, yes }, check) => {
    if (yes > asked)
      check.addIssue({
        code: 'custom',
        path: ['yes'],
        message: `Of the group “${group.replaceAll('_', ' ')}” more said yes (${yes}) than were asked (${asked}): correct one of the two.`,
      });
  });

const question = z
  .object({
    item: z.enum(SURVEY_QUESTIONS),
    /** As it was put to people. */
    wording: line,
    answers: z
      .array(answer)
      .max(SURVEY_GROUPS.length)
      .refine((all) => new Set(all.map(({ group }) => group)).size === all.length, 'Each group only once.')
      .default([]),
  })
  .strict();

export const surveyRoundItem = z
  .object({
    timing: z.enum(SURVEY_TIMINGS),
    /** Questionnaire and its version. */
    instrument: line,
    sampling: z.enum(SAMPLINGS),
    /** Several of one household or block were asked: their answers are alike. */
    inClusters: z.boolean().default(false),
    from: day,
    to: day,
    refusals: count,
    /** Whether women or men asked. */
    enumerators: oneOf(ENUMERATORS),
    questions: z
      .array(question)
      .max(SURVEY_QUESTIONS.length)
      .refine((all) => new Set(all.map(({ item }) => item)).size === all.length, 'Each question only once.')
      .default([]),
  })
  .strict()
  .superRefine(({ from, to }, check) => {
    if (from !== null && to !== null && to < from)
      check.addIssue({ code: 'custom', path: ['to'], message: 'Must not be before the first day.' });
  });

export type SurveyRound = z.infer<typeof surveyRoundItem>;

/** Somebody answered after the response: a round before it alone says nothing of what came of it. */
export function isAnsweredAfter({ timing, questions }: SurveyRound): boolean {
  return timing === 'after' && questions.some(({ answers }) => answers.some(({ asked }) => asked > 0));
}
