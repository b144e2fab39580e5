import type { FeatureCollection, Geometry, Position } from 'geojson';
import { element, escapeText } from '../../ui/picture/markup.ts';
import { PAPER_PALETTE } from '../palette.ts';
import { type Frame, frameOfBounds, type Pixel, projector } from './frame.ts';
import { drawLabels, type Label, type LabelStyle } from './labels.ts';
import { furniture, type MapPicture, type PictureWords } from './map-picture.ts';
import { type Box, isIn, linePath, ringPath, shapesOf } from './outline.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** What a map for dots shows: where one is, and nothing of what was recorded there. */
export interface DotMapGround {
  /** Its outline is drawn, and the ground inside is left white. */
  readonly area: Geometry;
  readonly streets: FeatureCollection | null;
  /** Places that people know. */
  readonly landmarks: readonly { readonly name: string; readonly position: Position }[];
}

export interface DotMapGrid {
  readonly bounds: Bounds;
  /** Degrees of the lines, from west to east and from north to south, both edges included. */
  readonly meridians: readonly number[];
  readonly parallels: readonly number[];
  readonly columnNames: readonly string[];
}

/** Greys that a copier keeps apart. */
const INK = '#000000';
const GRID = '#6b6b6b';
const MAJOR = '#8a8a8a';
const MINOR = '#c4c4c4';
const RIVER = '#d9d9d9';

const WATERS = ['river', 'stream', 'canal', 'water', 'waterway'];
const MAJORS = ['motorway', 'trunk', 'primary', 'secondary', 'major', 'main', 'avenue', 'arterial', 'bridge'];
/** Names of streets and of places, the longest streets first. */
const MOST_STREET_NAMES = 16;
const MOST_LANDMARKS = 24;
const EDGE_TEXT = 11;

/** A map on paper with a grid of letters and numbers: shapes alone, no tiles, black on white. */
export function drawDotMap(
  ground: DotMapGround,
  grid: DotMapGrid,
  { width, height }: { readonly width: number; readonly height: number },
  words: PictureWords,
): MapPicture {
  const frame = frameOfBounds(grid.bounds, width, height);
  const sheet = { frame, project: projector(frame), box: { left: 0, top: 0, right: width, bottom: height } };
  const markup = [
    element('rect', { width, height, fill: '#ffffff' }),
    streetLines(ground, sheet),
    areaOutline(ground.area, sheet),
    gridLines(grid, sheet),
    names(ground, grid, sheet),
    furniture(frame, PAPER_PALETTE, words),
  ].join('');
  return { width, height, markup, framed: true };
}

interface Sheet {
  readonly frame: Frame;
  readonly project: (position: readonly number[]) => Pixel;
  readonly box: Box;
}

function streetLines({ streets }: DotMapGround, { project, box }: Sheet): string {
  const drawn = (kinds: (kind: string) => boolean, stroke: string, width: number) => {
    const lines = (streets?.features ?? []).filter(({ properties }) => kinds(classOf(properties)));
    const d = lines
      .flatMap(({ geometry }) => shapesOf(geometry))
      .flatMap(({ rings }) => rings.map((line) => linePath(line.map(project), box)))
      .join('');
    const look = { fill: 'none', stroke, 'stroke-width': width, 'stroke-linejoin': 'round' };
    return d === '' ? '' : element('path', { d, ...look });
  };
  const isWater = (kind: string) => WATERS.includes(kind);
  const isMajor = (kind: string) => MAJORS.includes(kind);
  return (
    drawn(isWater, RIVER, 9) +
    drawn((kind) => !isWater(kind) && !isMajor(kind), MINOR, 1) +
    drawn(isMajor, MAJOR, 2.2)
  );
}

const classOf = (properties: unknown): string => String(Object(properties).class ?? '').toLowerCase();

function areaOutline(area: Geometry, { project, box }: Sheet): string {
  const d = shapesOf(area)
    .flatMap(({ rings }) => rings.map((ring) => ringPath(ring.map(project), box)))
    .join('');
  return element('path', { d, fill: 'none', stroke: INK, 'stroke-width': 2.4, 'stroke-linejoin': 'round' });
}

/** Lines and their names on all four sides, so that a finger can follow them from the nearest. */
function gridLines({ meridians, parallels, columnNames }: DotMapGrid, { project }: Sheet): string {
  const [west, east] = [meridians[0], meridians[meridians.length - 1]];
  const [north, south] = [parallels[0], parallels[parallels.length - 1]];
  const x = meridians.map((lon) => project([lon, north])[0]);
  const y = parallels.map((lat) => project([west, lat])[1]);
  const [left, right] = [project([west, north])[0], project([east, north])[0]];
  const [top, bottom] = [project([west, north])[1], project([west, south])[1]];
  const tenths = (value: number) => value.toFixed(1);
  const d = [
    ...x.map((at) => `M${tenths(at)} ${tenths(top)}V${tenths(bottom)}`),
    ...y.map((at) => `M${tenths(left)} ${tenths(at)}H${tenths(right)}`),
  ].join('');
  const write = (text: string, at: Pixel) =>
    element(
      'text',
      {
        x: tenths(at[0]),
        y: tenths(at[1] + EDGE_TEXT * 0.36),
        'text-anchor': 'middle',
        'font-size': EDGE_TEXT,
        'font-weight': 600,
        fill: INK,
      },
      escapeText(text),
    );
  const between = (values: readonly number[], i: number) => (values[i] + values[i + 1]) / 2;
  const off = EDGE_TEXT;
  return element(
    'g',
    { id: 'grid' },
    element('path', { d, fill: 'none', stroke: GRID, 'stroke-width': 0.6 }) +
      columnNames
        .map(
          (name, i) => write(name, [between(x, i), top - off]) + write(name, [between(x, i), bottom + off]),
        )
        .join('') +
      y
        .slice(1)
        .map((_, i) => {
          const name = String(i + 1);
          return write(name, [left - off, between(y, i)]) + write(name, [right + off, between(y, i)]);
        })
        .join(''),
  );
}

const NAME: LabelStyle = {
  icon: '',
  iconSize: 0,
  text: '',
  size: 9.5,
  anchor: 'center',
  offset: [0, 0],
  most: 9,
  colour: INK,
  halo: '#ffffff',
  haloWidth: 1.4,
  overlaps: false,
};

/** Places first: people know a school better than the name of a street. A dot stands only where there is room for its name. */
function names({ landmarks, streets }: DotMapGround, { bounds }: DotMapGrid, { project }: Sheet): string {
  const [[left, top], [right, bottom]] = [project([bounds[0], bounds[3]]), project([bounds[2], bounds[1]])];
  const inner: Box = { left: left + 30, top: top + 8, right: right - 30, bottom: bottom - 26 };
  const taken: Box[] = [];
  const places = landmarks
    .map(({ name, position }) => ({ name, at: project(position) }))
    .filter(({ name, at }) => name !== '' && isIn(at, inner))
    .slice(0, MOST_LANDMARKS)
    .map(({ name, at }) => {
      const style = { ...NAME, text: name, anchor: 'top', offset: [0, 0.4] as const };
      const text = drawLabels([{ at, style }], { box: inner, taken });
      const [cx, cy] = [at[0].toFixed(1), at[1].toFixed(1)];
      return text === '' ? '' : element('circle', { cx, cy, r: 2.2, fill: INK }) + text;
    });
  return places.join('') + drawLabels(streetNames(streets, project, inner), { box: inner, taken });
}

/** Each name once, in the middle of its longest line. */
function streetNames(streets: FeatureCollection | null, project: Sheet['project'], box: Box): Label[] {
  const longest = new Map<string, { at: Pixel; length: number }>();
  for (const { geometry, properties } of streets?.features ?? []) {
    const name = String(Object(properties).name ?? '').trim();
    if (name === '') continue;
    for (const { rings } of shapesOf(geometry))
      for (const line of rings) {
        const inside = line.map(project).filter((at) => isIn(at, box));
        const length = lengthOf(inside);
        const at = inside[Math.floor(inside.length / 2)];
        if (at && length > (longest.get(name)?.length ?? 0)) longest.set(name, { at, length });
      }
  }
  return [...longest]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_STREET_NAMES)
    .map(([text, { at }]) => ({ at, style: { ...NAME, text, colour: '#333333' } }));
}

function lengthOf(line: readonly Pixel[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i++)
    length += Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
  return length;
}
