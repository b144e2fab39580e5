/**
 * The CHEERS test: whether something is a problem in the sense of problem-oriented policing (Clarke and Eck, Crime Analysis
 * for Problem Solvers in 60 Small Steps, step 14). Six questions; only when all six are answered with yes is it one.
 */
import { z } from 'zod';
import { count, longText, names, oneOf, someOf } from './fields.ts';

export const CHEERS_LETTERS = [
  'community',
  'harm',
  'expectation',
  'events',
  'recurring',
  'similarity',
] as const;
export const HARMS = [
  'property_loss',
  'injury',
  'death',
  'mental_anguish',
  'fear',
  'undermines_police',
  'economic',
  'environmental',
  'restriction_of_movement',
] as const;
/** Where the expectation of the community shows: it must be evident, never presumed. */
export const EXPECTATION_EVIDENCE = ['call', 'meeting', 'press', 'petition', 'survey'] as const;
export const ALIKE_IN = ['behaviour', 'place', 'persons_affected', 'time', 'other'] as const;

export const cheersPart = z
  .object({
    /** Who in the community is affected; it need not be everybody. */
    groups: names,
    community: longText,
    harms: someOf(HARMS),
    harm: longText,
    expectation: longText,
    evidence: someOf(EXPECTATION_EVIDENCE),
    /** Types of events, each something that begins and ends. */
    events: names,
    /** How many events in how many months. */
    count,
    months: count,
    recurrence: oneOf(['acute', 'chronic']),
    similarity: someOf(ALIKE_IN),
    alike: longText,
    /** Questions answered with no: then it is not a problem in this sense, and is handled otherwise. */
    no: someOf(CHEERS_LETTERS),
    instead: longText,
  })
  .strict();

export type Cheers = z.infer<typeof cheersPart>;
export type CheersLetter = (typeof CHEERS_LETTERS)[number];
export type CheersResult = 'pass' | 'not_yet' | 'not_a_problem';

/** What counts as an answer to each question. */
const ANSWERED: Readonly<Record<CheersLetter, (cheers: Cheers) => boolean>> = {
  community: ({ groups }) => groups.length > 0,
  harm: ({ harms }) => harms.length > 0,
  expectation: ({ expectation, evidence }) => expectation.trim() !== '' && evidence.length > 0,
  events: ({ events }) => events.length > 0,
  recurring: ({ count, months, recurrence }) => (count ?? 0) > 1 && (months ?? 0) > 0 && recurrence !== null,
  similarity: ({ similarity, alike }) =>
    similarity.some((word) => word !== 'other') || (similarity.length > 0 && alike.trim() !== ''),
};

/** The questions that wait for an answer, yes or no. */
export function openLetters(cheers: Cheers): CheersLetter[] {
  return CHEERS_LETTERS.filter((letter) => !cheers.no.includes(letter) && !ANSWERED[letter](cheers));
}

export function cheersResult(cheers: Cheers): CheersResult {
  if (cheers.no.length > 0) return 'not_a_problem';
  return openLetters(cheers).length === 0 ? 'pass' : 'not_yet';
}
