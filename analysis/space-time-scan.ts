/**
 * Question: where and when are there more incidents than the place and the time by themselves explain?
 * Method: space–time permutation scan statistic (Kulldorff, Heffernan, Hartman, Assunção & Mostashari 2005,
 * doi:10.1371/journal.pmed.0020059): a cylinder is a circle of places over a run of periods; it is expected to hold
 * (incidents of the circle) · (incidents of the periods) / (all incidents). No population is needed. p from shuffling
 * the periods over the incidents, (r + 1) / (permutations + 1) against the largest ratio; further clusters share no
 * place with those before.
 *
 * Assumptions: without a cluster the mix of places is the same in every period; a place that grows with its
 * population looks like a cluster.
 * Not to conclude: that a place is high over the whole time (that is its expectation here); only that it is high then.
 */
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import { seededRandom } from './random.ts';
import { poissonRatio, relativeRisk } from './scan-likelihood.ts';
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
  readonly parameters: Required<Omit<SpaceTimeScanOptions, 'progress'>>;
  readonly warnings: Warning[];
}

/** Cylinders one permutation may look at: about a tenth of a second. */
const MOST_CYLINDERS = 40_000_000;

/** @param place number of the place of each incident; @param period its period. */
export function spaceTimeScan(
  points: PointSet,
  place: Uint32Array,
  period: Uint32Array,
  options: SpaceTimeScanOptions,
): SpaceTimeScan {
  requireInput(points, place, period, options);
  const { progress = () => {}, permutations } = options;
  const field = fieldOf(points, place, period, options, (done) => progress(0.05 * done));
  const found = clustersOf(field, options, () => progress(0.05));
  const random = seededRandom(options.seed);
  const largest = new Float64Array(permutations);
  for (let k = 0; k < permutations; k++) {
    const pause = () => progress(0.05 + (0.95 * k) / permutations);
    for (let i = field.period.length - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      const held = field.period[i];
      field.period[i] = field.period[j];
      field.period[j] = held;
    }
    largest[k] = search(field, options, null, pause)?.ratio ?? 0;
  }
  const { periods, duration, share, minimum, seed, clusters } = options;
  return {
    n: place.length,
    places: field.kept.length,
    clusters: found.map((cylinder) => described(field, cylinder, simulatedP(largest, cylinder.ratio))),
    parameters: { periods, duration, share, minimum, permutations, seed, clusters },
    warnings: place.length < options.minimum ? [{ code: 'too_few_cases', value: place.length }] : [],
  };
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

interface Field extends Zones {
  readonly points: PointSet;
  /** Numbers of the places with incidents. */
  readonly kept: Uint32Array;
  /** Incidents of kept place i are own[i] .. own[i + 1). */
  readonly own: Uint32Array;
  /** Their periods. */
  readonly period: Uint32Array;
  /** Incidents before each period. */
  readonly before: Float64Array;
}

interface Cylinder {
  readonly centre: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly cases: number;
  readonly expected: number;
  readonly ratio: number;
}

function fieldOf(
  points: PointSet,
  place: Uint32Array,
  period: Uint32Array,
  { periods, duration, share }: SpaceTimeScanOptions,
  progress: (done: number) => void,
): Field {
  const counts = new Float64Array(points.x.length);
  for (const one of place) counts[one]++;
  const kept = Uint32Array.from(counts, (_, i) => i).filter((i) => counts[i] > 0);
  const pick = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]);
  const held = { x: pick(points.x), y: pick(points.y) };
  const zones = circularZones(held, pick(counts), share * place.length, progress);
  refuseTooMany(zones, periods, duration);
  const order = Uint32Array.from(place, (_, i) => i).sort((a, b) => place[a] - place[b] || a - b);
  const own = new Uint32Array(kept.length + 1);
  kept.forEach((i, k) => {
    own[k + 1] = own[k] + counts[i];
  });
  const before = new Float64Array(periods + 1);
  for (const one of period) before[one + 1]++;
  for (let t = 0; t < periods; t++) before[t + 1] += before[t];
  return { ...zones, points: held, kept, own, period: Uint32Array.from(order, (i) => period[i]), before };
}

function refuseTooMany({ weight }: Zones, periods: number, duration: number): void {
  let cylinders = 0;
  for (const cases of weight)
    if (!Number.isNaN(cases)) cylinders += periods + Math.min(cases, periods) * Math.min(cases, duration);
  if (cylinders > MOST_CYLINDERS)
    throw new RangeError(
      `${Math.round(cylinders / 1e6)} million cylinders a permutation, at most ${MOST_CYLINDERS / 1e6} million are possible: take fewer places, longer periods or a smaller share`,
    );
}

function clustersOf(field: Field, options: SpaceTimeScanOptions, pause: () => void): Cylinder[] {
  const taken = new Uint8Array(field.kept.length);
  const found: Cylinder[] = [];
  while (found.length < options.clusters) {
    const best = search(field, options, taken, pause);
    if (best === null) break;
    found.push(best);
    for (let k = field.starts[best.centre]; k <= best.end; k++) taken[field.places[k]] = 1;
  }
  return found;
}

/** The cylinder with the largest ratio; of equal ones the one with fewer places, then the earlier centre. */
function search(
  { starts, places, weight, own, period, before }: Field,
  { duration, minimum }: SpaceTimeScanOptions,
  taken: Uint8Array | null,
  pause: () => void,
): Cylinder | null {
  const total = period.length;
  const counts = new Int32Array(before.length - 1);
  const active = new Int32Array(counts.length);
  let best: Cylinder | null = null;
  let least = 0;
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    if (centre % 32 === 0) pause();
    counts.fill(0);
    for (let end = starts[centre]; end < starts[centre + 1]; end++) {
      const place = places[end];
      if (taken !== null && taken[place] === 1) break;
      for (let k = own[place]; k < own[place + 1]; k++) counts[period[k]]++;
      if (!(weight[end] >= minimum)) continue;
      const share = weight[end] / total;
      // A run that begins or ends with an empty period is never better than the run without it.
      let runs = 0;
      for (let t = 0; t < counts.length; t++) if (counts[t] > 0) active[runs++] = t;
      for (let a = 0; a < runs; a++) {
        const first = active[a];
        let cases = 0;
        for (let b = a; b < runs && active[b] - first < duration; b++) {
          cases += counts[active[b]];
          const expected = share * (before[active[b] + 1] - before[first]);
          const more = cases - expected;
          // The chi-square statistic is never less than the ratio, and needs no logarithm.
          if (!(more > 0) || more * more * total <= least * expected * (total - expected) || cases < minimum)
            continue;
          const ratio = poissonRatio(cases, expected, total);
          const slack = SAME_RATIO * least;
          const smaller = best !== null && end - starts[centre] < best.end - starts[best.centre];
          if (ratio <= least + slack && !(smaller && ratio >= least - slack)) continue;
          best = { centre, end, first, last: active[b], cases, expected, ratio };
          least = ratio;
        }
      }
    }
  }
  return best;
}

function described(
  { points, kept, places, starts, period }: Field,
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
    relativeRisk: relativeRisk(cases, expected, period.length),
    logLikelihoodRatio: ratio,
    p,
  };
}
