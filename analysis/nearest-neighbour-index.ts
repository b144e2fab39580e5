/**
 * Question: are incidents nearer to one another than if they lay anywhere in the area?
 * Method: mean distance to the nearest other incident against its expectation under complete spatial randomness,
 * 0.5 / √(n / A), with standard error 0.26136 / √(n² / A) (Clark & Evans 1954, doi:10.2307/1931034). A is the area of
 * the study polygon: with the bounding box the index moves with the empty corners.
 *
 * Assumptions: incidents could lie anywhere in the area, which streets, parks and water contradict; no correction at
 * its edge, where the nearest incident may lie outside, so that the index is a little too high.
 * Not to conclude: where clusters are; nor anything from comparing areas of different shape.
 */

import { areaWithin, convexHull } from './convex-hull.ts';
import { normalTwoSided } from './distributions.ts';
import { kdOrder } from './kd-order.ts';
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import type { Warning } from './warning.ts';

/** NaN where it is not defined. */
export interface NearestNeighbourIndex {
  readonly n: number;
  /** Square metres of the study polygon. */
  readonly area: number;
  /** Metres. */
  readonly observed: number;
  readonly expected: number;
  /** Below 1: clustered; above: spread out. */
  readonly index: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided, from the normal distribution. */
  readonly p: number;
  readonly warnings: Warning[];
}

/** Incidents below which the normal distribution does not hold. */
export const NEAREST_NEIGHBOUR_FLOOR = 30;
const STANDARD_ERROR = 0.26136;
/** From this share of incidents at the place of another one on, the index measures how addresses are recorded. */
const SHARED_SHARE = 0.25;

export interface NearestNeighbourOptions {
  /** Of each point, as `nearestDistances` gives them, when they are known already. */
  readonly distances?: Float64Array;
}

/** @param area of the study polygon in square metres. */
export function nearestNeighbourIndex(
  points: PointSet,
  area: number,
  options: NearestNeighbourOptions = {},
): NearestNeighbourIndex {
  if (!(area > 0 && Number.isFinite(area)))
    throw new RangeError(`area must be positive square metres, got ${area}`);
  const n = requirePoints(points);
  const distances = options.distances ?? nearestDistances(points);
  const observed = n < 2 ? NaN : distances.reduce((sum, distance) => sum + distance, 0) / n;
  const expected = 0.5 / Math.sqrt(n / area);
  const standardError = STANDARD_ERROR / Math.sqrt((n * n) / area);
  const z = (observed - expected) / standardError;
  return {
    n,
    area,
    observed,
    expected,
    index: observed / expected,
    standardError,
    z,
    p: normalTwoSided(z),
    warnings: warningsOf(points, distances, area),
  };
}

/** One band of distances. */
export interface DistanceBand {
  /** Metres, half-open; `to` is Infinity in the last. */
  readonly from: number;
  readonly to: number;
  readonly incidents: number;
  /** When they lay anywhere: n (exp(−λπ from²) − exp(−λπ to²)), λ = n / A. */
  readonly expected: number;
}

/** How many incidents have their nearest so far away, and how many would by chance. @param edges ascending metres. */
export function nearestDistanceBands(
  distances: Float64Array,
  area: number,
  edges: readonly number[],
): DistanceBand[] {
  const n = distances.length;
  const beyond = (distance: number) => n * Math.exp((-n / area) * Math.PI * distance * distance);
  const limits = [0, ...edges, Infinity];
  const counts = new Float64Array(limits.length - 1);
  for (const distance of distances) {
    let band = 0;
    while (!(distance < limits[band + 1]) && band < counts.length - 1) band++;
    counts[band]++;
  }
  return Array.from(counts, (incidents, band) => ({
    from: limits[band],
    to: limits[band + 1],
    incidents,
    expected: beyond(limits[band]) - beyond(limits[band + 1]),
  }));
}

const POINTS_A_REPORT = 16_384;

/** Metres from each point to the nearest other one; Infinity for a single point. */
export function nearestDistances(
  points: PointSet,
  progress: (done: number) => void = () => {},
): Float64Array {
  const n = points.x.length;
  const nearest = new Float64Array(n);
  if (n === 0) return nearest;
  const { coordinates, ids } = kdOrder(points, NODE, () => progress(0));
  for (let k = 0; k < n; k++) {
    if (k % POINTS_A_REPORT === 0) progress(k / n);
    nearest[ids[k]] = Math.sqrt(nearestInTree(coordinates, k));
  }
  return nearest;
}

/** Points of a leaf. */
const NODE = 16;

/** Squared distance from the k-th point of the tree to the nearest other. */
function nearestInTree(coordinates: Float64Array, k: number): number {
  const x = coordinates[2 * k];
  const y = coordinates[2 * k + 1];
  let least = Infinity;
  const look = (at: number) => {
    if (at === k) return;
    const apart = (coordinates[2 * at] - x) ** 2 + (coordinates[2 * at + 1] - y) ** 2;
    if (apart < least) least = apart;
  };
  const search = (left: number, right: number, axis: 0 | 1) => {
    if (right - left <= NODE) {
      for (let at = left; at <= right; at++) look(at);
      return;
    }
    const middle = (left + right) >> 1;
    look(middle);
    const beyond = (axis === 0 ? x : y) - coordinates[2 * middle + axis];
    const other = axis === 0 ? 1 : 0;
    if (beyond <= 0) search(left, middle - 1, other);
    else search(middle + 1, right, other);
    if (beyond * beyond >= least) return;
    if (beyond <= 0) search(middle + 1, right, other);
    else search(left, middle - 1, other);
  };
  search(0, coordinates.length / 2 - 1, 0);
  return least;
}

function warningsOf(points: PointSet, distances: Float64Array, area: number): Warning[] {
  const n = distances.length;
  const warnings: Warning[] = [];
  if (n < NEAREST_NEIGHBOUR_FLOOR) warnings.push({ code: 'fewer_than_30_incidents', value: n });
  const shared = distances.filter((distance) => distance === 0).length / n;
  if (shared >= SHARED_SHARE) warnings.push({ code: 'positions_shared', value: shared });
  const hull = n > 2 ? areaWithin(convexHull(points)) : 0;
  // Half the hull leaves room for a crescent-shaped area; less means that points lie outside it or the unit is wrong.
  if (hull > 2 * area) warnings.push({ code: 'area_smaller_than_points', value: hull });
  return warnings;
}
