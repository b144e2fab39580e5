/**
 * Question: which concentrations are more than chance?
 * Method: local statistics Gi and Gi* with binary weights (Getis & Ord 1992,
 * doi:10.1111/j.1538-4632.1992.tb00261.x), as standard scores (Ord & Getis 1995,
 * doi:10.1111/j.1538-4632.1995.tb00912.x, eq. 14), the variance taken over n:
 *   Gi*  z = (Σ wij xj - Wi x̄) / (s √[(n S1i - Wi²) / (n - 1)]), i itself among its neighbours
 *   Gi   the same over the other n - 1 places.
 * The two-sided p comes from the normal distribution, q from the false discovery rate over all places.
 *
 * Assumptions: under chance every place could have had any of the values; the sum over the neighbours is near
 * normal, which needs enough incidents (see the floors). Places at the edge have fewer neighbours.
 * Not to conclude: that a hot place is risky for a person (people at risk are not in it), why it is hot, or that a
 * place that is not hot is safe. Places without a neighbour get no statement.
 */
import { normalTwoSided } from './distributions.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import type { Grid } from './grid.ts';
import { listSums, type NeighbourLists, neighbourSums } from './neighbours.ts';

export interface LocalGiOptions {
  /** True for Gi*, false for Gi. */
  readonly includeSelf: boolean;
  /** Accepted chance of a false alarm, two-sided. */
  readonly level: number;
  readonly correction: 'fdr' | 'none';
}

/** One entry a place. NaN where the statistic is not defined. */
export interface LocalGi {
  readonly n: number;
  readonly mean: number;
  /** Over n. */
  readonly standardDeviation: number;
  /** Neighbours without the place itself. */
  readonly neighbours: Float64Array;
  /** Σ wij xj: with the place itself for Gi*. */
  readonly sums: Float64Array;
  /** The sum if all places were alike: Wi x̄, for Gi the mean of the others. */
  readonly expected: Float64Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** Equal to p when the correction is 'none'. */
  readonly q: Float64Array;
  /** 1 hot, -1 cold, 0 neither. */
  readonly classes: Int8Array;
}

/** Floors: fewer incidents, or fewer a place on average, and the normal distribution does not hold. */
export const LOCAL_GI_FLOOR = 30;
export const LOCAL_GI_MEAN_FLOOR = 0.1;

/** For any places and their neighbours. */
export function localGi(values: Float64Array, lists: NeighbourLists, options: LocalGiOptions): LocalGi {
  if (lists.starts.length !== values.length + 1)
    throw new RangeError(`${values.length} values need ${values.length} neighbour lists`);
  return judge(values, listSums(lists, values), options);
}

/**
 * For the active cells of a grid. The entries follow `cells`, the numbers of the active cells in ascending order;
 * `values` has one entry for every cell of the grid.
 */
export function localGiOfGrid(
  values: Float64Array,
  grid: Grid,
  active: Uint8Array,
  options: LocalGiOptions,
): LocalGi & { readonly cells: Uint32Array } {
  const around = neighbourSums(grid, active, values);
  const cells = activeCells(active);
  const pick = (all: Float64Array) => Float64Array.from(cells, (cell) => all[cell]);
  const judged = judge(
    pick(values),
    { sums: pick(around.sums), neighbours: pick(around.neighbours) },
    options,
  );
  return { ...judged, cells };
}

export function activeCells(active: Uint8Array): Uint32Array {
  const cells = new Uint32Array(active.length);
  let size = 0;
  for (let cell = 0; cell < active.length; cell++) if (active[cell] !== 0) cells[size++] = cell;
  return cells.slice(0, size);
}

function judge(
  values: Float64Array,
  around: { sums: Float64Array; neighbours: Float64Array },
  { includeSelf, level, correction }: LocalGiOptions,
): LocalGi {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const { neighbours } = around;
  const spread = spreadOf(values);
  const sums = includeSelf ? around.sums.map((sum, i) => sum + values[i]) : around.sums;
  const scores = includeSelf ? scoresWithSelf : scoresWithoutSelf;
  const { z, expected } = scores(values, sums, neighbours, spread);
  const p = z.map(normalTwoSided);
  const q = correction === 'fdr' ? falseDiscoveryRate(p) : p;
  const classes = Int8Array.from(z, (score, i) => (q[i] < level ? Math.sign(score) : 0));
  const standardDeviation = Math.sqrt(spread.squares / values.length);
  return {
    n: values.length,
    mean: spread.mean,
    standardDeviation,
    neighbours,
    sums,
    expected,
    z,
    p,
    q,
    classes,
  };
}

interface Spread {
  mean: number;
  /** Σ (x - x̄)²; exactly 0 when all values are equal. */
  squares: number;
}

function spreadOf(values: Float64Array): Spread {
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers, got ${value}`);
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const mean = sum / values.length;
  let squares = 0;
  if (most > least) for (const value of values) squares += (value - mean) ** 2;
  return { mean, squares };
}

function scoresWithSelf(
  values: Float64Array,
  sums: Float64Array,
  neighbours: Float64Array,
  { mean, squares }: Spread,
) {
  const n = values.length;
  const z = new Float64Array(n).fill(NaN);
  const expected = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const weight = neighbours[i] + 1;
    expected[i] = weight * mean;
    const variance = ((squares / n) * (n * weight - weight * weight)) / (n - 1);
    if (neighbours[i] > 0 && variance > 0) z[i] = (sums[i] - expected[i]) / Math.sqrt(variance);
  }
  return { z, expected };
}

function scoresWithoutSelf(
  values: Float64Array,
  sums: Float64Array,
  neighbours: Float64Array,
  { mean, squares }: Spread,
) {
  const n = values.length;
  const z = new Float64Array(n).fill(NaN);
  const expected = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const weight = neighbours[i];
    const own = values[i] - mean;
    const shift = -own / (n - 1);
    expected[i] = weight * (mean + shift);
    const others = (squares - own * own) / (n - 1) - shift * shift;
    // What is left of a difference of equal numbers is no variation.
    const varied = others > squares * 1e-14;
    const variance = (others * ((n - 1) * weight - weight * weight)) / (n - 2);
    if (varied && variance > 0) z[i] = (sums[i] - expected[i]) / Math.sqrt(variance);
  }
  return { z, expected };
}
