import { z } from 'zod';
import { COMMITMENT_STATES } from '../domain/commitment.ts';
import { DECISION_KINDS, DECISION_RESULTS } from '../domain/meeting/decision.ts';
import { MOST_CATEGORIES } from '../domain/meeting/told.ts';
import {
  ANSWER_FIELDS,
  ANSWER_STATES,
  answerWords,
  languageTexts,
  MOST_DECISIONS,
  MOST_FIGURE_SETS,
  MOST_LANGUAGES,
  MOST_QUOTES,
  MOST_ROWS,
} from '../domain/public-answer.ts';
import { ANSWER_FAULTS } from '../domain/public-answer-check.ts';
import type { AnswerCheck } from '../public-answers.ts';
import type { PublishedAnswer, PublishedAnswerLine } from '../publications/published-answers.ts';
import type { PublicAnswer } from '../store/ports.ts';

/** More doubts and faults than a text of the largest size could hold. */
const MOST_FOUND = 10_000;

const signed = z.object({ by: z.string(), name: z.string(), at: z.string() });
const promise = z.object({
  list: z.enum(['done', 'not_yet', 'why_not']),
  state: z.enum(COMMITMENT_STATES),
  text: z.string(),
  organisation: z.string(),
  dueOn: z.string().nullable(),
  firstDueOn: z.string().nullable(),
  verifiedOn: z.string().nullable(),
  reason: z.string(),
});
const doubt = z.object({
  kind: z.enum(['name', 'address']),
  language: z.string().nullable(),
  words: z.string(),
});
const sheet = {
  concerns: z.int(),
  consenting: z.int(),
  quoted: z.int(),
  doubts: z.array(doubt).max(MOST_FOUND),
};
const decision = z.object({
  kind: z.enum(DECISION_KINDS),
  result: z.enum(DECISION_RESULTS),
  text: z.string(),
});
const told = {
  heard: z
    .object({
      after: z.string().nullable().describe('The day of the meeting before.'),
      upTo: z.string(),
      total: z.int().nullable().describe('Null: it would give fewer than five away.'),
      categories: z.array(z.object({ name: z.string(), count: z.int() })).max(MOST_CATEGORIES),
    })
    .nullable()
    .describe('What residents of the area raised, counted; null of a session.'),
  next: z.object({ on: z.string(), at: z.string(), place: z.string() }).nullable(),
};

export const publicAnswer = z
  .object({
    id: z.string(),
    problemId: z.string().nullable(),
    meetingId: z.string().nullable().describe('It is about a case or about a meeting.'),
    corrects: z.string().nullable(),
    correctionReason: z.string(),
    correctedBy: z.string().nullable(),
    state: z.enum(ANSWER_STATES),
    words: z.object(answerWords.shape),
    areaName: z.string().nullable(),
    rows: z.array(promise.extend({ commitmentId: z.string() })).max(MOST_ROWS),
    quotes: z.array(z.object({ concernId: z.string(), digest: z.string() })).max(MOST_QUOTES),
    told: z
      .object({
        ...told,
        decisions: z.array(decision.extend({ decisionId: z.string() })).max(MOST_DECISIONS),
      })
      .nullable(),
    sheet: z.object(sheet).nullable().describe('What the guardian was shown.'),
    version: z.int(),
    drafted: signed,
    changed: signed,
    approved: signed.nullable(),
    translated: signed.nullable(),
    released: signed.nullable(),
    withdrawn: signed.extend({ reason: z.string() }).nullable(),
  })
  .meta({ id: 'PublicAnswer' }) satisfies z.ZodType<PublicAnswer>;

export const answerCheck = z
  .object({
    ...sheet,
    faults: z
      .array(
        z.object({
          code: z.enum(ANSWER_FAULTS),
          language: z.string().nullable(),
          field: z.enum(['title', ...ANSWER_FIELDS, 'promises', 'decisions']).nullable(),
          detail: z.string(),
        }),
      )
      .max(MOST_FOUND),
    recordChanged: z.boolean(),
    quotable: z.array(z.object({ id: z.string(), summary: z.string() })).max(MOST_FOUND),
    tellable: z.array(z.object({ id: z.string(), text: z.string() })).max(MOST_DECISIONS),
  })
  .meta({ id: 'PublicAnswerCheck' }) satisfies z.ZodType<AnswerCheck>;

const line = {
  id: z.string(),
  state: z.enum(['released', 'corrected', 'withdrawn']),
  releasedAt: z.string(),
  areaName: z.string().nullable(),
  meeting: z.string(),
  meetingOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  isOver: z.boolean().describe('The day until which it holds is past.'),
  titles: z.array(z.object({ language: z.string(), title: z.string() })).max(MOST_LANGUAGES),
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
  correctionReason: z.string().describe('Why the one that it corrects was struck.'),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
};
/** As it hangs on the notice board: without who wrote it, and without what it is about. */
export const publishedAnswerLine = z
  .object(line)
  .meta({ id: 'PublishedAnswerLine' }) satisfies z.ZodType<PublishedAnswerLine>;
export const publishedAnswer = z
  .object({
    ...line,
    languages: z
      .array(
        languageTexts.omit({ promises: true, decisions: true }).extend({
          promises: z.array(z.string()).max(MOST_ROWS).describe('As the rows, in this language.'),
          decisions: z.array(z.string()).max(MOST_DECISIONS).describe('As those told, in this language.'),
        }),
      )
      .max(MOST_LANGUAGES),
    rows: z.array(promise).max(MOST_ROWS),
    quotes: z.array(z.string()).max(MOST_QUOTES),
    publications: z
      .array(z.object({ id: z.string(), title: z.string(), struck: z.boolean() }))
      .max(MOST_FIGURE_SETS),
    told: z.object({ ...told, decisions: z.array(decision).max(MOST_DECISIONS) }).nullable(),
  })
  .meta({ id: 'PublishedAnswer' }) satisfies z.ZodType<PublishedAnswer>;
