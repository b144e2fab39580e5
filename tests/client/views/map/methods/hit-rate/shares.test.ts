import { describe, expect, it } from 'vitest';
import { readShares } from '../../../../../../client/views/map/methods/hit-rate/shares.ts';

describe('readShares', () => {
  it('reads percents as shares, with commas, spaces or signs between them', () => {
    expect(readShares('1, 2, 5')).toEqual([0.01, 0.02, 0.05]);
    expect(readShares('0.7% 3%')).toEqual([0.007, 0.03]);
  });

  it('refuses what the server would refuse', () => {
    for (const text of ['', 'one', '5, 2', '2, 2', '0.05', '60', '1 2 3 4 5 6 7'])
      expect(readShares(text), text).toBeNull();
  });
});
