import { describe, expect, it } from 'vitest';
import { movingSums } from '../../../../../../client/views/map/methods/bursts/moving-sums.ts';

const days = [3, 0, null, 5, 1, 2].map((incidents, k) => ({
  id: String(k),
  start: k,
  incidents,
  watched: true,
  sum: null,
  alarm: false,
  crowded: false,
}));
const sums = (width: number) => movingSums(days, width).map(({ id, incidents }) => [id, incidents]);

describe('sums of a moving window', () => {
  it('stand at the last day of each whole window; a day without data adds nothing', () => {
    expect(sums(3)).toEqual([
      ['2', 3],
      ['3', 5],
      ['4', 6],
      ['5', 8],
    ]);
    expect(sums(1).map(([, incidents]) => incidents)).toEqual([3, 0, 0, 5, 1, 2]);
  });

  it('are none where no window fits', () => {
    expect(sums(7)).toEqual([]);
  });
});
