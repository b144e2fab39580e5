import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areas } from '../../../../client/map/layers/areas.ts';
import type { MapArea, Scene } from '../../../../client/map/scene.ts';

function area(id: number, name: string, width: number): MapArea {
  const ring = [
    [0, 0],
    [width, 0],
    [width, width],
    [0, width],
    [0, 0],
  ];
  const geometry: Polygon = { type: 'Polygon', coordinates: [ring] };
  return { id, parentId: null, bounds: [0, 0, width, width], kind: 'neighbourhood', name, geometry };
}

function namesOf(...all: MapArea[]) {
  // The layer reads nothing else of a scene.
  const source = areas.sources({ areas: all } as unknown as Scene)['area-names'];
  if (source.type !== 'geojson' || typeof source.data === 'string') throw new Error('no features');
  return (source.data as FeatureCollection).features.map(({ properties }) => properties ?? {});
}

describe('names of areas', () => {
  it('come later the smaller the area, and the longer the name', () => {
    const [large, long, short] = namesOf(
      area(1, 'Tract 12', 0.004),
      area(2, 'A park', 0.5),
      area(3, 'Census Tract 12', 0.004),
    );
    expect(large).toMatchObject({ name: 'A park', rank: 0, from: 10 });
    expect(short.name).toBe('Census Tract 12');
    expect(long.from).toBeGreaterThan(10);
    expect(short.from - long.from).toBeCloseTo(Math.log2(14 / 8), 9);
  });

  it('leave out where the area lies, as registers write it', () => {
    const [name] = namesOf(area(1, 'Tract 12, Some County, Some State', 0.1));
    expect(name.name).toBe('Tract 12');
  });

  it('come one zoom later for half the width', () => {
    const [wide, narrow] = namesOf(area(1, 'Tract 1', 0.008), area(2, 'Tract 2', 0.004));
    expect(narrow.from - wide.from).toBeCloseTo(1, 9);
  });
});
