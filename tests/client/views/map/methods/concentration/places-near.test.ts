import { describe, expect, it } from 'vitest';
import {
  anyStreetIn,
  assetsIn,
} from '../../../../../../client/views/map/methods/concentration/places-near.ts';

const street = (...coordinates: number[][]) => ({
  type: 'FeatureCollection' as const,
  features: [
    { type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates } },
  ],
});

describe('streets where incidents are', () => {
  it('are those with a corner there', () => {
    expect(anyStreetIn(street([9, 9], [0.5, 0.5]), [[0, 0, 1, 1]])).toBe(true);
    expect(anyStreetIn(street([9, 9], [8, 8]), [[0, 0, 1, 1]])).toBe(false);
  });

  it('are none without streets, and none without incidents', () => {
    expect(anyStreetIn(null, [[0, 0, 1, 1]])).toBe(false);
    expect(anyStreetIn(street([0.5, 0.5]), [])).toBe(false);
  });
});

describe('assets where incidents are', () => {
  it('are those in one of the extents', () => {
    const assets = [{ position: [0.5, 0.5] }, { position: [2, 2] }, { position: [9, 1] }];
    expect(
      assetsIn(assets, [
        [0, 0, 1, 1],
        [8, 0, 9, 1],
      ]),
    ).toEqual([assets[0], assets[2]]);
    expect(assetsIn(assets, [])).toEqual([]);
  });
});
