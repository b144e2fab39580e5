import { IconLayer, type IconLayerProps } from '@deck.gl/layers';
import type { FeatureCollection } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import { ICON_SIZE, iconAtlas } from '../icon-atlas.ts';
import type { PointSet } from '../incident-index.ts';
import type { DeckStyle, LayerOptions, MapLayer, StyleLayer } from '../layer.ts';
import type { Swatch } from '../legend.ts';
import { rgb } from '../palette.ts';
import { isDrawn } from '../run-result.ts';
import { type CategoryStyle, EMPTY_COLLECTION, type IncidentsInView, once, type Scene } from '../scene.ts';

const LEGEND_COUNTS = [10, 1000, 100_000];

/** Radius in pixels: the area of a bubble grows with the logarithm of its count, so that the largest still fit. */
export const groupRadius = (count: number): number => 9 + 4.5 * Math.log10(Math.max(count, 1));

const groupFeatures = once((view: IncidentsInView): FeatureCollection => {
  if (view.kind !== 'groups') return EMPTY_COLLECTION;
  return {
    type: 'FeatureCollection',
    features: view.groups.map(({ lon, lat, count, bounds }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { radius: groupRadius(count), text: shortCount(count), bounds: bounds.join() },
    })),
  };
});

/** 1,234 -> 1.2k. Drawn on the map, where there is no room for the grouping of a language. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const thousands = count / 1000;
  return thousands < 10 ? `${thousands.toFixed(1)}k` : `${Math.round(thousands)}k`;
}

export const incidents: MapLayer = {
  id: 'incidents',
  title: defineMessage({ id: 'map.layer.incidents', defaultMessage: 'Incidents' }),
  group: 'incidents',
  visibleAtFirst: true,
  sources: ({ incidents: view }) => ({
    groups: { type: 'geojson', data: view ? groupFeatures(view) : EMPTY_COLLECTION },
  }),
  styles,
  legend: categoryLegend,
  hit: ({ id, bounds }, styleId) =>
    styleId === 'incidents-point'
      ? { kind: 'incident', id: String(id) }
      : { kind: 'group', id: String(bounds) },
  // Where everything is told by squares there is nothing to draw one by one.
  hasData: ({ incidents: view, squares }) => squares === null || (view !== null && holdsAny(view)),
};

const holdsAny = (view: IncidentsInView): boolean =>
  view.kind === 'points' ? view.points.ids.length > 0 : view.groups.length > 0;

function styles(scene: Scene, options: LayerOptions): StyleLayer[] {
  // Over a finding the groups step back to rings: there the colours under them are the answer.
  const quiet = isDrawn(scene.result);
  return [
    ...fade(
      [
        {
          id: 'incidents-group',
          type: 'circle',
          source: 'groups',
          paint: {
            'circle-radius': quiet ? ['*', ['get', 'radius'], 0.4] : ['get', 'radius'],
            'circle-color': scene.palette.accent,
            'circle-opacity': quiet ? 0 : 0.88,
            'circle-stroke-width': quiet ? 1 : 1.5,
            'circle-stroke-color': quiet ? scene.palette.accent : scene.palette.halo,
            'circle-stroke-opacity': quiet ? 0.5 : 1,
          },
        },
        {
          id: 'incidents-count',
          type: 'symbol',
          source: 'groups',
          layout: {
            'text-field': quiet ? '' : ['get', 'text'],
            'text-font': ['Noto Sans Medium'],
            'text-size': 12,
            'text-allow-overlap': true,
            'text-ignore-placement': true,
          },
          paint: { 'text-color': scene.palette.onAccent },
        },
      ],
      options.opacity,
    ),
    pointStyle(scene, options),
  ];
}

interface PointStyleKey {
  readonly view: IncidentsInView | null;
  readonly categories: Scene['categories'];
  readonly palette: Scene['palette'];
  readonly opacity: number;
}

let lastPoints: { key: PointStyleKey; style: DeckStyle } | null = null;

/** The same style object for the same input, so that panning the map does not rebuild the points. */
function pointStyle({ incidents: view, categories, palette }: Scene, { opacity }: LayerOptions): DeckStyle {
  const known = lastPoints?.key;
  if (
    lastPoints &&
    known?.view === view &&
    known?.categories === categories &&
    known?.palette === palette &&
    known?.opacity === opacity
  )
    return lastPoints.style;
  const points = view?.kind === 'points' ? view.points : null;
  const style: DeckStyle = {
    type: 'deck',
    id: 'incidents-point',
    make: (beforeId) => pointLayer(points, categories, palette, opacity, beforeId),
  };
  lastPoints = { key: { view, categories, palette, opacity }, style };
  return style;
}

type Texture = NonNullable<IconLayerProps['iconAtlas']>;

interface PointRow {
  readonly id: number;
  readonly position: [number, number];
  readonly style: CategoryStyle | undefined;
}

function pointRows(points: PointSet | null, categories: Scene['categories']): PointRow[] {
  if (points === null) return [];
  return Array.from(points.ids, (id, i) => ({
    id,
    position: [points.positions[2 * i], points.positions[2 * i + 1]],
    style: categories.get(points.categories[i]),
  }));
}

function pointLayer(
  points: PointSet | null,
  categories: Scene['categories'],
  palette: Scene['palette'],
  opacity: number,
  beforeId: string,
) {
  const { image, iconMapping } = iconAtlas();
  return new IconLayer<PointRow, { beforeId: string }>({
    id: 'incidents-point',
    beforeId,
    data: pointRows(points, categories),
    pickable: true,
    opacity,
    // The declared type leaves out plain images, which this property documents and takes.
    iconAtlas: image as unknown as Texture,
    iconMapping,
    getPosition: (row) => row.position,
    getIcon: (row) => row.style?.shape ?? 'circle',
    getColor: (row) => [...rgb(row.style?.colour ?? palette.otherCategory)],
    getSize: ICON_SIZE,
    sizeUnits: 'pixels',
  });
}

function categoryLegend({ categories, palette }: Scene) {
  const own = [...categories.values()].filter(({ colour }) => colour !== palette.otherCategory);
  const others = [...categories.values()].filter(({ colour }) => colour === palette.otherCategory);
  const items: Swatch[] = own.map(({ colour, shape, name, count }) => ({
    colour,
    shape,
    label: { text: name },
    count,
  }));
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  if (others.length > 0)
    items.push({
      colour: palette.otherCategory,
      shape: 'circle',
      label: { key: 'otherCategories' },
      count: rest,
    });
  const sizes = LEGEND_COUNTS.map((count) => ({ count, radius: groupRadius(count) }));
  return [
    { kind: 'swatches' as const, items },
    { kind: 'sizes' as const, sizes },
  ];
}
