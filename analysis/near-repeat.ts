/**
 * Question: does one incident lead to another nearby, soon after?
 * Method: Knox's table of pairs by space band × time band (Knox 1964, doi:10.2307/2985220; for crime: Johnson et al.
 * 2007, doi:10.1007/s10940-007-9025-3). The expected number of a cell when dates do not depend on places is exact:
 * E = S · T / N, with S the pairs of its space band, T of its time band and N all pairs. p from permutations of the
 * dates over the places, one-sided: (r + 1) / (permutations + 1), r the orders with at least as many pairs.
 *
 * Assumptions: every incident has its own place and day, both finer than the first bands; the mix of places did not
 * change over the period (growth of one part of town and decline of another make pairs, too).
 * Not to conclude: that the same offender came back, or that one incident caused the other; nor anything from a cell
 * with less than one expected pair.
 */
import { type Bands, bandLabels, bandsOf } from './bands.ts';
import { poissonUpper } from './distributions.ts';
import { bothHalves, type Half, halvesOf, type OtherHalf } from './halves.ts';
import { countable, type Metric, pairCounter, spacePairs, timeTotals } from './knox-pairs.ts';
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import { type Random, seededRandom } from './random.ts';
import type { Warning } from './warning.ts';

export interface NearRepeatOptions {
  readonly metric: Metric;
  /** Edges of the half-open space bands in metres; the last may be Infinity. */
  readonly space: readonly number[];
  /** Edges of the half-open time bands in days; the last may be Infinity. */
  readonly time: readonly number[];
  readonly permutations: number;
  readonly seed: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
  /** Another thread that works out `otherHalfOfNearRepeat` of the same question. */
  readonly otherHalf?: OtherHalf;
}

/** Tables have one row a space band and one column a time band. */
export interface NearRepeat {
  readonly n: number;
  /** All pairs, n (n - 1) / 2. */
  readonly pairs: number;
  readonly observed: number[][];
  readonly expected: number[][];
  /** Observed / expected; NaN where nothing is expected. */
  readonly ratio: number[][];
  /** One-sided: more pairs than chance. NaN where there are no permutations. */
  readonly p: number[][];
  /** Chance of at least as many pairs were they Poisson around `expected`: near p where little is expected. */
  readonly pPoisson: number[][];
  /** Mean of the permutations; tends to `expected`. */
  readonly simulatedMean: number[][];
  /** True where less than one pair is expected: give the pairs, not the ratio. */
  readonly tooFew: boolean[][];
  readonly spaceTotals: number[];
  readonly timeTotals: number[];
  readonly spaceLabels: string[];
  readonly timeLabels: string[];
  readonly parameters: Omit<NearRepeatOptions, 'progress' | 'otherHalf'>;
  readonly warnings: Warning[];
}

/** Expected pairs below which a ratio says nothing. */
export const NEAR_REPEAT_FLOOR = 1;
/** From this share of incidents at a place of another one on, the places are likely snapped. */
const SNAPPED_SHARE = 0.5;
/** From this many days between one date that occurs and the next on, the dates are likely months. */
const COARSE_DAYS = 7;

/** @param days moment of each incident in days from any origin. */
export function nearRepeat(points: PointSet, days: Float64Array, options: NearRepeatOptions): NearRepeat {
  const { permutations, seed, progress = () => {}, otherHalf } = options;
  const counted = countedPairs(points, days, options, (done) => progress(done * 0.1));
  const halves = bothHalves(permutations, seed, counted.simulate, otherHalf, (done) =>
    progress(0.1 + 0.9 * done),
  );
  const simulated = together(halves, counted.observed.length, permutations);
  return report({ ...counted, simulated, options, warnings: warningsOf(points, days) });
}

/** The second half of the permutations of the same question: for each cell how many reached what was seen, then the sums. */
export function otherHalfOfNearRepeat(
  points: PointSet,
  days: Float64Array,
  options: NearRepeatOptions,
): Float64Array {
  const { permutations, seed, progress = () => {} } = options;
  const { simulate } = countedPairs(points, days, options, (done) => progress(done * 0.1));
  return simulate(halvesOf(permutations, seed)[1], (done) => progress(0.1 + 0.9 * done));
}

interface CountedPairs {
  readonly n: number;
  readonly pairs: number;
  readonly observed: Float64Array;
  readonly totals: Totals;
  readonly bands: Axes;
  /** For each cell of the table how many permutations reached what was seen, then the sums. */
  readonly simulate: (half: Half, progress: (done: number) => void) => Float64Array;
}

function countedPairs(
  points: PointSet,
  days: Float64Array,
  { metric, space, time, permutations, seed }: NearRepeatOptions,
  progress: (done: number) => void,
): CountedPairs {
  const n = requireDays(points, days);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError(`permutations must be a whole number from 0, got ${permutations}`);
  const bands: Axes = { space: bandsOf(space, 'space'), time: bandsOf(time, 'time') };
  seededRandom(seed);
  const held = spacePairs(points, bands.space, metric, progress);
  const pairs = (n * Math.max(0, n - 1)) / 2;
  const totals: Totals = {
    space: withOpen(held.totals, bands.space, pairs),
    time: withOpen(timeTotals(days, bands.time), bands.time, pairs),
  };
  const inOrder = countable(Float64Array.from(held.order, (i) => days[i]));
  const counter = pairCounter(held, bands.space, bands.time, inOrder);
  const observed = fullTable(counter(inOrder), bands, totals);
  const simulate: CountedPairs['simulate'] = (half, told) => {
    const random = seededRandom(half.seed);
    const order = inOrder.slice();
    const next = () => {
      shuffle(order, random);
      return fullTable(counter(order), bands, totals);
    };
    return simulateHalf(observed, half.permutations, next, told);
  };
  return { n, pairs, observed, totals, bands, simulate };
}

interface Axes {
  readonly space: Bands;
  readonly time: Bands;
}

/** One entry a band, the hidden and the open ones included. */
interface Totals {
  readonly space: Float64Array;
  readonly time: Float64Array;
}

interface Simulated {
  readonly mean: Float64Array;
  readonly p: Float64Array;
}

function requireDays(points: PointSet, days: Float64Array): number {
  const n = requirePoints(points);
  if (days.length !== n) throw new RangeError(`${n} incidents need ${n} days, got ${days.length}`);
  for (const day of days) if (!Number.isFinite(day)) throw new RangeError(`days must be finite, got ${day}`);
  return n;
}

/** Puts what is left of all pairs into the open last band. */
function withOpen(finite: Float64Array, bands: Bands, pairs: number): Float64Array {
  if (bands.edges.length - 1 === bands.finite) return finite;
  return Float64Array.of(...finite, pairs - finite.reduce((sum, some) => sum + some, 0));
}

/** Open bands hold what their row or column has left. */
function fullTable(counts: Float64Array, { space, time }: Axes, totals: Totals): Float64Array {
  const rows = totals.space.length;
  const columns = totals.time.length;
  const table = new Float64Array(rows * columns);
  for (let i = 0; i < space.finite; i++) {
    let rest = totals.space[i];
    for (let j = 0; j < time.finite; j++) {
      table[i * columns + j] = counts[i * time.finite + j];
      rest -= counts[i * time.finite + j];
    }
    if (columns > time.finite) table[i * columns + time.finite] = rest;
  }
  if (rows === space.finite) return table;
  for (let j = 0; j < columns; j++) {
    let rest = totals.time[j];
    for (let i = 0; i < space.finite; i++) rest -= table[i * columns + j];
    table[space.finite * columns + j] = rest;
  }
  return table;
}

function simulateHalf(
  observed: Float64Array,
  permutations: number,
  next: () => Float64Array,
  progress: (done: number) => void,
): Float64Array {
  const cells = observed.length;
  const found = new Float64Array(2 * cells);
  for (let k = 0; k < permutations; k++) {
    progress(k / permutations);
    const table = next();
    for (let cell = 0; cell < cells; cell++) {
      if (table[cell] >= observed[cell]) found[cell]++;
      found[cells + cell] += table[cell];
    }
  }
  return found;
}

function together(halves: readonly Float64Array[], cells: number, permutations: number): Simulated {
  const sumAt = (k: number) => halves.reduce((sum, half) => sum + half[k], 0);
  const each = (of: (cell: number) => number) => Float64Array.from({ length: cells }, (_, cell) => of(cell));
  return {
    mean: each((cell) => sumAt(cells + cell) / permutations),
    p: each((cell) => (permutations === 0 ? NaN : (sumAt(cell) + 1) / (permutations + 1))),
  };
}

/** Fisher & Yates, in place. */
function shuffle(values: Float64Array | Uint16Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const held = values[i];
    values[i] = values[j];
    values[j] = held;
  }
}

/** Exact expectation under any order of the dates, row by row. */
export function expectedPairs(
  space: ArrayLike<number>,
  time: ArrayLike<number>,
  pairs: number,
): Float64Array {
  const expected = new Float64Array(space.length * time.length);
  if (pairs === 0) return expected;
  for (let cell = 0; cell < expected.length; cell++)
    expected[cell] = (space[Math.floor(cell / time.length)] * time[cell % time.length]) / pairs;
  return expected;
}

/** P(X ≥ count): the count itself is among the outcomes at least as extreme. */
export function poissonAtLeast(count: number, mean: number): number {
  return count === 0 ? 1 : poissonUpper(count - 1, mean);
}

interface Findings {
  readonly n: number;
  readonly pairs: number;
  readonly observed: Float64Array;
  readonly totals: Totals;
  readonly bands: Axes;
  readonly simulated: Simulated;
  readonly options: NearRepeatOptions;
  readonly warnings: Warning[];
}

function report({ n, pairs, observed, totals, bands, simulated, options, warnings }: Findings): NearRepeat {
  const { metric, space, time, permutations, seed } = options;
  const columns = totals.time.length;
  const expected = expectedPairs(totals.space, totals.time, pairs);
  const ratio = observed.map((count, cell) => (expected[cell] > 0 ? count / expected[cell] : NaN));
  const rows = (table: Float64Array) =>
    Array.from(totals.space, (_, i) =>
      Array.from(table.subarray(i * columns + bands.time.hidden, (i + 1) * columns)),
    ).slice(bands.space.hidden);
  return {
    n,
    pairs,
    observed: rows(observed),
    expected: rows(expected),
    ratio: rows(ratio),
    p: rows(simulated.p),
    pPoisson: rows(observed.map((count, cell) => poissonAtLeast(count, expected[cell]))),
    simulatedMean: rows(simulated.mean),
    tooFew: rows(expected).map((row) => row.map((pairsExpected) => pairsExpected < NEAR_REPEAT_FLOOR)),
    spaceTotals: Array.from(totals.space).slice(bands.space.hidden),
    timeTotals: Array.from(totals.time).slice(bands.time.hidden),
    spaceLabels: bandLabels(space),
    timeLabels: bandLabels(time),
    parameters: { metric, space: [...space], time: [...time], permutations, seed },
    warnings,
  };
}

function warningsOf(points: PointSet, days: Float64Array): Warning[] {
  const warnings: Warning[] = [];
  if (days.length < 2) return [{ code: 'fewer_than_two_incidents', value: days.length }];
  const shared = sharedPositions(points);
  if (shared >= SNAPPED_SHARE) warnings.push({ code: 'positions_shared', value: shared });
  const { dates, gap } = spacing(days);
  if (gap >= COARSE_DAYS && dates <= days.length / 2) warnings.push({ code: 'dates_coarse', value: gap });
  if (dates === 1) warnings.push({ code: 'one_date', value: days.length });
  return warnings;
}

/** Share of the incidents at exactly the position of another: high where positions were snapped. */
export function sharedPositions({ x, y }: PointSet): number {
  const order = Uint32Array.from(x, (_, i) => i).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const same = (k: number) =>
    k > 0 && k < order.length && x[order[k]] === x[order[k - 1]] && y[order[k]] === y[order[k - 1]];
  let shared = 0;
  for (let k = 0; k < order.length; k++) if (same(k) || same(k + 1)) shared++;
  return shared / order.length;
}

/** How many dates occur, and the median days from one to the next: about 30 where only months are known. */
export function spacing(days: Float64Array): { dates: number; gap: number } {
  const sorted = days.map(Math.floor).sort();
  const gaps = sorted
    .subarray(1)
    .map((date, i) => date - sorted[i])
    .filter((gap) => gap > 0)
    .sort();
  return { dates: gaps.length + 1, gap: gaps.length === 0 ? 0 : gaps[gaps.length >> 1] };
}
