import type { MarkerShape } from './marker-shapes.ts';
import type { FoundPattern } from './results/emerging-hotspots.ts';

/** A legend is data; client/views/map draws it and every text goes through the catalogue there. */
export type LegendPart =
  | {
      readonly kind: 'ramp';
      readonly colours: readonly string[];
      /** Class borders, one more than colours. */
      readonly breaks: readonly number[];
      readonly unit: RampUnit;
    }
  | { readonly kind: 'swatches'; readonly items: readonly Swatch[] }
  /** Incidents are told by squares and months; how many are not told, null when nobody may know. */
  | { readonly kind: 'squares'; readonly side: number | null; readonly hidden: number | null }
  | { readonly kind: 'sizes'; readonly sizes: readonly { count: number; radius: number }[] };

/** What the numbers of a ramp are. */
export type RampUnit =
  | 'incidents'
  | 'perSquareKilometre'
  | 'perThousandYear'
  | 'harm'
  | 'harmPerSquareKilometre'
  | 'harmPerThousandYear';

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
  | 'concern'
  | 'intervention'
  | 'highHigh'
  | 'highLow'
  | 'lowHigh'
  | 'lowLow'
  | 'more'
  | 'fewer'
  | 'largerShare'
  | 'smallerShare'
  | 'sameShare'
  | 'denser3'
  | 'denser2'
  | 'denser1'
  | 'asDense'
  | 'sparser1'
  | 'sparser2'
  | 'sparser3'
  | 'tooFewToSay'
  | 'cluster'
  | 'scanCluster'
  | 'scanChance'
  | 'chainFirst'
  | 'chainLater'
  | 'topPlace'
  | 'riskyAsset'
  | 'studyRegion'
  | 'quotient2'
  | 'quotient1'
  | 'quotientBelow1'
  | 'quotientBelow2'
  | 'quotientNone'
  | 'terrain1'
  | 'terrain2'
  | 'terrain3'
  | 'terrain4'
  | 'terrainLowest'
  | 'hit'
  | 'idle'
  | 'missed'
  | 'quiet'
  | 'noPattern'
  | 'noIncidents'
  | 'noHarm'
  | 'noRate'
  | FoundPattern;

/**
 * Class borders from 0 to the maximum in equal steps of the square root, two significant digits: a surface has one high
 * peak, and in equal steps everything else would look the same.
 */
export function rootBreaks(maximum: number, classes: number): number[] {
  const top = roundUp(maximum);
  return Array.from({ length: classes + 1 }, (_, i) => (i === 0 ? 0 : roundUp(top * (i / classes) ** 2)));
}

/**
 * Class borders for values of which most are small and a few are large: each class reaches so many times as far as the
 * one before, and the last begins where the largest fiftieth does, so that one giant does not take all colours but one.
 * Two significant digits; whole numbers stay whole.
 */
export function growingBreaks(values: readonly number[], classes: number): number[] {
  const above = values.filter((value) => value > 0).sort((a, b) => a - b);
  if (above.length === 0) return [0, 1];
  const whole = above.every(Number.isInteger);
  const at = (share: number) => above[Math.round((above.length - 1) * share)];
  const [low, high] = [at(0.1), at(0.98)];
  const inner = Array.from(
    { length: classes - 1 },
    (_, i) => low * (high / low) ** ((i + 1) / (classes - 1)),
  );
  const round = (value: number) => (whole ? Math.round(twoDigits(value)) : twoDigits(value));
  const [bottom, top] = [roundDown(above[0]), roundUp(above[above.length - 1])];
  const borders = [bottom, ...inner.map(round).filter((border) => border > bottom && border < top), top];
  const distinct = [...new Set(borders)];
  return distinct.length > 1 ? distinct : [bottom, whole ? bottom + 1 : roundUp(bottom * 1.01)];
}

const twoDigits = (value: number): number => Number(value.toPrecision(2));

/** So many colours of a ramp, from its light end to its dark one. */
export function coloursOf(ramp: readonly string[], classes: number): string[] {
  if (classes === 1) return [ramp[ramp.length - 1]];
  return Array.from({ length: classes }, (_, i) => ramp[Math.round((i * (ramp.length - 1)) / (classes - 1))]);
}

function roundDown(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return tidy(Math.floor(value / unit + 1e-9) * unit);
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
