import { describe, expect, it } from 'vitest';
import { kindCounts } from '../../../../../client/views/map/methods/asset-kind-counts.ts';

describe('kindCounts', () => {
  it('puts the most frequent kind first', () => {
    const assets = ['pool', 'school', 'school', 'bar'].map((kind) => ({ kind }));
    expect(kindCounts(assets)).toEqual([
      { kind: 'school', assets: 2 },
      { kind: 'bar', assets: 1 },
      { kind: 'pool', assets: 1 },
    ]);
  });
});
