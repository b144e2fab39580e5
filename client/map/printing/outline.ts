import type { Geometry, Position } from 'geojson';
import type { Pixel } from './frame.ts';

export interface Shape {
  readonly kind: 'point' | 'line' | 'polygon';
  /** A point has one ring of one place; a polygon its outer ring first. */
  readonly rings: readonly (readonly Position[])[];
}

/** The simple shapes a geometry is made of. */
export function shapesOf(geometry: Geometry | null): Shape[] {
  switch (geometry?.type) {
    case 'Point':
      return [{ kind: 'point', rings: [[geometry.coordinates]] }];
    case 'MultiPoint':
      return geometry.coordinates.map((place) => ({ kind: 'point', rings: [[place]] }));
    case 'LineString':
      return [{ kind: 'line', rings: [geometry.coordinates] }];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => ({ kind: 'line', rings: [line] }));
    case 'Polygon':
      return [{ kind: 'polygon', rings: geometry.coordinates }];
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => ({ kind: 'polygon', rings }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(shapesOf);
    default:
      return [];
  }
}

/** The window that is drawn, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Two places nearer than this, in pixels, are one. */
const FINEST = 0.3;

/** Path data of a closed ring as far as it lies in the box; empty when it does not. */
export function ringPath(ring: readonly Pixel[], box: Box): string {
  const inside = EDGES.reduce((points, edge) => clip(points, edge, box), thin(ring));
  return inside.length < 3 ? '' : `M${inside.map(write).join('L')}Z`;
}

/** Path data of a line: the pieces that come into the box. */
export function linePath(line: readonly Pixel[], box: Box): string {
  const points = thin(line);
  let path = '';
  let drawing = false;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!mayMeet(a, b, box)) drawing = false;
    else {
      path += drawing ? `L${write(b)}` : `M${write(a)}L${write(b)}`;
      drawing = true;
    }
  }
  return path;
}

export const isIn = ([x, y]: Pixel, { left, top, right, bottom }: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

const write = ([x, y]: Pixel): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;

function thin(points: readonly Pixel[]): Pixel[] {
  const kept: Pixel[] = [];
  points.forEach((point, i) => {
    const last = kept.at(-1);
    const far = !last || Math.abs(point[0] - last[0]) > FINEST || Math.abs(point[1] - last[1]) > FINEST;
    if (far || i === points.length - 1) kept.push(point);
  });
  return kept;
}

function mayMeet(a: Pixel, b: Pixel, { left, top, right, bottom }: Box): boolean {
  return (
    Math.max(a[0], b[0]) >= left &&
    Math.min(a[0], b[0]) <= right &&
    Math.max(a[1], b[1]) >= top &&
    Math.min(a[1], b[1]) <= bottom
  );
}

type Edge = 'left' | 'top' | 'right' | 'bottom';
const EDGES: readonly Edge[] = ['left', 'top', 'right', 'bottom'];

/** How far a point lies inside one edge; negative outside. */
function depth([x, y]: Pixel, edge: Edge, box: Box): number {
  if (edge === 'left') return x - box.left;
  if (edge === 'right') return box.right - x;
  return edge === 'top' ? y - box.top : box.bottom - y;
}

/** Sutherland and Hodgman: the ring on the inner side of one edge. */
function clip(ring: readonly Pixel[], edge: Edge, box: Box): Pixel[] {
  return ring.flatMap((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const [here, there] = [depth(point, edge, box), depth(before, edge, box)];
    const crossing = here >= 0 !== there >= 0;
    const cut: Pixel[] = crossing ? [between(before, point, there / (there - here))] : [];
    return here >= 0 ? [...cut, point] : cut;
  });
}

const between = ([x0, y0]: Pixel, [x1, y1]: Pixel, share: number): Pixel => [
  x0 + (x1 - x0) * share,
  y0 + (y1 - y0) * share,
];
