import { element } from '../../ui/picture/markup.ts';
import type { Swatch } from '../legend.ts';
import type { Palette } from '../palette.ts';
import { shapeMarkup } from './labels.ts';

/** A swatch of a legend in a box from -1 to 1, as the legend on the screen draws it. */
export function swatchMark({ shape, colour, ring, mark }: Swatch, palette: Palette): string {
  switch (shape) {
    case 'fill':
      return (
        element('rect', {
          x: -1,
          y: -0.8,
          width: 2,
          height: 1.6,
          fill: colour,
          stroke: palette.areaEdge,
          'stroke-width': 0.08,
        }) +
        (mark
          ? shapeMarkup(mark, 0.6, { fill: palette.text, stroke: palette.halo, 'stroke-width': 0.12 })
          : '')
      );
    case 'ring':
      return element('circle', { r: 0.75, fill: colour, stroke: ring, 'stroke-width': 0.4 });
    case 'line':
    case 'dash':
      return element('line', {
        x1: -1,
        x2: 1,
        stroke: colour,
        'stroke-width': 0.3,
        'stroke-dasharray': shape === 'dash' ? '0.5 0.25' : undefined,
      });
    default:
      return shapeMarkup(shape, 0.9, { fill: colour });
  }
}
