/**
 * Question: are incidents that are near in space also near in time, whatever bands one takes?
 * Method: three companions of Knox's table. Standardised Mantel: correlation over all pairs of (distance + 1)^-1 with
 * (days + 1)^-1, or of other powers (Mantel 1967, The detection of disease clustering and a generalized regression
 * approach). Jacquez: how many of the k nearest in space are among the k nearest in time, over all incidents (Jacquez
 * 1996, A k nearest neighbour test for space–time interaction). Modified Knox: pairs near in both less Σ S·T / (n - 1) / 2
 * with S and T the incidents near each one in space and in time (Baker 2004, Testing for space–time clusters of unknown
 * size). p from the same permutations of the days over the places, one-sided: (r + 1) / (permutations + 1).
 *
 * Assumptions: as for Knox's table. Where several are equally far the last places among the k nearest are shared by them,
 * so that the order of the rows does not matter; pointpats takes whichever its search gives first, hence its 12 or 13.
 * Not to conclude: which incidents, or how near: Knox's table and local Knox say that. Of three p the least is too small.
 */
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import { type Random, seededRandom } from './random.ts';
import type { Warning } from './warning.ts';

export interface SpaceTimeOptions {
  /** Metres and days below which a pair is near, for the modified Knox. */
  readonly distance: number;
  readonly days: number;
  /** k of Jacquez. */
  readonly nearest: number;
  /** Of Mantel: (distance + constant) ^ power, and so for days. */
  readonly space: Transform;
  readonly time: Transform;
  readonly permutations: number;
  readonly seed: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

export interface Transform {
  readonly constant: number;
  readonly power: number;
}

/** Nearness counts, great distances hardly: as Mantel advised. */
export const MANTEL_NEARNESS: Transform = { constant: 1, power: -1 };

export interface Interaction {
  readonly statistic: number;
  /** One-sided, more than chance; NaN without permutations or where the statistic is not defined. */
  readonly p: number;
}

export interface SpaceTimeInteraction {
  readonly n: number;
  readonly mantel: Interaction;
  readonly jacquez: Interaction;
  readonly modifiedKnox: Interaction;
  readonly parameters: Omit<SpaceTimeOptions, 'progress'>;
  /** too_few_incidents: `value` are not enough for k neighbours; no_variation: all distances or all days are equal. */
  readonly warnings: readonly Warning[];
}

/** Every pair is looked at in every permutation. */
export const MOST_INTERACTING = 3000;

/** @param times moment of each incident in days from any origin. */
export function spaceTimeInteraction(
  points: PointSet,
  times: Float64Array,
  options: SpaceTimeOptions,
): SpaceTimeInteraction {
  const n = requireInput(points, times, options);
  const { permutations, seed, progress = () => {}, ...rest } = options;
  const parameters = { ...rest, permutations, seed };
  const nothing = { statistic: NaN, p: NaN };
  if (n <= options.nearest)
    return {
      n,
      mantel: nothing,
      jacquez: nothing,
      modifiedKnox: nothing,
      parameters,
      warnings: [{ code: 'too_few_incidents', value: n }],
    };
  const tests = [
    mantel(points, times, options),
    jacquez(points, times, options),
    knox(points, times, options),
  ];
  const order = Uint32Array.from(times, (_, i) => i);
  const observed = tests.map((statistic) => statistic(order));
  const reached = tests.map(() => 0);
  const random = seededRandom(seed);
  for (let k = 0; k < permutations; k++) {
    progress(k / permutations);
    shuffle(order, random);
    tests.forEach((statistic, t) => {
      if (statistic(order) >= observed[t] - 1e-12 * Math.abs(observed[t])) reached[t]++;
    });
  }
  const [byMantel, byJacquez, byKnox] = observed.map((statistic, t) => ({
    statistic,
    p: permutations === 0 || Number.isNaN(statistic) ? NaN : (reached[t] + 1) / (permutations + 1),
  }));
  const warnings = Number.isNaN(byMantel.statistic) ? [{ code: 'no_variation', value: n }] : [];
  return { n, mantel: byMantel, jacquez: byJacquez, modifiedKnox: byKnox, parameters, warnings };
}

/** A statistic of one order of the days over the places. */
type Statistic = (order: Uint32Array) => number;

function mantel(points: PointSet, times: Float64Array, { space, time }: SpaceTimeOptions): Statistic {
  const n = times.length;
  const near = standardised(n, (i, j) => transformed(apart(points, i, j), space));
  const soon = standardised(n, (i, j) => transformed(Math.abs(times[i] - times[j]), time));
  const pairs = (n * (n - 1)) / 2;
  return (order) => {
    let sum = 0;
    for (let i = 1; i < n; i++) {
      const row = order[i] * n;
      for (let j = 0; j < i; j++) sum += near[i * n + j] * soon[row + order[j]];
    }
    return sum / pairs;
  };
}

function transformed(value: number, { constant, power }: Transform): number {
  return (value + constant) ** power;
}

/** Both halves of the matrix, mean 0 and variance 1 over the pairs; NaN where all pairs are equal. */
function standardised(n: number, value: (i: number, j: number) => number): Float64Array {
  const matrix = new Float64Array(n * n);
  let sum = 0;
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++) {
      matrix[i * n + j] = value(i, j);
      sum += matrix[i * n + j];
    }
  const pairs = (n * (n - 1)) / 2;
  const mean = sum / pairs;
  let squares = 0;
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) squares += (matrix[i * n + j] - mean) ** 2;
  const deviation = squares > 1e-24 * pairs * mean * mean ? Math.sqrt(squares / pairs) : NaN;
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++)
      matrix[j * n + i] = matrix[i * n + j] = (matrix[i * n + j] - mean) / deviation;
  return matrix;
}

function jacquez(points: PointSet, times: Float64Array, { nearest }: SpaceTimeOptions): Statistic {
  const n = times.length;
  const soon = nearestShares(n, nearest, (i, j) => Math.abs(times[i] - times[j]));
  const near = nearestShares(n, nearest, (i, j) => apart(points, i, j));
  const pairs = Array.from(near.keys()).filter((at) => near[at] > 0);
  return (order) =>
    pairs.reduce((sum, at) => {
      const j = at % n;
      return sum + near[at] * soon[order[(at - j) / n] * n + order[j]];
    }, 0);
}

/** 1 for each of the k nearest of i; those at the distance of the k-th share the places that are left. */
function nearestShares(n: number, k: number, distance: (i: number, j: number) => number): Float64Array {
  const shares = new Float64Array(n * n);
  const far = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) far[j] = j === i ? Infinity : distance(i, j);
    const limit = far.slice().sort()[k - 1];
    let nearer = 0;
    let ties = 0;
    for (const value of far) {
      if (value < limit) nearer++;
      else if (value === limit) ties++;
    }
    for (let j = 0; j < n; j++)
      if (far[j] < limit) shares[i * n + j] = 1;
      else if (far[j] === limit) shares[i * n + j] = (k - nearer) / ties;
  }
  return shares;
}

function knox(points: PointSet, times: Float64Array, { distance, days }: SpaceTimeOptions): Statistic {
  const n = times.length;
  const near: number[] = [];
  const inSpace = new Float64Array(n);
  const inTime = new Float64Array(n);
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++) {
      if (apart(points, i, j) < distance) {
        near.push(i, j);
        inSpace[i]++;
        inSpace[j]++;
      }
      if (Math.abs(times[i] - times[j]) < days) {
        inTime[i]++;
        inTime[j]++;
      }
    }
  return (order) => {
    let pairs = 0;
    for (let k = 0; k < near.length; k += 2)
      if (Math.abs(times[order[near[k]]] - times[order[near[k + 1]]]) < days) pairs++;
    let expected = 0;
    for (let i = 0; i < n; i++) expected += inSpace[i] * inTime[order[i]];
    return pairs - expected / (n - 1) / 2;
  };
}

function apart({ x, y }: PointSet, i: number, j: number): number {
  return Math.hypot(x[i] - x[j], y[i] - y[j]);
}

/** Fisher & Yates, in place. */
function shuffle(order: Uint32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
}

function requireInput(points: PointSet, times: Float64Array, options: SpaceTimeOptions): number {
  const { distance, days, nearest, permutations, space, time } = options;
  const n = requirePoints(points);
  if (times.length !== n) throw new RangeError(`${n} incidents need ${n} times, got ${times.length}`);
  for (const moment of times)
    if (!Number.isFinite(moment)) throw new RangeError(`times must be finite, got ${moment}`);
  if (n > MOST_INTERACTING)
    throw new RangeError(`at most ${MOST_INTERACTING} incidents can be compared pair by pair, got ${n}`);
  if (!(distance > 0 && days > 0))
    throw new RangeError(`distance and days must be positive, got ${distance} and ${days}`);
  if (!(Number.isInteger(nearest) && nearest >= 1))
    throw new RangeError(`nearest must be a whole number from 1, got ${nearest}`);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError(`permutations must be a whole number from 0, got ${permutations}`);
  for (const { constant, power } of [space, time])
    if (!(constant >= 0 && Number.isFinite(constant + power) && (power > 0 || constant > 0)))
      throw new RangeError(`a negative power needs a constant above 0, got ${constant} and ${power}`);
  return n;
}
