import pointOnFeature from '@turf/point-on-feature';
import type { FeatureCollection, Geometry } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { iconName } from '../marker-icons.ts';
import { type MapAnnotation, once } from '../scene.ts';

type Placed = MapAnnotation & { geometry: Geometry };
const placed = (annotations: readonly MapAnnotation[]) =>
  annotations.filter((annotation): annotation is Placed => annotation.geometry !== null);

const shapes = once(
  (annotations: readonly MapAnnotation[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: placed(annotations)
      .filter(({ geometry }) => geometry.type !== 'Point')
      .map(({ id, geometry }) => ({ type: 'Feature', geometry, properties: { id } })),
  }),
);

const pins = once(
  (annotations: readonly MapAnnotation[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: placed(annotations).map(({ id, text, geometry }) => ({
      ...pointOnFeature(geometry),
      properties: { id, text: text.length > 60 ? `${text.slice(0, 59)}…` : text },
    })),
  }),
);

export const annotations: MapLayer = {
  id: 'annotations',
  title: defineMessage({ id: 'map.layer.annotations', defaultMessage: 'Notes' }),
  group: 'work',
  visibleAtFirst: true,
  sources: (scene) => ({
    annotations: { type: 'geojson', data: shapes(scene.annotations) },
    'annotation-pins': { type: 'geojson', data: pins(scene.annotations) },
  }),
  styles: ({ palette }, { opacity }) =>
    fade(
      [
        {
          id: 'annotations-line',
          type: 'line',
          source: 'annotations',
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: { 'line-color': palette.note, 'line-width': 2.4, 'line-dasharray': [1, 1.6] },
        },
        {
          id: 'annotations-pin',
          type: 'symbol',
          source: 'annotation-pins',
          layout: {
            'icon-image': iconName({ shape: 'star', colour: palette.note, plate: palette.halo }),
            'icon-size': 0.9,
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
            'text-field': ['step', ['zoom'], '', 12, ['get', 'text']],
            'text-font': ['Noto Sans Regular'],
            'text-size': 12,
            'text-anchor': 'left',
            'text-offset': [1, 0],
            'text-justify': 'left',
            'text-optional': true,
            'text-max-width': 14,
          },
          paint: { 'text-color': palette.note, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
        },
      ],
      opacity,
    ),
  legend: ({ palette }) => [
    { kind: 'swatches', items: [{ colour: palette.note, shape: 'star', label: { key: 'annotation' } }] },
  ],
  hit: ({ id }) => ({ kind: 'annotation', id: String(id) }),
  hasData: (scene) => placed(scene.annotations).length > 0,
};
