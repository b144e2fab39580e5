/**
 * Question: what do very many points give each cell centre under the quartic kernel?
 * Method: the quartic is a polynomial of the position, so where it covers a whole cell of points their sum follows
 * exactly from nine moments of the cell, as in fast multipole methods without their truncation (Greengard & Rokhlin
 * 1987, doi:10.1016/0021-9991(87)90140-9). Only the cells near the edge of the disc are summed point by point.
 *
 * Assumptions: square cells. The result differs from the plain double loop over cells and points only by rounding.
 * Not to conclude: –
 */
import type { Grid } from './grid.ts';
import type { PointSet } from './point-set.ts';

/** n, x, y, xx, xy, yy, xs, ys, ss of the points in a cell, as offsets from its centre in cells; s = xx + yy. */
const MOMENTS = 9;

/** A frame around the grid as wide as the kernel, so that no step has to ask where the grid ends. */
export interface QuarticFrame {
  readonly radius: number;
  readonly margin: number;
  readonly columns: number;
  readonly sums: Float64Array;
  readonly moments: Float64Array;
  /** Runs of cells that the edge may cross, from the cell of a point: row, first column, number. */
  readonly runs: Int32Array;
  /** Cells that are covered wholly, wherever in its cell the point lies: column, row. */
  readonly whole: Int32Array;
}

/** `radius` is in cells. */
export function quarticFrame(grid: Grid, radius: number): QuarticFrame {
  const margin = Math.ceil(radius) + 1;
  const columns = grid.columns + 2 * margin;
  const sums = new Float64Array(columns * (grid.rows + 2 * margin));
  const moments = new Float64Array(grid.columns * grid.rows * MOMENTS);
  const runs: number[] = [];
  const whole: number[] = [];
  for (let row = -margin; row <= margin; row++) {
    const near = Math.max(0, Math.abs(row) - 0.5);
    if (near >= radius) continue;
    const reach = Math.floor(Math.sqrt(radius ** 2 - near ** 2) + 0.5);
    // A hair of rounding may not make a covered cell of an uncovered one.
    const rest = radius ** 2 * (1 - 1e-12) - (Math.abs(row) + 0.5) ** 2;
    const covered = rest < 0.25 ? -1 : Math.floor(Math.sqrt(rest) - 0.5);
    if (covered < 0) runs.push(row, -reach, 2 * reach + 1);
    else if (reach > covered) {
      runs.push(row, -reach, reach - covered);
      runs.push(row, covered + 1, reach - covered);
    }
    for (let column = -covered; column <= covered; column++) whole.push(column, row);
  }
  return {
    radius,
    margin,
    columns,
    sums,
    moments,
    runs: Int32Array.from(runs),
    whole: Int32Array.from(whole),
  };
}

/** Adds points to the moments of their cells and to the cells near the edge of their discs. Gives those outside the grid. */
export function addQuarticPoints({ x, y }: PointSet, grid: Grid, frame: QuarticFrame): number[] {
  const { radius, margin, columns, sums, moments, runs } = frame;
  const scale = 1 / grid.cell;
  const step = 1 / radius;
  const outside: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const across = (x[i] - grid.x0) * scale;
    const along = (y[i] - grid.y0) * scale;
    if (!(across >= 0 && along >= 0 && across < grid.columns && along < grid.rows)) {
      outside.push(i);
      continue;
    }
    const column = Math.trunc(across);
    const row = Math.trunc(along);
    const a = across - column - 0.5;
    const b = along - row - 0.5;
    addMoments(moments, (row * grid.columns + column) * MOMENTS, a, b);
    const home = (row + margin) * columns + column + margin;
    for (let k = 0; k < runs.length; k += 3) {
      const dy = (runs[k] - b) * step;
      const left = 1 - dy * dy;
      let dx = (runs[k + 1] - a) * step;
      const start = home + runs[k] * columns + runs[k + 1];
      const end = start + runs[k + 2];
      for (let at = start; at < end; at++, dx += step) {
        const rest = Math.max(0, left - dx * dx);
        sums[at] += rest * rest;
      }
    }
  }
  return outside;
}

/** Adds what whole cells give, and takes the grid out of its frame. `progress` gets the share that is done. */
export function quarticSums(
  grid: Grid,
  frame: QuarticFrame,
  progress: (done: number) => void = () => {},
): Float64Array {
  const { margin, columns, sums, moments, whole } = frame;
  const weights = momentWeights(frame);
  const steps = Int32Array.from(
    { length: whole.length / 2 },
    (_, k) => whole[2 * k + 1] * columns + whole[2 * k],
  );
  const result = new Float64Array(grid.columns * grid.rows);
  for (let row = 0, of = 0; row < grid.rows; row++) {
    progress(row / grid.rows);
    for (let column = 0; column < grid.columns; column++, of += MOMENTS) {
      if (moments[of] === 0) continue;
      const home = (row + margin) * columns + column + margin;
      for (let k = 0; k < steps.length; k++)
        sums[home + steps[k]] += weighted(moments, of, weights, k * MOMENTS);
    }
  }
  for (let row = 0; row < grid.rows; row++) {
    const start = (row + margin) * columns + margin;
    result.set(sums.subarray(start, start + grid.columns), row * grid.columns);
  }
  return result;
}

function addMoments(moments: Float64Array, at: number, a: number, b: number): void {
  const s = a * a + b * b;
  moments[at] += 1;
  moments[at + 1] += a;
  moments[at + 2] += b;
  moments[at + 3] += a * a;
  moments[at + 4] += a * b;
  moments[at + 5] += b * b;
  moments[at + 6] += a * s;
  moments[at + 7] += b * s;
  moments[at + 8] += s * s;
}

/**
 * The kernel at the cell (c, r) as a polynomial of the offset (x, y) of a point in its own cell:
 * (A + (2cx + 2ry - s) / R²)² with A = 1 - (c² + r²) / R².
 */
function momentWeights({ radius, whole }: QuarticFrame): Float64Array {
  const weights = new Float64Array((whole.length / 2) * MOMENTS);
  const g = 1 / (radius * radius);
  for (let k = 0; k < whole.length; k += 2) {
    const c = whole[k];
    const r = whole[k + 1];
    const a = 1 - (c * c + r * r) * g;
    const b = 2 * a * g;
    const q = 4 * g * g;
    const low = [a * a, 2 * c * b, 2 * r * b, q * c * c - b, 2 * q * c * r, q * r * r - b];
    weights.set([...low, -q * c, -q * r, g * g], (k / 2) * MOMENTS);
  }
  return weights;
}

function weighted(m: Float64Array, of: number, w: Float64Array, at: number): number {
  return (
    m[of] * w[at] +
    m[of + 1] * w[at + 1] +
    m[of + 2] * w[at + 2] +
    m[of + 3] * w[at + 3] +
    m[of + 4] * w[at + 4] +
    m[of + 5] * w[at + 5] +
    m[of + 6] * w[at + 6] +
    m[of + 7] * w[at + 7] +
    m[of + 8] * w[at + 8]
  );
}
