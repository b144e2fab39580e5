/**
 * Question: which points lie in cells so small that all of them are near one another?
 * Method: square cells with a diagonal of the reach, kept only where there are points, sorted row by row; everything
 * within the reach of a cell lies in the five by five cells around it, five runs of the sorted points, found by
 * pointers that only move forward.
 *
 * Assumptions: metres of one plane, finite positions.
 * Not to conclude: –
 */
import { requirePoints } from './point-buckets.ts';
import { boxOf, type PointSet } from './point-set.ts';

export interface DenseCells {
  /** Cells with points. */
  readonly count: number;
  /** Points of cell c are the sorted ones starts[c] .. starts[c + 1). */
  readonly starts: Uint32Array;
  /** Number of each sorted point in the set it came from; ascending inside a cell. */
  readonly order: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The five rows of cells around cell c are the cells runs[10 c + 2 r] .. runs[10 c + 2 r + 1), r = 0 to 4. */
  readonly runs: Uint32Array;
}

/** Rows around a cell that can hold something within reach. */
export const RUNS = 5;
/** Cells up to which points are sorted by counting. */
const MOST_COUNTED = 16_000_000;

/** @param pause called between parts of the work; what it throws ends it. */
export function denseCells(points: PointSet, reach: number, pause: () => void = () => {}): DenseCells {
  const n = requirePoints(points);
  const { minX, minY, maxX } = n > 0 ? boxOf(points) : { minX: 0, minY: 0, maxX: 0 };
  const side = reach / Math.SQRT2;
  // Four empty columns, so that a run never reaches into the next row.
  const columns = Math.floor((maxX - minX) / side) + 5;
  const keys = keysOf(points, side, columns, minX, minY);
  pause();
  const order = sorted(keys, reach);
  pause();
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    x[k] = points.x[order[k]];
    y[k] = points.y[order[k]];
  }
  pause();
  const { cells, starts } = occupied(keys, order);
  pause();
  return { count: cells.length, starts, order, x, y, runs: runsOf(cells, columns) };
}

/** Cell number of each point, row by row from the south-west. */
function keysOf({ x, y }: PointSet, side: number, columns: number, minX: number, minY: number): Float64Array {
  const keys = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++)
    keys[i] = Math.floor((y[i] - minY) / side) * columns + Math.floor((x[i] - minX) / side) + 2;
  return keys;
}

function sorted(keys: Float64Array, reach: number): Uint32Array {
  let most = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] > most) most = keys[i];
  if (most > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`the points spread too far for a reach of ${reach} m`);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (most >= MOST_COUNTED) return order.sort((a, b) => keys[a] - keys[b] || a - b);
  const next = new Uint32Array(most + 2);
  for (let i = 0; i < keys.length; i++) next[keys[i] + 1]++;
  for (let key = 0; key <= most; key++) next[key + 1] += next[key];
  for (let i = 0; i < keys.length; i++) order[next[keys[i]]++] = i;
  return order;
}

function occupied(keys: Float64Array, order: Uint32Array): { cells: Float64Array; starts: Uint32Array } {
  const cells = new Float64Array(order.length);
  const starts = new Uint32Array(order.length + 1);
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    const key = keys[order[k]];
    if (count > 0 && cells[count - 1] === key) continue;
    cells[count] = key;
    starts[count++] = k;
  }
  starts[count] = order.length;
  return { cells: cells.slice(0, count), starts: starts.slice(0, count + 1) };
}

function runsOf(cells: Float64Array, columns: number): Uint32Array {
  const runs = new Uint32Array(cells.length * 2 * RUNS);
  for (let row = 0; row < RUNS; row++) {
    let from = 0;
    let to = 0;
    for (let c = 0; c < cells.length; c++) {
      const middle = cells[c] + (row - 2) * columns;
      while (from < cells.length && cells[from] < middle - 2) from++;
      while (to < cells.length && cells[to] <= middle + 2) to++;
      runs[c * 2 * RUNS + 2 * row] = from;
      runs[c * 2 * RUNS + 2 * row + 1] = to;
    }
  }
  return runs;
}
