import type { Table } from 'apache-arrow';
import {
  numbers,
  orNull,
  placeOfCell,
  type ResultCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

export interface ChangeCell extends ResultCell {
  readonly before: number;
  readonly after: number;
  /** Incidents the second period would have at the rate of the first. */
  readonly expected: number;
  readonly p: number | null;
  readonly q: number | null;
  /** Null: it could be chance, or too few to say. */
  readonly kind: 'more' | 'fewer' | null;
}

export interface ChangeResult {
  readonly cells: readonly ChangeCell[];
}

export const changeReader: ResultReader<'change', ChangeResult> = { read, placeOf: placeOfCell };

function read(table: Table): ChangeResult {
  if (table.numRows === 0) return { cells: [] };
  const column = (name: string) => numbers(table, name);
  const [before, after, expected] = ['before', 'after', 'expected'].map(column);
  const [p, q, direction] = ['p', 'q', 'class'].map(column);
  const cells = readCells(table).map(
    (base, i): ChangeCell => ({
      ...base,
      before: before[i],
      after: after[i],
      expected: expected[i],
      p: orNull(p[i]),
      q: orNull(q[i]),
      kind: direction[i] > 0 ? 'more' : direction[i] < 0 ? 'fewer' : null,
    }),
  );
  return { cells };
}
