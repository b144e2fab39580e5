import { drawShape, MARKER_SHAPES } from './marker-shapes.ts';

/** Drawn size of an incident on the map, in pixels. */
export const ICON_SIZE = 13;

const CELL = 48;

interface IconPlace {
  x: number;
  y: number;
  width: number;
  height: number;
  mask: boolean;
}

interface IconAtlas {
  readonly image: ImageData;
  readonly iconMapping: Record<string, IconPlace>;
}

let atlas: IconAtlas | null = null;

/** All marker shapes in one picture, white: deck.gl paints them in the colour of the category. */
export function iconAtlas(): IconAtlas {
  atlas ??= drawAtlas();
  return atlas;
}

function drawAtlas(): IconAtlas {
  const canvas = new OffscreenCanvas(CELL * MARKER_SHAPES.length, CELL);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw map markers.');
  const iconMapping: Record<string, IconPlace> = {};
  MARKER_SHAPES.forEach((shape, i) => {
    const at = { x: (i + 0.5) * CELL, y: CELL / 2, radius: CELL / 2 - 3 };
    drawShape(context, shape, at, { fill: '#ffffff', edge: '#ffffff', edgeWidth: 0 });
    iconMapping[shape] = { x: i * CELL, y: 0, width: CELL, height: CELL, mask: true };
  });
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), iconMapping };
}
