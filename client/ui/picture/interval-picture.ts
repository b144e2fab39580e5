import { element, escapeText } from './markup.ts';
import { PAPER } from './paper.ts';

/** A share with its interval; hollow with a broken line, or full with a whole one. */
export interface IntervalMark {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hollow: boolean;
}

export interface IntervalRow {
  readonly name: string;
  readonly marks: readonly IntervalMark[];
}

export interface IntervalChart {
  readonly width: number;
  readonly rows: readonly IntervalRow[];
  readonly title: string;
  readonly percent: (share: number) => string;
}

const LEFT = 130;
const RIGHT = 28;
const TOP = 28;
const BOTTOM = 26;
const ROW = 40;
/** Between the marks of one row. */
const APART = 14;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Shares from none to all, row by row: before and after are told apart by shape alone. */
export function intervalPicture(chart: IntervalChart): { width: number; height: number; markup: string } {
  const { width, rows, title, percent } = chart;
  const height = TOP + rows.length * ROW + BOTTOM;
  const x = (share: number) => LEFT + share * (width - LEFT - RIGHT);
  const markup = [
    text(4, 14, title, 'start', 600),
    ...TICKS.map((tick) => {
      const ends = { x1: f(x(tick)), x2: f(x(tick)), y1: TOP, y2: height - BOTTOM };
      const line = element('line', { ...ends, stroke: '#cccccc', 'stroke-width': 0.8 });
      return line + text(x(tick), height - 8, percent(tick), 'middle');
    }),
    ...rows.map((row, i) => rowMarkup(row, TOP + (i + 0.5) * ROW, x)),
  ].join('');
  return { width, height, markup };
}

function rowMarkup({ name, marks }: IntervalRow, middle: number, x: (share: number) => number): string {
  const first = middle - ((marks.length - 1) * APART) / 2;
  return (
    text(LEFT - 10, middle + 4, name, 'end') +
    marks.map((mark, i) => dot(mark, first + i * APART, x)).join('')
  );
}

function dot({ value, low, high, hollow }: IntervalMark, y: number, x: (share: number) => number): string {
  const stroke = { stroke: PAPER.ink, 'stroke-width': 1.6 };
  const ends = { x1: f(x(low)), x2: f(x(high)), y1: f(y), y2: f(y) };
  const fill = hollow ? PAPER.paper : PAPER.ink;
  return (
    element('line', { ...ends, ...stroke, 'stroke-dasharray': hollow ? '4 3' : undefined }) +
    element('circle', { cx: f(x(value)), cy: f(y), r: 4, fill, ...stroke })
  );
}

const f = (pixels: number) => pixels.toFixed(1);

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', weight?: number) {
  return element(
    'text',
    { x: f(x), y: f(y), 'text-anchor': anchor, 'font-size': 12, 'font-weight': weight, fill: PAPER.ink },
    escapeText(words),
  );
}
