import type { MultiPoint } from 'geojson';
import { describe, expect, it } from 'vitest';
import { selection } from '../../../../client/map/layers/selection.ts';
import { PALETTES } from '../../../../client/map/palette.ts';
import { evaluate } from '../../../../client/map/printing/expression.ts';
import type { Scene } from '../../../../client/map/scene.ts';

/** The radius that the ring of a selection of so many points has at a zoom. */
function radius(points: number, zoom: number): unknown {
  const geometry: MultiPoint = {
    type: 'MultiPoint',
    coordinates: Array.from({ length: points }, (_, i) => [i / 1000, 50]),
  };
  // The layer reads nothing else of a scene.
  const scene = { palette: PALETTES.light, selection: geometry } as unknown as Scene;
  const shown = { visible: true, opacity: 1 };
  const source = selection.sources(scene).selection;
  if (source.type !== 'geojson' || typeof source.data === 'string') throw new Error('no features');
  if (!('features' in source.data)) throw new Error('no collection');
  const ring = selection.styles(scene, shown).find(({ id }) => id === 'selection-ring');
  if (ring?.type !== 'circle') throw new Error('no ring');
  const properties = source.data.features[0].properties ?? {};
  return evaluate(ring.paint?.['circle-radius'], { zoom, geometryType: 'Point', properties });
}

describe('the ring round what is selected', () => {
  it('is as large for a few points whatever the zoom', () => {
    expect([radius(1, 9), radius(12, 13)]).toEqual([13, 13]);
  });

  it('is a dot for each of thousands, so that the map under them is seen', () => {
    expect(radius(6000, 10)).toBeLessThan(2);
    expect(radius(6000, 16)).toBe(4);
  });
});
