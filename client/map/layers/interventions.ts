import pointOnFeature from '@turf/point-on-feature';
import type { FeatureCollection } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { iconName } from '../marker-icons.ts';
import { type MapIntervention, once } from '../scene.ts';

const LONGEST = 60;

const shapes = once(
  (interventions: readonly MapIntervention[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: interventions
      .filter(({ geometry }) => geometry.type !== 'Point')
      .map(({ problemId, geometry }) => ({ type: 'Feature', geometry, properties: { id: problemId } })),
  }),
);

const pins = once(
  (interventions: readonly MapIntervention[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: interventions.map(({ problemId, text, geometry }) => ({
      ...pointOnFeature(geometry),
      properties: { id: problemId, text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text },
    })),
  }),
);

/** What was promised or chosen to be done, where it is done. */
export const interventions: MapLayer = {
  id: 'interventions',
  title: defineMessage({ id: 'map.layer.interventions', defaultMessage: 'Interventions' }),
  group: 'work',
  visibleAtFirst: true,
  sources: (scene) => ({
    interventions: { type: 'geojson', data: shapes(scene.interventions) },
    'intervention-pins': { type: 'geojson', data: pins(scene.interventions) },
  }),
  styles: ({ palette }, { opacity }) =>
    fade(
      [
        {
          id: 'interventions-line',
          type: 'line',
          source: 'interventions',
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          // Beside the edge of the case, which it often shares.
          paint: { 'line-color': palette.accent, 'line-width': 2.4, 'line-offset': 3 },
        },
        {
          id: 'interventions-pin',
          type: 'symbol',
          source: 'intervention-pins',
          layout: {
            'icon-image': iconName({ shape: 'cross', colour: palette.accent, plate: palette.halo }),
            'icon-size': 0.9,
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
            'icon-offset': [0, 22],
            'text-field': ['step', ['zoom'], '', 13, ['get', 'text']],
            'text-font': ['Noto Sans Regular'],
            'text-size': 12,
            'text-anchor': 'left',
            'text-offset': [1, 1.6],
            'text-justify': 'left',
            'text-optional': true,
            'text-max-width': 14,
          },
          paint: { 'text-color': palette.accent, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
        },
      ],
      opacity,
    ),
  legend: ({ palette }) => [
    { kind: 'swatches', items: [{ colour: palette.accent, shape: 'cross', label: { key: 'intervention' } }] },
  ],
  // Who does what there is told by the case; one without a case answers nothing.
  hit: ({ id }) => (typeof id === 'string' ? { kind: 'problem', id } : null),
  hasData: (scene) => scene.interventions.length > 0,
};
