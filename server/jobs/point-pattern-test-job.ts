import { MISSING } from '../../analysis/incident-columns.ts';
import type { Period } from '../../analysis/period-counts.ts';
import {
  POINT_PATTERN_FLOOR,
  type PointPattern,
  pointPatternTest,
} from '../../analysis/point-pattern-test.ts';
import { type ComparedPlaces, comparedAreas, comparedCells } from './compared-places.ts';
import type {
  MovedPlace,
  PointPatternTestParameters,
  PointPatternTestSummary,
  RunWarning,
  TooFew,
} from './contract.ts';
import { incidentsOfGroups } from './hotspots.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding, ResultColumn } from './task.ts';
import { lengthsOf, type Periods, periodsOf, usedPeriod } from './two-periods.ts';

const LISTED = 200;
const INCIDENTS_A_TURN = 65_536;

export function runPointPatternTest(
  study: StudyArea,
  parameters: PointPatternTestParameters,
  checkpoint: Checkpoint,
): Finding {
  const times = incidentTimes(study, parameters.timezone);
  checkpoint(0.05);
  const periods = times === null ? null : periodsOf(parameters.periods, times);
  if (times === null || periods === null) return nothing(study, parameters, nothingToCompare(study, times));
  lengthsOf(periods);
  const halves = halvesOf(study, periods, (done) => checkpoint(0.05 + 0.05 * done));
  const places =
    parameters.on === 'areas'
      ? comparedAreas(study, parameters, (done) => checkpoint(0.1 + 0.6 * done))
      : comparedCells(study, parameters, Math.min(halves.before, halves.after));
  if (places === null) return nothing(study, parameters, nothingToCompare(study, times));
  checkpoint(0.7);
  const counted = countPlaces(places, halves);
  const { level, correction } = parameters;
  const pattern = pointPatternTest(counted.before, counted.after, { level, correction });
  checkpoint(0.85);
  const tooFew = floor(pattern);
  const moved = tooFew === null ? movedPlaces(places, counted, pattern) : [];
  const answer = { times, periods, places, counted, pattern, tooFew, moved };
  return {
    summary: summaryOf(study, parameters, answer),
    ...(places.cells === null ? { rows: 'area' } : { grid: places.cells.grid }),
    columns: [
      ...places.columns(counted.before.map((count, i) => count + counted.after[i])),
      ...patternColumns(counted, pattern, tooFew !== null),
    ],
    ...namingOf(study, places, moved.slice(0, LISTED)),
  };
}

/** Why there are no two periods. */
function nothingToCompare({ incidents }: StudyArea, times: IncidentTimes | null): TooFew {
  if (incidents.ids.length === 0) return { reason: 'no_incidents', found: 0, floor: POINT_PATTERN_FLOOR };
  if (times === null) return { reason: 'no_times', found: 0, floor: POINT_PATTERN_FLOOR };
  return { reason: 'too_few_periods', found: 1, floor: 2 };
}

/** The period of each incident: 1 before, 2 after, 0 neither. */
interface Halves {
  readonly of: Uint8Array;
  readonly before: number;
  readonly after: number;
}

function halvesOf({ incidents }: StudyArea, { before, after }: Periods, progress: Checkpoint): Halves {
  const { from } = incidents;
  const of = new Uint8Array(from.length);
  const sums = [0, 0, 0];
  const within = (minute: number, { start, end }: Period) => minute >= start && minute < end;
  for (let i = 0; i < from.length; i++) {
    if (i % INCIDENTS_A_TURN === 0) progress(i / from.length);
    if (from[i] === MISSING) continue;
    of[i] = within(from[i], before) ? 1 : within(from[i], after) ? 2 : 0;
    sums[of[i]]++;
  }
  return { of, before: sums[1], after: sums[2] };
}

/** One entry a place. */
interface CountedPlaces {
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Incidents with a time in neither period; in one of them, but in no place. */
  readonly otherTimes: number;
  readonly elsewhere: number;
}

function countPlaces({ n, of }: ComparedPlaces, halves: Halves): CountedPlaces {
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  let inPeriods = 0;
  let elsewhere = 0;
  for (let i = 0; i < of.length; i++) {
    if (halves.of[i] === 0) continue;
    inPeriods++;
    if (of[i] < 0) elsewhere++;
    else if (halves.of[i] === 1) before[of[i]]++;
    else after[of[i]]++;
  }
  return { before, after, otherTimes: of.length - inPeriods, elsewhere };
}

function floor({ n, totalBefore, totalAfter }: PointPattern): TooFew | null {
  if (totalBefore + totalAfter === 0) return { reason: 'no_incidents', found: 0, floor: POINT_PATTERN_FLOOR };
  const least = Math.min(totalBefore, totalAfter);
  if (least < POINT_PATTERN_FLOOR)
    return { reason: 'too_few_incidents', found: least, floor: POINT_PATTERN_FLOOR };
  return n < 2 ? { reason: 'too_few_places', found: n, floor: 2 } : null;
}

/** All places whose share changed, the one that changed most first. */
function movedPlaces(
  places: ComparedPlaces,
  { before, after }: CountedPlaces,
  { shareBefore, shareAfter, q, classes }: PointPattern,
): MovedPlace[] {
  const by = (place: number) => Math.abs(shareAfter[place] - shareBefore[place]);
  const found = Array.from(classes.keys()).filter((place) => classes[place] !== 0);
  return found
    .sort((a, b) => by(b) - by(a) || a - b)
    .map((place, k) => ({
      rank: k + 1,
      ...places.where(place),
      incidents: before[place] + after[place],
      before: before[place],
      after: after[place],
      shareBefore: shareBefore[place],
      shareAfter: shareAfter[place],
      direction: classes[place] > 0 ? 1 : -1,
      q: q[place],
    }));
}

/** Areas have their names; cells are named by what lies in them. */
function namingOf(study: StudyArea, { cells }: ComparedPlaces, moved: readonly MovedPlace[]) {
  if (cells === null) return {};
  const groups = moved.map(({ place }) => [place]);
  return { naming: { list: 'moved' as const, incidents: incidentsOfGroups(study, cells, groups) } };
}

function nothing(study: StudyArea, parameters: PointPatternTestParameters, tooFew: TooFew): Finding {
  return { summary: { ...pointSummary(study, 0, tooFew), ...unanswered(parameters) }, columns: [] };
}

function unanswered({ on, periods, level, correction }: PointPatternTestParameters) {
  const periodsRule: PointPatternTestSummary['periodsRule'] = periods === 'auto' ? 'auto' : 'chosen';
  return {
    on,
    cell: null,
    shape: null,
    areaKind: null,
    level,
    correction,
    before: null,
    after: null,
    periodsRule,
    places: 0,
    compared: 0,
    larger: 0,
    smaller: 0,
    similarity: null,
    similarityOfAll: null,
    moved: [],
  };
}

interface Answer {
  readonly times: IncidentTimes;
  readonly periods: Periods;
  readonly places: ComparedPlaces;
  readonly counted: CountedPlaces;
  readonly pattern: PointPattern;
  readonly tooFew: TooFew | null;
  readonly moved: readonly MovedPlace[];
}

function summaryOf(
  study: StudyArea,
  parameters: PointPatternTestParameters,
  { times, periods, places, counted, pattern, tooFew, moved }: Answer,
): PointPatternTestSummary {
  const { totalBefore, totalAfter, n, similarity } = pattern;
  const common = pointSummary(study, totalBefore + totalAfter, tooFew);
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) common.warnings.push({ code, value });
  };
  warn('without_time', times.withoutTime);
  warn('outside_periods', counted.otherTimes - times.withoutTime);
  warn(places.cells === null ? 'outside_areas' : 'outside_region', counted.elsewhere);
  const small = pattern.warnings.find(({ code }) => code === 'small_expected');
  if (tooFew === null) warn('small_expected', small?.value ?? 0);
  if (moved.length > LISTED) warn('list_shortened', moved.length);
  const larger = moved.filter(({ direction }) => direction > 0).length;
  return {
    ...common,
    outside: common.outside + counted.elsewhere,
    ...unanswered(parameters),
    cell: places.cells?.grid.cell ?? null,
    shape: places.cells?.grid.shape ?? null,
    areaKind: places.kind,
    before: usedPeriod(periods.before, totalBefore),
    after: usedPeriod(periods.after, totalAfter),
    places: places.n,
    compared: n,
    larger,
    smaller: moved.length - larger,
    similarity: tooFew === null ? similarity : null,
    similarityOfAll: tooFew === null ? 1 - moved.length / places.n : null,
    moved: moved.slice(0, LISTED),
  };
}

function patternColumns(
  { before, after }: CountedPlaces,
  { shareBefore, shareAfter, p, q, classes }: PointPattern,
  tooFew: boolean,
): ResultColumn[] {
  const said = (values: Float64Array) => (tooFew ? new Float64Array(values.length).fill(NaN) : values);
  return [
    { name: 'before', data: Uint32Array.from(before) },
    { name: 'after', data: Uint32Array.from(after) },
    { name: 'shareBefore', data: shareBefore, nullable: true },
    { name: 'shareAfter', data: shareAfter, nullable: true },
    { name: 'p', data: said(p), nullable: true },
    { name: 'q', data: said(q), nullable: true },
    { name: 'class', data: tooFew ? new Int8Array(classes.length) : classes },
  ];
}
