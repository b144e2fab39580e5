import { localGi, localGiOfGrid } from '../../../analysis/local-gi-star.ts';
import { neighboursWithin } from '../../../analysis/neighbours.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { cellFloor } from '../../jobs/cell-floor.ts';
import { numbersOf } from './column.ts';
import { CELL, cellColumns, countedCells, SHAPE } from './counted-cells.ts';
import { defineMethod, type Result } from './method.ts';
import { choice, number, optionalColumn } from './option.ts';
import { type Located, located, POSITION, type Reachable, reachable } from './positions.ts';
import { WrongUsage } from './refusals.ts';

export const LEVEL = number({
  about: 'chance of a false alarm that is accepted, two-sided',
  above: 0,
  below: 1,
  standard: 0.05,
});

export const CORRECTION = choice(['fdr', 'none'], {
  about: 'fdr: q holds the false discovery rate over all places (Benjamini and Hochberg); none: q is p',
  standard: 'fdr',
});

interface Wanted {
  readonly statistic: 'gi-star' | 'gi';
  readonly level: number;
  readonly correction: 'fdr' | 'none';
}

export const localGiStarMethod = defineMethod({
  name: 'local-gi-star',
  question: 'Which concentrations are more than chance?',
  files: ['local-gi-star.ts'],
  options: {
    ...POSITION,
    value: optionalColumn(
      'column of the value of each place; without it every row is an incident, counted in cells',
    ),
    distance: number({
      about: 'places this near or nearer are neighbours; needed with --value',
      unit: 'metres',
      above: 0,
      standard: null,
    }),
    cell: CELL,
    shape: SHAPE,
    statistic: choice(['gi-star', 'gi'], {
      about: 'gi-star counts the place itself among its neighbours, gi does not',
      standard: 'gi-star',
    }),
    level: LEVEL,
    correction: CORRECTION,
  },
  run(values) {
    const { distance, statistic, level, correction } = values;
    const wanted = { statistic, level, correction };
    if (values.value === null) {
      if (distance !== null)
        throw new WrongUsage(
          '--distance needs --value: incidents are counted in cells, whose neighbours touch.',
        );
      return ofIncidents(reachable(values), values.cell, values.shape, wanted);
    }
    if (distance === null)
      throw new WrongUsage('--value needs --distance, in metres above 0: how near neighbours are.');
    return ofPlaces(located(values), numbersOf(values.value), distance, wanted);
  },
});

function ofPlaces({ points }: Located, values: Float64Array, distance: number, wanted: Wanted): Result {
  const gi = localGi(values, neighboursWithin(points, distance), optionsOf(wanted));
  const { n, mean, standardDeviation, z, p, q, classes, neighbours } = gi;
  return {
    n,
    mean,
    standardDeviation,
    z,
    p,
    q,
    classes,
    neighbours,
    parameters: { distance, ...wanted },
    warnings: alone(neighbours),
  };
}

function ofIncidents(
  places: Reachable,
  cell: number | 'auto',
  shape: 'square' | 'hexagon',
  wanted: Wanted,
): Result {
  const counted = countedCells(places, cell, shape);
  const { grid, active, counts, n } = counted;
  const gi = localGiOfGrid(counts, grid, active, optionsOf(wanted));
  const warnings: Warning[] = [...places.warnings, ...counted.warnings, ...alone(gi.neighbours)];
  const few = cellFloor(counted);
  const isSparse = few !== null;
  if (few) warnings.push({ code: few.reason, value: few.found ?? 0 });
  else if (gi.z.every(Number.isNaN)) warnings.push({ code: 'too_few_cells', value: gi.n });
  const score = (values: Float64Array) => (isSparse ? values.map(() => NaN) : values);
  return {
    n,
    cells: gi.n,
    mean: gi.mean,
    standardDeviation: gi.standardDeviation,
    ...cellColumns(places, counted),
    z: score(gi.z),
    p: score(gi.p),
    q: score(gi.q),
    classes: isSparse ? gi.classes.map(() => 0) : gi.classes,
    neighbours: gi.neighbours,
    parameters: { cell: grid.cell, shape, ...wanted },
    warnings,
  };
}

function optionsOf({ statistic, level, correction }: Wanted) {
  return { includeSelf: statistic === 'gi-star', level, correction };
}

function alone(neighbours: Float64Array): Warning[] {
  const lonely = neighbours.filter((number) => number === 0).length;
  return lonely > 0 ? [{ code: 'places_without_neighbours', value: lonely }] : [];
}
