import { contiguousGroups } from '../../analysis/cell-groups.ts';
import { EMERGING_LABELS, emergingHotspots } from '../../analysis/emerging-hotspots.ts';
import { cellsOf } from '../../analysis/grid.ts';
import { type GridPlaces, gridPlaces } from '../../analysis/grid-neighbours.ts';
import {
  DOCUMENTED_RULE,
  HOTSPOT_LABELS,
  hotspotClassification,
} from '../../analysis/hotspot-classification.ts';
import { MISSING } from '../../analysis/incident-columns.ts';
import { LOCAL_GI_FLOOR } from '../../analysis/local-gi-star.ts';
import { automaticPeriod, type PeriodCounts, periodCounts } from '../../analysis/period-counts.ts';
import { cellFloor } from './cell-floor.ts';
import type {
  EmergingHotspotsParameters,
  EmergingHotspotsSummary,
  EmergingPatch,
  RunWarning,
  TooFew,
} from './contract.ts';
import { describePatch, incidentsOfGroups, ranked } from './hotspots.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { isoOf } from './local-time.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused, type ResultColumn } from './task.ts';

const FEWEST_PERIODS = 4;
const MOST_PERIODS = 120;
/** Scores of cells in periods: more would fill the memory. */
const MOST_SCORES = 4_000_000;
const PATCHES_LISTED = 200;
const STEPS_BACK = 1;

export function runEmergingHotspots(
  study: StudyArea,
  parameters: EmergingHotspotsParameters,
  checkpoint: Checkpoint,
): Finding {
  const laid = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.1);
  const times = incidentTimes(study, parameters.timezone);
  if (laid === null || times === null) {
    const reason = laid === null || laid.n === 0 ? 'no_incidents' : 'no_times';
    return nothing(study, parameters, { reason, found: 0, floor: LOCAL_GI_FLOOR });
  }
  const periods = periodsOf(parameters, times);
  if (periods.count < FEWEST_PERIODS)
    return nothing(study, parameters, {
      reason: 'too_few_periods',
      found: periods.count,
      floor: FEWEST_PERIODS,
    });
  requireSize(laid.cells.length, periods.count, times.endDay - times.firstDay);
  const cube = cubeOf(study, laid, periods, times, (done) => checkpoint(0.1 + 0.2 * done));
  checkpoint(0.3);
  const patterns = patternsOf(cube, parameters, (done) => checkpoint(0.3 + 0.5 * done));
  const tooFew = floor(cube, patterns);
  checkpoint(0.8);
  const patches = tooFew === null ? patchesOf(cube.counted, patterns) : [];
  checkpoint(0.85);
  const groups = patches.map(({ cells }) => cells);
  const incidents = incidentsOfGroups(study, cube.counted, groups);
  const columns = patternColumns(cube, patterns, tooFew !== null, (done) => checkpoint(0.88 + 0.07 * done));
  return {
    summary: { ...summaryOf(study, parameters, cube, patterns, periods, tooFew), patches },
    grid: laid.grid,
    columns: [...cellColumns(cube.counted), ...columns],
    naming: { list: 'patches', incidents },
  };
}

interface Periods {
  readonly days: number;
  readonly count: number;
  /** Minutes: period k is [edges[k], edges[k + 1]). */
  readonly edges: Float64Array;
}

/** Whole periods, counted back from the end so that the last one is complete. */
function periodsOf({ periodDays }: EmergingHotspotsParameters, times: IncidentTimes): Periods {
  const span = times.endDay - times.firstDay;
  const days = periodDays === 'auto' ? Math.round(automaticPeriod(span)) : periodDays;
  const count = Math.floor(span / days);
  if (count > MOST_PERIODS)
    throw new Refused(
      `Periods of ${days} days would be ${count} in number; at most ${MOST_PERIODS} can be shown. Choose longer periods, or a shorter time.`,
    );
  const first = times.endDay - count * days;
  const edges = Float64Array.from({ length: count + 1 }, (_, k) => times.local.startOf(first + k * days));
  return { days, count, edges };
}

function requireSize(cells: number, periods: number, span: number): void {
  if (cells * periods <= MOST_SCORES) return;
  const days = Math.ceil(span / Math.floor(MOST_SCORES / cells));
  throw new Refused(
    `${periods} periods in ${cells} cells are too many. Choose larger cells, or periods of at least ${days} days.`,
  );
}

interface Cube {
  readonly counted: CountedCells;
  readonly places: GridPlaces;
  /** Entry period × places + place. */
  readonly counts: Float64Array;
  readonly byPeriod: readonly number[];
  readonly warnings: readonly RunWarning[];
}

function cubeOf(
  study: StudyArea,
  laid: CountedCells,
  { edges, count }: Periods,
  times: IncidentTimes,
  progress: Checkpoint,
): Cube {
  const { points, from } = study.incidents;
  const places = gridPlaces(laid.grid, laid.active);
  progress(0.2);
  const size = places.cells.length;
  const placeOf = cellsOf(laid.grid, points).map((cell) => (cell < 0 ? -1 : places.placeOf[cell]));
  progress(0.5);
  const found: PeriodCounts = periodCounts(placeOf, from, edges, size);
  progress(0.8);
  const counts = new Float64Array(laid.counts.length);
  const byPeriod = new Array<number>(count).fill(0);
  for (let period = 0; period < count; period++)
    for (let place = 0; place < size; place++) {
      const some = found.counts[period * size + place];
      counts[places.cells[place]] += some;
      byPeriod[period] += some;
    }
  const warnings: RunWarning[] = [];
  if (times.withoutTime > 0) warnings.push({ code: 'without_time', value: times.withoutTime });
  const before = laid.n - found.n - countTimeless(placeOf, from);
  if (before > 0) warnings.push({ code: 'unfinished_period', value: before });
  return { counted: { ...laid, counts, n: found.n }, places, counts: found.counts, byPeriod, warnings };
}

function countTimeless(placeOf: Int32Array, from: Int32Array): number {
  let timeless = 0;
  for (let i = 0; i < from.length; i++) if (placeOf[i] >= 0 && from[i] === MISSING) timeless++;
  return timeless;
}

function floor({ counted, places }: Cube, { z }: Patterns): TooFew | null {
  const few = cellFloor(counted);
  if (few !== null) return few;
  // Where every cell is a neighbour of every other none of them stands out.
  const size = counted.cells.length;
  const everyPair = places.lists.list.length === size * (size - 1);
  if (size < 2 || everyPair || z.every(Number.isNaN))
    return { reason: 'too_few_cells', found: size, floor: 2 };
  return null;
}

interface Patterns {
  readonly names: readonly EmergingPatch['label'][];
  readonly labels: Uint8Array;
  /** Entry place × periods + period. */
  readonly strips: Int8Array;
  readonly z: Float64Array;
  readonly trend: Float64Array | null;
  readonly trendP: Float64Array | null;
  readonly warnings: readonly RunWarning[];
}

function patternsOf(
  { counts, places }: Cube,
  { rule, level, correction }: EmergingHotspotsParameters,
  progress: Checkpoint,
): Patterns {
  if (rule === 'trend') {
    const found = emergingHotspots(counts, places.lists, {
      stepsBack: STEPS_BACK,
      level,
      correction,
      progress,
    });
    return { ...found, names: EMERGING_LABELS, warnings: knownWarnings(found.warnings) };
  }
  const options = { ...DOCUMENTED_RULE, level, correction, progress };
  const found = hotspotClassification(counts, places.lists, options);
  const { labels, strips, z } = found;
  const warnings = knownWarnings(found.warnings);
  return { names: HOTSPOT_LABELS, labels, strips, z, trend: null, trendP: null, warnings };
}

function knownWarnings(warnings: readonly { code: string; value: number }[]): RunWarning[] {
  return warnings.flatMap(({ code, value }): RunWarning[] => {
    if (code === 'few_steps' || code === 'few_periods') return [{ code: 'few_periods', value }];
    return code === 'empty_steps' || code === 'empty_periods' ? [{ code: 'empty_periods', value }] : [];
  });
}

function patchesOf(counted: CountedCells, { labels, names }: Patterns): EmergingPatch[] {
  const patches = names.flatMap((label, code) => {
    if (code === 0) return [];
    const cells = Array.from(counted.cells).filter((_, i) => labels[i] === code);
    return contiguousGroups(counted.grid, cells).map((group) => ({
      ...describePatch(counted, group, (cell) => counted.counts[cell]),
      label,
    }));
  });
  return ranked(patches).slice(0, PATCHES_LISTED);
}

function rulesOf({ shape, rule, level, correction, periodDays }: EmergingHotspotsParameters) {
  const periodRule: EmergingHotspotsSummary['periodRule'] = periodDays === 'auto' ? 'auto' : 'chosen';
  return { shape, rule, level, correction, periodRule };
}

function nothing(study: StudyArea, parameters: EmergingHotspotsParameters, tooFew: TooFew): Finding {
  const summary: EmergingHotspotsSummary = {
    ...commonSummary(study, null, tooFew),
    ...rulesOf(parameters),
    periodDays: null,
    periods: [],
    labels: [],
    patches: [],
  };
  return { summary, columns: [] };
}

function summaryOf(
  study: StudyArea,
  parameters: EmergingHotspotsParameters,
  { counted, byPeriod, warnings }: Cube,
  patterns: Patterns,
  { days, edges }: Periods,
  tooFew: TooFew | null,
): EmergingHotspotsSummary {
  const common = commonSummary(study, counted, tooFew);
  const cells = new Array<number>(patterns.names.length).fill(0);
  for (const label of patterns.labels) cells[tooFew === null ? label : 0]++;
  return {
    ...common,
    warnings: [...common.warnings, ...warnings, ...patterns.warnings],
    ...rulesOf(parameters),
    periodDays: days,
    periods: byPeriod.map((incidents, k) => ({
      from: isoOf(edges[k]),
      to: isoOf(edges[k + 1]),
      incidents,
    })),
    labels: patterns.names.map((label, code) => ({ label, cells: cells[code] })),
    patches: [],
  };
}

function patternColumns(
  cube: Cube,
  patterns: Patterns,
  tooFew: boolean,
  progress: Checkpoint,
): ResultColumn[] {
  const size = cube.places.cells.length;
  const periods = cube.byPeriod.length;
  const nulls = () => new Float64Array(size).fill(NaN);
  const last = Float64Array.from({ length: size }, (_, i) => patterns.z[i * periods + periods - 1]);
  const columns: ResultColumn[] = [
    { name: 'label', data: tooFew ? new Int8Array(size) : Int8Array.from(patterns.labels) },
    { name: 'z', data: tooFew ? nulls() : last, nullable: true },
    { name: 'trend', data: tooFew ? nulls() : (patterns.trend ?? nulls()), nullable: true },
    { name: 'trendP', data: tooFew ? nulls() : (patterns.trendP ?? nulls()), nullable: true },
  ];
  for (let k = 0; k < periods; k++) {
    progress(k / periods / 2);
    const strip = Int8Array.from({ length: size }, (_, i) => (tooFew ? 0 : patterns.strips[i * periods + k]));
    columns.push({ name: `s${k}`, data: strip });
  }
  for (let k = 0; k < periods; k++) {
    progress(0.5 + k / periods / 2);
    columns.push({ name: `n${k}`, data: countsOf(cube.counts.subarray(k * size, (k + 1) * size)) });
  }
  return columns;
}

/** Two bytes are enough for all but monstrous cells. */
function countsOf(counts: Float64Array): Uint16Array | Uint32Array {
  return counts.every((count) => count < 65_536) ? Uint16Array.from(counts) : Uint32Array.from(counts);
}
