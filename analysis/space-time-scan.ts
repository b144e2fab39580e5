/**
 * Question: where and when are there more incidents than the place and the time by themselves explain?
 * Method: space–time permutation scan statistic (Kulldorff, Heffernan, Hartman, Assunção & Mostashari 2005,
 * doi:10.1371/journal.pmed.0020059): a cylinder is a circle of places over a run of periods; it is expected to hold
 * (incidents of the circle) · (incidents of the periods) / (all incidents). No population is needed. p from dealing the
 * periods anew to the incidents, as a table of places and periods with both sums held, (r + 1) / (permutations + 1)
 * against the largest ratio; further clusters share no place with those before.
 *
 * Assumptions: without a cluster the mix of places is the same in every period; a place that grows with its
 * population looks like a cluster.
 * Not to conclude: that a place is high over the whole time (that is its expectation here); only that it is high then.
 */
import { type Cylinder, type CylinderField, type CylinderSearch, cylinderSearch } from './cylinder-search.ts';
import { bothHalves, type Half, halvesOf, type OtherHalf } from './halves.ts';
import { permutedTables } from './permuted-table.ts';
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import { seededRandom } from './random.ts';
import { relativeRisk } from './scan-likelihood.ts';
import { SAME_RATIO, simulatedP } from './scan-statistic.ts';
import { circularZones, radiusOf, type Zones } from './scan-zones.ts';
import type { Warning } from './warning.ts';

export interface SpaceTimeScanOptions {
  /** Periods in all, numbered from 0: days, weeks or months. */
  readonly periods: number;
  /** Most periods in one cluster, at most half of all. */
  readonly duration: number;
  /** Largest share of the incidents in one circle, at most 0.5. */
  readonly share: number;
  /** Incidents a cluster has at least. */
  readonly minimum: number;
  readonly permutations: number;
  readonly seed: number;
  /** Clusters listed at most. */
  readonly clusters: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
  /** Another thread that works out `otherHalfOfSpaceTimeScan` of the same question. */
  readonly otherHalf?: OtherHalf;
}

export interface SpaceTimeCluster {
  readonly centre: number;
  /** Metres to its farthest place; 0 for a single place. */
  readonly radius: number;
  readonly places: number[];
  /** First and last period, both inside. */
  readonly first: number;
  readonly last: number;
  readonly cases: number;
  readonly expected: number;
  readonly observedToExpected: number;
  readonly relativeRisk: number;
  readonly logLikelihoodRatio: number;
  /** NaN without permutations. */
  readonly p: number;
}

export interface SpaceTimeScan {
  /** Incidents. */
  readonly n: number;
  /** Places with incidents. */
  readonly places: number;
  /** Most likely first. */
  readonly clusters: SpaceTimeCluster[];
  readonly parameters: Omit<SpaceTimeScanOptions, 'progress' | 'otherHalf'>;
  readonly warnings: Warning[];
}

/** Cylinders in all; a permutation looks at few of them. */
const MOST_CYLINDERS = 100_000_000;

/** @param place number of the place of each incident; @param period its period. */
export function spaceTimeScan(
  points: PointSet,
  place: Uint32Array,
  period: Uint32Array,
  options: SpaceTimeScanOptions,
): SpaceTimeScan {
  requireInput(points, place, period, options);
  const { progress = () => {} } = options;
  const field = fieldOf(points, place, period, options, (done) => progress(0.05 * done));
  const search = cylinderSearch(field);
  const found = clustersOf(field, search, options.clusters, () => progress(0.05));
  const largest = simulate(field, search, found, options, (done) => progress(0.05 + 0.95 * done));
  const { periods, duration, share, minimum, permutations, seed, clusters } = options;
  return {
    n: place.length,
    places: field.kept.length,
    clusters: found.map((cylinder) => described(field, cylinder, simulatedP(largest, cylinder.ratio))),
    parameters: { periods, duration, share, minimum, permutations, seed, clusters },
    warnings: place.length < options.minimum ? [{ code: 'too_few_cases', value: place.length }] : [],
  };
}

/** The second half of the permutations of the same question: the largest ratio of each. */
export function otherHalfOfSpaceTimeScan(
  points: PointSet,
  place: Uint32Array,
  period: Uint32Array,
  options: SpaceTimeScanOptions,
): Float64Array {
  requireInput(points, place, period, options);
  const { permutations, seed, clusters, progress = () => {} } = options;
  const field = fieldOf(points, place, period, options, (done) => progress(0.05 * done));
  const search = cylinderSearch(field);
  const found = clustersOf(field, search, clusters, () => progress(0.05));
  const half = halvesOf(found.length > 0 ? permutations : 0, seed)[1];
  return simulateHalf(field, search, found, half, (done) => progress(0.05 + 0.95 * done));
}

function requireInput(
  points: PointSet,
  place: Uint32Array,
  period: Uint32Array,
  { periods, duration, share, minimum, permutations, clusters }: SpaceTimeScanOptions,
): void {
  const n = requirePoints(points);
  if (place.length !== period.length)
    throw new RangeError(`${place.length} incidents need as many periods, got ${period.length}`);
  if (!(Number.isInteger(periods) && periods >= 2))
    throw new RangeError(`periods must be at least 2, got ${periods}`);
  if (!(Number.isInteger(duration) && duration >= 1 && duration <= periods / 2))
    throw new RangeError(`duration must be from 1 to half of ${periods} periods, got ${duration}`);
  if (!(share > 0 && share <= 0.5))
    throw new RangeError(`share must be above 0 and at most 0.5, got ${share}`);
  if (!(minimum >= 1)) throw new RangeError(`minimum must be at least 1, got ${minimum}`);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError(`permutations must be a whole number from 0, got ${permutations}`);
  if (!(clusters >= 1)) throw new RangeError(`clusters must be at least 1, got ${clusters}`);
  for (const one of place) if (one >= n) throw new RangeError(`places are numbered below ${n}, got ${one}`);
  for (const one of period)
    if (one >= periods) throw new RangeError(`periods are numbered below ${periods}, got ${one}`);
}

interface Field extends CylinderField {
  readonly points: PointSet;
  /** Numbers of the places with incidents. */
  readonly kept: Uint32Array;
  /** Incidents of each of them. */
  readonly own: Float64Array;
  /** Their incidents by period, place by place. */
  readonly table: Int32Array;
}

function fieldOf(
  points: PointSet,
  place: Uint32Array,
  period: Uint32Array,
  { periods, duration, share, minimum }: SpaceTimeScanOptions,
  progress: (done: number) => void,
): Field {
  const counts = new Float64Array(points.x.length);
  for (const one of place) counts[one]++;
  const kept = Uint32Array.from(counts.keys()).filter((i) => counts[i] > 0);
  const pick = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]);
  const held = { x: pick(points.x), y: pick(points.y) };
  const own = pick(counts);
  const zones = circularZones(held, own, share * place.length, progress);
  refuseTooMany(zones, periods, duration);
  const before = new Float64Array(periods + 1);
  for (const one of period) before[one + 1]++;
  for (let t = 0; t < periods; t++) before[t + 1] += before[t];
  const table = tableOf(place, period, kept, periods, points.x.length);
  return { ...zones, points: held, kept, own, table, before, duration, minimum };
}

function tableOf(
  place: Uint32Array,
  period: Uint32Array,
  kept: Uint32Array,
  periods: number,
  places: number,
): Int32Array {
  const rowOf = new Uint32Array(places);
  kept.forEach((one, row) => {
    rowOf[one] = row;
  });
  const table = new Int32Array(kept.length * periods);
  for (let i = 0; i < place.length; i++) table[rowOf[place[i]] * periods + period[i]]++;
  return table;
}

function refuseTooMany({ weight }: Zones, periods: number, duration: number): void {
  let cylinders = 0;
  for (const cases of weight)
    if (!Number.isNaN(cases)) cylinders += periods + Math.min(cases, periods) * Math.min(cases, duration);
  if (cylinders > MOST_CYLINDERS)
    throw new RangeError(
      `${Math.round(cylinders / 1e6)} million cylinders, at most ${MOST_CYLINDERS / 1e6} million are possible: take fewer places, longer periods or a smaller share`,
    );
}

function clustersOf(field: Field, search: CylinderSearch, most: number, pause: () => void): Cylinder[] {
  const taken = new Uint8Array(field.kept.length);
  const found: Cylinder[] = [];
  while (found.length < most) {
    const best = search(field.table, { taken, pause });
    if (best === null) break;
    found.push(best);
    for (let k = field.starts[best.centre]; k <= best.end; k++) taken[field.places[k]] = 1;
  }
  return found;
}

/**
 * The largest ratio of each permutation, as far as it matters: what reaches none of the clusters is 0, and what reaches
 * the first is not looked at further.
 */
function simulate(
  field: Field,
  search: CylinderSearch,
  found: readonly Cylinder[],
  { permutations, seed, otherHalf }: SpaceTimeScanOptions,
  progress: (done: number) => void,
): Float64Array {
  const work = (half: Half, told: (done: number) => void) => simulateHalf(field, search, found, half, told);
  const wanted = found.length > 0 ? permutations : 0;
  const [own, other] = bothHalves(wanted, seed, work, otherHalf, progress);
  return Float64Array.of(...own, ...other);
}

function simulateHalf(
  { own, before }: Field,
  search: CylinderSearch,
  found: readonly Cylinder[],
  { permutations, seed }: Half,
  progress: (done: number) => void,
): Float64Array {
  const largest = new Float64Array(permutations);
  const during = before.slice(1).map((sum, t) => sum - before[t]);
  const next = permutedTables(own, during, seededRandom(seed));
  const [enough, above] = [found[0]?.ratio, found.at(-1)?.ratio].map((ratio = 0) => ratio * (1 - SAME_RATIO));
  for (let k = 0; k < permutations; k++) {
    const pause = () => progress(k / permutations);
    largest[k] = search(next(), { above: above * (1 - 2 * SAME_RATIO), enough, pause })?.ratio ?? 0;
  }
  return largest;
}

function described(
  { points, kept, places, starts, before }: Field,
  cylinder: Cylinder,
  p: number,
): SpaceTimeCluster {
  const { centre, end, first, last, cases, expected, ratio } = cylinder;
  const inside = places.subarray(starts[centre], end + 1);
  return {
    centre: kept[centre],
    radius: radiusOf(points, centre, inside),
    places: Array.from(inside, (place) => kept[place]),
    first,
    last,
    cases,
    expected,
    observedToExpected: cases / expected,
    relativeRisk: relativeRisk(cases, expected, before[before.length - 1]),
    logLikelihoodRatio: ratio,
    p,
  };
}
