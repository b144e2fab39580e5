import { cellCentres, cellsOf } from '../../analysis/grid.ts';
import { MISSING } from '../../analysis/incident-columns.ts';
import { DRAWN_TOGETHER } from '../../analysis/permuted-table.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { MOST_SCAN_PLACES } from '../../analysis/scan-zones.ts';
import { type SpaceTimeCluster, spaceTimeScan } from '../../analysis/space-time-scan.ts';
import type { ScanCluster, ScanParameters, ScanSummary, TooFew } from './contract.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { isoOf } from './local-time.ts';
import {
  describeCircle,
  incidentsOfCircles,
  isListed,
  MOST_CLUSTERS,
  ranksOfPlaces,
} from './scan-circles.ts';
import { cellsThatFit, circlesOf, occupied } from './scan-grid.ts';
import { emptyScan, scanOrRefuse } from './scan-summary.ts';
import { type CountedCells, commonSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const AUTOMATIC_STEPS = 30;
const MOST_STEPS = 1000;
const FEWEST_STEPS = 4;
const FEWEST_PLACES = 2;
const FEWEST_IN_CLUSTER = 2;
/** Longest cluster, of all steps. */
export const LONGEST_SHARE = 0.2;
const INCIDENTS_A_TURN = 65_536;

/** Cells and time steps against each other: no population is needed. */
export function runCellScan(study: StudyArea, parameters: ScanParameters, checkpoint: Checkpoint): Finding {
  const times = incidentTimes(study, parameters.timezone);
  const none = (n: number, tooFew: TooFew): Finding => ({
    summary: emptyScan(study, parameters, n, tooFew),
    columns: [],
  });
  if (times === null) return none(0, { reason: 'no_times', found: 0, floor: FEWEST_STEPS });
  const steps = stepsOf(parameters, times);
  if (steps.count < FEWEST_STEPS)
    return none(0, { reason: 'too_few_periods', found: steps.count, floor: FEWEST_STEPS });
  const counted = cellsThatFit(
    study,
    parameters.cell,
    (cells) => workOf(cells, parameters, steps),
    checkpoint,
  );
  const placed = placedIn(study, counted, steps, () => checkpoint(0.08));
  checkpoint(0.1);
  if (placed.cells.length < FEWEST_PLACES)
    return none(placed.rows.length, {
      reason: 'too_few_places',
      found: placed.cells.length,
      floor: FEWEST_PLACES,
    });
  return scanned(study, parameters, counted, steps, placed, times, checkpoint);
}

interface Steps {
  readonly days: number;
  readonly count: number;
  /** Longest cluster. */
  readonly longest: number;
  /** Edges in minutes, one more than steps. */
  readonly edges: readonly number[];
}

/** Whole steps that end with the data. */
function stepsOf({ stepDays }: ScanParameters, { firstDay, endDay, local }: IncidentTimes): Steps {
  const span = endDay - firstDay;
  const days = stepDays === 'auto' ? Math.max(1, Math.round(span / AUTOMATIC_STEPS)) : stepDays;
  const count = Math.floor(span / days);
  if (count > MOST_STEPS)
    throw new Refused(
      `${count} time steps are too many. Choose steps of at least ${Math.ceil(span / MOST_STEPS)} days.`,
    );
  const edges = Array.from({ length: count + 1 }, (_, k) => local.startOf(endDay - (count - k) * days));
  return { days, count, longest: Math.max(1, Math.floor(count * LONGEST_SHARE)), edges };
}

/** Nanoseconds to draw a table, add up the cells of the circles and look at the circles, as if incidents lay evenly. */
function workOf(counted: CountedCells, { maxShare, permutations }: ScanParameters, { count }: Steps): number {
  const { n } = counted;
  const places = occupied(counted);
  if (places > MOST_SCAN_PLACES) return Infinity;
  const draw = 5 * Math.min(n, DRAWN_TOGETHER * places * count);
  const { added, circles } = circlesOf(places, maxShare);
  const add = added * (2 + 0.25 * count);
  const look = circles * 2 * count;
  return (draw + add + look) * (permutations + 1);
}

/** Incidents with a cell and a step. */
interface Placed {
  /** Numbers of the cells that have some. */
  readonly cells: Uint32Array;
  /** Rows among the incidents of the study, and the place (position in `cells`) and step of each. */
  readonly rows: Uint32Array;
  readonly place: Uint32Array;
  readonly step: Uint32Array;
  readonly withoutTime: number;
  readonly tooEarly: number;
}

function placedIn(
  study: StudyArea,
  { grid, active }: CountedCells,
  { edges }: Steps,
  pause: () => void,
): Placed {
  const { points, from } = study.incidents;
  const cellOf = cellsOf(grid, points);
  pause();
  const rows: number[] = [];
  const step: number[] = [];
  const used = new Uint8Array(active.length);
  let withoutTime = 0;
  let tooEarly = 0;
  for (let i = 0; i < from.length; i++) {
    if (i % INCIDENTS_A_TURN === 0) pause();
    const cell = cellOf[i];
    if (cell < 0 || active[cell] === 0) continue;
    if (from[i] === MISSING) withoutTime++;
    else if (from[i] < edges[0]) tooEarly++;
    else {
      rows.push(i);
      step.push(stepAt(edges, from[i]));
      used[cell] = 1;
    }
  }
  const cells = Uint32Array.from(used.keys()).filter((cell) => used[cell] === 1);
  const placeOf = new Uint32Array(active.length);
  cells.forEach((cell, place) => {
    placeOf[cell] = place;
  });
  return {
    cells,
    rows: Uint32Array.from(rows),
    place: Uint32Array.from(rows, (i) => placeOf[cellOf[i]]),
    step: Uint32Array.from(step),
    withoutTime,
    tooEarly,
  };
}

function stepAt(edges: readonly number[], minute: number): number {
  const count = edges.length - 1;
  const guess = Math.floor(((minute - edges[0]) / (edges[count] - edges[0])) * count);
  let step = Math.min(count - 1, Math.max(0, guess));
  while (step > 0 && minute < edges[step]) step--;
  while (step < count - 1 && minute >= edges[step + 1]) step++;
  return step;
}

function scanned(
  study: StudyArea,
  parameters: ScanParameters,
  counted: CountedCells,
  steps: Steps,
  placed: Placed,
  times: IncidentTimes,
  checkpoint: Checkpoint,
): Finding {
  const { maxShare, permutations, seed, level } = parameters;
  const points = cellCentres(counted.grid, placed.cells);
  const { place, step: period } = placed;
  const options = {
    periods: steps.count,
    duration: steps.longest,
    share: maxShare,
    minimum: FEWEST_IN_CLUSTER,
    permutations,
    seed,
    clusters: MOST_CLUSTERS,
  };
  const progress = (done: number) => checkpoint(0.1 + 0.8 * done);
  const advice =
    parameters.cell === 'auto' ? '' : ' Larger cells or longer steps help: automatic ones always fit.';
  const scan = scanOrRefuse(
    () =>
      study.sharing({ ask: 'space-time-scan', points, place, period, options }, (otherHalf) =>
        spaceTimeScan(points, place, period, { ...options, progress, otherHalf }),
      ),
    advice,
  );
  checkpoint(0.9);
  const found = scan.clusters.filter((one, i) => isListed(one, i, level));
  const clusters = found.map((one, i): ScanCluster => {
    const half = counted.grid.cell / 2;
    return { ...describeCircle(study, points, one, i + 1, level, half), ...spanOf(one, steps) };
  });
  const ids = Uint32Array.from(placed.rows, (i) => study.incidents.ids[i]);
  return {
    summary: { ...summaryOf(study, parameters, counted, steps, placed, times), clusters },
    grid: counted.grid,
    rows: 'cell',
    columns: cellScanColumns(counted, placed, ranksOfPlaces(placed.cells.length, found, clusters)),
    naming: { list: 'clusters', incidents: incidentsOfCircles(ids, placed.place, found) },
  };
}

function spanOf({ first, last }: SpaceTimeCluster, { edges }: Steps) {
  return { from: isoOf(edges[first]), to: isoOf(edges[last + 1]) };
}

function summaryOf(
  study: StudyArea,
  parameters: ScanParameters,
  counted: CountedCells,
  steps: Steps,
  placed: Placed,
  { withoutTime }: IncidentTimes,
): ScanSummary {
  const { outside, warnings, bounds } = commonSummary(study, counted, null);
  if (withoutTime > 0) warnings.push({ code: 'without_time', value: withoutTime });
  if (placed.tooEarly > 0) warnings.push({ code: 'unfinished_period', value: placed.tooEarly });
  return {
    ...emptyScan(study, parameters, placed.rows.length, null),
    outside,
    warnings,
    bounds,
    cell: counted.grid.cell,
    stepDays: steps.days,
    places: placed.cells.length,
  };
}

function cellScanColumns(
  { grid }: CountedCells,
  { cells, place }: Placed,
  ranks: Uint32Array,
): Finding['columns'] {
  const centres = cellCentres(grid, cells);
  const { lon, lat } = toDegrees(grid.plane, centres.x, centres.y);
  const counts = new Uint32Array(cells.length);
  for (const one of place) counts[one]++;
  return [
    { name: 'place', data: cells },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'count', data: counts },
    { name: 'controls', data: new Float64Array(cells.length).fill(NaN), nullable: true },
    { name: 'expected', data: new Float64Array(cells.length).fill(NaN), nullable: true },
    { name: 'cluster', data: ranks },
  ];
}
