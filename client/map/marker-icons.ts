import { drawShape, MARKER_SHAPES, type MarkerShape } from './marker-shapes.ts';

/** A marker on a plate, named by what it looks like: MapLibre asks for it when a style first uses it. */
export interface MarkerIcon {
  readonly shape: MarkerShape;
  readonly colour: string;
  readonly plate: string;
}

export const ICON_PIXEL_RATIO = 2;
const SIZE = 22 * ICON_PIXEL_RATIO;

export const iconName = ({ shape, colour, plate }: MarkerIcon): string =>
  `marker/${shape}/${colour}/${plate}`;

/** Draws the icon of a name made by `iconName`; null for any other name. */
export function iconImage(name: string): ImageData | null {
  const [kind, shape, colour, plate] = name.split('/');
  const known = MARKER_SHAPES.find((candidate) => candidate === shape);
  if (kind !== 'marker' || !known || !colour || !plate) return null;
  return drawIcon({ shape: known, colour, plate });
}

function drawIcon({ shape, colour, plate }: MarkerIcon): ImageData {
  const context = new OffscreenCanvas(SIZE, SIZE).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw map markers.');
  const middle = SIZE / 2;
  context.beginPath();
  context.arc(middle, middle, middle - 2, 0, 2 * Math.PI);
  context.fillStyle = plate;
  context.fill();
  context.lineWidth = 3;
  context.strokeStyle = colour;
  context.stroke();
  drawShape(
    context,
    shape,
    { x: middle, y: middle, radius: SIZE * 0.26 },
    { fill: colour, edge: plate, edgeWidth: 0 },
  );
  return context.getImageData(0, 0, SIZE, SIZE);
}
