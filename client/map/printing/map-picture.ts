import { element, escapeText } from '../../ui/picture/markup.ts';
import type { Plan } from '../diff.ts';
import type { MapEngine } from '../map-engine.ts';
import type { Palette } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { type Frame, scaleBar } from './frame.ts';
import { drawPlan } from './plan-drawing.ts';

export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
  readonly framed: true;
}

/** How a length is written, and the letter of north, in the language of the page. */
export interface PictureWords {
  readonly metres: (length: number) => string;
  readonly north: string;
}

/** The map as a photograph of its canvas, with what lies on no tile drawn over it. */
export async function photographMap(
  engine: MapEngine,
  { palette }: Scene,
  words: PictureWords,
): Promise<MapPicture> {
  const { frame } = engine;
  const { width, height } = frame;
  const image = element('image', { href: await engine.photograph(), width, height });
  return { width, height, markup: image + furniture(frame, palette, words), framed: true };
}

/** The map as shapes, so that it can be enlarged and changed. A base map of tiles is not in it. */
export function drawMap(engine: MapEngine, plan: Plan, scene: Scene, words: PictureWords): MapPicture {
  return drawScene(engine.frame, plan, scene, words);
}

/** The same of any piece of ground: no map has to be open. */
export function drawScene(frame: Frame, plan: Plan, scene: Scene, words: PictureWords): MapPicture {
  const { width, height } = frame;
  return {
    width,
    height,
    markup: drawPlan(plan, scene, frame) + furniture(frame, scene.palette, words),
    framed: true,
  };
}

const EDGE = 14;

/** Scale bar and north. The map is never turned. */
export function furniture(frame: Frame, { text, halo }: Palette, { metres, north }: PictureWords): string {
  const { metres: length, pixels } = scaleBar(frame);
  const [right, bottom] = [frame.width - EDGE, frame.height - EDGE];
  const left = right - pixels;
  const bar = `M${left} ${bottom - 7}V${bottom}H${right}V${bottom - 7}`;
  const written = { 'text-anchor': 'middle', 'font-size': 12, fill: text };
  const haloed = { stroke: halo, 'stroke-width': 3, 'paint-order': 'stroke' };
  const x = right - 10;
  return element(
    'g',
    { id: 'furniture' },
    [
      element('path', { d: bar, fill: 'none', stroke: halo, 'stroke-width': 5 }),
      element('path', { d: bar, fill: 'none', stroke: text, 'stroke-width': 1.5 }),
      element(
        'text',
        { ...written, ...haloed, x: (left + right) / 2, y: bottom - 5 },
        escapeText(metres(length)),
      ),
      element('path', {
        d: `M${x} ${EDGE}l7 20l-7 -5l-7 5Z`,
        fill: text,
        stroke: halo,
        'stroke-width': 2,
        'paint-order': 'stroke',
      }),
      element('text', { ...written, ...haloed, x, y: EDGE + 34 }, escapeText(north)),
    ].join(''),
  );
}
