import { describe, expect, it } from 'vitest';
import { type HeldCell, leadersAt, ranked } from '../../../../client/map/results/hit-rate.ts';

const cell = (number: number, counts: number | null, observed: number): HeldCell => ({
  cell: number,
  centre: [0, 0],
  outline: [],
  count: counts ?? 0,
  observed,
  predicted: { counts, density: null, 'gi-star': null, 'same-season': null },
});

describe('ranked', () => {
  it('takes cells as they are judged: highest first, of equals the one with fewest incidents', () => {
    const cells = [cell(1, 2, 9), cell(2, 5, 0), cell(3, 2, 1), cell(4, null, 3)];
    expect(ranked(cells, 'counts').map((each) => each.cell)).toEqual([2, 3, 1, 4]);
  });

  it('leaves the cells it was given as they were', () => {
    const cells = [cell(1, 1, 0), cell(2, 2, 0)];
    ranked(cells, 'counts');
    expect(cells.map((each) => each.cell)).toEqual([1, 2]);
  });
});

describe('leadersAt', () => {
  const score = (map: 'counts' | 'density' | 'gi-star', hits: number) => ({
    map,
    at: [{ share: 0.01, cells: 1, hits, hitRate: 0, pai: 0, pei: null, rri: null }],
    curve: { area: [], hits: [] },
  });

  it('gives all that are as good', () => {
    const maps = [score('counts', 3), score('density', 5), score('gi-star', 5)];
    expect(leadersAt(maps, 0).map(({ map }) => map)).toEqual(['density', 'gi-star']);
    expect(leadersAt([], 0)).toEqual([]);
  });
});
