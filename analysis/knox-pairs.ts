/**
 * Question: which pairs of incidents are near in space, and how are they spread over bands of time?
 * Method: pairs within the last finite space band from buckets, as lists per band and incident; pairs of a time band
 * from two pointers over sorted days. Counting one order of the days is one look-up and one addition a pair: whole
 * days are looked up in a table whose entries hold one counter a band, packed into 30 bits.
 *
 * Assumptions: metres and days; only pairs within reach are kept, the open last band is what is left of all.
 * Not to conclude: –
 */
import { type Bands, bandOf } from './bands.ts';
import { bucketsOf, eachHalfRun, type PointBuckets } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';

export type Metric = 'manhattan' | 'euclidean';

export interface SpacePairs {
  readonly n: number;
  /** Incident numbers of the sorted incidents the pairs speak of. */
  readonly order: Uint32Array;
  /** Pairs of band k and sorted incident i are list[starts[k·n + i] .. starts[k·n + i + 1]). */
  readonly starts: Uint32Array;
  readonly list: Uint16Array | Uint32Array;
  /** Pairs in each finite band. */
  readonly totals: Float64Array;
}

/** Bytes the pairs may take. */
const MOST_BYTES = 128 * 2 ** 20;
/** Pairs compared between two reports of progress. */
const PAIRS_A_TURN = 4_000_000;
/** Incidents up to which two bytes name one. */
const SHORT_NAMES = 65_536;

/** Pairs of so many incidents that can be held. */
export function mostPairs(n: number): number {
  return MOST_BYTES / (n <= SHORT_NAMES ? 2 : 4);
}

/** More pairs lie within reach than can be held. */
export class TooManyPairs extends RangeError {
  readonly most: number;
  constructor(most: number, reach: number) {
    super(`more than ${most} pairs lie within ${reach} m: take a shorter last distance or fewer incidents`);
    this.most = most;
  }
}

/** All pairs nearer than the last finite edge. */
export function spacePairs(
  points: PointSet,
  bands: Bands,
  metric: Metric,
  progress: (done: number) => void,
): SpacePairs {
  const n = points.x.length;
  const sizes = new Float64Array(bands.finite * n + 1);
  if (bands.finite === 0 || n === 0)
    return {
      n,
      order: Uint32Array.from(points.x, (_, i) => i),
      starts: new Uint32Array(1),
      list: new Uint16Array(0),
      totals: new Float64Array(bands.finite),
    };
  const buckets = bucketsOf(points, bands.reach);
  const List = n <= SHORT_NAMES ? Uint16Array : Uint32Array;
  let room = mostPairs(n);
  const count = (i: number, _j: number, band: number) => {
    sizes[band * n + i + 1]++;
    if (--room < 0) throw new TooManyPairs(mostPairs(n), bands.reach);
  };
  eachPair(buckets, bands, metric, count, (done) => progress(done / 2));
  const starts = startsOf(sizes);
  const list = new List(starts[starts.length - 1]);
  const next = starts.slice();
  eachPair(
    buckets,
    bands,
    metric,
    (i, j, band) => (list[next[band * n + i]++] = j),
    (done) => progress(0.5 + done / 2),
  );
  const totals = Float64Array.from({ length: bands.finite }, (_, k) => starts[(k + 1) * n] - starts[k * n]);
  return { n, order: buckets.order, starts, list, totals };
}

function startsOf(sizes: Float64Array): Uint32Array {
  for (let k = 1; k < sizes.length; k++) sizes[k] += sizes[k - 1];
  return Uint32Array.from(sizes);
}

/** Visits each pair within reach once, as sorted numbers i and j. */
export function eachPair(
  buckets: PointBuckets,
  bands: Bands,
  metric: Metric,
  visit: (i: number, j: number, band: number) => void,
  progress: (done: number) => void,
): void {
  if (metric !== 'manhattan' && metric !== 'euclidean')
    throw new RangeError(`metric must be manhattan or euclidean, got ${metric}`);
  const { x, y, rows } = buckets;
  const { reach } = bands;
  const edges = finiteEdges(bands);
  const straight = metric === 'euclidean';
  let done = 0;
  let compared = 0;
  const pairsOf = (from: number, to: number, own: number, end: number) => {
    for (let i = from; i < to; i++) {
      // A single row of buckets can hold most of the pairs.
      compared += end - own;
      if (compared > PAIRS_A_TURN) {
        compared = 0;
        progress(done);
      }
      for (let j = own === from ? i + 1 : own; j < end; j++) {
        const dx = x[i] - x[j];
        const dy = y[i] - y[j];
        const apart = straight ? Math.sqrt(dx * dx + dy * dy) : Math.abs(dx) + Math.abs(dy);
        if (apart >= reach) continue;
        let band = 0;
        while (apart >= edges[band]) band++;
        visit(i, j, band);
      }
    }
  };
  for (let row = 0; row < rows; row++) {
    done = row / rows;
    progress(done);
    eachHalfRun(buckets, row, pairsOf);
  }
}

/** Upper edges of the finite bands. */
function finiteEdges({ edges, finite }: Bands): Float64Array {
  return Float64Array.from(edges.slice(1, finite + 1));
}

/** Pairs in each finite band of time, of all pairs. */
export function timeTotals(days: Float64Array, bands: Bands): Float64Array {
  const sorted = days.slice().sort();
  const below = bands.edges.slice(0, bands.finite + 1).map((edge) => pairsCloser(sorted, edge));
  return Float64Array.from({ length: bands.finite }, (_, k) => below[k + 1] - below[k]);
}

function pairsCloser(sorted: Float64Array, edge: number): number {
  let pairs = 0;
  for (let i = 0, j = 0; j < sorted.length; j++) {
    while (i < j && sorted[j] - sorted[i] >= edge) i++;
    if (edge > 0) pairs += j - i;
  }
  return pairs;
}

/** Adds up, for one order of the days, the pairs of each finite space band and finite time band, row by row. */
export type PairCounter = (days: Float64Array | Uint16Array) => Float64Array;

/** Days as the counter wants them: whole and small where they are, for the table. */
export function countable(days: Float64Array): Float64Array | Uint16Array {
  let first = Infinity;
  let last = -Infinity;
  let whole = true;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
    if (!Number.isInteger(day)) whole = false;
  }
  return whole && last - first < 65_536 ? Uint16Array.from(days, (day) => day - first) : days.slice();
}

export function pairCounter(
  pairs: SpacePairs,
  space: Bands,
  time: Bands,
  days: Float64Array | Uint16Array,
): PairCounter {
  const bits = Math.floor(30 / Math.max(1, time.finite));
  if (days instanceof Float64Array || bits < 6) return (order) => countByEdges(pairs, space, time, order);
  const range = days.reduce((most, day) => Math.max(most, day), 0);
  const increments = new Int32Array(2 * range + 1);
  for (let apart = 0; apart <= range; apart++) {
    const band = bandOf(time, apart);
    if (band >= 0) increments[range + apart] = increments[range - apart] = 1 << (band * bits);
  }
  return (order) => {
    const counts = new Float64Array(space.finite * time.finite);
    for (let band = 0; band < space.finite; band++)
      addPacked(
        pairs,
        band,
        order as Uint16Array,
        increments,
        bits,
        counts.subarray(band * time.finite, (band + 1) * time.finite),
      );
    return counts;
  };
}

/** Every counter of the sum has room for `capacity` pairs; then it is emptied into the counts. */
function addPacked(
  { n, starts, list }: SpacePairs,
  band: number,
  days: Uint16Array,
  increments: Int32Array,
  bits: number,
  counts: Float64Array,
): void {
  const capacity = 2 ** bits - 1;
  const middle = increments.length >> 1;
  let room = capacity;
  let sum = 0;
  for (let i = 0, k = starts[band * n]; i < n; i++) {
    const end = starts[band * n + i + 1];
    const own = middle + days[i];
    while (k < end) {
      const stop = Math.min(end, k + room);
      room -= stop - k;
      for (; k < stop; k++) sum = (sum + increments[own - days[list[k]]]) | 0;
      if (room > 0) break;
      empty(sum, bits, capacity, counts);
      sum = 0;
      room = capacity;
    }
  }
  empty(sum, bits, capacity, counts);
}

function empty(sum: number, bits: number, mask: number, counts: Float64Array): void {
  for (let band = 0; band < counts.length; band++) counts[band] += (sum >> (band * bits)) & mask;
}

function countByEdges(
  { n, starts, list }: SpacePairs,
  space: Bands,
  time: Bands,
  days: Float64Array | Uint16Array,
): Float64Array {
  const counts = new Float64Array(space.finite * time.finite);
  const edges = finiteEdges(time);
  for (let band = 0; band < space.finite; band++)
    for (let i = 0, k = starts[band * n]; i < n; i++) {
      const own = days[i];
      for (const end = starts[band * n + i + 1]; k < end; k++) {
        const apart = Math.abs(own - days[list[k]]);
        if (apart >= time.reach) continue;
        let at = 0;
        while (apart >= edges[at]) at++;
        counts[band * time.finite + at]++;
      }
    }
  return counts;
}
