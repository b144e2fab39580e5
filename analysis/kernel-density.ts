/**
 * Question: where do incidents concentrate?
 * Method: kernel density estimation in the plane, f(s) = Σ K(d / h) / h² with kernels that integrate to 1 over the
 * disc (Silverman 1986, Density Estimation for Statistics and Data Analysis, p. 76; quartic: eq. 4.5), evaluated at
 * the centres of square cells from the exact positions, in incidents per km². With weights the sum is Σ w K(d / h) / h²
 * and reads in the unit of the weights per km².
 *
 * Assumptions: straight-line distance matters; every incident counts alike, or as its weight says. Nothing is added near the edge of the
 * region, so density is too low within one bandwidth of it.
 * Not to conclude: risk (people at risk are not in it), significance (chance makes bumps too), or anything about a
 * single address: the surface spreads each incident over a disc.
 */
import type { Grid } from './grid.ts';
import { kernelSums } from './kernel-sums.ts';
import type { PointSet } from './point-set.ts';

export const KERNELS = ['quartic', 'epanechnikov', 'triweight', 'uniform', 'triangular'] as const;
export type Kernel = (typeof KERNELS)[number];

export interface KernelDensityOptions {
  readonly kernel: Kernel;
  /** Radius of the kernel in metres, at least the cell. */
  readonly bandwidth: number;
  /** Of each point, 0 or more: how much it counts; 1 unless given. Whether they may be mapped: `harm-weights.ts`. */
  readonly weights?: ArrayLike<number>;
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
  const { kernel, bandwidth, weights } = options;
  requireWeights(points, weights);
  if (grid.shape !== 'square') throw new RangeError(`density needs square cells, got ${grid.shape}`);
  if (!(bandwidth >= grid.cell && Number.isFinite(bandwidth)))
    throw new RangeError(`bandwidth must be at least the cell of ${grid.cell} m, got ${bandwidth}`);
  const form = kernel === 'triangular' ? 'cone' : DEGREE_OF[kernel];
  const progress = options.progress ?? (() => {});
  const sums = kernelSums(points, grid, bandwidth / grid.cell, form, progress, weights);
  const scale = (PEAK[kernel] * SQUARE_METRES_PER_KM2) / (bandwidth * bandwidth);
  for (let cell = 0; cell < sums.length; cell++) sums[cell] *= scale;
  return sums;
}

function requireWeights({ x }: PointSet, weights: ArrayLike<number> | undefined): void {
  if (weights === undefined) return;
  if (weights.length !== x.length)
    throw new RangeError(`${x.length} points need as many weights, got ${weights.length}`);
  for (let i = 0; i < weights.length; i++)
    if (!(weights[i] >= 0 && weights[i] < Infinity))
      throw new RangeError(`weights must be finite and not negative, got ${weights[i]} at ${i}`);
}
