/** Marker outlines, so that kinds differ in shape as well as in colour. */
export const MARKER_SHAPES = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'pentagon',
  'star',
  'bar',
] as const;

export type MarkerShape = (typeof MARKER_SHAPES)[number];
export type Point2 = readonly [number, number];

/** The outline in a box from -1 to 1, y downward; circles are many-sided. */
export function shapeOutline(shape: MarkerShape): readonly Point2[] {
  switch (shape) {
    case 'circle':
      return regular(24, 0.86);
    case 'square':
      return box(0.74, 0.74);
    case 'triangle':
      return regular(3, 1).map(([x, y]): Point2 => [x, y + 0.14]);
    case 'diamond':
      return regular(4, 1);
    case 'cross':
      return cross(0.95, 0.34);
    case 'pentagon':
      return regular(5, 0.95);
    case 'star':
      return star(5, 1, 0.44);
    case 'bar':
      return box(0.95, 0.48);
  }
}

function regular(sides: number, radius: number): Point2[] {
  return Array.from({ length: sides }, (_, i) => {
    const angle = (i / sides) * 2 * Math.PI - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function star(points: number, outer: number, inner: number): Point2[] {
  return regular(points * 2, 1).map(([x, y], i) => {
    const radius = i % 2 === 0 ? outer : inner;
    return [x * radius, y * radius];
  });
}

const box = (width: number, height: number): Point2[] => [
  [-width, -height],
  [width, -height],
  [width, height],
  [-width, height],
];

function cross(arm: number, half: number): Point2[] {
  const corner: Point2[] = [
    [half, -arm],
    [half, -half],
    [arm, -half],
    [arm, half],
    [half, half],
    [half, arm],
  ];
  return [...corner, ...corner.map(([x, y]): Point2 => [-x, -y])];
}

export interface ShapePaint {
  readonly fill: string;
  readonly edge: string;
  readonly edgeWidth: number;
}

/** Draws a shape into a square canvas of `size` pixels and returns its pixels. */
export function shapeImage(shape: MarkerShape, size: number, paint: ShapePaint): ImageData {
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw map markers.');
  drawShape(context, shape, { x: size / 2, y: size / 2, radius: size / 2 - paint.edgeWidth }, paint);
  return context.getImageData(0, 0, size, size);
}

export function drawShape(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D,
  shape: MarkerShape,
  at: { x: number; y: number; radius: number },
  paint: ShapePaint,
): void {
  context.beginPath();
  for (const [x, y] of shapeOutline(shape)) context.lineTo(at.x + x * at.radius, at.y + y * at.radius);
  context.closePath();
  context.lineJoin = 'round';
  if (paint.edgeWidth > 0) {
    context.lineWidth = paint.edgeWidth * 2;
    context.strokeStyle = paint.edge;
    context.stroke();
  }
  context.fillStyle = paint.fill;
  context.fill();
}
