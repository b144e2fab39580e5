import type { FeatureCollection } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import { shapeAround } from '../kept-square.ts';
import type { MapLayer } from '../layer.ts';
import { iconName } from '../marker-icons.ts';
import { type MapConcern, once } from '../scene.ts';

/** Below this zoom concerns stand in circles with their number. */
const CLOSE = 14;

const points = once(
  (concerns: readonly MapConcern[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: concerns.map(({ id, position }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...position] },
      properties: { id, lon: position[0], lat: position[1] },
    })),
  }),
);

/** What is kept of a place that was told no finer. */
const squares = once(
  (concerns: readonly MapConcern[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: concerns
      .filter(({ sideM }) => sideM !== null)
      .map(({ id, position, sideM }) => ({
        type: 'Feature',
        geometry: shapeAround(position, sideM),
        properties: { id },
      })),
  }),
);

export const concerns: MapLayer = {
  id: 'concerns',
  title: defineMessage({ id: 'map.layer.concerns', defaultMessage: 'Concerns' }),
  group: 'work',
  visibleAtFirst: false,
  sources: (scene) => ({
    concerns: {
      type: 'geojson',
      data: points(scene.concerns),
      cluster: true,
      clusterRadius: 44,
      clusterMaxZoom: CLOSE - 1,
      clusterProperties: {
        west: ['min', ['get', 'lon']],
        south: ['min', ['get', 'lat']],
        east: ['max', ['get', 'lon']],
        north: ['max', ['get', 'lat']],
      },
    },
    'concern-squares': { type: 'geojson', data: squares(scene.concerns) },
  }),
  styles: ({ palette }, { opacity }) =>
    fade(
      [
        {
          id: 'concerns-square',
          type: 'line',
          source: 'concern-squares',
          minzoom: CLOSE,
          paint: { 'line-color': palette.concern, 'line-width': 1.4, 'line-dasharray': [3, 2] },
        },
        {
          id: 'concerns-group',
          type: 'circle',
          source: 'concerns',
          filter: ['has', 'point_count'],
          paint: {
            'circle-color': palette.halo,
            'circle-stroke-color': palette.concern,
            'circle-stroke-width': 2.4,
            'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1, 11, 10, 26],
          },
        },
        {
          id: 'concerns-count',
          type: 'symbol',
          source: 'concerns',
          filter: ['has', 'point_count'],
          layout: {
            'text-field': ['get', 'point_count_abbreviated'],
            'text-font': ['Noto Sans Regular'],
            'text-size': 12,
            'text-allow-overlap': true,
          },
          paint: { 'text-color': palette.concern },
        },
        {
          id: 'concerns-pin',
          type: 'symbol',
          source: 'concerns',
          filter: ['!', ['has', 'point_count']],
          layout: {
            'icon-image': iconName({ shape: 'diamond', colour: palette.concern, plate: palette.halo }),
            'icon-size': 0.9,
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
          },
        },
      ],
      opacity,
    ),
  legend: ({ palette }) => [
    { kind: 'swatches', items: [{ colour: palette.concern, shape: 'diamond', label: { key: 'concern' } }] },
  ],
  hit: (properties, styleId) => {
    if (styleId === 'concerns-pin' || styleId === 'concerns-square')
      return { kind: 'concern', id: String(properties.id) };
    const { west, south, east, north } = properties;
    return west === undefined ? null : { kind: 'group', id: [west, south, east, north].join() };
  },
  hasData: (scene) => scene.concerns.length > 0,
};
