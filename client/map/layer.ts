import type { Layer } from '@deck.gl/core';
import type { FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MessageDescriptor } from 'react-intl';
import type { LegendPart } from './legend.ts';
import type { Scene } from './scene.ts';

export type LayerGroup = 'base' | 'areas' | 'findings' | 'incidents' | 'work';

/** How one entry of the layer list is shown; comes from the address. */
export interface LayerOptions {
  readonly visible: boolean;
  /** 0 to 1, multiplies what the layer itself draws. */
  readonly opacity: number;
}

export interface LayerState extends LayerOptions {
  readonly id: string;
}

/** A deck.gl layer drawn right below the empty MapLibre layer of the same id. */
export interface DeckStyle {
  readonly type: 'deck';
  readonly id: string;
  readonly make: (beforeId: string) => Layer;
}

/** A MapLibre layer whose `source` is the key of one of the layer's own sources. */
export type MapStyle = LayerSpecification;
export type StyleLayer = MapStyle | DeckStyle;
export type SourceMap = Readonly<Record<string, SourceSpecification>>;

/** What a click found, in the words of the address: `area:12`. */
export interface Hit {
  readonly kind: 'incident' | 'group' | 'cell' | 'area' | 'asset' | 'problem' | 'annotation' | 'concern';
  readonly id: string;
}

/**
 * One entry of the layer list. `sources` and `styles` are pure: the same scene gives the same objects
 * (by identity for data), so that the diff can tell what changed without looking inside.
 */
export interface MapLayer {
  readonly id: string;
  readonly title: MessageDescriptor;
  readonly group: LayerGroup;
  readonly visibleAtFirst: boolean;
  readonly sources: (scene: Scene) => SourceMap;
  readonly styles: (scene: Scene, options: LayerOptions) => readonly StyleLayer[];
  readonly legend: (scene: Scene, options: LayerOptions) => readonly LegendPart[];
  /** Reads the clicked feature; null when the click should fall through to the layer below. */
  readonly hit?: (properties: Readonly<Record<string, unknown>>, styleId: string) => Hit | null;
  /** False when the scene holds nothing for this layer, so that the list can say so. */
  readonly hasData: (scene: Scene) => boolean;
}

export type { FilterSpecification };

export const isDeck = (style: StyleLayer): style is DeckStyle => style.type === 'deck';
