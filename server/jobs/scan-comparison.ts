import { cellCentres, cellsOf } from '../../analysis/grid.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { relativeRisk } from '../../analysis/scan-likelihood.ts';
import { type Scan, scanStatistic } from '../../analysis/scan-statistic.ts';
import { MOST_SCAN_PLACES } from '../../analysis/scan-zones.ts';
import { areaPlaces, commonestKind } from './area-places.ts';
import { othersThan } from './compared-with.ts';
import type { ScanCluster, ScanParameters, ScanSummary } from './contract.ts';
import { insideOf } from './incident-places.ts';
import {
  describeCircle,
  incidentsOfCircles,
  isListed,
  MOST_CLUSTERS,
  ranksOfPlaces,
} from './scan-circles.ts';
import { cellsThatFit, circlesOf } from './scan-grid.ts';
import { emptyScan, scanOrRefuse } from './scan-summary.ts';
import { type CountedCells, commonSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

const FEWEST_COMPARED = 30;
const FEWEST_CELLS = 2;
const FEWEST_AREAS = 5;
const FEWEST_IN_CLUSTER = 2;

/** Cells or areas with cases, the incidents of the filter, and with controls, those they are compared with. */
interface ComparedPlaces extends PointSet {
  /** Numbers of the cells, or ids of the areas. */
  readonly ids: Uint32Array;
  readonly cases: Float64Array;
  readonly controls: Float64Array;
  /** Place of each incident of the filter, -1 for none. */
  readonly of: Int32Array;
  /** Metres from the middle of a place to its edge. */
  readonly reach: (place: number) => number;
  readonly counted: CountedCells | null;
  readonly areaKind: string | null;
}

/** Incidents of the filter against others: where is their share of both higher than chance explains? */
export function runComparisonScan(
  study: StudyArea,
  parameters: ScanParameters,
  checkpoint: Checkpoint,
): Finding {
  const others = othersThan(study);
  checkpoint(0.02);
  const layOut = parameters.on === 'areas' ? areasOf : cellsWith;
  const places = layOut(study, parameters, others, checkpoint);
  checkpoint(0.1);
  const summary = summaryOf(study, parameters, places);
  const [controls, floor] = [summary.controls ?? 0, parameters.on === 'areas' ? FEWEST_AREAS : FEWEST_CELLS];
  const none = (tooFew: ScanSummary['tooFew']): Finding => ({
    summary: { ...summary, tooFew },
    columns: [],
  });
  if (places.ids.length < floor) return none({ reason: 'too_few_places', found: places.ids.length, floor });
  if (controls < FEWEST_COMPARED)
    return none({ reason: 'too_few_compared', found: controls, floor: FEWEST_COMPARED });
  return scanned(study, parameters, places, summary, checkpoint);
}

function cellsWith(
  study: StudyArea,
  { cell, maxShare, permutations }: ScanParameters,
  others: PointSet,
  checkpoint: Checkpoint,
): ComparedPlaces {
  const workOf = (counted: CountedCells) => {
    const places = counted.cells.length;
    const { added, circles } = circlesOf(places, maxShare);
    return places > MOST_SCAN_PLACES ? Infinity : (200 * places + added + 3 * circles) * permutations;
  };
  const counted = cellsThatFit(study, cell, workOf, checkpoint);
  const { grid, active } = counted;
  const within = (cells: Int32Array) => cells.map((one) => (one >= 0 && active[one] === 1 ? one : -1));
  const cellOf = within(cellsOf(grid, study.incidents.points));
  checkpoint(0.06);
  const { ids, ...held } = heldBy(cellOf, within(cellsOf(grid, others)), active.length);
  return {
    ...held,
    ...cellCentres(grid, ids),
    ids,
    reach: () => grid.cell / 2,
    counted,
    areaKind: null,
  };
}

/** Areas with incidents of either kind; around the incidents those with some of the filter, or with their middle inside. */
function areasOf(
  study: StudyArea,
  { areaKind }: ScanParameters,
  others: PointSet,
  checkpoint: Checkpoint,
): ComparedPlaces {
  const candidates = study.task.places.areas;
  const kind = areaKind === 'auto' ? commonestKind(candidates) : areaKind;
  const all = areaPlaces(study, kind ?? '', candidates, (done) => checkpoint(0.02 + 0.04 * done));
  const otherOf = all.placesOf(others, (done) => checkpoint(0.06 + 0.04 * done));
  const counted = study.counted('auto', 'square');
  const inside = counted === null ? () => false : insideOf(counted);
  const usable = new Uint8Array(all.areas.length);
  for (const area of all.of) if (area >= 0) usable[area] = 1;
  usable.forEach((one, k) => {
    if (one === 0 && inside(all.x[k], all.y[k])) usable[k] = 1;
  });
  const kept = otherOf.map((area) => (area >= 0 && usable[area] === 1 ? area : -1));
  const { ids, ...held } = heldBy(all.of, kept, all.areas.length);
  return {
    ...held,
    ids: Uint32Array.from(ids, (k) => all.areas[k].id),
    x: Float64Array.from(ids, (k) => all.x[k]),
    y: Float64Array.from(ids, (k) => all.y[k]),
    reach: (place) => Math.sqrt((all.km2[ids[place]] * 1e6) / Math.PI),
    counted: null,
    areaKind: kind,
  };
}

/** Of so many places those that hold something, with what they hold. */
function heldBy(caseOf: Int32Array, controlOf: Int32Array, count: number) {
  const cases = new Float64Array(count);
  const controls = new Float64Array(count);
  for (const place of caseOf) if (place >= 0) cases[place]++;
  for (const place of controlOf) if (place >= 0) controls[place]++;
  const ids = Uint32Array.from(cases.keys()).filter((place) => cases[place] + controls[place] > 0);
  const numberOf = new Int32Array(count).fill(-1);
  ids.forEach((place, number) => {
    numberOf[place] = number;
  });
  return {
    ids,
    cases: Float64Array.from(ids, (place) => cases[place]),
    controls: Float64Array.from(ids, (place) => controls[place]),
    of: caseOf.map((place) => (place < 0 ? -1 : numberOf[place])),
  };
}

function summaryOf(study: StudyArea, parameters: ScanParameters, places: ComparedPlaces): ScanSummary {
  const { cases, controls, counted, areaKind, ids } = places;
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const n = sum(cases);
  const summary = emptyScan(study, parameters, n, null);
  const outside = study.incidents.ids.length - n;
  if (counted === null && outside > 0) summary.warnings.push({ code: 'outside_areas', value: outside });
  const more = counted === null ? {} : pickCommon(study, counted);
  return { ...summary, ...more, areaKind, places: ids.length, controls: sum(controls) };
}

function pickCommon(study: StudyArea, counted: CountedCells) {
  const { outside, warnings, bounds, cell } = commonSummary(study, counted, null);
  return { outside, warnings, bounds, cell };
}

function scanned(
  study: StudyArea,
  parameters: ScanParameters,
  places: ComparedPlaces,
  summary: ScanSummary,
  checkpoint: Checkpoint,
): Finding {
  const { maxShare, permutations, seed, level, on } = parameters;
  const { x, y, cases, controls: beside } = places;
  const points = { x, y };
  const options = {
    model: 'bernoulli',
    share: maxShare,
    minimum: FEWEST_IN_CLUSTER,
    permutations,
    seed,
    clusters: MOST_CLUSTERS,
  } as const;
  const progress = (done: number) => checkpoint(0.1 + 0.8 * done);
  const scan = scanOrRefuse(
    () =>
      study.sharing({ ask: 'scan', points, cases, beside, options }, (otherHalf) =>
        scanStatistic(points, cases, beside, { ...options, progress, otherHalf }),
      ),
    on === 'cells' && parameters.cell !== 'auto' ? ' Larger cells help: automatic ones always fit.' : '',
  );
  checkpoint(0.9);
  const found = scan.clusters.filter((one, i) => isListed(one, i, level));
  const clusters = found.map((one, i): ScanCluster => {
    // A single area is drawn as a circle as large as the area; a circle of cells reaches to their edges.
    const reach = on === 'cells' || one.radius === 0 ? places.reach(one.centre) : 0;
    const risk = relativeRisk(one.cases, one.expected, scan.cases);
    return {
      ...describeCircle(study, places, one, i + 1, level, reach),
      relativeRisk: Number.isFinite(risk) ? risk : null,
      controls: one.population - one.cases,
    };
  });
  return {
    summary: { ...summary, clusters },
    ...(places.counted === null ? {} : { grid: places.counted.grid }),
    rows: on === 'areas' ? 'area' : 'cell',
    columns: columnsOf(study, places, scan, ranksOfPlaces(places.ids.length, found, clusters)),
    naming: { list: 'clusters', incidents: incidentsOfCircles(study.incidents.ids, places.of, found) },
  };
}

function columnsOf(
  { incidents }: StudyArea,
  { ids, x, y, cases, controls }: ComparedPlaces,
  scan: Scan,
  ranks: Uint32Array,
): Finding['columns'] {
  const { lon, lat } = toDegrees(incidents.plane, x, y);
  const share = scan.cases / scan.population;
  return [
    { name: 'place', data: ids },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'count', data: Uint32Array.from(cases) },
    { name: 'controls', data: controls, nullable: true },
    { name: 'expected', data: cases.map((own, i) => (own + controls[i]) * share), nullable: true },
    { name: 'cluster', data: ranks },
  ];
}
