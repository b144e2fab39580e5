import { type ChangeMap, changeMap } from '../../../analysis/change-map.ts';
import { cellsOf, type Grid } from '../../../analysis/grid.ts';
import { comparePeriods, type Period, periodCounts } from '../../../analysis/period-counts.ts';
import { pointPatternTest } from '../../../analysis/point-pattern-test.ts';
import type { PointSet } from '../../../analysis/point-set.ts';
import { counts, pickRows } from './column.ts';
import { CELL, cellColumns, countedCells, SHAPE } from './counted-cells.ts';
import { CORRECTION, LEVEL } from './local-gi-star.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, text } from './option.ts';
import { POSITION, reachable } from './positions.ts';
import { RefusedInput, WrongUsage } from './refusals.ts';
import { periodOf, TIME, type Timed, timed, timeForm } from './times.ts';

const TEST = choice(['e-test', 'poisson-z'], {
  about: 'poisson-z needs periods of equal length, the e-test does not',
  standard: 'e-test',
});

const PERIOD = (which: string) =>
  text({
    about: `start and end of the ${which} period, the end not part of it; without both, the last 52 weeks against the 52 before, or halves of the time when it is shorter`,
    standard: null,
  });

export const changeMapMethod = defineMethod({
  name: 'change-map',
  question: 'Where are there more or fewer incidents than before?',
  files: ['change-map.ts', 'period-counts.ts'],
  options: {
    ...POSITION,
    ...TIME,
    before: PERIOD('earlier'),
    after: PERIOD('later'),
    cell: CELL,
    shape: SHAPE,
    test: TEST,
    level: LEVEL,
    correction: CORRECTION,
  },
  run(values) {
    const { test, level, correction, shape } = values;
    const places = reachable(values);
    const times = timed(pickRows(values.time, places.rows), timeForm(values));
    const [before, after] = periodsOf(values, times);
    const counted = countedCells(places, values.cell, shape);
    const { grid, cells } = counted;
    const lengths = lengthsOf(before, after);
    const countsIn = (period: Period) => countedIn(places.points, grid, times, period, cells);
    const { daysBefore, daysAfter } = lengths;
    const [one, two] = [countsIn(before), countsIn(after)];
    const found = changeMap(one, two, { test, daysBefore, daysAfter, level, correction });
    const told = ({ start, end }: Period) => [times.written(start), times.written(end)];
    return {
      n: found.totalBefore + found.totalAfter,
      cells: cells.length,
      ...cellColumns(places, { ...counted, counts: bothOf(grid, cells, one, two) }),
      before: one,
      after: two,
      ...withoutNumber(found),
      parameters: {
        before: told(before),
        after: told(after),
        daysBefore,
        daysAfter,
        cell: grid.cell,
        shape,
        test,
        level,
        correction,
      },
      warnings: [...places.warnings, ...counted.warnings, ...lengths.warnings, ...found.warnings],
    };
  },
});

/** Incidents of both periods, for every cell of the grid. */
function bothOf(grid: Grid, cells: Uint32Array, one: Float64Array, two: Float64Array): Float64Array {
  const both = new Float64Array(grid.columns * grid.rows);
  cells.forEach((cell, i) => {
    both[cell] = one[i] + two[i];
  });
  return both;
}

/** Of a grid the incidents are the number that counts, not its places. */
function withoutNumber({ n, ...found }: ChangeMap): Omit<ChangeMap, 'n'> {
  return found;
}

const YEAR = 364;

function periodsOf(
  values: Parameters<typeof timeForm>[0] & {
    readonly time: Parameters<typeof timed>[0];
    readonly before: string | null;
    readonly after: string | null;
  },
  { firstDay, endDay, local }: Timed,
): [Period, Period] {
  const { before, after, time } = values;
  if ((before === null) !== (after === null))
    throw new WrongUsage('--before and --after must be given together, or neither.');
  if (before !== null && after !== null) {
    const form = timeForm(values);
    return [periodOf('before', before, time, form), periodOf('after', after, time, form)];
  }
  const half = Math.floor((endDay - firstDay) / 2);
  if (half < 1) throw new RefusedInput('All incidents are of one day: a comparison needs two periods.');
  const days = half >= YEAR ? YEAR : half >= 7 ? half - (half % 7) : half;
  const [start, middle, end] = [endDay - 2 * days, endDay - days, endDay].map(local.startOf);
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

function lengthsOf(before: Period, after: Period) {
  if (after.start < before.end)
    throw new WrongUsage('--after must begin when --before ends, or later: the periods overlap.');
  return comparePeriods(before, after);
}

/** Incidents of the period in each of these cells. */
function countedIn(
  points: PointSet,
  grid: Grid,
  { minutes }: Timed,
  { start, end }: Period,
  cells: Uint32Array,
): Float64Array {
  const all = periodCounts(
    cellsOf(grid, points),
    minutes,
    Float64Array.of(start, end),
    grid.columns * grid.rows,
  );
  return Float64Array.from(cells, (cell) => all.counts[cell]);
}

const BEFORE = column('column of the incidents of each place in the earlier period', {
  usual: ['before'],
  unit: 'incidents',
});
const AFTER = column('column of the incidents of each place in the later period', {
  usual: ['after'],
  unit: 'incidents',
});

export const changeOfCountsMethod = defineMethod({
  name: 'change-of-counts',
  question: 'Which places have more or fewer incidents than before?',
  files: ['change-map.ts'],
  options: {
    before: BEFORE,
    after: AFTER,
    'days-before': number({ about: 'length of the earlier period', unit: 'days', above: 0, standard: 1 }),
    'days-after': number({ about: 'length of the later period', unit: 'days', above: 0, standard: 1 }),
    test: TEST,
    level: LEVEL,
    correction: CORRECTION,
  },
  run(values) {
    const { test, level, correction } = values;
    return {
      ...changeMap(counts(values.before), counts(values.after), {
        test,
        level,
        correction,
        daysBefore: values['days-before'],
        daysAfter: values['days-after'],
      }),
    };
  },
});

export const pointPatternTestMethod = defineMethod({
  name: 'point-pattern-test',
  question: 'Has the pattern moved, whatever the total did?',
  files: ['point-pattern-test.ts'],
  options: {
    before: BEFORE,
    after: AFTER,
    level: LEVEL,
    correction: choice(['by', 'fdr', 'none'], {
      about: 'by: Benjamini and Yekutieli, for any dependence; fdr: Benjamini and Hochberg',
      standard: 'by',
    }),
  },
  run({ before, after, level, correction }) {
    const found = pointPatternTest(counts(before), counts(after), { level, correction });
    return { ...found, parameters: { level, correction } };
  },
});
