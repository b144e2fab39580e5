/**
 * Question: which cells or points are next to each other?
 * Method: in a grid, the eight (squares: queen) or six (hexagons) cells that share a corner or side, from row and
 * column numbers, never from distances, where rounding would turn queen into rook; for points, all others within a
 * distance band (Getis & Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x).
 *
 * Assumptions: cells outside the region are no neighbours, so cells at its edge have fewer.
 * Not to conclude: that neighbours influence each other; they are only near.
 */
import type { Grid } from './grid.ts';
import type { PointSet } from './point-set.ts';

/** Neighbours of place i are list[starts[i] .. starts[i + 1]), ascending, without i itself. */
export interface NeighbourLists {
  readonly starts: Uint32Array;
  readonly list: Uint32Array;
}

const QUEEN = [-1, -1, 0, -1, 1, -1, -1, 0, 1, 0, -1, 1, 0, 1, 1, 1];
const HEXAGON_EVEN = [-1, -1, 0, -1, -1, 0, 1, 0, -1, 1, 0, 1];
const HEXAGON_ODD = [0, -1, 1, -1, -1, 0, 1, 0, 0, 1, 1, 1];

/** Steps to the neighbours of a cell in this row: column, row, column, row … */
export function neighbourSteps(grid: Grid, row: number): readonly number[] {
  if (grid.shape === 'square') return QUEEN;
  return (row & 1) === 0 ? HEXAGON_EVEN : HEXAGON_ODD;
}

/** Calls `visit` with each neighbour of the cell that is in the grid, ascending. */
export function eachNeighbour(grid: Grid, cell: number, visit: (neighbour: number) => void): void {
  const column = cell % grid.columns;
  const row = (cell - column) / grid.columns;
  const offsets = neighbourSteps(grid, row);
  for (let k = 0; k < offsets.length; k += 2) {
    const c = column + offsets[k];
    const r = row + offsets[k + 1];
    if (c >= 0 && r >= 0 && c < grid.columns && r < grid.rows) visit(r * grid.columns + c);
  }
}

/** For every active cell: how many active neighbours it has, and the sum of their values. */
export function neighbourSums(
  grid: Grid,
  active: Uint8Array,
  values: Float64Array,
): { sums: Float64Array; neighbours: Float64Array } {
  const { columns, rows } = grid;
  if (active.length !== columns * rows || values.length !== active.length)
    throw new RangeError(`values and active must have ${columns * rows} cells, got ${values.length}`);
  const sums = new Float64Array(values.length);
  const neighbours = new Float64Array(values.length);
  for (let row = 0, cell = 0; row < rows; row++) {
    const offsets = neighbourSteps(grid, row);
    for (let column = 0; column < columns; column++, cell++) {
      if (active[cell] === 0) continue;
      let sum = 0;
      let count = 0;
      for (let k = 0; k < offsets.length; k += 2) {
        const c = column + offsets[k];
        const r = row + offsets[k + 1];
        if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
        const other = r * columns + c;
        if (active[other] === 0) continue;
        sum += values[other];
        count++;
      }
      sums[cell] = sum;
      neighbours[cell] = count;
    }
  }
  return { sums, neighbours };
}

/** All other points at most `distance` metres away. */
export function neighboursWithin({ x, y }: PointSet, distance: number): NeighbourLists {
  if (!(distance > 0)) throw new RangeError(`distance must be positive metres, got ${distance}`);
  const buckets = new Map<string, number[]>();
  const bucket = (i: number, dx: number, dy: number) =>
    `${Math.floor(x[i] / distance) + dx}/${Math.floor(y[i] / distance) + dy}`;
  for (let i = 0; i < x.length; i++) {
    const key = bucket(i, 0, 0);
    const held = buckets.get(key);
    if (held === undefined) buckets.set(key, [i]);
    else held.push(i);
  }
  const starts = new Uint32Array(x.length + 1);
  const list: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const near: number[] = [];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const j of buckets.get(bucket(i, dx, dy)) ?? [])
          if (j !== i && (x[j] - x[i]) ** 2 + (y[j] - y[i]) ** 2 <= distance * distance) near.push(j);
    list.push(...near.sort((a, b) => a - b));
    starts[i + 1] = list.length;
  }
  return { starts, list: Uint32Array.from(list) };
}

/** Like `neighbourSums`, for lists: all weights 1. */
export function listSums(
  lists: NeighbourLists,
  values: Float64Array,
): { sums: Float64Array; neighbours: Float64Array } {
  const sums = new Float64Array(values.length);
  const neighbours = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    for (let k = lists.starts[i]; k < lists.starts[i + 1]; k++) sums[i] += values[lists.list[k]];
    neighbours[i] = lists.starts[i + 1] - lists.starts[i];
  }
  return { sums, neighbours };
}
