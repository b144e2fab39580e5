import type { Table } from 'apache-arrow';
import type { Geometry } from 'geojson';
import { cellOutlines, cornersPerCell, type PlacedGrid } from '../../../analysis/grid.ts';

export type Position = [number, number];

/** How the stream of one method is read, and which part of the map one of its rows is about. */
export interface ResultReader<Data> {
  readonly read: (table: Table) => Data;
  /** What is drawn round a selected row; null where a row has no place. */
  readonly placeOf: (data: Data, id: string) => Geometry | null;
}

export function readGrid(table: Table): PlacedGrid {
  return readMetadata<PlacedGrid>(table, 'grid');
}

/** A part of the schema that the server wrote as JSON from the same type. */
export function readMetadata<Part>(table: Table, name: string): Part {
  const text = table.schema.metadata.get(name);
  if (!text) throw new Error(`This result came without its ${name}.`);
  // The border of the wire is the only cast here.
  return JSON.parse(text) as Part;
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
