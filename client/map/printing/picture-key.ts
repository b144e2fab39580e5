import { type IntlShape, useIntl } from 'react-intl';
import { element } from '../../ui/picture/markup.ts';
import type { KeyGroup, KeyRow } from '../../ui/picture/sheet.ts';
import type { LayerState } from '../layer.ts';
import { layerById } from '../layer-list.ts';
import type { LegendPart } from '../legend.ts';
import { RAMP_TEXTS, squaresText, useLegendText } from '../legend-text.ts';
import type { Scene } from '../scene.ts';
import { swatchMark } from './swatch-mark.ts';

/** Circles larger than this would not fit beside a line of text. */
const LARGEST = 1;

type PictureKey = (scene: Scene, layers: readonly LayerState[]) => KeyGroup[];

export function usePictureKey(): PictureKey {
  return pictureKey(useIntl(), useLegendText());
}

/** The key of a picture of the map: the layer of the answer first, then everything else that is drawn. */
export function pictureKey(intl: IntlShape, text: ReturnType<typeof useLegendText>): PictureKey {
  const number = (value: number) => intl.formatNumber(value, { maximumSignificantDigits: 2 });
  const rowsOf = (part: LegendPart, scene: Scene): KeyRow[] => {
    switch (part.kind) {
      case 'ramp':
        return [
          {
            mark: '',
            text: intl.formatMessage(RAMP_TEXTS[part.unit]),
          },
          ...part.colours.map((colour, i) => ({
            mark: element('rect', { x: -1, y: -0.8, width: 2, height: 1.6, fill: colour }),
            text: `${number(part.breaks[i])} – ${number(part.breaks[i + 1])}`,
          })),
        ];
      case 'swatches':
        return part.items.map((swatch) => ({
          mark: swatchMark(swatch, scene.palette),
          text:
            swatch.count === undefined
              ? text(swatch.label)
              : `${text(swatch.label)}: ${intl.formatNumber(swatch.count)}`,
        }));
      case 'squares':
        return [{ mark: element('g', {}), text: squaresText(intl, part) }];
      case 'sizes':
        return part.sizes.map(({ count, radius }) => ({
          mark: element('circle', {
            r: Math.min(radius / 32, LARGEST),
            fill: 'none',
            stroke: scene.palette.accent,
            'stroke-width': 0.15,
          }),
          text: intl.formatMessage(
            { id: 'map.legend.groupOf', defaultMessage: 'Group of about {count, number} incidents' },
            { count },
          ),
        }));
    }
  };
  return (scene, layers) =>
    layers
      .filter(({ visible }) => visible)
      .flatMap((state) => {
        const layer = layerById(state.id);
        return layer?.hasData(scene) ? [{ layer, parts: layer.legend(scene, state) }] : [];
      })
      .sort((a, b) => Number(b.layer.group === 'findings') - Number(a.layer.group === 'findings'))
      .map(({ layer, parts }) => ({
        title: intl.formatMessage(layer.title),
        rows: parts.filter((part) => isShown(part, layer.id, scene)).flatMap((part) => rowsOf(part, scene)),
      }));
}

/** Incidents are either groups or points: the key tells of what is there. */
function isShown(part: LegendPart, layerId: string, { incidents }: Scene): boolean {
  if (layerId !== 'incidents') return true;
  return part.kind === 'sizes' ? incidents?.kind === 'groups' : incidents?.kind === 'points';
}
