/**
 * Question: what do all points together give each cell centre under a kernel?
 * Method: each point is added to the cells it reaches, row by row from one end of the disc to the other, on a frame
 * that is wider than the grid by the radius, so that no step has to ask where the grid ends. The quartic has faster
 * ways to the same sums: a square window when it is narrow, moments of whole cells when it is wide.
 *
 * Assumptions: square cells. The result differs from the plain double loop over cells and points only by rounding.
 * Not to conclude: –
 */
import type { Grid } from './grid.ts';
import type { PointSet } from './point-set.ts';
import { addQuarticPoints, quarticFrame, quarticSums } from './quartic-sums.ts';

/** Powers of 1 - u², or the cone 1 - u. */
export type KernelForm = 0 | 1 | 2 | 3 | 'cone';

/** Points between two reports of progress. */
const POINTS_A_TURN = 16_384;
/** Cells the frame may have; with a wider kernel the points outside the grid are asked one by one. */
const MOST_FRAME = 4_000_000;
/** Points a cell on average from which moments save work. */
const WORTH_MOMENTS = 4;
/** Part of the progress that the points take when they are many; the whole cells take the rest. */
const POINTS_SHARE = 0.6;
/** Radius in cells up to which a square window without square roots is faster than a disc, and from which moments are. */
const WIDE = 6;

interface Frame {
  readonly columns: number;
  readonly rows: number;
  /** Added to the columns and rows of the grid. */
  readonly margin: number;
  readonly sums: Float64Array;
}

/** Σ of the kernel (`weights` at its centre, 1 without) at every cell centre. `radius` is in cells. */
export function kernelSums(
  points: PointSet,
  grid: Grid,
  radius: number,
  form: KernelForm,
  progress: (done: number) => void,
  weights?: ArrayLike<number>,
): Float64Array {
  const frame = frameAround(grid, radius);
  const n = points.x.length;
  if (weights !== undefined) return discSums(points, grid, frame, radius, form, progress, weights);
  const many = n >= WORTH_MOMENTS * grid.columns * grid.rows;
  if (form === 2 && many && radius >= WIDE && frame.margin > 0)
    return manyQuartics(points, grid, radius, progress);
  return discSums(points, grid, frame, radius, form, progress);
}

function discSums(
  points: PointSet,
  grid: Grid,
  frame: Frame,
  radius: number,
  form: KernelForm,
  progress: (done: number) => void,
  weights?: ArrayLike<number>,
): Float64Array {
  const n = points.x.length;
  for (let from = 0; from < n; from += POINTS_A_TURN) {
    progress(from / n);
    const to = Math.min(from + POINTS_A_TURN, n);
    if (form === 2 && radius < WIDE && weights === undefined)
      addQuarticWindows(points, from, to, grid, frame, radius);
    else addDiscs(points, from, to, grid, frame, radius, form, weights);
  }
  const sums = new Float64Array(grid.columns * grid.rows);
  for (let row = 0; row < grid.rows; row++) {
    const start = (row + frame.margin) * frame.columns + frame.margin;
    sums.set(frame.sums.subarray(start, start + grid.columns), row * grid.columns);
  }
  return sums;
}

function manyQuartics(
  points: PointSet,
  grid: Grid,
  radius: number,
  progress: (done: number) => void,
): Float64Array {
  const n = points.x.length;
  const frame = quarticFrame(grid, radius);
  const outside: number[] = [];
  for (let from = 0; from < n; from += POINTS_A_TURN) {
    progress((POINTS_SHARE * from) / n);
    const to = Math.min(from + POINTS_A_TURN, n);
    const some = { x: points.x.subarray(from, to), y: points.y.subarray(from, to) };
    for (const i of addQuarticPoints(some, grid, frame)) outside.push(from + i);
  }
  const sums = quarticSums(grid, frame, (done) => progress(POINTS_SHARE + (1 - POINTS_SHARE) * done));
  if (outside.length === 0) return sums;
  const rest = {
    x: Float64Array.from(outside, (i) => points.x[i]),
    y: Float64Array.from(outside, (i) => points.y[i]),
  };
  const more = discSums(rest, grid, frameAround(grid, radius), radius, 2, () => progress(1));
  return sums.map((sum, cell) => sum + more[cell]);
}

/** Wide enough for the discs of all points in the grid, or as wide as memory allows. */
function frameAround(grid: Grid, radius: number): Frame {
  const size = (margin: number) => (grid.columns + 2 * margin) * (grid.rows + 2 * margin);
  const wanted = Math.ceil(radius) + 1;
  const margin = size(wanted) <= MOST_FRAME ? wanted : 0;
  const columns = grid.columns + 2 * margin;
  const rows = grid.rows + 2 * margin;
  return { columns, rows, margin, sums: new Float64Array(columns * rows) };
}

/** The quartic over the square around each disc: what lies outside the disc adds nothing. */
function addQuarticWindows(
  points: PointSet,
  from: number,
  to: number,
  grid: Grid,
  frame: Frame,
  radius: number,
): void {
  const { columns, rows, margin, sums } = frame;
  const scale = 1 / grid.cell;
  const shift = margin - 0.5;
  const step = 1 / radius;
  const width = Math.ceil(2 * radius);
  for (let i = from; i < to; i++) {
    const column = (points.x[i] - grid.x0) * scale + shift;
    const row = (points.y[i] - grid.y0) * scale + shift;
    const firstColumn = Math.floor(column - radius) + 1;
    const firstRow = Math.floor(row - radius) + 1;
    if (firstColumn < 0 || firstRow < 0 || firstColumn + width > columns || firstRow + width > rows) {
      addDiscs(points, i, i + 1, grid, frame, radius, 2);
      continue;
    }
    const dx = (firstColumn - column) * step;
    let dy = (firstRow - row) * step;
    let start = firstRow * columns + firstColumn;
    for (let k = 0; k < width; k++, dy += step, start += columns) {
      const left = 1 - dy * dy;
      let x = dx;
      for (let at = start; at < start + width; at++, x += step) {
        const rest = Math.max(0, left - x * x);
        sums[at] += rest * rest;
      }
    }
  }
}

function addDiscs(
  points: PointSet,
  from: number,
  to: number,
  grid: Grid,
  frame: Frame,
  radius: number,
  form: KernelForm,
  weights?: ArrayLike<number>,
): void {
  const { columns, rows, margin, sums } = frame;
  const scale = 1 / grid.cell;
  const shift = margin - 0.5;
  const step = 1 / radius;
  for (let i = from; i < to; i++) {
    const weight = weights === undefined ? 1 : weights[i];
    if (weight === 0) continue;
    const column = (points.x[i] - grid.x0) * scale + shift;
    const row = (points.y[i] - grid.y0) * scale + shift;
    const within = column > radius && row > radius && column + radius < columns && row + radius < rows;
    const firstRow = within ? Math.trunc(row - radius) + 1 : Math.max(0, Math.ceil(row - radius));
    const lastRow = within ? Math.trunc(row + radius) : Math.min(rows - 1, Math.floor(row + radius));
    for (let r = firstRow; r <= lastRow; r++) {
      const dy = (r - row) * step;
      const left = 1 - dy * dy;
      const half = Math.sqrt(Math.max(0, left)) * radius;
      const first = within ? Math.trunc(column - half) + 1 : Math.max(0, Math.ceil(column - half));
      const last = within ? Math.trunc(column + half) : Math.min(columns - 1, Math.floor(column + half));
      addRow(
        sums,
        r * columns + first,
        r * columns + last,
        (first - column) * step,
        left,
        step,
        form,
        weight,
      );
    }
  }
}

/** Adds one row of a disc: `left` is 1 - dy², `dx` the distance of its first cell, all in radii. */
function addRow(
  sums: Float64Array,
  from: number,
  to: number,
  dx: number,
  left: number,
  step: number,
  form: KernelForm,
  weight: number,
): void {
  let at = from;
  let x = dx;
  if (form === 2)
    for (; at <= to; at++, x += step) {
      const rest = left - x * x;
      sums[at] += weight * rest * rest;
    }
  else if (form === 3)
    for (; at <= to; at++, x += step) {
      const rest = left - x * x;
      sums[at] += weight * rest * rest * rest;
    }
  else if (form === 1) for (; at <= to; at++, x += step) sums[at] += weight * (left - x * x);
  else if (form === 0) for (; at <= to; at++) sums[at] += weight;
  else for (; at <= to; at++, x += step) sums[at] += weight * Math.max(0, 1 - Math.sqrt(1 - left + x * x));
}
