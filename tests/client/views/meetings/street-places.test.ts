import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { wayData } from '../../../../client/map/way.ts';
import { stopKeys } from '../../../../client/stop-keys.ts';
import { streetPlaces } from '../../../../client/views/meetings/street-places.ts';

const street = (name: string, coordinates: number[][]): FeatureCollection['features'][number] => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates },
  properties: { name },
});

describe('stops by the name of a street', () => {
  it('lie in the middle of its longest line, each street once and by name', () => {
    const streets: FeatureCollection = {
      type: 'FeatureCollection',
      features: [
        street('North Road', [
          [0, 0],
          [1, 1],
        ]),
        street('North Road', [
          [2, 2],
          [3, 3],
          [4, 4],
        ]),
        street('Alder Close', [
          [5, 5],
          [6, 6],
        ]),
        street('', [
          [7, 7],
          [8, 8],
        ]),
      ],
    };
    expect(streetPlaces(streets)).toEqual([
      { name: 'Alder Close', position: [6, 6] },
      { name: 'North Road', position: [3, 3] },
    ]);
    expect(streetPlaces(undefined)).toEqual([]);
  });
});

describe('the way of a walkabout', () => {
  it('goes from stop to stop where no line was drawn', () => {
    const stops = [{ position: [0, 0] }, { position: [1, 1] }] as const;
    expect(wayData({ line: null, stops }).line.features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(wayData({ line: null, stops: [stops[0]] }).line.features).toEqual([]);
    expect(wayData({ line: null, stops }).stops.features.map(({ properties }) => properties?.number)).toEqual(
      ['1', '2'],
    );
  });

  it('may come to the same place twice', () => {
    const keys = stopKeys([{ position: [0, 0] }, { position: [1, 1] }, { position: [0, 0] }]);
    expect(new Set(keys).size).toBe(3);
  });
});
