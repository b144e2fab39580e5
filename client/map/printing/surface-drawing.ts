import { element } from '../../ui/picture/markup.ts';
import { classOf, rootBreaks } from '../legend.ts';
import { rings } from '../results/result-table.ts';
import { dataOf } from '../run-result.ts';
import type { Scene } from '../scene.ts';
import type { Drawing } from './drawing.ts';
import { ringPath } from './outline.ts';

/** The density as one path a class; on the screen it is a stretched picture of the same cells. */
export function drawSurface({ result, palette }: Scene, opacity: number, { project, box }: Drawing): string {
  const data = dataOf(result, 'kernel-density');
  if (!data) return '';
  const breaks = rootBreaks(data.maximum, palette.sequential.length);
  const cells = Array.from(data.cell, (cell, i) => ({ cell, value: data.value[i] })).filter(
    ({ value }) => value >= breaks[1] / 10,
  );
  const paths = palette.sequential.map(() => '');
  const outlines = rings(
    data.grid,
    cells.map(({ cell }) => cell),
  );
  cells.forEach(({ value }, i) => {
    paths[classOf(value, breaks)] += ringPath(outlines[i].map(project), box);
  });
  const drawn = paths.map((d, i) => (d === '' ? '' : element('path', { d, fill: palette.sequential[i] })));
  return element('g', { 'fill-opacity': opacity, 'shape-rendering': 'crispEdges' }, drawn.join(''));
}
