import { describe, expect, it } from 'vitest';
import { dataDifference, summaryDifference } from '../../../server/domain/run-difference.ts';

describe('the difference of two answers', () => {
  it('names the figures by their path', () => {
    const before = { n: 600, tooFew: null, hotspots: [{ rank: 1, incidents: 20 }] };
    const after = { n: 601, tooFew: null, hotspots: [{ rank: 1, incidents: 21 }, { rank: 2 }] };
    expect(summaryDifference(before, after)).toEqual({
      figures: [
        { path: 'n', before: 600, after: 601 },
        { path: 'hotspots.0.incidents', before: 20, after: 21 },
        { path: 'hotspots.1.rank', before: null, after: 2 },
      ],
      more: 0,
    });
  });

  it('leaves shapes out, but not a count of the same name', () => {
    const before = { cells: 9, patch: { cells: [1, 2], geometry: { coordinates: [1] }, bounds: [1] } };
    const after = { cells: 10, patch: { cells: [3], geometry: { coordinates: [2] }, bounds: [2] } };
    expect(summaryDifference(before, after).figures).toEqual([{ path: 'cells', before: 9, after: 10 }]);
  });

  it('lists fifty and counts the rest', () => {
    const many = (by: number) => ({ table: Array.from({ length: 60 }, (_, i) => i + by) });
    const { figures, more } = summaryDifference(many(0), many(1));
    expect([figures.length, more]).toEqual([50, 10]);
    expect(summaryDifference(many(0), many(0))).toEqual({ figures: [], more: 0 });
  });

  it('says which data changed, came and went', () => {
    expect(dataDifference({ 1: 2, 2: 5, 'area:7': 1 }, { 1: 3, 2: 5, 3: 1 })).toEqual({
      1: [2, 3],
      3: [null, 1],
      'area:7': [1, null],
    });
  });
});
