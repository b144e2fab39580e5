import { element, escapeText } from './markup.ts';
import { PAPER } from './paper.ts';

/** One step along the axis of a line chart; null where nothing is known. */
export interface LinePoint {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Drawn as a sign of its own. */
  readonly marked?: boolean;
}

export interface LineChart {
  readonly width: number;
  readonly height: number;
  readonly points: readonly LinePoint[];
  /** What stands under each step; the chart writes as many as fit. */
  readonly names: readonly string[];
  readonly number: (value: number) => string;
  readonly title: string;
}

const LEFT = 56;
const RIGHT = 28;
const TOP = 26;
const BOTTOM = 30;
/** Pixels that a name under the axis takes. */
const NAME = 76;
const LINES = 5;
/** With more, dots would hide the line. */
const MOST_DOTS = 60;
const BAND = '#d4d4d4';

/** A line with the band of its limits and the line of nothing: told apart by shape and lightness alone. */
export function linePicture(chart: LineChart): { width: number; height: number; markup: string } {
  const { width, height, points, title } = chart;
  const all = points.flatMap(({ value, low, high }) => [value, low, high]).filter((each) => each !== null);
  const ticks = niceTicks(Math.min(0, ...all), Math.max(0, ...all));
  const [least, most] = [ticks[0], ticks[ticks.length - 1]];
  const x = (step: number) => LEFT + ((step + 0.5) / Math.max(points.length, 1)) * (width - LEFT - RIGHT);
  const y = (value: number) => TOP + ((most - value) / (most - least || 1)) * (height - TOP - BOTTOM);
  const markup = [
    text(4, 14, title, 'start', 600),
    ...ticks.map((tick) => gridLine(tick, y(tick), chart)),
    bands(points, x, y),
    element('path', { d: path(points, x, y), fill: 'none', stroke: PAPER.ink, 'stroke-width': 1.8 }),
    ...points.flatMap(({ value, marked }, i) =>
      value === null || (!marked && points.length > MOST_DOTS)
        ? []
        : [element('circle', { cx: f(x(i)), cy: f(y(value)), r: marked ? 4.5 : 2.2, ...look(marked) })],
    ),
    names(chart, x),
  ].join('');
  return { width, height, markup };
}

const f = (pixels: number) => pixels.toFixed(1);

const look = (marked: boolean | undefined) =>
  marked
    ? { fill: PAPER.paper, stroke: PAPER.ink, 'stroke-width': 1.6 }
    : { fill: PAPER.ink, stroke: undefined, 'stroke-width': undefined };

function gridLine(tick: number, y: number, { width, number }: LineChart): string {
  const stroke = tick === 0 ? PAPER.ink : '#cccccc';
  return (
    element('line', { x1: LEFT, x2: width - RIGHT, y1: f(y), y2: f(y), stroke, 'stroke-width': 0.8 }) +
    text(LEFT - 6, y + 4, number(tick), 'end')
  );
}

function names({ names: all, height }: LineChart, x: (step: number) => number): string {
  const apart = all.length > 1 ? x(1) - x(0) : NAME;
  const every = Math.max(1, Math.ceil(NAME / apart));
  return all.map((name, i) => (i % every === 0 ? text(x(i), height - 10, name, 'middle') : '')).join('');
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', weight?: number) {
  return element(
    'text',
    { x: f(x), y: f(y), 'text-anchor': anchor, 'font-size': 12, 'font-weight': weight, fill: PAPER.ink },
    escapeText(words),
  );
}

type Scale = (value: number) => number;

/** Stretches without a hole. */
function runsOf<Point>(points: readonly Point[], isIn: (point: Point) => boolean): number[][] {
  const runs: number[][] = [];
  points.forEach((point, i) => {
    if (!isIn(point)) return;
    const last = runs.at(-1);
    if (last?.at(-1) === i - 1) last.push(i);
    else runs.push([i]);
  });
  return runs;
}

const path = (points: readonly LinePoint[], x: Scale, y: Scale): string =>
  runsOf(points, ({ value }) => value !== null)
    .map((run) => `M${run.map((i) => `${f(x(i))} ${f(y(points[i].value ?? 0))}`).join('L')}`)
    .join('');

function bands(points: readonly LinePoint[], x: Scale, y: Scale): string {
  return runsOf(points, ({ low, high }) => low !== null && high !== null)
    .map((run) => {
      const upper = run.map((i) => `${f(x(i))} ${f(y(points[i].high ?? 0))}`);
      const lower = run.toReversed().map((i) => `${f(x(i))} ${f(y(points[i].low ?? 0))}`);
      return element('path', { d: `M${[...upper, ...lower].join('L')}Z`, fill: BAND });
    })
    .join('');
}

/** Round numbers from below the least to above the most. */
export function niceTicks(least: number, most: number): number[] {
  const span = most - least || 1;
  const power = 10 ** Math.floor(Math.log10(span / LINES));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => span / each <= LINES) ?? span;
  const [first, last] = [
    Math.floor(least / step),
    Math.max(Math.ceil(most / step), Math.floor(least / step) + 1),
  ];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
