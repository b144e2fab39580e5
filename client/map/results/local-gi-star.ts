import type { Table } from 'apache-arrow';
import type { PlacedGrid } from '../../../analysis/grid.ts';
import {
  numbers,
  orNull,
  type Position,
  placeOfCell,
  type ResultReader,
  readGrid,
  rings,
} from './result-table.ts';

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

export const localGiStarReader: ResultReader<HotspotResult> = { read, placeOf: placeOfCell };

function read(table: Table): HotspotResult {
  const grid = readGrid(table);
  const column = (name: string) => numbers(table, name);
  const [cell, lon, lat, count] = ['cell', 'lon', 'lat', 'count'].map(column);
  const [neighbours, sum, expected] = ['neighbours', 'sum', 'expected'].map(column);
  const [z, p, q, significance] = ['z', 'p', 'q', 'class'].map(column);
  const outlines = rings(grid, cell);
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
