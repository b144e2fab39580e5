/**
 * Question: where do incidents concentrate?
 * Method: kernel density estimation in the plane, f(s) = Σ K(d / h) / h² with kernels that integrate to 1 over the
 * disc (Silverman 1986, Density Estimation for Statistics and Data Analysis, p. 76; quartic: eq. 4.5), evaluated at
 * the centres of square cells from the exact positions, in incidents per km².
 *
 * Assumptions: straight-line distance matters; every incident counts alike. Nothing is added near the edge of the
 * region, so density is too low within one bandwidth of it.
 * Not to conclude: risk (people at risk are not in it), significance (chance makes bumps too), or anything about a
 * single address: the surface spreads each incident over a disc.
 */
import type { Grid } from './grid.ts';
import type { PointSet } from './point-set.ts';

export type Kernel = 'quartic' | 'epanechnikov' | 'triweight' | 'uniform' | 'triangular';

export interface KernelDensityOptions {
  readonly kernel: Kernel;
  /** Radius of the kernel in metres, at least the cell. */
  readonly bandwidth: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** Incidents it takes before a surface says more than a list of points. */
export const KERNEL_DENSITY_FLOOR = 30;

/** K(0) of the kernels in two dimensions. */
const PEAK: Record<Kernel, number> = {
  quartic: 3 / Math.PI,
  epanechnikov: 2 / Math.PI,
  triweight: 4 / Math.PI,
  uniform: 1 / Math.PI,
  triangular: 3 / Math.PI,
};
const SQUARE_METRES_PER_KM2 = 1e6;
/** Points between two reports of progress. */
const POINTS_A_TURN = 16_384;

/** K(u), normalised in two dimensions; 0 from u = 1 on (uniform: beyond 1). */
export function kernelValue(kernel: Kernel, u: number): number {
  const rest = 1 - u * u;
  if (rest < 0 || u < 0) return 0;
  if (kernel === 'triangular') return PEAK.triangular * (1 - u);
  return PEAK[kernel] * rest ** DEGREE_OF[kernel];
}

/** The kernels that are powers of 1 - u². */
const DEGREE_OF: Record<Exclude<Kernel, 'triangular'>, 0 | 1 | 2 | 3> = {
  uniform: 0,
  epanechnikov: 1,
  quartic: 2,
  triweight: 3,
};

/** Incidents per km² at the centre of every cell of the grid. */
export function kernelDensity(points: PointSet, grid: Grid, options: KernelDensityOptions): Float64Array {
  const { kernel, bandwidth } = options;
  if (grid.shape !== 'square') throw new RangeError(`density needs square cells, got ${grid.shape}`);
  if (!(bandwidth >= grid.cell && Number.isFinite(bandwidth)))
    throw new RangeError(`bandwidth must be at least the cell of ${grid.cell} m, got ${bandwidth}`);
  const sums = new Float64Array(grid.columns * grid.rows);
  for (let from = 0; from < points.x.length; from += POINTS_A_TURN) {
    options.progress?.(from / points.x.length);
    const to = Math.min(from + POINTS_A_TURN, points.x.length);
    const some = { x: points.x.subarray(from, to), y: points.y.subarray(from, to) };
    if (kernel === 'triangular') addCones(some, grid, bandwidth, sums);
    else addPowers(some, grid, bandwidth, DEGREE_OF[kernel], sums);
  }
  const scale = (PEAK[kernel] * SQUARE_METRES_PER_KM2) / (bandwidth * bandwidth);
  for (let cell = 0; cell < sums.length; cell++) sums[cell] *= scale;
  return sums;
}

/** Adds (1 - u²)^degree of every point to the cells it reaches. */
function addPowers(
  points: PointSet,
  grid: Grid,
  bandwidth: number,
  degree: 0 | 1 | 2 | 3,
  sums: Float64Array,
) {
  const { columns, rows, cell } = grid;
  const step = cell / bandwidth;
  const reach = bandwidth / cell;
  for (let i = 0; i < points.x.length; i++) {
    const column = (points.x[i] - grid.x0) / cell - 0.5;
    const row = (points.y[i] - grid.y0) / cell - 0.5;
    const lastRow = Math.min(rows - 1, Math.floor(row + reach));
    for (let r = Math.max(0, Math.ceil(row - reach)); r <= lastRow; r++) {
      const dy = (r - row) * step;
      const left = 1 - dy * dy;
      const half = Math.sqrt(left) * reach;
      const first = Math.max(0, Math.ceil(column - half));
      const last = r * columns + Math.min(columns - 1, Math.floor(column + half));
      let dx = (first - column) * step;
      for (let at = r * columns + first; at <= last; at++, dx += step) {
        const rest = left - dx * dx;
        if (degree === 2) sums[at] += rest * rest;
        else if (degree === 1) sums[at] += rest;
        else if (degree === 3) sums[at] += rest * rest * rest;
        else sums[at] += 1;
      }
    }
  }
}

/** Adds 1 - u of every point to the cells it reaches. */
function addCones(points: PointSet, grid: Grid, bandwidth: number, sums: Float64Array) {
  const { columns, rows, cell } = grid;
  const reach = bandwidth / cell;
  for (let i = 0; i < points.x.length; i++) {
    const column = (points.x[i] - grid.x0) / cell - 0.5;
    const row = (points.y[i] - grid.y0) / cell - 0.5;
    const lastRow = Math.min(rows - 1, Math.floor(row + reach));
    for (let r = Math.max(0, Math.ceil(row - reach)); r <= lastRow; r++) {
      const dy = (r - row) ** 2;
      const half = Math.sqrt(Math.max(0, reach * reach - dy));
      const lastColumn = Math.min(columns - 1, Math.floor(column + half));
      for (let c = Math.max(0, Math.ceil(column - half)); c <= lastColumn; c++)
        sums[r * columns + c] += Math.max(0, 1 - Math.sqrt(dy + (c - column) ** 2) / reach);
    }
  }
}
