import { describe, expect, it } from 'vitest';
import { NO_TALLY, saidBy, sumOf } from '../../client/tally-by-group.ts';

const women = { done: 1, partly: 6, notDone: 2, cannotSay: 0 };
const men = { done: 2, partly: 0, notDone: 1, cannotSay: 3 };

describe('a tally by group', () => {
  it('comes to the sum of its groups', () => {
    expect(sumOf({ women, men })).toEqual({ done: 3, partly: 6, notDone: 3, cannotSay: 3 });
    expect(sumOf({})).toEqual(NO_TALLY);
  });
  it('names no group of which nobody raised a hand', () => {
    expect(saidBy({ women, youth: NO_TALLY })).toEqual({ women });
  });
});
