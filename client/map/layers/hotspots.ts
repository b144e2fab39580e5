import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import type { MapLayer } from '../layer.ts';
import type { LegendKey } from '../legend.ts';
import type { Palette } from '../palette.ts';
import type { HotspotResult } from '../results/local-gi-star.ts';
import { dataOf } from '../run-result.ts';
import { EMPTY_COLLECTION, once, type Scene } from '../scene.ts';

const hotspotsOf = ({ result }: Scene) => dataOf(result, 'local-gi-star');

const cells = once(
  (result: HotspotResult): FeatureCollection => ({
    type: 'FeatureCollection',
    features: result.cells.map(({ cell, outline, significance, z }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [outline] },
      properties: { cell, strength: strength(significance, z) },
    })),
  }),
);

/** -3 to 3: 0 is no finding; among findings the step follows z (below 3, 3 to 5, above 5). */
export function strength(significance: number, z: number | null): number {
  if (significance === 0 || z === null) return 0;
  const size = Math.abs(z);
  return significance * (size < 3 ? 1 : size < 5 ? 2 : 3);
}

function colours({ cold, hot, land }: Palette): ExpressionSpecification {
  return [
    'match',
    ['get', 'strength'],
    -3, cold[0], -2, cold[1], -1, cold[2],
    1, hot[0], 2, hot[1], 3, hot[2],
    land,
  ]; // biome-ignore format: pairs read as pairs
}

/** Cells of a local Gi* run. Cells without a finding are not filled, yet a click on them is answered. */
export const hotspots: MapLayer = {
  id: 'hotspots',
  title: defineMessage({ id: 'map.layer.hotspots', defaultMessage: 'Hot and cold cells' }),
  group: 'findings',
  visibleAtFirst: true,
  sources: (scene) => {
    const result = hotspotsOf(scene);
    return { cells: { type: 'geojson', data: result ? cells(result) : EMPTY_COLLECTION } };
  },
  styles: ({ palette }, { opacity }) => [
    { id: 'hotspots-cell', type: 'fill', source: 'cells', paint: { 'fill-opacity': 0 } },
    {
      id: 'hotspots-fill',
      type: 'fill',
      source: 'cells',
      filter: ['!=', ['get', 'strength'], 0],
      paint: { 'fill-color': colours(palette), 'fill-opacity': 0.78 * opacity, 'fill-antialias': false },
    },
    {
      id: 'hotspots-edge',
      type: 'line',
      source: 'cells',
      filter: ['!=', ['get', 'strength'], 0],
      paint: {
        'line-color': ['case', ['>', ['get', 'strength'], 0], palette.hot[2], palette.cold[0]],
        'line-opacity': 0.5 * opacity,
        'line-width': 0.6,
      },
    },
  ],
  legend: (scene) => {
    if (!hotspotsOf(scene)) return [];
    const step = (colour: string, key: LegendKey) => ({ colour, shape: 'fill' as const, label: { key } });
    const { hot, cold, land } = scene.palette;
    return [
      {
        kind: 'swatches',
        items: [
          step(hot[2], 'hot3'),
          step(hot[1], 'hot2'),
          step(hot[0], 'hot1'),
          step(land, 'notSignificant'),
          step(cold[2], 'cold1'),
          step(cold[1], 'cold2'),
          step(cold[0], 'cold3'),
        ],
      },
    ];
  },
  hit: ({ cell }, styleId) => (styleId === 'hotspots-cell' ? { kind: 'cell', id: String(cell) } : null),
  hasData: (scene) => hotspotsOf(scene) !== null,
};
