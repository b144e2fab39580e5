import { describe, expect, it } from 'vitest';
import { accountFor, mostFirst } from '../../../../client/views/data/row-account.ts';

const counts = {
  read: 100,
  stored: 80,
  unlocated: 5,
  duplicates: 4,
  refused: { bad_time: 2, protected_category: 9, no_time: 0 },
};

describe('accountFor', () => {
  it('sums the refused rows and puts the commonest reason first', () => {
    const account = accountFor(counts);
    expect(account.refused).toBe(11);
    expect(account.downloadable).toBe(2);
    expect(account.reasons).toEqual([
      ['protected_category', 9],
      ['bad_time', 2],
    ]);
  });

  it('says whether the heaps add up to what was read', () => {
    expect(accountFor(counts).addsUp).toBe(true);
    expect(accountFor({ ...counts, stored: 81 }).addsUp).toBe(false);
  });

  it('orders equal counts by name', () => {
    expect(mostFirst({ b: 1, a: 1 }).map(([name]) => name)).toEqual(['a', 'b']);
  });
});
