/**
 * Question: in which circles are there more cases than the people, or the controls, at risk explain?
 * Method: spatial scan statistic (Kulldorff 1997, doi:10.1080/03610929708831995), high rates only, under the Poisson
 * model (cases and a population) or the Bernoulli model (cases and controls). The largest likelihood ratio over all
 * circles is compared with the largest of simulations that hold the number of cases: cases spread by population, or
 * labels shuffled over cases and controls. p = (r + 1) / (permutations + 1), of secondary clusters against the same
 * largest ratios. Secondary clusters share no place with those before; of equal ratios the smaller circle counts.
 *
 * Assumptions: without a cluster every person (control) has the same risk; neither age nor anything else is adjusted.
 * Not to conclude: the exact extent of a cluster, nor that places outside are safe; a secondary p is too large.
 */
import { bothHalves, type Half, halvesOf, type OtherHalf } from './halves.ts';
import type { PointSet } from './point-set.ts';
import { type Random, seededRandom } from './random.ts';
import {
  bernoulliRatio,
  bernoulliWeight,
  poissonRatio,
  poissonWeight,
  relativeRisk,
} from './scan-likelihood.ts';
import { shuffledCases, spreadCases } from './scan-simulation.ts';
import { type Study, studyOf } from './scan-study.ts';
import { circularZones, radiusOf, type Zones } from './scan-zones.ts';
import type { Warning } from './warning.ts';

export interface ScanOptions {
  /** What stands beside the cases: a population, or controls (whole numbers). */
  readonly model: 'poisson' | 'bernoulli';
  /** Largest share of the population (cases and controls) in one circle, at most 0.5. */
  readonly share: number;
  /** Cases a cluster has at least. */
  readonly minimum: number;
  readonly permutations: number;
  readonly seed: number;
  /** Clusters listed at most. */
  readonly clusters: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
  /** Another thread that works out `otherHalfOfScan` of the same question. */
  readonly otherHalf?: OtherHalf;
}

export interface ScanCluster {
  readonly centre: number;
  /** Metres to its farthest place; 0 for a single place. */
  readonly radius: number;
  /** Numbers of the places, the nearest first. */
  readonly places: number[];
  readonly cases: number;
  readonly expected: number;
  /** People, or cases and controls. */
  readonly population: number;
  readonly observedToExpected: number;
  readonly relativeRisk: number;
  readonly logLikelihoodRatio: number;
  /** NaN without permutations. */
  readonly p: number;
}

export interface Scan {
  /** Places with something at risk. */
  readonly n: number;
  readonly cases: number;
  readonly population: number;
  readonly circles: number;
  /** Most likely first. */
  readonly clusters: ScanCluster[];
  readonly parameters: Omit<ScanOptions, 'progress' | 'otherHalf'>;
  readonly warnings: Warning[];
}

/** Ratios that differ by less than this share are equal. */
export const SAME_RATIO = 1e-10;

/**
 * @param cases whole number of cases of each place.
 * @param beside population of each place, or its controls.
 */
export function scanStatistic(
  points: PointSet,
  cases: Float64Array,
  beside: Float64Array,
  options: ScanOptions,
): Scan {
  requireOptions(options);
  const all = studyOf(points, cases, beside, options.model);
  const { progress = () => {} } = options;
  const warnings: Warning[] = [];
  if (all.dropped > 0) warnings.push({ code: 'cases_without_population', value: all.dropped });
  if (all.total < options.minimum) warnings.push({ code: 'too_few_cases', value: all.total });
  const zones = circularZones(all.points, all.weight, options.share * all.all, (done) =>
    progress(0.1 * done),
  );
  const field = fieldOf(all, zones, options);
  const found = clustersOf(field, all.cases, options.clusters);
  const largest = simulate(all, field, options, (done) => progress(0.1 + 0.9 * done));
  const { model, share, minimum, permutations, seed, clusters } = options;
  return {
    n: all.kept.length,
    cases: all.total,
    population: all.all,
    circles: zones.weight.reduce((count, weight) => count + Number(!Number.isNaN(weight)), 0),
    clusters: found.map((zone) => described(all, zones, zone, simulatedP(largest, zone.ratio))),
    parameters: { model, share, minimum, permutations, seed, clusters },
    warnings,
  };
}

/** The second half of the permutations of the same question: the largest ratio of each. */
export function otherHalfOfScan(
  points: PointSet,
  cases: Float64Array,
  beside: Float64Array,
  options: ScanOptions,
): Float64Array {
  requireOptions(options);
  const { permutations, seed, model, progress = () => {} } = options;
  const all = studyOf(points, cases, beside, model);
  const zones = circularZones(all.points, all.weight, options.share * all.all, (done) =>
    progress(0.1 * done),
  );
  const half = halvesOf(permutations, seed)[1];
  return simulateHalf(all, fieldOf(all, zones, options), model, half, (done) => progress(0.1 + 0.9 * done));
}

/** What the loop over the circles reads. */
interface Field extends Zones {
  /** Infinity where no cluster can be. */
  readonly expected: Float64Array;
  readonly chi: Float64Array;
  readonly ratio: (cases: number, zone: number) => number;
  readonly minimum: number;
}

interface Zone {
  readonly centre: number;
  readonly end: number;
  readonly cases: number;
  readonly ratio: number;
}

function requireOptions({ model, share, minimum, permutations, clusters }: ScanOptions): void {
  if (model !== 'poisson' && model !== 'bernoulli')
    throw new RangeError(`model must be poisson or bernoulli, got ${model}`);
  if (!(share > 0 && share <= 0.5))
    throw new RangeError(`share must be above 0 and at most 0.5, got ${share}`);
  if (!(minimum >= 1)) throw new RangeError(`minimum must be at least 1, got ${minimum}`);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError(`permutations must be a whole number from 0, got ${permutations}`);
  if (!(clusters >= 1)) throw new RangeError(`clusters must be at least 1, got ${clusters}`);
}

function fieldOf({ total, all }: Study, zones: Zones, { model, minimum }: ScanOptions): Field {
  const expected = zones.weight.map((weight) => (weight < all ? (total * weight) / all : Infinity));
  const poisson = model === 'poisson';
  const chi = zones.weight.map((weight, k) =>
    poisson ? poissonWeight(expected[k], total) : bernoulliWeight(weight, total, all),
  );
  const ratio = poisson
    ? (cases: number, zone: number) => poissonRatio(cases, expected[zone], total)
    : (cases: number, zone: number) => bernoulliRatio(cases, zones.weight[zone], total, all);
  return { ...zones, expected, chi, ratio, minimum };
}

/** The most likely cluster, then the most likely of those that share no place with one before. */
function clustersOf(field: Field, cases: Float64Array, most: number): Zone[] {
  const taken = new Uint8Array(cases.length);
  const found: Zone[] = [];
  while (found.length < most) {
    const best = bestZone(field, cases, taken);
    if (best === null) break;
    found.push(best);
    for (let k = field.starts[best.centre]; k <= best.end; k++) taken[field.places[k]] = 1;
  }
  return found;
}

function bestZone(field: Field, cases: Float64Array, taken: Uint8Array): Zone | null {
  const { starts, places, expected, minimum } = field;
  let best: Zone | null = null;
  for (let centre = 0; centre < cases.length; centre++) {
    let count = 0;
    for (let end = starts[centre]; end < starts[centre + 1]; end++) {
      if (taken[places[end]] === 1) break;
      count += cases[places[end]];
      if (!(count > expected[end]) || count < minimum) continue;
      const ratio = field.ratio(count, end);
      if (ratio === 0) continue;
      const slack = best === null ? 0 : SAME_RATIO * best.ratio;
      const smaller = best !== null && end - starts[centre] < best.end - starts[best.centre];
      if (best === null || ratio > best.ratio + slack || (smaller && ratio >= best.ratio - slack))
        best = { centre, end, cases: count, ratio };
    }
  }
  return best;
}

/** Largest ratio of each permutation, 0 where no circle has more than expected. */
function simulate(
  study: Study,
  field: Field,
  { model, permutations, seed, otherHalf }: ScanOptions,
  progress: (done: number) => void,
): Float64Array {
  const work = (half: Half, told: (done: number) => void) => simulateHalf(study, field, model, half, told);
  const [own, other] = bothHalves(permutations, seed, work, otherHalf, progress);
  return Float64Array.of(...own, ...other);
}

function simulateHalf(
  study: Study,
  field: Field,
  model: ScanOptions['model'],
  { permutations, seed }: Half,
  progress: (done: number) => void,
): Float64Array {
  const random: Random = seededRandom(seed);
  const next =
    model === 'poisson'
      ? spreadCases(study.weight, study.total, random)
      : shuffledCases(study.weight, study.total, random);
  const largest = new Float64Array(permutations);
  for (let k = 0; k < permutations; k++) {
    progress(k / permutations);
    largest[k] = largestRatio(field, next());
  }
  return largest;
}

function largestRatio(field: Field, cases: Int32Array): number {
  const { starts, places, expected, chi, minimum } = field;
  let best = 0;
  for (let centre = 0; centre < cases.length; centre++) {
    let count = 0;
    const stop = starts[centre + 1];
    for (let end = starts[centre]; end < stop; end++) {
      count += cases[places[end]];
      const more = count - expected[end];
      if (more > 0 && more * more * chi[end] > best && count >= minimum) {
        const ratio = field.ratio(count, end);
        if (ratio > best) best = ratio;
      }
    }
  }
  return best;
}

export function simulatedP(largest: Float64Array, ratio: number): number {
  if (largest.length === 0) return NaN;
  let reached = 0;
  for (const one of largest) if (one >= ratio * (1 - SAME_RATIO)) reached++;
  return (reached + 1) / (largest.length + 1);
}

function described(study: Study, zones: Zones, { centre, end, cases, ratio }: Zone, p: number): ScanCluster {
  const inside = zones.places.subarray(zones.starts[centre], end + 1);
  const population = zones.weight[end];
  const expected = (study.total * population) / study.all;
  return {
    centre: study.kept[centre],
    radius: radiusOf(study.points, centre, inside),
    places: Array.from(inside, (place) => study.kept[place]),
    cases,
    expected,
    population,
    observedToExpected: cases / expected,
    relativeRisk: relativeRisk(cases, expected, study.total),
    logLikelihoodRatio: ratio,
    p,
  };
}
