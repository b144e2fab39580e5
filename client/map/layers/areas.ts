import pointOnFeature from '@turf/point-on-feature';
import type { FeatureCollection } from 'geojson';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { MapLayer } from '../layer.ts';
import { isDrawn } from '../run-result.ts';
import { type MapArea, once } from '../scene.ts';

const boxSize = ({ bounds: [west, south, east, north] }: MapArea): number => (east - west) * (north - south);
const largerFirst = (a: MapArea, b: MapArea): number => boxSize(b) - boxSize(a);

const outlines = once(
  (areas: readonly MapArea[]): FeatureCollection => ({
    type: 'FeatureCollection',
    // The smallest on top: a click means the neighbourhood, not the district around it.
    features: [...areas].sort(largerFirst).map((area) => ({
      type: 'Feature',
      geometry: area.geometry,
      properties: { id: area.id, kind: area.kind },
    })),
  }),
);

/** One point an area: a label taken from the polygon itself would be written once in every tile. */
const names = once((areas: readonly MapArea[]): FeatureCollection => {
  const parents = new Set(areas.map(({ parentId }) => parentId));
  return {
    type: 'FeatureCollection',
    // Where an area is told apart into smaller ones, theirs are the names that help.
    features: areas
      .filter(({ id }) => !parents.has(id))
      .sort(largerFirst)
      .map((area, rank) => ({
        ...pointOnFeature(area.geometry),
        properties: { name: ownName(area), rank, from: nameZoom(area) },
      })),
  };
});

/** Registers write where an area lies behind its name ("Tract 12, Some County"): on the map that is seen. */
const ownName = ({ name }: MapArea): string => name.split(/,\s/)[0] || name;

/** Pixels of a letter, letters of the longest line, and pixels that the world is wide at zoom 0. */
const LETTER = 6;
const LINE = 14;
const WORLD = 512;
/** A name may be half as wide again as its area: most areas have neighbours with room. */
const SLACK = 1.5;

/** The zoom from which an area is about as wide as its name: below, names would be a carpet over the map. */
function nameZoom(area: MapArea): number {
  const [west, , east] = area.bounds;
  const width = Math.min(ownName(area).length, LINE) * LETTER;
  const degrees = Math.max(east - west, 1e-6) * SLACK;
  return Math.max(10, Math.log2((width * 360) / (degrees * WORLD)));
}

export const areas: MapLayer = {
  id: 'areas',
  title: defineMessage({ id: 'map.layer.areas', defaultMessage: 'Areas' }),
  group: 'areas',
  visibleAtFirst: true,
  sources: (scene) => ({
    areas: { type: 'geojson', data: outlines(scene.areas) },
    'area-names': { type: 'geojson', data: names(scene.areas) },
  }),
  // Under an answer the borders and names are there to find one's way, no more.
  styles: ({ palette, result }, { opacity }) => [
    // Nothing is painted inside, but a click inside is a click on the area.
    { id: 'areas-inside', type: 'fill', source: 'areas', paint: { 'fill-opacity': 0 } },
    ...fade(
      [
        {
          id: 'areas-edge',
          type: 'line',
          source: 'areas',
          filter: ['!=', ['get', 'kind'], 'custom'],
          paint: {
            'line-color': palette.areaEdge,
            'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.6, 14, 1.6],
            'line-opacity': isDrawn(result) ? 0.45 : 1,
          },
        },
        {
          id: 'areas-custom',
          type: 'line',
          source: 'areas',
          filter: ['==', ['get', 'kind'], 'custom'],
          paint: { 'line-color': palette.accent, 'line-width': 1.8, 'line-dasharray': [3, 2] },
        },
        {
          id: 'areas-name',
          type: 'symbol',
          source: 'area-names',
          minzoom: 10,
          filter: ['>=', ['zoom'], ['get', 'from']],
          layout: {
            'text-field': ['get', 'name'],
            'symbol-sort-key': ['get', 'rank'],
            'text-font': ['Noto Sans Medium'],
            'text-size': isDrawn(result) ? 11 : 12,
            'text-padding': isDrawn(result) ? 12 : 6,
            'text-max-width': 8,
          },
          paint: {
            'text-color': palette.text,
            'text-halo-color': palette.halo,
            'text-halo-width': 1.4,
            'text-opacity': isDrawn(result) ? 0.7 : 1,
          },
        },
      ],
      opacity,
    ),
  ],
  legend: ({ palette }) => [
    {
      kind: 'swatches',
      items: [
        { colour: palette.areaEdge, shape: 'line', label: { key: 'area' } },
        { colour: palette.accent, shape: 'dash', label: { key: 'customArea' } },
      ],
    },
  ],
  hit: ({ id }, styleId) => (styleId === 'areas-inside' ? { kind: 'area', id: String(id) } : null),
  hasData: (scene) => scene.areas.length > 0,
};
