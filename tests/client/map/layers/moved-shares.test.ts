import { describe, expect, it } from 'vitest';
import { layerById } from '../../../../client/map/layer-list.ts';
import { PALETTES } from '../../../../client/map/palette.ts';
import type { ComparedPlace } from '../../../../client/map/results/point-pattern-test.ts';
import type { Scene } from '../../../../client/map/scene.ts';

const place = (cell: number, kind: ComparedPlace['kind']): ComparedPlace => ({
  cell,
  centre: [0, 0],
  outline: [],
  before: 1,
  after: 2,
  shareBefore: 0.1,
  shareAfter: 0.2,
  p: 0.01,
  q: 0.02,
  kind,
});
const geometry = { type: 'MultiPolygon' as const, coordinates: [] };
const scene = {
  palette: PALETTES.light,
  areas: [
    { id: 4, geometry },
    { id: 5, geometry },
  ],
  result: {
    method: 'point-pattern-test',
    data: { on: 'areas', places: [place(4, 'larger'), place(5, null), place(6, 'smaller')] },
  },
  // The layer reads nothing else of a scene.
} as unknown as Scene;

describe('the layer of moved shares', () => {
  const layer = layerById('moved-shares');

  it('draws areas in the shape of today, and leaves out what was deleted', () => {
    const [data] = Object.values(layer?.sources(scene) ?? {}).map((source) =>
      source.type === 'geojson' ? source.data : null,
    );
    expect(data).toMatchObject({
      features: [
        { geometry, properties: { cell: 4, kind: 'larger' } },
        { geometry, properties: { cell: 5, kind: '' } },
      ],
    });
  });

  it('gives the same features by identity for the same areas and result', () => {
    const data = (of: Scene) => layer?.sources(of)['moved-shares-cells'];
    expect(data(scene)).toEqual(data({ ...scene }));
    const source = (of: Scene) => {
      const found = data(of);
      return found?.type === 'geojson' ? found.data : null;
    };
    expect(source({ ...scene })).toBe(source(scene));
  });
});
