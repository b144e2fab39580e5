/**
 * Question: how would the sum over a place's neighbours be spread if they were any of the other places?
 * Method: conditional permutation (Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x). One list of k + 1 different
 * places is drawn a permutation; a place that is in the list itself is replaced by the last. So every place has its
 * own exact conditional draws, while the sums are added up once for all: work grows with permutations + places, not
 * with their product.
 *
 * Assumptions: draws are shared by all places, as in esda, so their errors are, too.
 * Not to conclude: –
 */
import type { NeighbourLists } from './neighbours.ts';
import { seededRandom } from './random.ts';

export interface DrawOptions {
  readonly permutations: number;
  readonly seed: number;
  readonly progress?: (done: number) => void;
}

/** Permutations between two reports of progress. */
const PERMUTATIONS_A_TURN = 64;

/** Permuted sums of neighbours for each number of neighbours that occurs. */
interface Draws {
  /** Places drawn, `width` a permutation, all different. */
  readonly drawn: Uint32Array;
  readonly width: number;
  /** For a number of neighbours: the sums of the permutations as drawn, and sorted. */
  readonly byDegree: ReadonlyMap<number, { readonly sums: Float64Array; readonly sorted: Float64Array }>;
}

/**
 * Two-sided p of the sum over each place's neighbours; NaN without neighbours.
 * @param z deviations from the mean, their sums over the neighbours, and how many neighbours there are.
 */
export function conditionalP(
  z: Float64Array,
  sums: Float64Array,
  neighbours: Float64Array,
  options: DrawOptions,
): Float64Array {
  const draws = draw(z, neighbours, options);
  const corrections = placesDrawn(draws, z.length);
  const { permutations } = options;
  // Sums that differ by rounding alone are equal.
  const slack = 1e-9 * Math.sqrt(z.reduce((sum, own) => sum + own * own, 0) / z.length);
  const p = new Float64Array(z.length).fill(NaN);
  for (let i = 0; i < z.length; i++) {
    const degree = neighbours[i];
    const held = draws.byDegree.get(degree);
    if (held === undefined) continue;
    let low = countBelow(held.sorted, sums[i] + slack);
    let high = permutations - countBelow(held.sorted, sums[i] - slack);
    for (let k = corrections.starts[i]; k < corrections.starts[i + 1]; k++) {
      const at = corrections.list[k];
      if (at % draws.width >= degree) continue;
      const permutation = Math.floor(at / draws.width);
      const asDrawn = held.sums[permutation];
      const last = draws.drawn[permutation * draws.width + degree];
      const own = asDrawn - z[i] + z[last];
      low += Number(own < sums[i] + slack) - Number(asDrawn < sums[i] + slack);
      high += Number(own >= sums[i] - slack) - Number(asDrawn >= sums[i] - slack);
    }
    p[i] = Math.min(1, (2 * (Math.min(low, high) + 1)) / (permutations + 1));
  }
  return p;
}

function draw(z: Float64Array, neighbours: Float64Array, options: DrawOptions): Draws {
  const { permutations, seed, progress = () => {} } = options;
  const random = seededRandom(seed);
  const degrees = [...new Set(neighbours)].filter((degree) => degree > 0).sort((a, b) => a - b);
  const width = Math.min(z.length, (degrees.at(-1) ?? 0) + 1);
  const drawn = new Uint32Array(permutations * width);
  const places = Uint32Array.from(z, (_, i) => i);
  const rows = degrees.map((degree) => ({ degree, sums: new Float64Array(permutations) }));
  for (let permutation = 0; permutation < permutations; permutation++) {
    if (permutation % PERMUTATIONS_A_TURN === 0) progress(permutation / permutations);
    let sum = 0;
    let row = 0;
    for (let k = 0; k < width; k++) {
      if (rows[row]?.degree === k) rows[row++].sums[permutation] = sum;
      const j = k + random.integer(z.length - k);
      const place = places[j];
      places[j] = places[k];
      places[k] = place;
      drawn[permutation * width + k] = place;
      sum += z[place];
    }
  }
  const byDegree = new Map(rows.map(({ degree, sums }) => [degree, { sums, sorted: sums.slice().sort() }]));
  return { drawn, width, byDegree };
}

/** Where each place was drawn: positions in `drawn`. */
function placesDrawn({ drawn }: Draws, n: number): NeighbourLists {
  const starts = new Uint32Array(n + 1);
  for (const place of drawn) starts[place + 1]++;
  for (let i = 0; i < n; i++) starts[i + 1] += starts[i];
  const next = starts.slice();
  const list = new Uint32Array(drawn.length);
  drawn.forEach((place, at) => {
    list[next[place]++] = at;
  });
  return { starts, list };
}

/** How many of the sorted values are below. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
