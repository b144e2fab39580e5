import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { concerns } from '../../../../client/map/layers/concerns.ts';
import type { MapConcern, Scene } from '../../../../client/map/scene.ts';

const all: MapConcern[] = [
  { id: 'a', position: [1, 2], sideM: null },
  { id: 'b', position: [3, 4], sideM: 500 },
];
// The layer reads nothing else of a scene.
const scene = { concerns: all } as unknown as Scene;

function featuresOf(name: string) {
  const source = concerns.sources(scene)[name];
  if (source.type !== 'geojson' || typeof source.data === 'string') throw new Error('no features');
  return (source.data as FeatureCollection).features;
}

describe('concerns on the map', () => {
  it('stand where they are kept, with a square where no finer place was told', () => {
    expect(featuresOf('concerns').map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [1, 2] },
      { type: 'Point', coordinates: [3, 4] },
    ]);
    expect(featuresOf('concern-squares').map(({ properties }) => properties)).toEqual([{ id: 'b' }]);
  });

  it('are the same features for the same concerns', () => {
    expect(concerns.sources(scene)).toEqual(concerns.sources(scene));
    expect(featuresOf('concerns')).toBe(featuresOf('concerns'));
  });

  it('are opened one by one, and together by their bounds', () => {
    expect(concerns.hit?.({ id: 'a' }, 'concerns-pin')).toEqual({ kind: 'concern', id: 'a' });
    expect(concerns.hit?.({ west: 1, south: 2, east: 3, north: 4 }, 'concerns-group')).toEqual({
      kind: 'group',
      id: '1,2,3,4',
    });
    expect(concerns.hit?.({ id: 'x' }, 'concerns-other')).toBeNull();
  });
});
