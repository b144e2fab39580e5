import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../client/verdict-words.ts';
import { outcomeOf as ofServer } from '../../server/domain/commitment.ts';

describe('what a tally will come to', () => {
  it('is said before it is recorded as the server will decide', () => {
    for (const done of [0, 1, 2, 5])
      for (const partly of [0, 1, 3])
        for (const notDone of [0, 1, 2, 5])
          for (const cannotSay of [0, 9]) {
            const tally = { done, partly, notDone, cannotSay };
            expect(outcomeOf(tally), JSON.stringify(tally)).toBe(ofServer(tally));
          }
  });
});
