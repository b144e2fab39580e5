/**
 * Question: where are incidents denser than the people, places or other incidents they are compared with explain?
 * Method: two kernel densities, each divided by its own total so that both have volume 1, with one bandwidth
 * (Bithell 1990, doi:10.1002/sim.4780090616; Kelsall & Diggle 1995, doi:10.1002/sim.4780142106): their ratio, its
 * natural logarithm or their difference. A ratio of 2 says: twice the share of the incidents that the comparison has
 * there. Cells where the comparison expects less than five within the bandwidth are masked: too few to say.
 *
 * Assumptions: the comparison is what could have been struck, at the same time; both end at the same edge, where
 * what is missing beyond it cancels in the ratio but not in the difference.
 * Not to conclude: risk to a person when the comparison is residents and the incidents happen to visitors; nor
 * anything from a masked cell.
 */
import type { Grid } from './grid.ts';
import { type Kernel, kernelDensity, kernelValue } from './kernel-density.ts';
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import type { Warning } from './warning.ts';

export interface DualDensityOptions {
  readonly kernel: Kernel;
  /** Metres, of both densities. */
  readonly bandwidth: number;
  /** Metres, of the comparison where it is to be another. */
  readonly comparisonBandwidth?: number;
  readonly measure: 'ratio' | 'log' | 'difference';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** Points that stand for more than one: people of a block, homes of a building. */
export interface WeightedPoints extends PointSet {
  readonly weight?: Float64Array;
}

/** The cell has a value. */
export const SHOWN = 0;
/** Less than five of the comparison expected within the bandwidth. */
export const TOO_FEW = 1;
/** Measure 'log' only: no incident within the bandwidth. */
export const NO_INCIDENT = 2;

/** One entry a cell of the grid. */
export interface DualDensity {
  /** Incidents, and the total of the comparison. */
  readonly n: number;
  readonly comparison: number;
  /** Ratio, its logarithm, or difference of shares per km²; NaN where the mask is not 0. */
  readonly values: Float64Array;
  /** SHOWN, TOO_FEW or NO_INCIDENT. */
  readonly mask: Uint8Array;
  /** Of the comparison, within the bandwidth. */
  readonly expected: Float64Array;
  /** Incidents within the bandwidth, weighted alike. */
  readonly near: Float64Array;
  readonly masked: number;
  readonly parameters: Required<Omit<DualDensityOptions, 'progress'>>;
  readonly warnings: Warning[];
}

/** Expected number of the comparison within the bandwidth below which a cell is masked. */
export const DUAL_DENSITY_MASK = 5;
/** Points of either side below which a surface says no more than a list. */
export const DUAL_DENSITY_FLOOR = 30;
const SQUARE_METRES_PER_KM2 = 1e6;
/** Share of one incident's peak. */
const TRACE = 1e-9;
/** Points between two reports of progress. */
const POINTS_A_TURN = 4096;

export function dualDensity(
  incidents: PointSet,
  comparison: WeightedPoints,
  grid: Grid,
  options: DualDensityOptions,
): DualDensity {
  const { kernel, bandwidth, measure, progress = () => {} } = options;
  const comparisonBandwidth = options.comparisonBandwidth ?? bandwidth;
  const n = requirePoints(incidents);
  const points = requirePoints(comparison);
  const total = totalOf(comparison, points);
  const above = kernelDensity(incidents, grid, { kernel, bandwidth, progress: (done) => progress(done / 2) });
  const below = densityOf(comparison, grid, kernel, comparisonBandwidth, (done) => progress(0.5 + done / 2));
  const disc = (Math.PI * comparisonBandwidth ** 2) / SQUARE_METRES_PER_KM2;
  // What rounding leaves of sums of many points is no incident.
  const trace = (TRACE * kernelValue(kernel, 0) * SQUARE_METRES_PER_KM2) / bandwidth ** 2;
  const expected = below.map((density) => density * disc);
  const mask = Uint8Array.from(expected, (count, cell) => {
    if (count < DUAL_DENSITY_MASK || n === 0) return TOO_FEW;
    return measure === 'log' && above[cell] <= trace ? NO_INCIDENT : SHOWN;
  });
  const compare = COMPARE[measure];
  if (compare === undefined) throw new RangeError(`measure must be ratio, log or difference, got ${measure}`);
  const values = above.map((density, cell) =>
    mask[cell] === SHOWN ? compare(Math.max(0, density) / n, below[cell] / total) : NaN,
  );
  return {
    n,
    comparison: total,
    values,
    mask,
    expected,
    near: above.map((density) => Math.max(0, density) * ((Math.PI * bandwidth ** 2) / SQUARE_METRES_PER_KM2)),
    masked: mask.reduce((count, one) => count + Number(one === TOO_FEW), 0),
    parameters: { kernel, bandwidth, comparisonBandwidth, measure },
    warnings: warningsOf(n, points, bandwidth, comparisonBandwidth),
  };
}

const COMPARE: Record<DualDensityOptions['measure'], (above: number, below: number) => number> = {
  ratio: (above, below) => above / below,
  log: (above, below) => Math.log(above / below),
  difference: (above, below) => above - below,
};

function totalOf({ weight }: WeightedPoints, points: number): number {
  if (weight === undefined) return points;
  if (weight.length !== points)
    throw new RangeError(`${points} points need ${points} weights, got ${weight.length}`);
  let total = 0;
  for (const one of weight) {
    if (!(one >= 0 && Number.isFinite(one)))
      throw new RangeError(`weights must be numbers from 0, got ${one}`);
    total += one;
  }
  return total;
}

/** Per km², the weights counted. */
function densityOf(
  points: WeightedPoints,
  grid: Grid,
  kernel: Kernel,
  bandwidth: number,
  progress: (done: number) => void,
): Float64Array {
  const { weight } = points;
  if (weight === undefined) return kernelDensity(points, grid, { kernel, bandwidth, progress });
  // Checks grid and bandwidth.
  const density = kernelDensity({ x: new Float64Array(0), y: new Float64Array(0) }, grid, {
    kernel,
    bandwidth,
  });
  const scale = SQUARE_METRES_PER_KM2 / bandwidth ** 2;
  for (let i = 0; i < weight.length; i++) {
    if (i % POINTS_A_TURN === 0) progress(i / weight.length);
    if (weight[i] > 0) addDisc(density, grid, points.x[i], points.y[i], kernel, bandwidth, weight[i] * scale);
  }
  return density;
}

function addDisc(
  density: Float64Array,
  { cell, columns, rows, x0, y0 }: Grid,
  x: number,
  y: number,
  kernel: Kernel,
  bandwidth: number,
  scale: number,
): void {
  const within = (from: number, most: number) => Math.max(0, Math.min(most, from));
  const firstColumn = within(Math.floor((x - bandwidth - x0) / cell), columns);
  const lastColumn = within(Math.floor((x + bandwidth - x0) / cell), columns - 1);
  const firstRow = within(Math.floor((y - bandwidth - y0) / cell), rows);
  const lastRow = within(Math.floor((y + bandwidth - y0) / cell), rows - 1);
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = y0 + (row + 0.5) * cell - y;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const dx = x0 + (column + 0.5) * cell - x;
      const u = Math.sqrt(dx * dx + dy * dy) / bandwidth;
      if (u <= 1) density[row * columns + column] += scale * kernelValue(kernel, u);
    }
  }
}

function warningsOf(n: number, points: number, bandwidth: number, comparisonBandwidth: number): Warning[] {
  const warnings: Warning[] = [];
  if (n < DUAL_DENSITY_FLOOR) warnings.push({ code: 'fewer_than_30_incidents', value: n });
  if (points < DUAL_DENSITY_FLOOR) warnings.push({ code: 'fewer_than_30_in_comparison', value: points });
  if (comparisonBandwidth !== bandwidth)
    warnings.push({ code: 'bandwidths_differ', value: comparisonBandwidth });
  return warnings;
}
