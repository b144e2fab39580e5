import type { Table } from 'apache-arrow';
import { cellOf, type PlacedGrid } from '../../../analysis/grid.ts';
import { toPlane } from '../../../analysis/projection.ts';
import { numbers, type Position, type ResultReader, readGrid, rings } from './result-table.ts';

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
  placeOf: ({ grid, cell }, id) => {
    const wanted = Number(id);
    const known = Array.from(cell).includes(wanted);
    return known ? { type: 'Polygon', coordinates: rings(grid, [wanted]) } : null;
  },
};

/** Place of the cell at a position within the result, -1 where there is none. */
export function densityAt(result: DensityResult, position: Position): number {
  const { x, y } = toPlane(result.grid.plane, [position[0]], [position[1]]);
  const wanted = cellOf(result.grid, x[0], y[0]);
  for (let i = 0; i < result.cell.length; i++) if (result.cell[i] === wanted) return i;
  return -1;
}

/** Places in the result whose density no neighbouring cell reaches, the densest first. */
export function peaksOf({ grid, cell, value }: DensityResult, most: number): number[] {
  const densities = new Map(Array.from(cell, (number, i) => [number, value[i]]));
  const isPeak = (i: number) =>
    value[i] > 0 &&
    around(grid, cell[i]).every((other) => {
      const density = densities.get(other) ?? 0;
      // Of equal neighbours the first stands for all.
      return density < value[i] || (density === value[i] && other > cell[i]) || Number.isNaN(density);
    });
  return Array.from(cell, (_, i) => i)
    .filter(isPeak)
    .sort((a, b) => value[b] - value[a])
    .slice(0, most);
}

/** Numbers of the up to eight squares round a square. */
function around({ columns, rows }: PlacedGrid, cell: number): number[] {
  const column = cell % columns;
  const row = (cell - column) / columns;
  const found: number[] = [];
  for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, rows - 1); y++)
    for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, columns - 1); x++)
      if (x !== column || y !== row) found.push(y * columns + x);
  return found;
}

/** The middle of a cell and what it covers, in degrees. */
export function extentOf({ grid }: DensityResult, cell: number) {
  const corners = rings(grid, [cell])[0].slice(0, -1);
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return {
    centre: [(west + east) / 2, (south + north) / 2] as Position,
    bounds: [west, south, east, north] as [number, number, number, number],
  };
}
