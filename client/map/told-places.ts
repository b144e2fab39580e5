import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ShownCard } from '../api/meeting-show.ts';
import type { MapStyle } from './layer.ts';
import type { Palette } from './palette.ts';
import type { MapArea } from './scene.ts';

export type ToldPlace = NonNullable<ShownCard['answer']>['places'][number];
export type ToldClass = ToldPlace['found'];

/** Something there, orange; less or nothing there, blue; only more or less of one thing, one ramp. */
export function toldColour({ hot, cold, sequential }: Palette, found: ToldClass): string {
  return COLOURS[found]({ hot, cold, sequential });
}

type Ramps = Pick<Palette, 'hot' | 'cold' | 'sequential'>;
const strongHot = ({ hot }: Ramps) => hot[2];
const someHot = ({ hot }: Ramps) => hot[1];
const weakHot = ({ hot }: Ramps) => hot[0];
const strongCold = ({ cold }: Ramps) => cold[0];
const weakCold = ({ cold }: Ramps) => cold[2];
const step = (share: number) => (ramps: Ramps) =>
  ramps.sequential[Math.round(share * (ramps.sequential.length - 1))] ?? ramps.hot[2];

const COLOURS: Readonly<Record<ToldClass, (ramps: Ramps) => string>> = {
  hot: strongHot,
  rising: strongHot,
  steady: someHot,
  at_times: weakHot,
  past: weakCold,
  cold: strongCold,
  many_among_many: strongHot,
  many_among_few: weakHot,
  few_among_many: weakCold,
  few_among_few: strongCold,
  more: strongHot,
  fewer: strongCold,
  larger: strongHot,
  smaller: strongCold,
  denser: strongHot,
  sparser: strongCold,
  cluster: strongHot,
  repeat: strongHot,
  above: strongHot,
  below: strongCold,
  highest: step(1),
  high: step(0.65),
  middle: step(0.35),
};

/** Squares as they are, areas by their outline. */
export function toldFeatures(
  places: readonly ToldPlace[],
  areas: readonly MapArea[],
  palette: Palette,
): FeatureCollection {
  const shapes = new Map(areas.map(({ id, geometry }) => [id, geometry]));
  return {
    type: 'FeatureCollection',
    features: places.flatMap(({ bounds, area, found }): Feature[] => {
      const geometry = area === null ? squareOf(bounds) : shapes.get(area);
      const properties = { colour: toldColour(palette, found) };
      return geometry ? [{ type: 'Feature', geometry, properties }] : [];
    }),
  };
}

export const TOLD_SOURCE = 'told';

/** Below the streets: the room finds its way by them. */
export const toldStyles = ({ text }: Palette): MapStyle[] => [
  {
    id: 'told-fill',
    type: 'fill',
    source: TOLD_SOURCE,
    paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.75, 'fill-antialias': false },
  },
  {
    id: 'told-edge',
    type: 'line',
    source: TOLD_SOURCE,
    paint: { 'line-color': text, 'line-opacity': 0.6, 'line-width': 1.5 },
  },
];

function squareOf([west, south, east, north]: ToldPlace['bounds']): Geometry {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
