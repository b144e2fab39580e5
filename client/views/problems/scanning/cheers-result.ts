import type { PartBodies } from '../../../api/problem-parts.ts';
import type { CheersLetter } from './cheers-words.ts';

type Cheers = PartBodies['cheers'];

export const LETTERS: readonly CheersLetter[] = [
  'community',
  'harm',
  'expectation',
  'events',
  'recurring',
  'similarity',
];

export type CheersResult = 'pass' | 'not_yet' | 'not_a_problem';

/** The rule of the server (its file cheers.ts), for what is not saved yet. */
export function openLetters(cheers: Cheers): CheersLetter[] {
  return LETTERS.filter((letter) => !cheers.no.includes(letter) && !isAnswered(cheers, letter));
}

export function cheersResult(cheers: Cheers): CheersResult {
  if (cheers.no.length > 0) return 'not_a_problem';
  return openLetters(cheers).length === 0 ? 'pass' : 'not_yet';
}

function isAnswered(cheers: Cheers, letter: CheersLetter): boolean {
  switch (letter) {
    case 'community':
      return cheers.groups.length > 0;
    case 'harm':
      return cheers.harms.length > 0;
    case 'expectation':
      return cheers.expectation.trim() !== '' && cheers.evidence.length > 0;
    case 'events':
      return cheers.events.length > 0;
    case 'recurring':
      return (cheers.count ?? 0) > 1 && (cheers.months ?? 0) > 0 && cheers.recurrence !== null;
    case 'similarity':
      return (
        cheers.similarity.some((word) => word !== 'other') ||
        (cheers.similarity.length > 0 && cheers.alike.trim() !== '')
      );
  }
}
