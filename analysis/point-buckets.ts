/**
 * Question: which points can be near a point?
 * Method: counting sort into square buckets at least as wide as the reach, numbered row by row, so that everything
 * within the reach lies in the nine buckets around, and three buckets of a row are one run of the sorted points.
 *
 * Assumptions: metres of one plane, finite positions.
 * Not to conclude: –
 */
import { boxOf, type PointSet } from './point-set.ts';

export interface PointBuckets {
  readonly columns: number;
  readonly rows: number;
  /** Points of bucket b are the sorted ones starts[b] .. starts[b + 1). */
  readonly starts: Uint32Array;
  /** Number of each sorted point in the set it came from; ascending inside a bucket. */
  readonly order: Uint32Array;
  /** Positions in sorted order. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Buckets along one axis at most: a reach of centimetres over a city would fill the memory with empty ones. */
const MOST_ALONG = 2048;

export function bucketsOf(points: PointSet, reach: number): PointBuckets {
  if (!(reach > 0 && Number.isFinite(reach)))
    throw new RangeError(`reach must be positive metres, got ${reach}`);
  const n = requirePoints(points);
  const { minX, minY, maxX, maxY } = boxOf(points);
  const side = Math.max(reach, (maxX - minX) / MOST_ALONG, (maxY - minY) / MOST_ALONG, Number.MIN_VALUE);
  const columns = n === 0 ? 1 : Math.floor((maxX - minX) / side) + 1;
  const rows = n === 0 ? 1 : Math.floor((maxY - minY) / side) + 1;
  const bucketOf = (i: number) =>
    Math.floor((points.y[i] - minY) / side) * columns + Math.floor((points.x[i] - minX) / side);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) starts[bucketOf(i) + 1]++;
  for (let b = 0; b < columns * rows; b++) starts[b + 1] += starts[b];
  const next = starts.slice();
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[next[bucketOf(i)]++] = i;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    x[k] = points.x[order[k]];
    y[k] = points.y[order[k]];
  }
  return { columns, rows, starts, order, x, y };
}

/**
 * Runs of sorted points that can be near the points of one bucket, each unordered pair of buckets once:
 * `visit(from, to, own, end)` says that each of the sorted points from .. to may be near those of own .. end.
 * Where both runs begin alike (`own === from`) they are one bucket with its eastern neighbour.
 */
export function eachHalfRun(
  { columns, rows, starts }: PointBuckets,
  row: number,
  visit: (from: number, to: number, own: number, end: number) => void,
): void {
  for (let column = 0; column < columns; column++) {
    const bucket = row * columns + column;
    const from = starts[bucket];
    const to = starts[bucket + 1];
    if (from === to) continue;
    visit(from, to, from, starts[bucket + (column + 1 < columns ? 2 : 1)]);
    if (row + 1 === rows) continue;
    const above = bucket + columns;
    visit(from, to, starts[above - (column > 0 ? 1 : 0)], starts[above + (column + 1 < columns ? 2 : 1)]);
  }
}

/** Checks that both axes have one finite number a point; says how many. */
export function requirePoints({ x, y }: PointSet): number {
  if (x.length !== y.length)
    throw new RangeError(`x and y must be of equal length, got ${x.length} and ${y.length}`);
  for (let i = 0; i < x.length; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`positions must be finite metres, got ${x[i]}, ${y[i]} at ${i}`);
  return x.length;
}
