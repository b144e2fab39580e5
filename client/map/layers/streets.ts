import type { ExpressionSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { EMPTY_COLLECTION } from '../scene.ts';

const CLASS: ExpressionSpecification = ['downcase', ['to-string', ['get', 'class']]];
const WATER = ['river', 'stream', 'canal', 'water', 'waterway'];
const MAJOR = ['motorway', 'trunk', 'primary', 'secondary', 'major', 'main', 'avenue', 'arterial', 'bridge'];
const isWater: ExpressionSpecification = ['in', CLASS, ['literal', WATER]];
const isMajor: ExpressionSpecification = ['in', CLASS, ['literal', MAJOR]];

/** Imported street lines, rivers among them. */
export const streets: MapLayer = {
  id: 'streets',
  title: defineMessage({ id: 'map.layer.streets', defaultMessage: 'Streets and rivers' }),
  group: 'base',
  visibleAtFirst: true,
  sources: ({ streets: data }) => ({ streets: { type: 'geojson', data: data ?? EMPTY_COLLECTION } }),
  styles: ({ palette }, { opacity }) =>
    fade(
      [
        {
          id: 'streets-river',
          type: 'line',
          source: 'streets',
          filter: isWater,
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: {
            'line-color': palette.river,
            'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 9, 2, 13, 10, 17, 60],
          },
        },
        {
          id: 'streets-minor',
          type: 'line',
          source: 'streets',
          minzoom: 11,
          filter: ['!', ['any', isWater, isMajor]],
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: {
            'line-color': palette.street,
            'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 11, 0.5, 14, 1.6, 18, 9],
          },
        },
        {
          id: 'streets-major',
          type: 'line',
          source: 'streets',
          filter: isMajor,
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: {
            'line-color': palette.streetMajor,
            'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, 0.7, 14, 3, 18, 14],
          },
        },
        {
          id: 'streets-name',
          type: 'symbol',
          source: 'streets',
          minzoom: 14,
          filter: ['!=', ['get', 'name'], ''],
          layout: {
            'symbol-placement': 'line',
            'text-field': ['get', 'name'],
            'text-font': ['Noto Sans Regular'],
            'text-size': 11,
          },
          paint: { 'text-color': palette.textQuiet, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
        },
      ],
      opacity,
    ),
  legend: ({ palette }) => [
    {
      kind: 'swatches',
      items: [
        { colour: palette.streetMajor, shape: 'line', label: { key: 'street' } },
        { colour: palette.river, shape: 'line', label: { key: 'river' } },
      ],
    },
  ],
  hasData: ({ streets: data }) => data !== null && data.features.length > 0,
};
