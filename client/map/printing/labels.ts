import { element, escapeText } from '../../ui/picture/markup.ts';
import { MARKER_SHAPES, shapeOutline } from '../marker-shapes.ts';
import type { Pixel } from './frame.ts';
import { type Box, isIn } from './outline.ts';

export interface LabelStyle {
  readonly icon: string;
  readonly iconSize: number;
  readonly text: string;
  readonly size: number;
  /** Which side of the text stands at the place. */
  readonly anchor: string;
  /** In letters: to the right, down. */
  readonly offset: readonly [number, number];
  /** Letters a line. */
  readonly most: number;
  readonly colour: string;
  readonly halo: string;
  readonly haloWidth: number;
  readonly overlaps: boolean;
}

export interface Label {
  readonly at: Pixel;
  readonly style: LabelStyle;
}

/** Width of a letter as a share of its height, about. */
const LETTER = 0.52;
const LINE = 1.2;
const ICON_RADIUS = 10;

/** Icons all stand; of the texts those for which there is room. */
export function drawLabels(
  labels: readonly Label[],
  { box, taken }: { readonly box: Box; readonly taken: Box[] },
): string {
  const seen = labels.filter(({ at }) => isIn(at, box));
  const icons = seen.map(({ at, style }) => iconMarkup(style.icon, style.iconSize, at)).join('');
  const texts = seen.map(({ at, style }) => {
    if (style.text === '') return '';
    const lines = linesOf(style.text, style.most);
    const room = roomOf(at, style, lines);
    if (!style.overlaps) {
      if (taken.some((other) => overlap(other, room))) return '';
      taken.push(room);
    }
    return textMarkup(lines, room, style);
  });
  return icons + texts.join('');
}

/** The icon of a name made by `iconName`, as shapes. */
function iconMarkup(name: string, size: number, [x, y]: Pixel): string {
  const [kind, shape, colour, plate] = name.split('/');
  const known = MARKER_SHAPES.find((each) => each === shape);
  if (kind !== 'marker' || !known) return '';
  const radius = ICON_RADIUS * size;
  return element(
    'g',
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    element('circle', { r: radius.toFixed(1), fill: plate, stroke: colour, 'stroke-width': 1.5 * size }) +
      shapeMarkup(known, radius * 0.57, { fill: colour }),
  );
}

/** A marker shape round the origin. */
export function shapeMarkup(
  shape: (typeof MARKER_SHAPES)[number],
  radius: number,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  const points = shapeOutline(shape).map(([x, y]) => `${(x * radius).toFixed(2)},${(y * radius).toFixed(2)}`);
  return element('polygon', { points: points.join(' '), ...attributes });
}

function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length + 1) * LETTER <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function roomOf([x, y]: Pixel, { size, anchor, offset }: LabelStyle, lines: readonly string[]): Box {
  const width = Math.max(...lines.map((line) => line.length)) * size * LETTER;
  const height = lines.length * size * LINE;
  const [px, py] = [x + offset[0] * size, y + offset[1] * size];
  const left = anchor.includes('left') ? px : anchor.includes('right') ? px - width : px - width / 2;
  const top = anchor.startsWith('top') ? py : anchor.startsWith('bottom') ? py - height : py - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

function textMarkup(lines: readonly string[], room: Box, style: LabelStyle): string {
  const { size, colour, halo, haloWidth } = style;
  const start = style.anchor.includes('left');
  const x = (start ? room.left : (room.left + room.right) / 2).toFixed(1);
  const rows = lines.map((line, i) => {
    const y = (room.top + (i + 0.85) * size * LINE).toFixed(1);
    return `<tspan x="${x}" y="${y}">${escapeText(line)}</tspan>`;
  });
  return element(
    'text',
    {
      'font-size': size,
      'text-anchor': start ? 'start' : 'middle',
      fill: colour,
      stroke: halo || undefined,
      'stroke-width': halo && haloWidth ? haloWidth * 2 : undefined,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    rows.join(''),
  );
}
