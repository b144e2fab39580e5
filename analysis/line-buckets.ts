/**
 * Question: which pieces of lines pass near a place?
 * Method: a grid of square buckets, about one for every piece and never few, each with the pieces that pass through it.
 *
 * Assumptions: metres of one plane.
 * Not to conclude: –
 */
import type { PointSet } from './point-set.ts';

/** Lines one after the other; line k has the points from starts[k] up to starts[k + 1]. */
export interface LineSet extends PointSet {
  readonly starts: Uint32Array;
}

/** Few pieces still get small buckets, so that most of the plane is known to be far from all of them. */
const LEAST_BUCKETS = 16_384;
const MOST_BUCKETS = 1_000_000;

/** Straight pieces: two ends and the line each belongs to. */
export interface Pieces {
  readonly ends: Float64Array;
  readonly lineOf: Uint32Array;
}

/** Squares over all pieces and as far around them as the limit reaches; which pieces pass through each. */
export interface Buckets {
  readonly size: number;
  readonly x0: number;
  readonly y0: number;
  readonly columns: number;
  readonly rows: number;
  readonly starts: Uint32Array;
  readonly pieces: Uint32Array;
}

/** Cuts lines into straight pieces. */
export function piecesOf({ x, y, starts }: LineSet): Pieces {
  const ends: number[] = [];
  const lineOf: number[] = [];
  for (let line = 0; line + 1 < starts.length; line++) {
    const last = starts[line + 1] - 1;
    // A line of one point is a piece of no length.
    for (let at = starts[line]; at <= Math.max(last - 1, starts[line]) && at <= last; at++) {
      const to = Math.min(at + 1, last);
      ends.push(x[at], y[at], x[to], y[to]);
      lineOf.push(line);
    }
  }
  return { ends: Float64Array.from(ends), lineOf: Uint32Array.from(lineOf) };
}

/** Sorts pieces into buckets that reach `limit` metres beyond all of them. */
export function bucketsOf({ ends, lineOf }: Pieces, limit: number): Buckets {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ends.length; at += 2) {
    minX = Math.min(minX, ends[at]);
    maxX = Math.max(maxX, ends[at]);
    minY = Math.min(minY, ends[at + 1]);
    maxY = Math.max(maxY, ends[at + 1]);
  }
  if (lineOf.length === 0) [minX, minY, maxX, maxY] = [0, 0, 0, 0];
  const width = maxX - minX + 2 * limit;
  const height = maxY - minY + 2 * limit;
  const size = Math.sqrt((width * height) / Math.min(MOST_BUCKETS, Math.max(LEAST_BUCKETS, lineOf.length)));
  const x0 = minX - limit;
  const y0 = minY - limit;
  const columns = Math.floor(width / size) + 1;
  const rows = Math.floor(height / size) + 1;
  const grid = { size, x0, y0, columns, rows };
  const starts = new Uint32Array(columns * rows + 1);
  eachPassed(ends, grid, (bucket) => starts[bucket + 1]++);
  for (let bucket = 0; bucket < columns * rows; bucket++) starts[bucket + 1] += starts[bucket];
  const next = starts.slice();
  const pieces = new Uint32Array(starts[columns * rows]);
  eachPassed(ends, grid, (bucket, piece) => {
    pieces[next[bucket]++] = piece;
  });
  return { ...grid, starts, pieces };
}

/** Every bucket a piece passes, row by row. */
function eachPassed(
  ends: Float64Array,
  { size, x0, y0, columns, rows }: Pick<Buckets, 'size' | 'x0' | 'y0' | 'columns' | 'rows'>,
  visit: (bucket: number, piece: number) => void,
): void {
  const inRange = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)));
  for (let piece = 0; piece * 4 < ends.length; piece++) {
    // From the lower end up.
    const up = ends[piece * 4 + 1] <= ends[piece * 4 + 3] ? 0 : 2;
    const ax = (ends[piece * 4 + up] - x0) / size;
    const ay = (ends[piece * 4 + up + 1] - y0) / size;
    const bx = (ends[piece * 4 + 2 - up] - x0) / size;
    const by = (ends[piece * 4 + 3 - up] - y0) / size;
    const slope = by > ay ? (bx - ax) / (by - ay) : 0;
    const first = inRange(ay, rows);
    const last = inRange(by, rows);
    for (let row = first; row <= last; row++) {
      const from = row === first ? ax : ax + (row - ay) * slope;
      const to = row === last ? bx : ax + (row + 1 - ay) * slope;
      // A hair wider, for rounding.
      const west = inRange(Math.min(from, to) - 1e-9, columns);
      const east = inRange(Math.max(from, to) + 1e-9, columns);
      for (let column = west; column <= east; column++) visit(row * columns + column, piece);
    }
  }
}

/** The buckets so many steps from the middle one. */
export function visitRing(
  { columns, rows }: Buckets,
  column: number,
  row: number,
  ring: number,
  visit: (bucket: number) => void,
): void {
  const west = Math.max(0, column - ring);
  const east = Math.min(columns - 1, column + ring);
  for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
    const edge = r === row - ring || r === row + ring;
    const step = edge || ring === 0 ? 1 : 2 * ring;
    for (let c = edge ? west : column - ring; c <= east; c += step) if (c >= 0) visit(r * columns + c);
  }
}

/** From a piece (at its first number) to a point. */
export function squaredDistance(ends: Float64Array, at: number, x: number, y: number): number {
  const ax = ends[at];
  const ay = ends[at + 1];
  const dx = ends[at + 2] - ax;
  const dy = ends[at + 3] - ay;
  const px = x - ax;
  const py = y - ay;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  const ex = px - along * dx;
  const ey = py - along * dy;
  return ex * ex + ey * ey;
}
