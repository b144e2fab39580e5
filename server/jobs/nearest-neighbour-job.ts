import { countPlaces } from '../../analysis/concentration.ts';
import { areaWithin, convexHull } from '../../analysis/convex-hull.ts';
import {
  NEAREST_NEIGHBOUR_FLOOR,
  nearestDistanceBands,
  nearestDistances,
  nearestNeighbourIndex,
} from '../../analysis/nearest-neighbour-index.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { regionArea } from '../../analysis/region-area.ts';
import { samePositions } from '../../analysis/same-positions.ts';
import type {
  NearestNeighbourFigures,
  NearestNeighbourParameters,
  NearestNeighbourSummary,
  RunWarning,
  TooFew,
} from './contract.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

/** Square metres: less ground is one point or one line. */
const LEAST_GROUND = 1;
/** Bands up to three times the expected distance: beyond lies one in a thousand by chance. */
const BANDS = 12;
const REACH = 3;

export function runNearestNeighbour(
  study: StudyArea,
  parameters: NearestNeighbourParameters,
  checkpoint: Checkpoint,
): Finding {
  const { points } = study.incidents;
  const n = points.x.length;
  const floor = NEAREST_NEIGHBOUR_FLOOR;
  if (n < floor) {
    const reason = n === 0 ? 'no_incidents' : 'fewer_than_30_incidents';
    return nothing(study, parameters, { reason, found: n, floor });
  }
  const ground = groundOf(study);
  checkpoint(0.1);
  if (ground.m2 < LEAST_GROUND)
    return nothing(study, parameters, { reason: 'no_extent', found: null, floor: null });
  const distances = nearestDistances(points, (done) => checkpoint(0.1 + 0.5 * done));
  const all = nearestNeighbourIndex(points, ground.m2, { distances });
  checkpoint(0.6);
  const { places, sharing } = placesOf(points, () => checkpoint(0.6));
  checkpoint(0.6);
  const apart = nearestDistances(places, (done) => checkpoint(0.6 + 0.3 * done));
  checkpoint(0.9);
  const figures = (found: typeof all) => figuresOf(found, parameters.level);
  const common = pointSummary(study, n, null);
  const shared = all.warnings.find(({ code }) => code === 'positions_shared');
  const warnings: RunWarning[] = shared ? [{ code: 'positions_shared', value: shared.value }] : [];
  const summary: NearestNeighbourSummary = {
    ...common,
    warnings: [...common.warnings, ...warnings],
    level: parameters.level,
    regionKm2: ground.m2 / 1e6,
    outline: ground.outline,
    incidents: figures(all),
    sharing,
    places:
      places.x.length < floor
        ? null
        : figures(nearestNeighbourIndex(places, ground.m2, { distances: apart })),
    bands: bandsOf(distances, ground.m2, all.expected),
  };
  checkpoint(0.93);
  return { summary, rows: 'incident', columns: incidentColumns(study, distances) };
}

interface Ground {
  readonly m2: number;
  readonly outline: NearestNeighbourSummary['outline'];
}

/** The chosen region; else the outline around the incidents. */
function groundOf({ incidents: { points, plane }, regions }: StudyArea): Ground {
  if (regions !== null) return { m2: regionArea(regions), outline: null };
  const hull = convexHull(points);
  const { lon, lat } = toDegrees(plane, hull.x, hull.y);
  const corners = Array.from(lon, (east, i): [number, number] => [wrapLongitude(east), lat[i]]);
  const outline = { type: 'Polygon' as const, coordinates: [[...corners, corners[0]]] };
  return { m2: areaWithin(hull), outline };
}

/** Each place once, to the metre. */
function placesOf(points: PointSet, pause: () => void): { places: PointSet; sharing: number } {
  const { of, x, y } = samePositions(points, pause);
  let sharing = 0;
  for (const incidents of countPlaces(of, x.length)) if (incidents > 1) sharing += incidents;
  return { places: { x, y }, sharing };
}

function figuresOf(
  { n, observed, expected, index, z, p }: ReturnType<typeof nearestNeighbourIndex>,
  level: number,
): NearestNeighbourFigures {
  return { n, observed, expected, index, z, p, class: p < level ? (index < 1 ? -1 : 1) : 0 };
}

function bandsOf(distances: Float64Array, m2: number, expected: number): NearestNeighbourSummary['bands'] {
  const width = roundWidth((REACH * expected) / BANDS);
  const edges = Array.from({ length: BANDS }, (_, band) => Number(((band + 1) * width).toPrecision(6)));
  return nearestDistanceBands(distances, m2, edges).map((band) => ({
    ...band,
    to: Number.isFinite(band.to) ? band.to : null,
  }));
}

/** The next of 1, 2, 5 · 10^k upward. */
function roundWidth(width: number): number {
  const unit = 10 ** Math.floor(Math.log10(width));
  return unit * ([1, 2, 5].find((digit) => digit * unit >= width) ?? 10);
}

function nothing(study: StudyArea, { level }: NearestNeighbourParameters, tooFew: TooFew): Finding {
  const summary: NearestNeighbourSummary = {
    ...pointSummary(study, study.incidents.ids.length, tooFew),
    level,
    regionKm2: null,
    outline: null,
    incidents: null,
    sharing: 0,
    places: null,
    bands: [],
  };
  return { summary, columns: [] };
}

function incidentColumns({ incidents }: StudyArea, distances: Float64Array): Finding['columns'] {
  const { ids, points, plane } = incidents;
  const { lon, lat } = toDegrees(plane, points.x, points.y);
  return [
    { name: 'id', data: ids },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'nearest', data: distances },
  ];
}
