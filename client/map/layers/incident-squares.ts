import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import { defineMessage } from 'react-intl';
import { fade } from '../fade.ts';
import type { LayerOptions, MapLayer, MapStyle } from '../layer.ts';
import { classOf, coloursOf, growingBreaks, type LegendPart } from '../legend.ts';
import type { Palette } from '../palette.ts';
import { EMPTY_COLLECTION, once, type Scene } from '../scene.ts';
import type { CountedSquare } from '../square-counts.ts';

const CLASSES = 6;
/** Metres: from here on a square reaches far beyond what it is about, and is outlined only. */
const WIDE = 8000;

/** The borders of the classes, the same for map and legend. */
export const squareBreaks = once((squares: readonly CountedSquare[]): readonly number[] =>
  growingBreaks(
    squares.map(({ density }) => density),
    CLASSES,
  ),
);

/** Incidents as squares, for those who do not see single ones: nothing here looks like a point. */
export const incidentSquares: MapLayer = {
  id: 'squares',
  title: defineMessage({ id: 'map.layer.squares', defaultMessage: 'Incidents in squares' }),
  group: 'findings',
  visibleAtFirst: true,
  sources: ({ squares }) => ({
    squares: { type: 'geojson', data: squares ? features(squares.counted) : EMPTY_COLLECTION },
  }),
  styles: ({ squares, palette }, options) => (squares ? stylesOf(squares.counted, palette, options) : []),
  legend: ({ squares, palette }) => (squares ? legendOf(squares, palette) : []),
  hit: ({ bounds }, styleId) => (styleId === 'squares-fill' ? { kind: 'group', id: String(bounds) } : null),
  hasData: ({ squares }) => squares !== null,
};

const features = once((counted: readonly CountedSquare[]): FeatureCollection => {
  const breaks = squareBreaks(counted);
  return {
    type: 'FeatureCollection',
    features: counted.map(({ bounds, count, density, side }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ringOf(bounds)] },
      properties: { class: classOf(density, breaks), wide: side >= WIDE, count, bounds: bounds.join() },
    })),
  };
});

function ringOf([west, south, east, north]: CountedSquare['bounds']): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** The lightest step is left out: it is hardly told from land without a colour. */
function rampOf({ sequential }: Palette, counted: readonly CountedSquare[]): string[] {
  return coloursOf(sequential.slice(1), squareBreaks(counted).length - 1);
}

function stylesOf(
  counted: readonly CountedSquare[],
  palette: Palette,
  { opacity }: LayerOptions,
): MapStyle[] {
  const ramp = rampOf(palette, counted);
  const colour = [
    'match',
    ['get', 'class'],
    ...ramp.flatMap((each, i) => [i, each]),
    palette.land,
  ] as unknown as ExpressionSpecification;
  return fade<MapStyle>(
    [
      {
        id: 'squares-fill',
        type: 'fill',
        source: 'squares',
        filter: ['!', ['get', 'wide']],
        // Opaque to one another, so that a finer square replaces the larger one under it: it counts that one in.
        paint: { 'fill-color': colour, 'fill-opacity': 1, 'fill-antialias': false },
      },
      {
        id: 'squares-edge',
        type: 'line',
        source: 'squares',
        paint: {
          'line-color': ['case', ['get', 'wide'], palette.text, palette.land],
          'line-opacity': ['case', ['get', 'wide'], 0.25, 0.6],
          'line-width': ['case', ['get', 'wide'], 1, 0.5],
        },
      },
    ],
    opacity,
  );
}

function legendOf({ counted, hidden }: NonNullable<Scene['squares']>, palette: Palette): LegendPart[] {
  const note: LegendPart = {
    kind: 'squares',
    side: counted.reduce((least, { side }) => Math.min(least, side), Number.POSITIVE_INFINITY),
    hidden,
  };
  if (counted.length === 0) return [{ ...note, side: null }];
  const breaks = squareBreaks(counted);
  return [{ kind: 'ramp', colours: rampOf(palette, counted), breaks, unit: 'perSquareKilometre' }, note];
}
