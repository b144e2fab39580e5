/**
 * Question: which places are like their neighbours, high among high or low among low, and which stand out from them?
 * Method: local Moran (Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x) with row-standardised weights:
 *   I = (n - 1) · z · lag / Σ z²,  z = x - x̄,  lag = mean z of the neighbours.
 * Inference by conditional permutation: the value of a place stays, its neighbours are drawn from all other places.
 * p is two-sided, twice the smaller tail: min(1, 2 (r + 1) / (permutations + 1)); q is the false discovery rate.
 *
 * Assumptions: under chance every place could have had any of the other values. The draws are shared by all places,
 * so their errors are, too: another seed moves all p alike; more permutations cost next to nothing.
 * Not to conclude: that a cluster is risky for a person, or why it is one; places without neighbours get no statement.
 */
import { conditionalP } from './conditional-draws.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import type { Grid } from './grid.ts';
import { activeCells } from './local-gi-star.ts';
import { eachNeighbour, listSums, type NeighbourLists } from './neighbours.ts';
import type { Warning } from './warning.ts';

export interface LocalMoranOptions {
  readonly permutations: number;
  readonly seed: number;
  /** Accepted chance of a false alarm, two-sided. */
  readonly level: number;
  readonly correction: 'fdr' | 'none';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** Quadrants, and the classes made of them. */
export const HIGH_HIGH = 1;
export const LOW_HIGH = 2;
export const LOW_LOW = 3;
export const HIGH_LOW = 4;
/** Classes only. */
export const NOT_SIGNIFICANT = 0;
/** No variation at all. */
export const UNDEFINED = 5;
export const ISOLATE = 6;

/** One entry a place. NaN where the statistic is not defined. */
export interface LocalMoran {
  readonly n: number;
  readonly mean: number;
  readonly neighbours: Float64Array;
  /** Mean of the neighbours' values less the mean of all. */
  readonly lag: Float64Array;
  readonly statistic: Float64Array;
  /** 1 high among high, 2 low among high, 3 low among low, 4 high among low; 0 where not defined. */
  readonly quadrants: Int8Array;
  readonly p: Float64Array;
  /** Equal to p when the correction is 'none'. */
  readonly q: Float64Array;
  /** The quadrant where q is below the level, else 0; 5 without variation, 6 without neighbours. */
  readonly classes: Int8Array;
  readonly parameters: Required<Omit<LocalMoranOptions, 'progress'>>;
  readonly warnings: Warning[];
}

/** Standard deviations. */
const AT_THE_MEAN = 1e-12;

/** For any places and their neighbours. */
export function localMoran(
  values: Float64Array,
  lists: NeighbourLists,
  options: LocalMoranOptions,
): LocalMoran {
  const { permutations, seed, level, correction } = options;
  requireInput(values, lists, options);
  const n = values.length;
  const { z, mean, squares } = deviations(values);
  const { sums, neighbours } = listSums(lists, z);
  const lag = sums.map((sum, i) => (neighbours[i] > 0 ? sum / neighbours[i] : NaN));
  const defined = squares > 0;
  const statistic = z.map((own, i) => (defined ? ((n - 1) * own * lag[i]) / squares : NaN));
  const p =
    defined && permutations > 0 ? conditionalP(z, sums, neighbours, options) : new Float64Array(n).fill(NaN);
  const q = correction === 'fdr' ? falseDiscoveryRate(p) : p;
  // Neighbours that lie at the mean differ from it by what the order of a sum leaves.
  const none = AT_THE_MEAN * Math.sqrt(squares / n);
  const quadrants = Int8Array.from(z, (own, i) =>
    Number.isNaN(statistic[i]) ? 0 : quadrantOf(own - none, lag[i] - none),
  );
  const classes = quadrants.map((quadrant, i) => {
    if (neighbours[i] === 0) return ISOLATE;
    if (!defined) return UNDEFINED;
    return q[i] < level ? quadrant : NOT_SIGNIFICANT;
  });
  const parameters = { permutations, seed, level, correction };
  const warnings = warningsOf(neighbours, defined, p, q, options);
  return { n, mean, neighbours, lag, statistic, quadrants, p, q, classes, parameters, warnings };
}

/** For the active cells of a grid, in the order of `cells`; `values` has one entry for every cell of the grid. */
export function localMoranOfGrid(
  values: Float64Array,
  grid: Grid,
  active: Uint8Array,
  options: LocalMoranOptions,
): LocalMoran & { readonly cells: Uint32Array } {
  if (active.length !== grid.columns * grid.rows || values.length !== active.length)
    throw new RangeError(
      `values and active must have ${grid.columns * grid.rows} cells, got ${values.length}`,
    );
  const cells = activeCells(active);
  const picked = Float64Array.from(cells, (cell) => values[cell]);
  return { ...localMoran(picked, gridLists(grid, active, cells), options), cells };
}

/** The quadrant numbers of GeoDa: 1 high among high, 2 low among low, 3 low among high, 4 high among low. */
export function quadrantsOfGeoda(quadrants: Int8Array): Int8Array {
  return quadrants.map((quadrant) => (quadrant === LOW_HIGH ? 3 : quadrant === LOW_LOW ? 2 : quadrant));
}

/** Neighbours among the active cells, numbered by their place in `cells`. */
export function gridLists(grid: Grid, active: Uint8Array, cells: Uint32Array): NeighbourLists {
  const place = new Uint32Array(active.length);
  cells.forEach((cell, i) => {
    place[cell] = i;
  });
  const starts = new Uint32Array(cells.length + 1);
  const list = new Uint32Array(cells.length * 8);
  let size = 0;
  for (let i = 0; i < cells.length; i++) {
    eachNeighbour(grid, cells[i], (other) => {
      if (active[other] !== 0) list[size++] = place[other];
    });
    starts[i + 1] = size;
  }
  return { starts, list: list.slice(0, size) };
}

function requireInput(values: Float64Array, lists: NeighbourLists, options: LocalMoranOptions): void {
  const { permutations, level } = options;
  if (lists.starts.length !== values.length + 1)
    throw new RangeError(`${values.length} values need ${values.length} neighbour lists`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError(`permutations must be a whole number from 0, got ${permutations}`);
  for (const value of values)
    if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers, got ${value}`);
}

function deviations(values: Float64Array): { z: Float64Array; mean: number; squares: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const varied = values.some((value) => value !== values[0]);
  const z = varied ? values.map((value) => value - mean) : new Float64Array(values.length);
  return { z, mean, squares: z.reduce((sum, own) => sum + own * own, 0) };
}

function quadrantOf(own: number, lag: number): number {
  if (own > 0) return lag > 0 ? HIGH_HIGH : HIGH_LOW;
  return lag > 0 ? LOW_HIGH : LOW_LOW;
}

function warningsOf(
  neighbours: Float64Array,
  defined: boolean,
  p: Float64Array,
  q: Float64Array,
  { permutations, level }: LocalMoranOptions,
): Warning[] {
  const warnings: Warning[] = [];
  if (!defined) warnings.push({ code: 'no_variation', value: neighbours.length });
  const isolates = neighbours.filter((count) => count === 0).length;
  if (isolates > 0) warnings.push({ code: 'places_without_neighbours', value: isolates });
  const least = p.reduce((sum, value) => Math.min(sum, Number.isNaN(value) ? 1 : value), 1);
  const resolution = 2 / (permutations + 1);
  const named = q.some((value) => value < level);
  // With so few permutations even the most extreme place cannot pass the correction.
  if (defined && !named && least <= resolution && least < level)
    warnings.push({ code: 'permutations_too_few_for_correction', value: permutations });
  return warnings;
}
