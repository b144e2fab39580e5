import { ScatterplotLayer } from '@deck.gl/layers';
import { defineMessage } from 'react-intl';
import type { EmphasisedPoints } from '../emphasis.ts';
import type { DeckStyle, MapLayer } from '../layer.ts';
import { type Palette, rgb } from '../palette.ts';
import type { Scene } from '../scene.ts';

const CLEAR = 0;
const FULL = 255;

/** Incidents of the selected hour or period: full where the time is known to lie in it, hollow where it may. */
export const emphasis: MapLayer = {
  id: 'emphasis',
  title: defineMessage({ id: 'map.layer.emphasis', defaultMessage: 'Incidents of the selected time' }),
  group: 'work',
  visibleAtFirst: true,
  sources: () => ({}),
  styles: (scene) => (scene.emphasis ? [styleOf(scene.emphasis, scene.palette)] : []),
  legend: () => [],
  hasData: ({ emphasis: points }: Scene) => points !== null,
};

let last: { points: EmphasisedPoints; palette: Palette; style: DeckStyle } | null = null;

/** The same style object for the same points, so that other changes of the map do not rebuild them. */
function styleOf(points: EmphasisedPoints, palette: Palette): DeckStyle {
  if (last?.points === points && last.palette === palette) return last.style;
  const style: DeckStyle = {
    type: 'deck',
    id: 'emphasis-point',
    make: (beforeId) => pointLayer(points, palette, beforeId),
  };
  last = { points, palette, style };
  return style;
}

function pointLayer({ positions, sure }: EmphasisedPoints, palette: Palette, beforeId: string) {
  const ink = rgb(palette.selection);
  const colours = (full: (k: number) => number) =>
    Uint8Array.from({ length: sure.length * 4 }, (_, at) => (at % 4 < 3 ? ink[at % 4] : full(at >> 2)));
  return new ScatterplotLayer<unknown, { beforeId: string }>({
    id: 'emphasis-point',
    beforeId,
    data: {
      length: sure.length,
      attributes: {
        getPosition: { value: positions, size: 2 },
        getFillColor: { value: colours((k) => (sure[k] === 1 ? FULL : CLEAR)), size: 4 },
      },
    },
    stroked: true,
    getLineColor: [...ink],
    getLineWidth: 1,
    lineWidthUnits: 'pixels',
    getRadius: 14,
    radiusUnits: 'meters',
    radiusMinPixels: 1.6,
    radiusMaxPixels: 6,
    pickable: false,
  });
}
