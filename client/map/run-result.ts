import { type Table, tableFromIPC } from 'apache-arrow';
import { cellOf, cellOutlines, cornersPerCell, type PlacedGrid } from '../../analysis/grid.ts';
import { toPlane } from '../../analysis/projection.ts';

export type Position = [number, number];

export interface DensityResult {
  readonly grid: PlacedGrid;
  /** Grid number, count and incidents per km² of every cell; NaN where there are too few to say. */
  readonly cell: ArrayLike<number>;
  readonly count: ArrayLike<number>;
  readonly value: Float64Array;
  readonly maximum: number;
}

export interface HotspotCell {
  readonly cell: number;
  readonly centre: Position;
  /** Closed ring. */
  readonly outline: Position[];
  readonly count: number;
  readonly neighbours: number;
  readonly sum: number;
  readonly expected: number;
  readonly z: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** 1 hot, -1 cold, 0 neither. */
  readonly significance: number;
}

export interface HotspotResult {
  readonly grid: PlacedGrid;
  readonly cells: readonly HotspotCell[];
}

export type RunResult =
  | { readonly method: 'kernel-density'; readonly density: DensityResult }
  | { readonly method: 'local-gi-star'; readonly hotspots: HotspotResult };

/** Reads the Arrow stream of a run. Throws a sentence when it is not one of the known methods. */
export function readRunResult(bytes: ArrayBuffer): RunResult {
  const table = tableFromIPC(new Uint8Array(bytes));
  const method = table.schema.metadata.get('method');
  const grid = readGrid(table);
  if (method === 'kernel-density') return { method, density: readDensity(table, grid) };
  if (method === 'local-gi-star') return { method, hotspots: readHotspots(table, grid) };
  throw new Error('This result was made by a method that this version cannot draw.');
}

function readGrid(table: Table): PlacedGrid {
  const text = table.schema.metadata.get('grid');
  if (!text) throw new Error('This result came without its grid.');
  // The server wrote it from the same type; the border of the wire is the only cast here.
  return JSON.parse(text) as PlacedGrid;
}

/** A column as plain numbers, NaN for null. */
function numbers(table: Table, name: string): Float64Array {
  const vector = table.getChild(name);
  if (!vector) throw new Error(`This result came without the column "${name}".`);
  const values = new Float64Array(table.numRows);
  for (let row = 0; row < values.length; row++) values[row] = vector.get(row) ?? Number.NaN;
  return values;
}

function readDensity(table: Table, grid: PlacedGrid): DensityResult {
  const value = numbers(table, 'value');
  const maximum = value.reduce((top, density) => (density > top ? density : top), 0);
  return { grid, cell: numbers(table, 'cell'), count: numbers(table, 'count'), value, maximum };
}

function readHotspots(table: Table, grid: PlacedGrid): HotspotResult {
  const column = (name: string) => numbers(table, name);
  const [cell, lon, lat, count] = ['cell', 'lon', 'lat', 'count'].map(column);
  const [neighbours, sum, expected] = ['neighbours', 'sum', 'expected'].map(column);
  const [z, p, q, significance] = ['z', 'p', 'q', 'class'].map(column);
  const outlines = rings(grid, cell);
  const orNull = (figure: number) => (Number.isNaN(figure) ? null : figure);
  const cells = outlines.map(
    (outline, i): HotspotCell => ({
      cell: cell[i],
      centre: [lon[i], lat[i]],
      outline,
      count: count[i],
      neighbours: neighbours[i],
      sum: sum[i],
      expected: expected[i],
      z: orNull(z[i]),
      p: orNull(p[i]),
      q: orNull(q[i]),
      significance: significance[i],
    }),
  );
  return { grid, cells };
}

/** Closed outline of each cell in degrees. */
export function rings(grid: PlacedGrid, cells: ArrayLike<number>): Position[][] {
  const corners = cornersPerCell(grid);
  const { lon, lat } = cellOutlines(grid, cells);
  return Array.from(cells, (_, i) => {
    const ring = Array.from({ length: corners }, (_, k): Position => {
      const at = i * corners + k;
      return [lon[at], lat[at]];
    });
    return [...ring, ring[0]];
  });
}

/** Place of the cell at a position within the result, -1 where there is none. */
export function densityAt(result: DensityResult, position: Position): number {
  const { x, y } = toPlane(result.grid.plane, [position[0]], [position[1]]);
  const wanted = cellOf(result.grid, x[0], y[0]);
  for (let i = 0; i < result.cell.length; i++) if (result.cell[i] === wanted) return i;
  return -1;
}
