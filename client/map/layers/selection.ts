import type { FeatureCollection, Geometry } from 'geojson';
import { defineMessage } from 'react-intl';
import type { MapLayer } from '../layer.ts';
import { EMPTY_COLLECTION, once } from '../scene.ts';

const feature = once(
  (geometry: Geometry): FeatureCollection => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry, properties: {} }],
  }),
);

/** A dark line on a light one is seen on every ground, and by everyone. */
export const selection: MapLayer = {
  id: 'selection',
  title: defineMessage({ id: 'map.layer.selection', defaultMessage: 'Selection' }),
  group: 'work',
  visibleAtFirst: true,
  sources: ({ selection: geometry }) => ({
    selection: { type: 'geojson', data: geometry ? feature(geometry) : EMPTY_COLLECTION },
  }),
  styles: ({ palette }) => [
    {
      id: 'selection-halo',
      type: 'line',
      source: 'selection',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.selectionHalo, 'line-width': 6, 'line-opacity': 0.9 },
    },
    {
      id: 'selection-edge',
      type: 'line',
      source: 'selection',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.selection, 'line-width': 2.5 },
    },
    {
      id: 'selection-ring-halo',
      type: 'circle',
      source: 'selection',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 13,
        'circle-opacity': 0,
        'circle-stroke-width': 5,
        'circle-stroke-color': palette.selectionHalo,
        'circle-stroke-opacity': 0.9,
      },
    },
    {
      id: 'selection-ring',
      type: 'circle',
      source: 'selection',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 13,
        'circle-opacity': 0,
        'circle-stroke-width': 2.5,
        'circle-stroke-color': palette.selection,
      },
    },
  ],
  legend: () => [],
  hasData: (scene) => scene.selection !== null,
};
