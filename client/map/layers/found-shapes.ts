import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { MessageDescriptor } from 'react-intl';
import { fade } from '../fade.ts';
import type { LayerOptions, MapLayer, MapStyle } from '../layer.ts';
import type { LegendPart } from '../legend.ts';
import type { Palette } from '../palette.ts';
import type { Position } from '../results/result-table.ts';
import { EMPTY_COLLECTION, once, type Scene } from '../scene.ts';

/** One thing that a method found, as it is drawn: an outline, a line or a disc. */
export interface FoundShape {
  /** As the address writes it; null when a click falls through. */
  readonly id: string | null;
  readonly geometry: Geometry;
  /** Weak findings are drawn dashed, so that they are told apart without colour. */
  readonly strong: boolean;
  /** Of discs, in pixels at street level. */
  readonly radius?: number;
  /** Written once, in the middle. */
  readonly label?: { readonly text: string; readonly at: Position };
}

interface Parts<Data extends object> {
  readonly id: string;
  readonly title: MessageDescriptor;
  readonly dataOf: (scene: Scene) => Data | null;
  readonly shapesOf: (data: Data) => readonly FoundShape[];
  readonly legendOf: (data: Data, palette: Palette) => readonly LegendPart[];
}

/** A layer of things found that are not cells. */
export function shapeLayer<Data extends object>(parts: Parts<Data>): MapLayer {
  const { id, title, dataOf, shapesOf, legendOf } = parts;
  const shapes = once(shapesOf);
  const collection = once((data: Data) => featuresOf(shapes(data)));
  const names = once((data: Data) => namesOf(shapes(data)));
  return {
    id,
    title,
    group: 'findings',
    visibleAtFirst: true,
    sources: (scene) => {
      const data = dataOf(scene);
      return {
        [id]: { type: 'geojson', data: data ? collection(data) : EMPTY_COLLECTION },
        [`${id}-names`]: { type: 'geojson', data: data ? names(data) : EMPTY_COLLECTION },
      };
    },
    styles: ({ palette }, options) => stylesOf(id, palette, options),
    legend: (scene) => {
      const data = dataOf(scene);
      return data ? legendOf(data, scene.palette) : [];
    },
    hit: ({ id: part }) => (typeof part === 'string' ? { kind: 'cell', id: part } : null),
    hasData: (scene) => dataOf(scene) !== null,
  };
}

/** Names are points of their own: on an outline they would be written once a tile. */
const namesOf = (shapes: readonly FoundShape[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: shapes.flatMap(({ id, label }, order): Feature[] =>
    label
      ? [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: label.at },
            properties: { id, label: label.text, order },
          },
        ]
      : [],
  ),
});

const featuresOf = (shapes: readonly FoundShape[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: shapes.map(
    ({ id, geometry, strong, radius }): Feature => ({
      type: 'Feature',
      geometry,
      properties: { id, strong, radius },
    }),
  ),
});

/** So much of the radius of a disc. */
const part = (share: number): ExpressionSpecification => ['*', share, ['coalesce', ['get', 'radius'], 5]];

const kind = (name: string): FilterSpecification => ['==', ['geometry-type'], name];
const strong: FilterSpecification = ['==', ['get', 'strong'], true];

function stylesOf(source: string, palette: Palette, { opacity }: LayerOptions): MapStyle[] {
  const ink = palette.hot[2];
  const notPoint: FilterSpecification = [
    '!',
    ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]],
  ];
  const line = (name: string, filter: FilterSpecification, dash?: number[]): MapStyle => ({
    id: `${source}-${name}`,
    type: 'line',
    source,
    filter: ['all', filter, notPoint] as FilterSpecification,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': ink, 'line-width': 2.4, ...(dash ? { 'line-dasharray': dash } : {}) },
  });
  return fade<MapStyle>(
    [
      {
        id: `${source}-fill`,
        type: 'fill',
        source,
        filter: ['any', kind('Polygon'), kind('MultiPolygon')] as FilterSpecification,
        paint: { 'fill-color': ink, 'fill-opacity': 0.16 },
      },
      line('strong', strong),
      line('weak', ['!', strong] as FilterSpecification, [2, 1.6]),
      {
        id: `${source}-disc`,
        type: 'circle',
        source,
        filter: kind('Point'),
        paint: {
          'circle-color': ['case', ['get', 'strong'], ink, palette.halo],
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, part(0.45), 14, part(1)],
          'circle-opacity': 0.85,
          'circle-stroke-color': ['case', ['get', 'strong'], palette.halo, ink],
          'circle-stroke-width': ['case', ['get', 'strong'], ['min', 1, part(0.2)], ['min', 2.4, part(0.4)]],
        },
      },
      {
        id: `${source}-name`,
        type: 'symbol',
        source: `${source}-names`,
        layout: {
          'text-field': ['get', 'label'],
          'text-font': ['Noto Sans Medium'],
          'text-size': 13,
          // Two on one another say nothing: the first found is named first, the others once there is room.
          'symbol-sort-key': ['get', 'order'],
          'text-padding': 1,
        },
        paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
      },
    ],
    opacity,
  );
}
