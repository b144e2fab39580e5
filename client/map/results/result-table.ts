import type { Table } from 'apache-arrow';
import type { Geometry } from 'geojson';
import { cellOutlines, cornersPerCell, type PlacedGrid } from '../../../analysis/grid.ts';
import type { MethodId, SummaryOf } from '../../api/runs.ts';

export type Position = [number, number];

/** How the stream of one method is read, and which place one part of its answer is about. */
export interface ResultReader<Id extends MethodId, Data> {
  readonly read: (table: Table, summary: SummaryOf<Id>) => Data;
  /** What is drawn round the selected part; null where it has no place. */
  readonly placeOf: (data: Data, id: string, areas: AreaShapes) => Geometry | null;
}

/** The areas of today: a result names them by their ids. */
export type AreaShapes = readonly { readonly id: number; readonly geometry: Geometry }[];

export function readGrid(table: Table): PlacedGrid {
  const text = table.schema.metadata.get('grid');
  if (!text) throw new Error('This result came without its grid.');
  // The server wrote it from the same type; the border of the wire is the only cast here.
  return JSON.parse(text) as PlacedGrid;
}

/** What every result on cells begins with. */
export interface ResultCell {
  readonly cell: number;
  readonly centre: Position;
  /** Closed ring. */
  readonly outline: Position[];
  readonly count: number;
}

export function readCells(table: Table): ResultCell[] {
  // A result without incidents has no grid to lie on.
  if (table.numRows === 0) return [];
  const [cell, lon, lat, count] = ['cell', 'lon', 'lat', 'count'].map((name) => numbers(table, name));
  return rings(readGrid(table), cell).map((outline, i) => ({
    cell: cell[i],
    centre: [lon[i], lat[i]],
    outline,
    count: count[i],
  }));
}

/** A column as plain numbers, NaN for null. */
export function numbers(table: Table, name: string): Float64Array {
  const vector = table.getChild(name);
  if (!vector) throw new Error(`This result came without the column "${name}".`);
  const values = new Float64Array(table.numRows);
  for (let row = 0; row < values.length; row++) {
    const value = vector.get(row);
    values[row] = value === null ? Number.NaN : Number(value);
  }
  return values;
}

export const orNull = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);

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

/** The outline of the cell of this number. */
export function placeOfCell(
  { cells }: { readonly cells: readonly { readonly cell: number; readonly outline: Position[] }[] },
  id: string,
): Geometry | null {
  const found = cells.find(({ cell }) => String(cell) === id);
  return found ? { type: 'Polygon', coordinates: [found.outline] } : null;
}

/** The shape of the part with this rank. */
export function placeOfRank(
  parts: readonly { readonly rank: number; readonly geometry: Geometry | null; readonly centre: Position }[],
  id: string,
): Geometry | null {
  const found = parts.find(({ rank }) => String(rank) === id);
  return found ? (found.geometry ?? { type: 'Point', coordinates: found.centre }) : null;
}
