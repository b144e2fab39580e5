import type { FeatureCollection, Geometry } from 'geojson';
import type { IntlShape } from 'react-intl';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import type { FileFigure } from '../../../documents/model.ts';
import { element, escapeText } from '../../../ui/picture/markup.ts';
import { PAPER, PAPER_WIDTH, paperPicture } from '../../../ui/picture/paper.ts';
import { type Frame, frameOf, pathOf, scaleBar } from '../response/plan-frame.ts';
import { type GroundKind, groundsOf, linePath } from '../response/plan-picture.tsx';
import { FILE_WORDS } from './file-words.ts';
import { pictureWords } from './picture-words.ts';

const HEIGHT = 380;
const INK = { stroke: PAPER.ink, 'stroke-width': 1.6 };

/** Told apart by hatching, so that it holds on a copier. */
const LOOKS: Readonly<Record<GroundKind, Record<string, string | number>>> = {
  treated: { fill: 'url(#lines)', ...INK },
  control: { fill: 'url(#dots)', ...INK },
  around: { fill: 'none', ...INK, 'stroke-dasharray': '5 3' },
};

const PATTERNS = element(
  'defs',
  {},
  element(
    'pattern',
    { id: 'lines', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: PAPER.ink, 'stroke-width': 1.1 }),
  ) +
    element(
      'pattern',
      { id: 'dots', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
      element('circle', { cx: 2.5, cy: 2.5, r: 0.8, fill: PAPER.ink }),
    ),
);

/** The ground of a plan on paper; null while no area was chosen. */
export function groundFigure(
  intl: IntlShape,
  plan: EvaluationPlan,
  streets: FeatureCollection | null,
): FileFigure | null {
  const grounds = groundsOf(intl, plan);
  if (grounds.length === 0) return null;
  const frame = frameOf(
    grounds.map(({ geometry }) => geometry),
    PAPER_WIDTH,
    HEIGHT,
  );
  const markup = [
    PATTERNS,
    streetLines(
      (streets?.features ?? []).map(({ geometry }) => geometry),
      frame,
    ),
    ...grounds.map(({ kind, geometry }) =>
      element('path', { d: pathOf(geometry, frame), 'fill-rule': 'evenodd', ...LOOKS[kind] }),
    ),
    scaleAndNorth(intl, frame),
  ].join('');
  const key = grounds.map(({ kind, name }) => ({
    title: '',
    rows: [{ mark: swatch(kind), text: name }],
  }));
  const names = intl.formatList(grounds.map(({ name }) => name));
  return {
    kind: 'figure',
    caption: intl.formatMessage(FILE_WORDS.planGround),
    alt: intl.formatMessage(FILE_WORDS.map, { names }),
    picture: paperPicture({ width: PAPER_WIDTH, height: HEIGHT, markup, framed: true }, key),
    notes: [],
  };
}

/** The box of a key reaches from -1 to 1: eight times as large, so that the hatching is that of the map. */
const swatch = (kind: GroundKind): string =>
  element(
    'g',
    { transform: 'scale(0.125)' },
    element('rect', { x: -9, y: -6, width: 18, height: 12, ...LOOKS[kind] }),
  );

const streetLines = (shapes: readonly Geometry[], frame: Frame): string =>
  element('path', {
    d: shapes.map((shape) => linePath(shape, frame)).join(''),
    fill: 'none',
    stroke: '#bbbbbb',
    'stroke-width': 0.7,
  });

function scaleAndNorth(intl: IntlShape, frame: Frame): string {
  const { metres, pixels } = scaleBar(frame);
  const words = pictureWords(intl);
  const plate = { fill: PAPER.paper, 'fill-opacity': 0.85 };
  const line = { fill: 'none', stroke: PAPER.ink, 'stroke-width': 1.2 };
  const write = (x: number, y: number, text: string, anchor: string) =>
    element('text', { x, y, 'text-anchor': anchor, 'font-size': 12, fill: PAPER.ink }, escapeText(text));
  return [
    element('rect', { x: 8, y: HEIGHT - 36, width: pixels + 16, height: 30, ...plate }),
    element('path', { d: `M16 ${HEIGHT - 16}v4h${pixels}v-4`, ...line }),
    write(16, HEIGHT - 21, words.metres(metres), 'start'),
    element('rect', { x: PAPER_WIDTH - 32, y: 6, width: 26, height: 40, ...plate }),
    element('path', { d: `M${PAPER_WIDTH - 19} 42V22m-5 7 5-9 5 9`, ...line }),
    write(PAPER_WIDTH - 19, 17, words.north, 'middle'),
  ].join('');
}
