/**
 * What residents are told of a case or of a meeting, for everybody: what you said, what we did, what came of it, what is not
 * done yet and why not. Two persons let it out. What stands in the lists comes from the record and cannot be written by hand: only what
 * residents verified is called done.
 */
import { z } from 'zod';
import type { CommitmentState } from './commitment.ts';

export const ANSWER_STATES = [
  'draft',
  'privacy_checked',
  'translated',
  'released',
  'corrected',
  'withdrawn',
] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** From a state to those that follow it. A released one is corrected by the release of another. */
export const ANSWER_STEPS: Readonly<Record<AnswerState, readonly AnswerState[]>> = {
  draft: ['privacy_checked', 'withdrawn'],
  privacy_checked: ['draft', 'translated', 'released', 'withdrawn'],
  translated: ['draft', 'released', 'withdrawn'],
  released: ['corrected', 'withdrawn'],
  corrected: ['withdrawn'],
  withdrawn: [],
};

/** Not released yet, and not given up. */
export const IN_PREPARATION: readonly AnswerState[] = ['draft', 'privacy_checked', 'translated'];

/** Several languages are read by somebody who knows them before they go out; one needs no translation. */
export function isReadyToRelease(state: AnswerState, languages: number): boolean {
  return state === 'translated' || (state === 'privacy_checked' && languages === 1);
}

/** What is written in each language, in the order it is read. */
export const ANSWER_FIELDS = ['youSaid', 'weDid', 'result', 'notYet', 'whyNot', 'thanks'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

export const MOST_LANGUAGES = 12;
export const MOST_ROWS = 200;
export const MOST_QUOTES = 50;
export const MOST_FIGURE_SETS = 20;
export const MOST_DECISIONS = 100;

const text = z.string().trim().max(5000, 'At most 5,000 characters: residents read it on one sheet.');
const id = z.string().min(1).max(64);
const each = (all: readonly string[]) => new Set(all).size === all.length;

export const languageTexts = z
  .object({
    language: z
      .string()
      .max(8)
      .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'Must be the code of a language, as in en or fr.'),
    title: z.string().trim().max(200),
    youSaid: text,
    weDid: text,
    result: text,
    notYet: text,
    whyNot: text,
    thanks: text,
    /** The promises in this language, where the record has them in another. */
    promises: z
      .array(z.object({ commitmentId: id, text: z.string().trim().max(2000) }).strict())
      .max(MOST_ROWS),
    /** The decisions of a meeting in this language. */
    decisions: z
      .array(z.object({ decisionId: id, text: z.string().trim().max(2000) }).strict())
      .max(MOST_DECISIONS)
      .default([]),
  })
  .strict();
export type LanguageTexts = z.infer<typeof languageTexts>;

const day = z.iso.date('Must be a day, as in 2026-03-31.').nullable();

/** What people write; the lists of promises are not among it. */
export const answerWords = z
  .object({
    areaId: z.int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
    /** At which meeting it is given, or was decided. */
    meeting: z.string().trim().max(200),
    meetingOn: day,
    validUntil: day,
    languages: z
      .array(languageTexts)
      .min(1, 'At least one language.')
      .max(MOST_LANGUAGES)
      .refine((all) => each(all.map(({ language }) => language)), 'Each language only once.'),
    /** Concerns whose words stand in it. */
    quotes: z.array(id).max(MOST_QUOTES).refine(each, 'Each only once.'),
    /** Released counts it refers to. */
    publications: z.array(id).max(MOST_FIGURE_SETS).refine(each, 'Each only once.'),
    /** Decisions of the meeting that are told. */
    decisions: z.array(id).max(MOST_DECISIONS).refine(each, 'Each only once.').default([]),
  })
  .strict();
export type AnswerWords = z.infer<typeof answerWords>;

/** What an answer is about: a case, or a meeting. */
export type AnswerSubject =
  | { readonly problemId: string; readonly meetingId: null }
  | { readonly problemId: null; readonly meetingId: string };

/** A promise as it stands in the record. */
export interface AnswerRow {
  commitmentId: string;
  list: 'done' | 'not_yet' | 'why_not';
  state: CommitmentState;
  text: string;
  organisation: string;
  /** The day it is promised for now, and the day first promised. */
  dueOn: string | null;
  firstDueOn: string | null;
  /** The day residents said that it was done. */
  verifiedOn: string | null;
  reason: string;
}

const LISTS: Readonly<Partial<Record<CommitmentState, AnswerRow['list']>>> = {
  verified: 'done',
  agreed: 'not_yet',
  in_progress: 'not_yet',
  // The owner says so; nobody else yet.
  delivered: 'not_yet',
  partly_verified: 'not_yet',
  not_verified: 'not_yet',
  reopened: 'not_yet',
  blocked: 'why_not',
  declined: 'why_not',
  withdrawn: 'why_not',
  superseded: 'why_not',
  no_longer_needed: 'why_not',
};

/** Where a promise stands; null: nobody promised it yet. */
export function listOf(state: CommitmentState): AnswerRow['list'] | null {
  return LISTS[state] ?? null;
}
