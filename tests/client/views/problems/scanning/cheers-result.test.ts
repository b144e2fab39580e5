import { describe, expect, it } from 'vitest';
import {
  cheersResult,
  LETTERS,
  openLetters,
} from '../../../../../client/views/problems/scanning/cheers-result.ts';
import * as server from '../../../../../server/domain/case/cheers.ts';

const EMPTY = server.cheersPart.parse({});
const ANSWERS: Partial<server.Cheers>[] = [
  { groups: ['Pupils'] },
  { harms: ['fear'] },
  { expectation: 'Light.', evidence: ['call'] },
  { events: ['Theft'] },
  { count: 2, months: 1, recurrence: 'acute' },
  { similarity: ['other'], alike: 'Crates.' },
];
const HALVES: Partial<server.Cheers>[] = [
  {},
  { expectation: ' ', evidence: ['call'] },
  { count: 1, months: 1, recurrence: 'acute' },
  { similarity: ['other'] },
  { no: ['harm'] },
];

describe('the CHEERS test while it is written', () => {
  it('is the test of the server, for every set of answers', () => {
    expect(LETTERS).toEqual(server.CHEERS_LETTERS);
    for (let mask = 0; mask < 64; mask++)
      for (const half of HALVES) {
        const chosen = ANSWERS.filter((_, bit) => mask & (1 << bit));
        const cheers = Object.assign({ ...EMPTY }, ...chosen, half);
        expect(openLetters(cheers)).toEqual(server.openLetters(cheers));
        expect(cheersResult(cheers)).toBe(server.cheersResult(cheers));
      }
  });
});
