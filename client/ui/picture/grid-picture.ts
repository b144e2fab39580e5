import { element, escapeText } from './markup.ts';
import { PAPER } from './paper.ts';

export interface GridChart {
  readonly width: number;
  /** What its figures are: over the grid. */
  readonly title: string;
  /** Names of the rows, from above. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly values: readonly number[];
  readonly number: (value: number) => string;
  /** What stands in the cells, where it is not the figure that shades them. */
  readonly texts?: readonly string[];
  /** The figure that is darkest; without it the largest there is. */
  readonly most?: number;
  /** Room for the names of the rows. */
  readonly left?: number;
}

const LEFT = 84;
const TITLE = 22;
const TOP = TITLE + 20;
const ROW = 24;

/** Figures in a grid, the larger the darker, each written in its cell. */
export function gridPicture(chart: GridChart) {
  const { width, title, rows, columns, values, number, texts, left = LEFT } = chart;
  const height = TOP + rows.length * ROW + 2;
  const wide = (width - left - 1) / Math.max(columns.length, 1);
  const most = chart.most ?? values.reduce((a, b) => Math.max(a, b), 0);
  const cell = (value: number, i: number) => {
    const [x, y] = [left + (i % columns.length) * wide, TOP + Math.floor(i / columns.length) * ROW];
    const share = most > 0 ? Math.min(1, value / most) : 0;
    const grey = Math.round(255 - share * 190);
    return (
      element('rect', {
        x: x.toFixed(1),
        y,
        width: wide.toFixed(1),
        height: ROW,
        fill: `rgb(${grey},${grey},${grey})`,
        stroke: PAPER.paper,
        'stroke-width': 0.5,
      }) +
      words(
        x + wide / 2,
        y + 16,
        texts?.[i] ?? number(value),
        'middle',
        share > 0.5 ? PAPER.paper : PAPER.ink,
        10,
      )
    );
  };
  const markup = [
    element('text', { x: 4, y: 14, 'font-size': 12, 'font-weight': 600, fill: PAPER.ink }, escapeText(title)),
    ...columns.map((name, i) => words(left + (i + 0.5) * wide, TITLE + 14, name, 'middle', PAPER.quiet, 10)),
    ...rows.map((name, i) => words(left - 8, TOP + i * ROW + 16, name, 'end', PAPER.ink, 12)),
    ...values.map(cell),
  ].join('');
  return { width, height, markup };
}

function words(x: number, y: number, text: string, anchor: string, fill: string, size: number): string {
  return element(
    'text',
    { x: x.toFixed(1), y, 'text-anchor': anchor, 'font-size': size, fill },
    escapeText(text),
  );
}
