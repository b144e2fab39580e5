import { robustSilvermanBandwidth } from '../../analysis/bandwidth.ts';
import { cellCentres, cellsOf, type Grid, type PlacedGrid, steps } from '../../analysis/grid.ts';
import { HIT_RATE_FLOOR, type HitRate, hitRate, winners } from '../../analysis/hit-rate.ts';
import { MISSING } from '../../analysis/incident-columns.ts';
import { type KernelDensityOptions, kernelDensity } from '../../analysis/kernel-density.ts';
import { localGiOfGrid } from '../../analysis/local-gi-star.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import type { HitRateParameters, HitRateSummary, MapScore, TooFew } from './contract.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { isoOf } from './local-time.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const MOST_HELD = 91;
const YEAR = 364;
const CURVE_POINTS = 100;

type MapName = MapScore['map'];

export function runHitRate(study: StudyArea, parameters: HitRateParameters, checkpoint: Checkpoint): Finding {
  const laid = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.1);
  const times = incidentTimes(study, parameters.timezone);
  if (laid === null || times === null) {
    const reason = laid === null || laid.n === 0 ? 'no_incidents' : 'no_times';
    const common = commonSummary(study, null, { reason, found: 0, floor: HIT_RATE_FLOOR });
    return { summary: { ...common, ...nothingJudged(parameters) }, columns: [] };
  }
  const split = splitOf(parameters, times);
  const past = partOf(study, laid, split.start, split.middle);
  checkpoint(0.15);
  const future = partOf(study, laid, split.middle, split.end);
  const tooFew = floor(past.n, future.n);
  checkpoint(0.2);
  const maps =
    tooFew === null ? mapsOf(study, laid, past, split, (done) => checkpoint(0.2 + 0.5 * done)) : [];
  const scores = maps.map(({ values }, k) => {
    checkpoint(0.7 + 0.05 * k);
    return hitRate(
      { observed: future.counts, predicted: values },
      { shares: parameters.shares, ties: 'fewest', predictedIsCount: false },
    );
  });
  checkpoint(0.9);
  const counted = { ...laid, counts: past.byCell, n: past.n };
  return {
    summary: summaryOf(study, parameters, { counted, past, future, split, times, maps, scores, tooFew }),
    grid: laid.grid,
    columns: [...cellColumns(counted), ...mapColumns(maps, future)],
  };
}

interface Split {
  /** Minutes. */
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  /** The window of the held-out period a year before; null when the maps did not see all of it. */
  readonly yearBefore: readonly [number, number] | null;
}

function splitOf({ holdDays }: HitRateParameters, { firstDay, endDay, local }: IncidentTimes): Split {
  const span = endDay - firstDay;
  const held = holdDays === 'auto' ? Math.max(1, Math.min(MOST_HELD, Math.round(span / 10))) : holdDays;
  if (held >= span)
    throw new Refused(
      `The data span ${span} days: nothing is left to make maps of when ${held} are held out. Hold out fewer days.`,
    );
  const cut = endDay - held;
  const early: [number, number] = [local.startOf(cut - YEAR), local.startOf(endDay - YEAR)];
  return {
    start: local.startOf(firstDay),
    middle: local.startOf(cut),
    end: local.startOf(endDay),
    yearBefore: held <= YEAR && cut - YEAR >= firstDay ? early : null,
  };
}

/** The incidents of a time that lie in the cells. */
interface Part {
  readonly rows: Uint32Array;
  readonly n: number;
  /** One entry every cell of the grid, and one entry every cell of the region. */
  readonly byCell: Float64Array;
  readonly counts: Float64Array;
}

function partOf(study: StudyArea, { grid, active, cells }: CountedCells, from: number, to: number): Part {
  const { points, from: minutes } = study.incidents;
  const cellOf = cellsOf(grid, points);
  const byCell = new Float64Array(active.length);
  const rows: number[] = [];
  for (let i = 0; i < minutes.length; i++) {
    if (minutes[i] === MISSING || minutes[i] < from || minutes[i] >= to) continue;
    if (cellOf[i] < 0 || active[cellOf[i]] === 0) continue;
    byCell[cellOf[i]]++;
    rows.push(i);
  }
  const counts = Float64Array.from(cells, (cell) => byCell[cell]);
  return { rows: Uint32Array.from(rows), n: rows.length, byCell, counts };
}

function floor(past: number, future: number): TooFew | null {
  if (past + future === 0) return { reason: 'no_incidents', found: 0, floor: HIT_RATE_FLOOR };
  const least = Math.min(past, future);
  return least < HIT_RATE_FLOOR ? { reason: 'too_few_incidents', found: least, floor: HIT_RATE_FLOOR } : null;
}

interface DrawnMap {
  readonly map: MapName;
  /** One entry a cell of the region. */
  readonly values: Float64Array;
}

function mapsOf(
  study: StudyArea,
  laid: CountedCells,
  past: Part,
  { yearBefore }: Split,
  progress: Checkpoint,
): DrawnMap[] {
  const maps: DrawnMap[] = [{ map: 'counts', values: past.counts }];
  maps.push({ map: 'density', values: densityOf(study, laid, past, (done) => progress(0.8 * done)) });
  progress(0.9);
  const gi = localGiOfGrid(past.byCell, laid.grid, laid.active, {
    includeSelf: true,
    level: 0.05,
    correction: 'none',
  });
  if (!gi.z.every(Number.isNaN))
    maps.push({ map: 'gi-star', values: gi.z.map((z) => (Number.isNaN(z) ? Number.MIN_SAFE_INTEGER : z)) });
  progress(0.95);
  if (yearBefore !== null) {
    const season = partOf(study, laid, ...yearBefore);
    if (season.n >= HIT_RATE_FLOOR) maps.push({ map: 'same-season', values: season.counts });
  }
  return maps;
}

function densityOf(
  study: StudyArea,
  { grid, cells }: CountedCells,
  past: Part,
  progress: Checkpoint,
): Float64Array {
  const { x, y } = study.incidents.points;
  const points: PointSet = {
    x: Float64Array.from(past.rows, (i) => x[i]),
    y: Float64Array.from(past.rows, (i) => y[i]),
  };
  progress(0);
  const bandwidth = Math.max(grid.cell, Math.round(robustSilvermanBandwidth(points)));
  const options = { kernel: 'quartic' as const, bandwidth, progress };
  if (grid.shape === 'hexagon') return densityOfHexagons(points, grid, cells, options);
  const density = kernelDensity(points, grid, options);
  return Float64Array.from(cells, (cell) => density[cell]);
}

/** Straight between the four nearest centres of squares half as wide: the surface bends far less than that. */
function densityOfHexagons(
  points: PointSet,
  grid: PlacedGrid,
  cells: Uint32Array,
  options: KernelDensityOptions,
): Float64Array {
  const { width, corner } = steps(grid);
  const side = grid.cell / 2;
  const squares: Grid = {
    shape: 'square',
    cell: side,
    columns: Math.ceil(((grid.columns + 0.5) * width) / side) + 2,
    rows: Math.ceil(((3 * grid.rows + 1) * corner) / side) + 2,
    x0: grid.x0 - side,
    y0: grid.y0 - side,
  };
  const density = kernelDensity(points, squares, options);
  options.progress?.(1);
  const centres = cellCentres(grid, cells);
  return centres.x.map((x, i) => {
    const column = (x - squares.x0) / side - 0.5;
    const row = (centres.y[i] - squares.y0) / side - 0.5;
    const at = Math.floor(row) * squares.columns + Math.floor(column);
    const [right, up] = [column % 1, row % 1];
    const below = density[at] * (1 - right) + density[at + 1] * right;
    const above = density[at + squares.columns] * (1 - right) + density[at + squares.columns + 1] * right;
    return below * (1 - up) + above * up;
  });
}

function nothingJudged({ shape, holdDays, shares }: HitRateParameters) {
  return {
    shape,
    seen: null,
    heldOut: null,
    holdRule: holdDays === 'auto' ? ('auto' as const) : ('chosen' as const),
    shares,
    maps: [],
    winners: [],
  };
}

interface Judged {
  readonly counted: CountedCells;
  readonly past: Part;
  readonly future: Part;
  readonly split: Split;
  readonly times: IncidentTimes;
  readonly maps: readonly DrawnMap[];
  readonly scores: readonly HitRate[];
  readonly tooFew: TooFew | null;
}

function summaryOf(study: StudyArea, parameters: HitRateParameters, judged: Judged): HitRateSummary {
  const { counted, past, future, split, times, maps, scores, tooFew } = judged;
  const common = commonSummary(study, counted, tooFew);
  if (times.withoutTime > 0) common.warnings.push({ code: 'without_time', value: times.withoutTime });
  const missing = tooFew === null ? ALL_MAPS - maps.length : 0;
  if (missing > 0) common.warnings.push({ code: 'maps_left_out', value: missing });
  return {
    ...common,
    ...nothingJudged(parameters),
    seen: { from: isoOf(split.start), to: isoOf(split.middle), incidents: past.n },
    heldOut: { from: isoOf(split.middle), to: isoOf(split.end), incidents: future.n },
    maps: scores.map((score, k) => scoreOf(maps[k].map, score, counted.cells.length)),
    winners: scores.length < 2 ? [] : winnersOf(maps, scores),
  };
}

const ALL_MAPS = 4;

function scoreOf(map: MapName, { at, cumulative, incidents }: HitRate, cells: number): MapScore {
  const step = Math.max(1, Math.ceil(cells / CURVE_POINTS));
  const kept = Array.from(cumulative.share.keys()).filter((k) => k % step === step - 1 || k === cells - 1);
  return {
    map,
    at: at.map(({ share, hits, pai, pei }) => ({
      share,
      cells: share * cells,
      hits,
      hitRate: incidents === 0 ? 0 : hits / incidents,
      pai: pai ?? 0,
      pei,
    })),
    curve: {
      area: [0, ...kept.map((k) => cumulative.share[k])],
      hits: [0, ...kept.map((k) => cumulative.pai[k] * cumulative.share[k])],
    },
  };
}

function winnersOf(maps: readonly DrawnMap[], scores: readonly HitRate[]): HitRateSummary['winners'] {
  return winners(scores).map(({ share, winner, margin, hits }) => {
    const order = [...hits.keys()].sort((a, b) => hits[b] - hits[a] || a - b);
    return {
      share,
      map: winner === null ? null : maps[winner].map,
      lead: margin,
      next: maps[order[1]].map,
    };
  });
}

function mapColumns(maps: readonly DrawnMap[], future: Part): Finding['columns'] {
  const columnOf = (wanted: MapName) => {
    const values = maps.find(({ map }) => map === wanted)?.values;
    if (values === undefined) return new Float64Array(future.counts.length).fill(NaN);
    return values.map((value) => (value === Number.MIN_SAFE_INTEGER ? NaN : value));
  };
  return [
    { name: 'observed', data: Uint32Array.from(future.counts) },
    { name: 'counts', data: columnOf('counts'), nullable: true },
    { name: 'density', data: columnOf('density'), nullable: true },
    { name: 'giStar', data: columnOf('gi-star'), nullable: true },
    { name: 'sameSeason', data: columnOf('same-season'), nullable: true },
  ];
}
