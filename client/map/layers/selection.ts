import type { FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import type { MapLayer } from '../layer.ts';
import { EMPTY_COLLECTION, once } from '../scene.ts';

/** Of so many points each gets a dot: rings round all of them would be a black sheet over what they are to show. */
const CROWD = 60;

const feature = once(
  (geometry: Geometry): FeatureCollection => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry, properties: { crowd: isCrowd(geometry) } }],
  }),
);

const isCrowd = (geometry: Geometry): boolean =>
  geometry.type === 'MultiPoint' && geometry.coordinates.length > CROWD;

const crowd: ExpressionSpecification = ['==', ['get', 'crowd'], true];

/** Of a point alone, and of a dot in a crowd far away and near: pixels. */
function sized(alone: number, far: number, near: number): ExpressionSpecification {
  const either = (dot: number): ExpressionSpecification => ['case', crowd, dot, alone];
  return ['interpolate', ['linear'], ['zoom'], 10, either(far), 15, either(near)];
}

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
        'circle-radius': sized(13, 1.4, 4),
        'circle-opacity': 0,
        'circle-stroke-width': sized(5, 0.6, 1.6),
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
        'circle-radius': sized(13, 1.4, 4),
        'circle-color': palette.selection,
        'circle-opacity': ['case', crowd, 0.85, 0],
        'circle-stroke-width': ['case', crowd, 0, 2.5],
        'circle-stroke-color': palette.selection,
      },
    },
  ],
  legend: () => [],
  hasData: (scene) => scene.selection !== null,
};
