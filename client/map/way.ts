import type { FeatureCollection } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';
import type { MapStyle } from './layer.ts';
import type { Palette } from './palette.ts';

/** The way of a walkabout as it is kept, or while it is drawn. */
export interface DrawnWay {
  readonly line: { readonly coordinates: readonly (readonly [number, number])[] } | null;
  readonly stops: readonly { readonly position: readonly [number, number] }[];
}

interface WayData {
  readonly line: FeatureCollection;
  readonly stops: FeatureCollection;
}

/** Without a line of its own the way goes straight from stop to stop. */
export function wayData({ line, stops }: DrawnWay): WayData {
  const path = line?.coordinates ?? stops.map(({ position }) => position);
  return {
    line: {
      type: 'FeatureCollection',
      features:
        path.length < 2
          ? []
          : [
              {
                type: 'Feature',
                geometry: { type: 'LineString', coordinates: path.map(([lon, lat]) => [lon, lat]) },
                properties: { isGuess: line === null },
              },
            ],
    },
    stops: {
      type: 'FeatureCollection',
      features: stops.map(({ position: [lon, lat] }, i) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { number: String(i + 1) },
      })),
    },
  };
}

export const waySources = ({ line, stops }: WayData): Readonly<Record<string, SourceSpecification>> => ({
  way: { type: 'geojson', data: line },
  'way-stops': { type: 'geojson', data: stops },
});

/** `letters`: pixels of the numbers of the stops. */
export const wayStyles = ({ accent, onAccent, halo }: Palette, letters: number): MapStyle[] => [
  {
    id: 'way-casing',
    type: 'line',
    source: 'way',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': halo, 'line-width': letters * 0.7 },
  },
  {
    id: 'way-line',
    type: 'line',
    source: 'way',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': accent, 'line-width': letters * 0.35 },
  },
  {
    id: 'way-stop',
    type: 'circle',
    source: 'way-stops',
    paint: {
      'circle-radius': letters * 0.85,
      'circle-color': accent,
      'circle-stroke-color': halo,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'way-number',
    type: 'symbol',
    source: 'way-stops',
    layout: {
      'text-field': ['get', 'number'],
      'text-font': ['Noto Sans Regular'],
      'text-size': letters,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': onAccent },
  },
];
