import type { Table } from 'apache-arrow';
import { cellOf, type PlacedGrid } from '../../../analysis/grid.ts';
import { toPlane } from '../../../analysis/projection.ts';
import { numbers, type Position, type ResultReader, readGrid } from './result-table.ts';

export interface DensityResult {
  readonly grid: PlacedGrid;
  /** Grid number, count and incidents per km² of every cell; NaN where there are too few to say. */
  readonly cell: ArrayLike<number>;
  readonly count: ArrayLike<number>;
  readonly value: Float64Array;
  readonly maximum: number;
  /** Whether the values are of incidents or of harm. */
  readonly weight: 'count' | 'harm';
}

export const kernelDensityReader: ResultReader<'kernel-density', DensityResult> = {
  read: (table: Table, summary) => {
    const value = numbers(table, 'value');
    const maximum = value.reduce((top, density) => (density > top ? density : top), 0);
    return {
      grid: readGrid(table),
      cell: numbers(table, 'cell'),
      count: numbers(table, 'count'),
      value,
      maximum,
      // Runs made before harm could be asked for say nothing of it.
      weight: summary.weight ?? 'count',
    };
  },
  placeOf: () => null,
};

/** Place of the cell at a position within the result, -1 where there is none. */
export function densityAt(result: DensityResult, position: Position): number {
  const { x, y } = toPlane(result.grid.plane, [position[0]], [position[1]]);
  const wanted = cellOf(result.grid, x[0], y[0]);
  for (let i = 0; i < result.cell.length; i++) if (result.cell[i] === wanted) return i;
  return -1;
}
