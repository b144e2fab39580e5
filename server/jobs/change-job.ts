import { contiguousGroups } from '../../analysis/cell-groups.ts';
import { CHANGE_FLOOR, type ChangeMap, changeMap } from '../../analysis/change-map.ts';
import { cellsOf } from '../../analysis/grid.ts';
import { type Period, periodCounts } from '../../analysis/period-counts.ts';
import type { ChangeParameters, ChangePatch, ChangeSummary, RunWarning, TooFew } from './contract.ts';
import { describePatch, incidentsOfGroups, ranked, valueOfCell } from './hotspots.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused, type ResultColumn } from './task.ts';
import { lengthsOf, type Periods, periodsOf, usedPeriod } from './two-periods.ts';

export function runChange(study: StudyArea, parameters: ChangeParameters, checkpoint: Checkpoint): Finding {
  const counted = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.2);
  const times = incidentTimes(study, parameters.timezone);
  const periods = times === null ? null : periodsOf(parameters.periods, times);
  if (counted === null || times === null || periods === null) {
    const tooFew = nothingToCompare(counted, times);
    return {
      summary: { ...commonSummary(study, counted, tooFew), ...nothingFound(parameters) },
      columns: [],
    };
  }
  const halves = countPeriods(study, counted, periods);
  checkpoint(0.3);
  const { daysBefore, daysAfter, warnings } = lengthsOf(periods);
  const change = changeOrRefuse(halves, parameters, daysBefore, daysAfter, (done) =>
    checkpoint(0.3 + 0.5 * done),
  );
  checkpoint(0.8);
  const tooFew = floor(halves.both.n);
  const patches = tooFew === null ? patchesOf(halves.both, change) : [];
  const groups = patches.map(({ cells }) => cells);
  checkpoint(0.9);
  const summary = summaryOf(study, parameters, halves, change, periods, tooFew);
  for (const { code, value } of warnings) summary.warnings.push({ code: code as RunWarning['code'], value });
  if (times.withoutTime > 0) summary.warnings.push({ code: 'without_time', value: times.withoutTime });
  return {
    summary: { ...summary, patches },
    grid: counted.grid,
    columns: [...cellColumns(halves.both), ...changeColumns(halves, change, tooFew !== null)],
    naming: { list: 'patches', incidents: incidentsOfGroups(study, halves.both, groups) },
  };
}

/** Why there are no two periods. */
function nothingToCompare(counted: CountedCells | null, times: IncidentTimes | null): TooFew {
  if (counted === null || counted.n === 0) return { reason: 'no_incidents', found: 0, floor: CHANGE_FLOOR };
  if (times === null) return { reason: 'no_times', found: 0, floor: CHANGE_FLOOR };
  return { reason: 'too_few_periods', found: 1, floor: 2 };
}

interface Halves {
  /** Both periods together, in the shape of the cells. */
  readonly both: CountedCells;
  /** One entry a cell of the region. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly otherTimes: number;
}

function countPeriods(study: StudyArea, counted: CountedCells, periods: Periods): Halves {
  lengthsOf(periods);
  const { grid, active, cells } = counted;
  const { points, from } = study.incidents;
  const cellOf = cellsOf(grid, points).map((cell) => (cell >= 0 && active[cell] === 1 ? cell : -1));
  const count = ({ start, end }: Period) =>
    periodCounts(cellOf, from, Float64Array.of(start, end), active.length);
  const first = count(periods.before);
  const second = count(periods.after);
  const counts = first.counts.map((value, cell) => value + second.counts[cell]);
  const n = first.n + second.n;
  return {
    both: { ...counted, counts, n },
    before: Float64Array.from(cells, (cell) => first.counts[cell]),
    after: Float64Array.from(cells, (cell) => second.counts[cell]),
    otherTimes: counted.n - n,
  };
}

function changeOrRefuse(
  { before, after }: Halves,
  { test, level, correction }: ChangeParameters,
  daysBefore: number,
  daysAfter: number,
  progress: (done: number) => void,
): ChangeMap {
  if (test === 'poisson-z' && Math.abs(daysAfter / daysBefore - 1) > 0.003)
    throw new Refused(
      'Poisson z compares periods of equal length only. Choose equal periods, or the E-test, which allows for their lengths.',
    );
  return changeMap(before, after, { test, daysBefore, daysAfter, level, correction, progress });
}

function floor(n: number): TooFew | null {
  if (n === 0) return { reason: 'no_incidents', found: 0, floor: CHANGE_FLOOR };
  return n < CHANGE_FLOOR ? { reason: 'fewer_than_30_incidents', found: n, floor: CHANGE_FLOOR } : null;
}

function patchesOf(both: CountedCells, change: ChangeMap): ChangePatch[] {
  const expectedOf = valueOfCell(both, change.expected);
  const changeOf = valueOfCell(both, change.change);
  const total = (cells: readonly number[], of: (cell: number) => number) =>
    cells.reduce((sum, cell) => sum + of(cell), 0);
  const inDirection = (direction: 1 | -1) => {
    const cells = Array.from(both.cells).filter((_, i) => change.classes[i] === direction);
    return contiguousGroups(both.grid, cells).map((group): ChangePatch => {
      const patch = describePatch(both, group, (cell) => Math.abs(changeOf(cell)));
      const expected = total(group, expectedOf);
      const after = Math.round(expected + total(group, changeOf));
      return { ...patch, direction, before: patch.incidents - after, after, expected };
    });
  };
  return ranked([...inDirection(1), ...inDirection(-1)]);
}

function nothingFound({ shape, test, level, correction, periods }: ChangeParameters) {
  return {
    shape,
    test,
    level,
    correction,
    before: null,
    after: null,
    periodsRule: periods === 'auto' ? ('auto' as const) : ('chosen' as const),
    tested: 0,
    more: 0,
    fewer: 0,
    patches: [],
  };
}

function summaryOf(
  study: StudyArea,
  parameters: ChangeParameters,
  { both, otherTimes }: Halves,
  change: ChangeMap,
  periods: Periods,
  tooFew: TooFew | null,
): ChangeSummary {
  const common = commonSummary(study, both, tooFew);
  if (otherTimes > 0) common.warnings.push({ code: 'outside_periods', value: otherTimes });
  const cellsOfClass = (wanted: number) =>
    tooFew === null ? change.classes.reduce((sum, value) => sum + (value === wanted ? 1 : 0), 0) : 0;
  return {
    ...common,
    ...nothingFound(parameters),
    before: usedPeriod(periods.before, change.totalBefore),
    after: usedPeriod(periods.after, change.totalAfter),
    tested: change.tested,
    more: cellsOfClass(1),
    fewer: cellsOfClass(-1),
  };
}

function changeColumns({ before, after }: Halves, change: ChangeMap, tooFew: boolean): ResultColumn[] {
  const score = (values: Float64Array) => (tooFew ? new Float64Array(values.length).fill(NaN) : values);
  return [
    { name: 'before', data: Uint32Array.from(before) },
    { name: 'after', data: Uint32Array.from(after) },
    { name: 'expected', data: change.expected },
    { name: 'change', data: change.change },
    { name: 'z', data: score(change.z), nullable: true },
    { name: 'p', data: score(change.p), nullable: true },
    { name: 'q', data: score(change.q), nullable: true },
    { name: 'class', data: tooFew ? new Int8Array(before.length) : change.classes },
  ];
}
