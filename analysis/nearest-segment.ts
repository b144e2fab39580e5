/**
 * Question: on which street does each incident lie?
 * Method: nearest line by the shortest distance to any of its pieces (Euclidean, foot of the perpendicular). For every
 * square bucket of a grid that holds a point, the pieces that can be nearest to anything in it are found once: those
 * not farther from its middle than the nearest one plus its diagonal (triangle inequality).
 *
 * Assumptions: metres of one plane; a line is a street segment, from crossing to crossing. Equal distances go to the
 * line with the lower number, so that the same data give the same counts.
 * Not to conclude: that an incident at a crossing belongs to the street it was given to: such incidents are counted as
 * `ambiguous`, and where they are many (positions recorded at crossings) concentration by street is doubtful.
 */
import {
  type Buckets,
  bucketsOf,
  type LineSet,
  type Pieces,
  piecesOf,
  squaredDistance,
  visitRing,
} from './line-buckets.ts';
import type { PointSet } from './point-set.ts';
import type { Warning } from './warning.ts';

export interface NearestOptions {
  /** Metres; points farther from every line belong to none. */
  readonly limit: number;
  /** A second line at most this much farther makes a point ambiguous; metres, 1 unless said. */
  readonly tolerance?: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

export interface NearestSegments {
  readonly n: number;
  /** Number of the nearest line, -1 for none within the limit. */
  readonly line: Int32Array;
  /** Metres; NaN for none. */
  readonly distance: Float32Array;
  /** Points beyond the limit. */
  readonly none: number;
  /** Points with a second line as near. */
  readonly ambiguous: number;
  readonly limit: number;
  readonly tolerance: number;
  /** no_lines; many_ambiguous, many_without_line: `value` points. */
  readonly warnings: readonly Warning[];
}

/** From this share on the warning stands. */
const MANY = 0.2;
const POINTS_A_REPORT = 16_384;
/** Numbers kept of a piece in a bucket. */
const FIELDS = 6;

export function nearestSegments(points: PointSet, lines: LineSet, options: NearestOptions): NearestSegments {
  const { limit, tolerance = 1, progress = () => {} } = options;
  requireInput(lines, limit, tolerance);
  const n = points.x.length;
  const line = new Int32Array(n).fill(-1);
  const distance = new Float32Array(n).fill(NaN);
  const pieces = piecesOf(lines);
  const buckets = bucketsOf(pieces, limit);
  const gather = candidateFinder(pieces, buckets, limit, tolerance);
  const { starts, order } = pointsByBucket(points, buckets);
  let found = 0;
  let ambiguous = 0;
  let reported = -POINTS_A_REPORT;
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    if (starts[bucket] === starts[bucket + 1]) continue;
    if (starts[bucket] - reported >= POINTS_A_REPORT) {
      reported = starts[bucket];
      progress(reported / n);
    }
    const near = gather(bucket);
    if (near.size === 0) continue;
    for (let k = starts[bucket]; k < starts[bucket + 1]; k++) {
      const i = order[k];
      const first = nearestOf(near, points.x[i], points.y[i]);
      if (!(near.squared <= limit * limit)) continue;
      found++;
      line[i] = first;
      distance[i] = Math.sqrt(near.squared);
      if (Math.sqrt(near.second) - Math.sqrt(near.squared) <= tolerance) ambiguous++;
    }
  }
  const none = n - found;
  const warnings: Warning[] = lines.starts.length < 2 ? [{ code: 'no_lines', value: 0 }] : [];
  if (ambiguous > MANY * n) warnings.push({ code: 'many_ambiguous', value: ambiguous });
  if (none > MANY * n) warnings.push({ code: 'many_without_line', value: none });
  return { n, line, distance, none, ambiguous, limit, tolerance, warnings };
}

/** Length of each line in metres. */
export function lineLengths({ x, y, starts }: LineSet): Float64Array {
  const lengths = new Float64Array(Math.max(0, starts.length - 1));
  for (let line = 0; line < lengths.length; line++)
    for (let at = starts[line] + 1; at < starts[line + 1]; at++)
      lengths[line] += Math.hypot(x[at] - x[at - 1], y[at] - y[at - 1]);
  return lengths;
}

/** Points as lines of no length, to find the nearest point. */
export function asLines(points: PointSet): LineSet {
  return { x: points.x, y: points.y, starts: Uint32Array.from({ length: points.x.length + 1 }, (_, i) => i) };
}

/** Pieces near a bucket; FIELDS numbers each: start, way, 1 / length², line. */
interface Candidates {
  fields: Float64Array;
  size: number;
  /** Of the last search: squares of metres to the nearest line and to the nearest of another line. */
  squared: number;
  second: number;
}

/** The nearest line of a point; -1 without candidates. */
function nearestOf(near: Candidates, x: number, y: number): number {
  const { fields, size } = near;
  let line = -1;
  let squared = Infinity;
  let second = Infinity;
  for (let at = 0; at < size; at += FIELDS) {
    const px = x - fields[at];
    const py = y - fields[at + 1];
    const dx = fields[at + 2];
    const dy = fields[at + 3];
    const foot = (px * dx + py * dy) * fields[at + 4];
    const along = foot < 0 ? 0 : foot > 1 ? 1 : foot;
    const ex = px - along * dx;
    const ey = py - along * dy;
    const d = ex * ex + ey * ey;
    const own = fields[at + 5];
    if (d < squared || (d === squared && own < line)) {
      if (own !== line) second = squared;
      squared = d;
      line = own;
    } else if (own !== line && d < second) second = d;
  }
  near.squared = squared;
  near.second = second;
  return line;
}

/** Numbers of the points in the order of their buckets; points outside all buckets are left out. */
function pointsByBucket(
  { x, y }: PointSet,
  { size, x0, y0, columns, rows }: Buckets,
): { starts: Uint32Array; order: Uint32Array } {
  const bucketOf = new Int32Array(x.length);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < x.length; i++) {
    const column = Math.floor((x[i] - x0) / size);
    const row = Math.floor((y[i] - y0) / size);
    const inside = column >= 0 && row >= 0 && column < columns && row < rows;
    bucketOf[i] = inside ? row * columns + column : -1;
    if (inside) starts[bucketOf[i] + 1]++;
  }
  for (let bucket = 0; bucket < columns * rows; bucket++) starts[bucket + 1] += starts[bucket];
  const next = starts.slice();
  const order = new Uint32Array(starts[columns * rows]);
  for (let i = 0; i < x.length; i++) if (bucketOf[i] >= 0) order[next[bucketOf[i]]++] = i;
  return { starts, order };
}

/** Finds the pieces that can be nearest, or ambiguous, for a point of a bucket. The answer is used again. */
function candidateFinder(
  { ends, lineOf }: Pieces,
  buckets: Buckets,
  limit: number,
  tolerance: number,
): (bucket: number) => Candidates {
  const { size, x0, y0, columns, starts, pieces } = buckets;
  const half = size * Math.SQRT1_2;
  const seenFor = new Uint32Array(lineOf.length);
  const far = new Float64Array(lineOf.length);
  const near: Candidates = { fields: new Float64Array(64 * FIELDS), size: 0, squared: 0, second: 0 };
  const found: number[] = [];
  let turn = 0;
  return (middle) => {
    turn++;
    found.length = 0;
    const column = middle % columns;
    const row = (middle - column) / columns;
    const x = x0 + (column + 0.5) * size;
    const y = y0 + (row + 0.5) * size;
    let reach = limit + half;
    const visit = (bucket: number) => {
      for (let k = starts[bucket]; k < starts[bucket + 1]; k++) {
        const piece = pieces[k];
        if (seenFor[piece] === turn) continue;
        seenFor[piece] = turn;
        far[piece] = Math.sqrt(squaredDistance(ends, piece * 4, x, y));
        reach = Math.min(reach, far[piece] + 2 * half + tolerance);
        found.push(piece);
      }
    };
    for (let ring = 0; (ring - 0.5) * size <= reach; ring++) visitRing(buckets, column, row, ring, visit);
    near.size = 0;
    for (const piece of found)
      if (far[piece] <= reach * (1 + 1e-12)) append(near, ends, piece, lineOf[piece]);
    return near;
  };
}

function append(near: Candidates, ends: Float64Array, piece: number, line: number): void {
  if (near.size + FIELDS > near.fields.length) {
    const more = new Float64Array(near.fields.length * 2);
    more.set(near.fields);
    near.fields = more;
  }
  const from = piece * 4;
  const dx = ends[from + 2] - ends[from];
  const dy = ends[from + 3] - ends[from + 1];
  const length = dx * dx + dy * dy;
  const { fields, size } = near;
  fields[size] = ends[from];
  fields[size + 1] = ends[from + 1];
  fields[size + 2] = dx;
  fields[size + 3] = dy;
  fields[size + 4] = length > 0 ? 1 / length : 0;
  fields[size + 5] = line;
  near.size += FIELDS;
}

function requireInput({ x, y, starts }: LineSet, limit: number, tolerance: number): void {
  if (!(limit > 0 && Number.isFinite(limit)))
    throw new RangeError(`limit must be above 0 metres, got ${limit}`);
  if (!(tolerance >= 0)) throw new RangeError(`tolerance must not be negative, got ${tolerance}`);
  if (starts.length > 0 && starts[starts.length - 1] !== x.length)
    throw new RangeError(`the last line must end at the last of ${x.length} points, got ${starts.at(-1)}`);
  for (let i = 0; i < x.length; i++)
    if (!Number.isFinite(x[i] + y[i])) throw new RangeError(`lines need finite metres, got ${x[i]}, ${y[i]}`);
}
