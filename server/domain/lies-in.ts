/**
 * When a thing lies in an area: when every part of its shape does, the outline of the area included. A shape that reaches
 * across the outline lies in neither of two neighbours, so nobody sees a part of the other's ground with it.
 */
import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import type { AnyGeometry, AreaGeometry } from './geometry.ts';

/** Corners this near (degrees, about a tenth of a metre) are on the outline: neighbours are rarely drawn to the last digit. */
const TOUCHING = 1e-6;

type Position = readonly number[];
type Segment = readonly [Position, Position];

/** A shape prepared for questions about what lies in it. */
export interface Ground {
  readonly polygon: PreparedPolygon;
  readonly outline: Outline;
}

/** Segments in bands of latitude, each in every band it touches. */
interface Outline {
  readonly south: number;
  readonly bandsPerDegree: number;
  readonly bands: readonly (readonly Segment[])[];
}

export function groundOf(geometry: AreaGeometry): Ground {
  return { polygon: preparePolygon(geometry), outline: outlineOf(segmentsOf(geometry)) };
}

export function liesIn(shape: AnyGeometry, ground: Ground): boolean {
  if (shape.type === 'Point') return isOn(ground, shape.coordinates);
  const sides = segmentsOf(shape);
  if (!sides.every((side) => staysOn(ground, side))) return false;
  return shape.type === 'LineString' || !holdsOutline(groundOf(shape), ground.outline);
}

/** A side is on the ground when each stretch between two crossings of the outline is: its middle says so. */
function staysOn(ground: Ground, side: Segment): boolean {
  const [from, to] = side;
  if (!isOn(ground, from) || !isOn(ground, to)) return false;
  const cuts = [0, 1, ...near(ground.outline, side).flatMap((other) => crossings(side, other))];
  cuts.sort((a, b) => a - b);
  const at = (share: number): Position => [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
  ];
  return cuts.every((cut, i) => i === 0 || isOn(ground, at((cuts[i - 1] + cut) / 2)));
}

/** A hole of the ground, or another of its parts, inside the shape: no side of the shape meets it. */
function holdsOutline(shape: Ground, outline: Outline): boolean {
  const { west, south, east, north } = shape.polygon;
  return near(outline, [
    [west, south],
    [east, north],
  ]).some(
    ([corner]) => containsPosition(shape.polygon, corner[0], corner[1]) && !isNearAny(corner, shape.outline),
  );
}

function isOn({ polygon, outline }: Ground, position: Position): boolean {
  return containsPosition(polygon, position[0], position[1]) || isNearAny(position, outline);
}

function isNearAny(position: Position, outline: Outline): boolean {
  return near(outline, [position, position]).some((segment) => distance(position, segment) <= TOUCHING);
}

/** The segments whose boxes touch the box of this one, some of them twice. */
function near(outline: Outline, [a, b]: Segment): Segment[] {
  const west = Math.min(a[0], b[0]) - TOUCHING;
  const east = Math.max(a[0], b[0]) + TOUCHING;
  const south = Math.min(a[1], b[1]) - TOUCHING;
  const north = Math.max(a[1], b[1]) + TOUCHING;
  const found: Segment[] = [];
  for (const band of outline.bands.slice(bandOf(outline, south), bandOf(outline, north) + 1))
    for (const segment of band) {
      const [[x1, y1], [x2, y2]] = segment;
      if (Math.max(x1, x2) < west || Math.min(x1, x2) > east) continue;
      if (Math.max(y1, y2) >= south && Math.min(y1, y2) <= north) found.push(segment);
    }
  return found;
}

function outlineOf(segments: readonly Segment[]): Outline {
  const latitudes = segments.map(([[, y]]) => y);
  const south = latitudes.reduce((least, y) => Math.min(least, y), Infinity);
  const height = latitudes.reduce((most, y) => Math.max(most, y), -Infinity) - south;
  const bands = Array.from({ length: Math.ceil(segments.length / 4) }, (): Segment[] => []);
  const outline = { south, bandsPerDegree: height > 0 ? bands.length / height : 0, bands };
  for (const segment of segments) {
    const [[, y1], [, y2]] = segment;
    const last = bandOf(outline, Math.max(y1, y2));
    for (let band = bandOf(outline, Math.min(y1, y2)); band <= last; band++) bands[band].push(segment);
  }
  return outline;
}

function bandOf({ south, bandsPerDegree, bands }: Outline, latitude: number): number {
  return Math.max(0, Math.min(bands.length - 1, Math.floor((latitude - south) * bandsPerDegree)));
}

function distance([x, y]: Position, [[x1, y1], [x2, y2]]: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

/** Where the other segment crosses this one or ends on it, as shares of this one. */
function crossings([from, to]: Segment, [start, end]: Segment): number[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [ex, ey] = [end[0] - start[0], end[1] - start[1]];
  const cross = dx * ey - dy * ex;
  const [sx, sy] = [start[0] - from[0], start[1] - from[1]];
  const length = dx * dx + dy * dy;
  const found: number[] = [];
  if (cross !== 0) {
    const other = (sx * dy - sy * dx) / cross;
    if (other >= 0 && other <= 1) found.push((sx * ey - sy * ex) / cross);
  }
  // Along one line the corners of the outline are where it may leave.
  if (length > 0) found.push((sx * dx + sy * dy) / length, ((sx + ex) * dx + (sy + ey) * dy) / length);
  return found.filter((share) => share > 0 && share < 1);
}

function segmentsOf(geometry: Exclude<AnyGeometry, { type: 'Point' }>): Segment[] {
  return linesOf(geometry).flatMap((line) => line.slice(1).map((to, i): Segment => [line[i], to]));
}

function linesOf(geometry: Exclude<AnyGeometry, { type: 'Point' }>): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
