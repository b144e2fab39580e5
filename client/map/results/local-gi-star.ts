import type { Table } from 'apache-arrow';
import {
  numbers,
  orNull,
  placeOfCell,
  type ResultCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

export interface HotspotCell extends ResultCell {
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
  readonly cells: readonly HotspotCell[];
}

export const localGiStarReader: ResultReader<'local-gi-star', HotspotResult> = {
  read,
  placeOf: placeOfCell,
};

function read(table: Table): HotspotResult {
  const column = (name: string) => numbers(table, name);
  const [neighbours, sum, expected] = ['neighbours', 'sum', 'expected'].map(column);
  const [z, p, q, significance] = ['z', 'p', 'q', 'class'].map(column);
  const cells = readCells(table).map(
    (base, i): HotspotCell => ({
      ...base,
      neighbours: neighbours[i],
      sum: sum[i],
      expected: expected[i],
      z: orNull(z[i]),
      p: orNull(p[i]),
      q: orNull(q[i]),
      significance: significance[i],
    }),
  );
  return { cells };
}
