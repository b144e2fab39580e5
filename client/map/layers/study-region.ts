import type { FeatureCollection } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer, MapStyle } from '../layer.ts';
import type { NearestResult } from '../results/nearest-neighbour.ts';
import { dataOf } from '../run-result.ts';
import { EMPTY_COLLECTION, once, type Scene } from '../scene.ts';

const outlined = ({ result }: Scene): NearestResult | null => {
  const data = dataOf(result, 'nearest-neighbour');
  return data?.outline ? data : null;
};

const lines = once(
  ({ outline }: NearestResult): FeatureCollection =>
    outline
      ? {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              geometry: { type: 'LineString', coordinates: outline.coordinates[0] },
              properties: {},
            },
          ],
        }
      : EMPTY_COLLECTION,
);

/** The ground that an index is measured against: a line, since nothing in it is a finding. */
export const studyRegion: MapLayer = {
  id: 'study-region',
  title: defineMessage({ id: 'map.layer.studyRegion', defaultMessage: 'Outline around the incidents' }),
  group: 'findings',
  visibleAtFirst: true,
  sources: (scene) => {
    const data = outlined(scene);
    return { 'study-region': { type: 'geojson', data: data ? lines(data) : EMPTY_COLLECTION } };
  },
  styles: ({ palette }, { opacity }) =>
    fade<MapStyle>(
      [
        {
          id: 'study-region-line',
          type: 'line',
          source: 'study-region',
          layout: { 'line-join': 'round' },
          paint: { 'line-color': palette.text, 'line-width': 2, 'line-dasharray': [2, 1.6] },
        },
      ],
      opacity,
    ),
  legend: (scene) =>
    outlined(scene)
      ? [
          {
            kind: 'swatches',
            items: [{ colour: scene.palette.text, shape: 'dash', label: { key: 'studyRegion' } }],
          },
        ]
      : [],
  hit: () => ({ kind: 'cell', id: 'region' }),
  hasData: (scene) => outlined(scene) !== null,
};
