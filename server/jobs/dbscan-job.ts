import { countPlaces } from '../../analysis/concentration.ts';
import { convexHull, widenedHull } from '../../analysis/convex-hull.ts';
import { type Dbscan, dbscan } from '../../analysis/dbscan.ts';
import { automaticCell } from '../../analysis/grid.ts';
import { quantiles } from '../../analysis/order-statistics.ts';
import { boxOf, type PointSet } from '../../analysis/point-set.ts';
import { type Plane, toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { samePositions } from '../../analysis/same-positions.ts';
import { valuesAt } from '../../analysis/values-at.ts';
import { boundsOfPoints } from './cell-bounds.ts';
import type { DbscanParameters, DbscanSummary, IncidentCluster } from './contract.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

const FEWEST = 30;
const CLUSTERS_LISTED = 200;
const IDS_LISTED = 200;
const SMALLEST_MINIMUM = 5;
/** Share of the incidents that an automatic minimum lets be core, about. */
const DENSE_SHARE = 0.1;

export function runDbscan(study: StudyArea, parameters: DbscanParameters, checkpoint: Checkpoint): Finding {
  const { points, ids } = study.incidents;
  const n = ids.length;
  if (n < FEWEST) return nothing(study, parameters);
  const radius = parameters.radius === 'auto' ? automaticRadius(points) : parameters.radius;
  checkpoint(0.02);
  const minimum = parameters.minimum === 'auto' ? automaticMinimum(points, radius) : parameters.minimum;
  checkpoint(0.1);
  const found = dbscan(points, { radius, minimum, progress: (done) => checkpoint(0.1 + 0.6 * done) });
  checkpoint(0.7);
  const clusterCount = found.starts.length - 1;
  const listed = Math.min(clusterCount, CLUSTERS_LISTED);
  const clusters = Array.from({ length: listed }, (_, c) => {
    checkpoint(0.7 + (0.15 * c) / listed);
    return describeCluster(study, found, c);
  });
  checkpoint(0.85);
  const common = pointSummary(study, n, null);
  for (const { value } of found.warnings) common.warnings.push({ code: 'one_cluster_holds_most', value });
  if (clusterCount > CLUSTERS_LISTED) common.warnings.push({ code: 'list_shortened', value: clusterCount });
  const summary: DbscanSummary = {
    ...common,
    ...rulesOf(parameters),
    radius,
    minimum,
    clusterCount,
    clusters,
    clustered: n - found.noise,
    noise: found.noise,
  };
  return {
    summary,
    rows: 'incident',
    columns: memberColumns(study, found, () => checkpoint(0.9)),
    naming: { list: 'clusters', incidents: clusters.map(({ ids: some }) => some) },
  };
}

function rulesOf({ radius, minimum }: DbscanParameters) {
  return {
    radiusRule: radius === 'auto' ? ('auto' as const) : ('chosen' as const),
    minimumRule: minimum === 'auto' ? ('auto' as const) : ('chosen' as const),
  };
}

function nothing(study: StudyArea, parameters: DbscanParameters): Finding {
  const n = study.incidents.ids.length;
  const reason = n === 0 ? 'no_incidents' : 'too_few_incidents';
  const summary: DbscanSummary = {
    ...pointSummary(study, n, { reason, found: n, floor: FEWEST }),
    ...rulesOf(parameters),
    radius: null,
    minimum: null,
    clusterCount: 0,
    clusters: [],
    clustered: 0,
    noise: n,
  };
  return { summary, rows: 'incident', columns: [] };
}

export function automaticRadius(points: PointSet): number {
  return Math.min(250, Math.max(25, automaticCell(boxOf(points)) / 4));
}

/** Counts in squares as large as the circle stand for the counts around each incident. */
export function automaticMinimum({ x, y }: PointSet, radius: number): number {
  const side = radius * Math.sqrt(Math.PI);
  const squareOf = (metres: number) => Math.floor(metres / side);
  const { of, x: squares } = samePositions({ x: x.map(squareOf), y: y.map(squareOf) });
  const counts = countPlaces(of, squares.length);
  const around = Float64Array.from(of, (square) => counts[square]);
  return Math.max(SMALLEST_MINIMUM, Math.ceil(quantiles(around, [1 - DENSE_SHARE])[0]));
}

function describeCluster(study: StudyArea, found: Dbscan, c: number): IncidentCluster {
  const { points, plane, ids } = study.incidents;
  const members = found.members.subarray(found.starts[c], found.starts[c + 1]);
  const own = {
    x: valuesAt(points.x, members),
    y: valuesAt(points.y, members),
  };
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const { lon, lat } = toDegrees(plane, [mean(own.x)], [mean(own.y)]);
  const ring = hullRing(own);
  return {
    rank: c + 1,
    placeName: null,
    incidents: members.length,
    core: found.cores[c],
    shareOfIncidents: members.length / found.n,
    areaKm2: areaOf(ring) / 1e6,
    centre: [wrapLongitude(lon[0]), lat[0]],
    bounds: boundsOfPoints(plane, own),
    geometry: { type: 'Polygon', coordinates: [ringInDegrees(plane, ring)] },
    ids: Array.from(members.subarray(0, IDS_LISTED), (i) => ids[i]),
  };
}

/** Closed, in metres. Incidents on a line or at one place get a metre around them. */
function hullRing(points: PointSet): [number, number][] {
  const hull = convexHull(points);
  if (hull.x.length < 3) return widenedHull(hull, 1);
  const open = Array.from(hull.x, (x, i): [number, number] => [x, hull.y[i]]);
  return [...open, open[0]];
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let double = 0;
  for (let i = 1; i < ring.length; i++) double += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(double) / 2;
}

function ringInDegrees(plane: Plane, ring: readonly (readonly [number, number])[]): [number, number][] {
  const { lon, lat } = toDegrees(
    plane,
    ring.map(([x]) => x),
    ring.map(([, y]) => y),
  );
  return Array.from(lon, (value, i): [number, number] => [wrapLongitude(value), lat[i]]);
}

function memberColumns(
  { incidents }: StudyArea,
  { members, labels, roles }: Dbscan,
  pause: () => void,
): Finding['columns'] {
  const { points, plane, ids } = incidents;
  pause();
  const { lon, lat } = toDegrees(plane, valuesAt(points.x, members), valuesAt(points.y, members));
  pause();
  return [
    { name: 'id', data: members.map((i) => ids[i]) },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'cluster', data: members.map((i) => labels[i] + 1) },
    { name: 'role', data: Int8Array.from(valuesAt(roles, members)) },
  ];
}
