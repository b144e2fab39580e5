import { globalG } from '../../../analysis/global-g.ts';
import { localMoran, localMoranOfGrid } from '../../../analysis/local-moran.ts';
import { neighboursWithin } from '../../../analysis/neighbours.ts';
import { gearyC, moranI } from '../../../analysis/spatial-autocorrelation.ts';
import { cellFloor } from '../../jobs/cell-floor.ts';
import { numbersOf } from './column.ts';
import { SEED } from './concentration.ts';
import { CELL, cellColumns, countedCells, SHAPE } from './counted-cells.ts';
import { CORRECTION, LEVEL } from './local-gi-star.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, optionalColumn, whole } from './option.ts';
import { located, POSITION, reachable } from './positions.ts';
import { WrongUsage } from './refusals.ts';

const DISTANCE = 'places this near or nearer are neighbours';

export const localMoranMethod = defineMethod({
  name: 'local-moran',
  question: 'Which places are high among high, low among low, or unlike their neighbours?',
  files: ['local-moran.ts'],
  options: {
    ...POSITION,
    value: optionalColumn(
      'column of the value of each place; without it every row is an incident, counted in cells',
    ),
    distance: number({
      about: `${DISTANCE}; needed with --value`,
      unit: 'metres',
      above: 0,
      standard: null,
    }),
    cell: CELL,
    shape: SHAPE,
    permutations: whole({
      about: 'conditional permutations behind p, which cannot be below 2 / (permutations + 1)',
      min: 0,
      max: 99_999,
      standard: 9999,
    }),
    seed: SEED,
    level: LEVEL,
    correction: CORRECTION,
  },
  run(values) {
    const { value, distance, permutations, seed, level, correction } = values;
    const options = { permutations, seed, level, correction };
    if ((value === null) !== (distance === null))
      throw new WrongUsage('--value and --distance must be given together, or neither.');
    if (value !== null && distance !== null) {
      const found = localMoran(numbersOf(value), neighboursWithin(located(values).points, distance), options);
      return { ...found, parameters: { distance, ...options } };
    }
    const places = reachable(values);
    const counted = countedCells(places, values.cell, values.shape);
    const { grid, active, counts, n } = counted;
    const { cells, ...found } = localMoranOfGrid(counts, grid, active, options);
    const few = cellFloor(counted);
    const alone = found.neighbours.every((number) => number === cells.length - 1);
    const floor = few
      ? [{ code: few.reason, value: few.found ?? 0 }]
      : alone
        ? [{ code: 'too_few_cells', value: cells.length }]
        : [];
    return {
      ...found,
      ...(floor.length > 0 && {
        p: found.p.map(() => NaN),
        q: found.q.map(() => NaN),
        classes: found.classes.map(() => 0),
      }),
      n,
      cells: cells.length,
      ...cellColumns(places, counted),
      parameters: { cell: grid.cell, shape: values.shape, ...options },
      warnings: [...places.warnings, ...counted.warnings, ...floor, ...found.warnings],
    };
  },
});

export const spatialAutocorrelationMethod = defineMethod({
  name: 'spatial-autocorrelation',
  question: 'Are neighbours alike, over all places?',
  files: ['spatial-autocorrelation.ts', 'global-g.ts'],
  options: {
    ...POSITION,
    value: column('column of the value of each place', { usual: ['value'] }),
    distance: number({ about: DISTANCE, unit: 'metres', above: 0 }),
    statistic: choice(['moran', 'geary', 'general-g'], {
      about: "Moran's I, Geary's C, or the general G of Getis and Ord, whose weights are binary",
      standard: 'moran',
    }),
    weighting: choice(['row', 'binary'], {
      about: 'row: the weights of a place sum to 1; binary: each neighbour weighs 1',
      standard: 'row',
    }),
  },
  run(values) {
    const { value, distance, statistic, weighting } = values;
    const lists = neighboursWithin(located(values).points, distance);
    if (statistic === 'general-g')
      return {
        ...globalG(numbersOf(value), lists),
        parameters: { distance, statistic, weighting: 'binary' },
      };
    const measure = statistic === 'moran' ? moranI : gearyC;
    return {
      ...measure(numbersOf(value), lists, weighting),
      parameters: { distance, statistic, weighting },
      warnings: [],
    };
  },
});
