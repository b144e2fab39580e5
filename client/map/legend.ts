import type { MarkerShape } from './marker-shapes.ts';
import type { FoundPattern } from './results/emerging-hotspots.ts';

/** A legend is data; client/views/map draws it and every text goes through the catalogue there. */
export type LegendPart =
  | {
      readonly kind: 'ramp';
      readonly colours: readonly string[];
      /** Class borders, one more than colours. */
      readonly breaks: readonly number[];
      readonly unit: 'perSquareKilometre';
    }
  | { readonly kind: 'swatches'; readonly items: readonly Swatch[] }
  | { readonly kind: 'sizes'; readonly sizes: readonly { count: number; radius: number }[] };

export interface Swatch {
  readonly colour: string;
  readonly shape: MarkerShape | 'fill' | 'line' | 'dash' | 'ring';
  /** Edge of a ring. */
  readonly ring?: string;
  /** A message of the legend catalogue, a kind of asset, or text of the data. */
  readonly label: { readonly key: LegendKey } | { readonly assetKind: string } | { readonly text: string };
  readonly count?: number;
  /** A shape on a fill, for classes that colour alone would not tell apart. */
  readonly mark?: MarkerShape;
}

export type LegendKey =
  | 'hot3'
  | 'hot2'
  | 'hot1'
  | 'cold1'
  | 'cold2'
  | 'cold3'
  | 'notSignificant'
  | 'otherCategories'
  | 'area'
  | 'customArea'
  | 'street'
  | 'river'
  | 'problem'
  | 'annotation'
  | 'highHigh'
  | 'highLow'
  | 'lowHigh'
  | 'lowLow'
  | 'more'
  | 'fewer'
  | 'cluster'
  | 'scanCluster'
  | 'scanChance'
  | 'chainFirst'
  | 'chainLater'
  | 'topPlace'
  | 'riskyAsset'
  | 'studyRegion'
  | 'hit'
  | 'idle'
  | 'missed'
  | 'quiet'
  | 'noPattern'
  | FoundPattern;

/** Class borders from 0 to the maximum in equal steps, rounded outward to two significant digits. */
export function equalBreaks(maximum: number, classes: number): number[] {
  const top = roundUp(maximum);
  return Array.from({ length: classes + 1 }, (_, i) => tidy((top * i) / classes));
}

/** The next number upward with two significant digits. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return tidy(Math.ceil(value / unit - 1e-9) * unit);
}

const tidy = (value: number): number => Number(value.toPrecision(6));

/** The class a value falls in: `breaks[i] <= value < breaks[i + 1]`, the last class closed above. */
export function classOf(value: number, breaks: readonly number[]): number {
  const last = breaks.length - 2;
  for (let i = last; i > 0; i--) if (value >= breaks[i]) return i;
  return 0;
}
