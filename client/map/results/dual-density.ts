import type { Table } from 'apache-arrow';
import {
  numbers,
  orNull,
  placeOfCell,
  type ResultCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

export type DensityClass =
  | 'denser3'
  | 'denser2'
  | 'denser1'
  | 'sparser1'
  | 'sparser2'
  | 'sparser3'
  | 'tooFewToSay';

export interface DualDensityCell extends ResultCell {
  /** Incidents or residents compared with, in the cell. */
  readonly compared: number;
  /** Incidents within the bandwidth, the near ones counting more, and as many of the comparison. */
  readonly near: number | null;
  readonly expected: number | null;
  /** Of the measure. */
  readonly value: number | null;
  /** Null: about as dense. */
  readonly kind: DensityClass | null;
}

export interface DualDensityResult {
  readonly cells: readonly DualDensityCell[];
}

export const dualDensityReader: ResultReader<'dual-density', DualDensityResult> = {
  read,
  placeOf: placeOfCell,
};

const UP = ['denser1', 'denser2', 'denser3'] as const;
const DOWN = ['sparser1', 'sparser2', 'sparser3'] as const;

function kindOf(number: number): DensityClass | null {
  if (number === 0) return null;
  if (number > 0) return UP[number - 1];
  return DOWN[-number - 1] ?? 'tooFewToSay';
}

function read(table: Table): DualDensityResult {
  if (table.numRows === 0) return { cells: [] };
  const [compared, near, expected, value, kind] = ['compared', 'near', 'expected', 'value', 'class'].map(
    (name) => numbers(table, name),
  );
  const cells = readCells(table).map(
    (base, i): DualDensityCell => ({
      ...base,
      compared: compared[i],
      near: orNull(near[i]),
      expected: orNull(expected[i]),
      value: orNull(value[i]),
      kind: kindOf(kind[i]),
    }),
  );
  return { cells };
}
