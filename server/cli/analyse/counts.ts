import { concentrationTable } from '../../../analysis/concentration-table.ts';
import { cellsOf } from '../../../analysis/grid.ts';
import { harmByPlace } from '../../../analysis/harm-weights.ts';
import { CELL, type CountedCells, cellColumns, countedCells, SHAPE } from './counted-cells.ts';
import { HARM, harmFigures, harmOfRows, harmWarnings } from './harm.ts';
import { defineMethod } from './method.ts';
import { type Located, POSITION, reachable } from './positions.ts';

export const countsMethod = defineMethod({
  name: 'counts',
  question: 'Where do incidents concentrate, counted in cells, with harm beside them where it is weighed?',
  files: ['grid.ts', 'harm-weights.ts'],
  options: { ...POSITION, cell: CELL, shape: SHAPE, ...HARM },
  run(values) {
    const places = reachable(values);
    const { shape, weight, 'table-version': version } = values;
    const counted = countedCells(places, values.cell, shape);
    const columns = cellColumns(places, counted);
    const harm = weight === null ? null : harmOfRows(weight, places.rows, version);
    return {
      n: counted.n,
      cells: counted.cells.length,
      fewest: counted.n > 0 ? concentrationTable(columns.count).fewest : [],
      ...columns,
      ...(harm && { ...harmInCells(places, counted, harm.weights), totals: harmFigures(harm) }),
      parameters: { cell: counted.grid.cell, shape, ...(harm && { 'table-version': version }) },
      warnings: [...places.warnings, ...counted.warnings, ...(harm ? harmWarnings(harm) : [])],
    };
  },
});

function harmInCells({ points }: Located, { grid, cells }: CountedCells, weights: Float64Array) {
  const all = harmByPlace(cellsOf(grid, points), weights, grid.columns * grid.rows);
  return {
    harm: Float64Array.from(cells, (cell) => all.harm[cell]),
    largestShare: Float64Array.from(cells, (cell) => all.largestShare[cell]),
  };
}
