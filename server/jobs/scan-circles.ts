import type { PointSet } from '../../analysis/point-set.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { boundsOfPoints } from './cell-bounds.ts';
import type { ScanCluster } from './contract.ts';
import type { StudyArea } from './study-area.ts';

/** Clusters that are looked for. */
export const MOST_CLUSTERS = 20;
/** Clusters beyond these are listed only when they are more than chance. */
const LISTED_ANYWAY = 3;
/** Incidents of a cluster that are looked at to find its name. */
const NAMED_BY = 200;
const CORNERS = 64;

/** What both scans say of a cluster. */
export interface FoundCircle {
  readonly centre: number;
  readonly radius: number;
  readonly places: readonly number[];
  readonly cases: number;
  readonly expected: number;
  readonly logLikelihoodRatio: number;
  readonly p: number;
}

export const isListed = ({ p }: FoundCircle, i: number, level: number) => i < LISTED_ANYWAY || p <= level;

/** @param reach metres from the middle of a place to its edge: the circle is drawn around places, not their middles. */
export function describeCircle(
  { incidents }: StudyArea,
  points: PointSet,
  found: FoundCircle,
  rank: number,
  level: number,
  reach: number,
): ScanCluster {
  const { plane } = incidents;
  const [x, y] = [points.x[found.centre], points.y[found.centre]];
  const ring = circleAround(x, y, found.radius + reach);
  const { lon, lat } = toDegrees(plane, [x, ...ring.x], [y, ...ring.y]);
  const corners = Array.from(lon, (value, i): [number, number] => [wrapLongitude(value), lat[i]]);
  const { radius, cases, expected, logLikelihoodRatio, p } = found;
  return {
    rank,
    placeName: null,
    centre: corners[0],
    radius,
    places: found.places.length,
    incidents: cases,
    expected,
    relativeRisk: null,
    logLikelihoodRatio,
    p,
    // A p of simulations is held exactly at the level.
    significant: p <= level,
    from: null,
    to: null,
    population: null,
    controls: null,
    bounds: boundsOfPoints(plane, ring),
    geometry: { type: 'MultiPolygon', coordinates: [[[...corners.slice(1), corners[1]]]] },
  };
}

function circleAround(x: number, y: number, radius: number): PointSet {
  const turn = (2 * Math.PI) / CORNERS;
  return {
    x: Float64Array.from({ length: CORNERS }, (_, k) => x + radius * Math.cos(k * turn)),
    y: Float64Array.from({ length: CORNERS }, (_, k) => y + radius * Math.sin(k * turn)),
  };
}

/** The rank of the significant cluster of each place, 0 for none. */
export function ranksOfPlaces(
  count: number,
  found: readonly FoundCircle[],
  clusters: readonly ScanCluster[],
): Uint32Array {
  const ranks = new Uint32Array(count);
  clusters.forEach(({ rank, significant }, i) => {
    if (significant) for (const place of found[i].places) ranks[place] = rank;
  });
  return ranks;
}

/** Ids of a few incidents of each cluster, for its name. */
export function incidentsOfCircles(
  ids: Uint32Array,
  placeOf: ArrayLike<number>,
  found: readonly FoundCircle[],
): number[][] {
  return found.map(({ places }) => {
    const wanted = new Set(places);
    const some: number[] = [];
    for (let i = 0; i < ids.length && some.length < NAMED_BY; i++)
      if (wanted.has(placeOf[i])) some.push(ids[i]);
    return some;
  });
}
