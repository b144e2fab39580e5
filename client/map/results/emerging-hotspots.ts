import type { Table } from 'apache-arrow';
import type { SummaryOf } from '../../api/runs.ts';
import { readCellPeriod } from './cell-period.ts';
import {
  numbers,
  orNull,
  placeOfCell,
  type ResultCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

export type Pattern = SummaryOf<'emerging-hotspots'>['labels'][number]['label'];
export type FoundPattern = Exclude<Pattern, 'none'>;

export interface EmergingCell extends ResultCell {
  readonly kind: FoundPattern | null;
  /** Score of the last period. */
  readonly z: number | null;
  readonly trend: number | null;
  readonly trendP: number | null;
  /** Oldest first: 1 hot, -1 cold, 0 neither. */
  readonly states: readonly number[];
  readonly counts: readonly number[];
}

export interface EmergingResult {
  readonly cells: readonly EmergingCell[];
}

export const emergingHotspotsReader: ResultReader<'emerging-hotspots', EmergingResult> = {
  read,
  placeOf: (data, id) => placeOfCell(data, readCellPeriod(id).cell),
};

function read(table: Table, { periods, labels }: SummaryOf<'emerging-hotspots'>): EmergingResult {
  const base = readCells(table);
  if (base.length === 0) return { cells: [] };
  const column = (name: string) => numbers(table, name);
  const [label, z, trend, trendP] = ['label', 'z', 'trend', 'trendP'].map(column);
  const states = periods.map((_, k) => column(`s${k}`));
  const counts = periods.map((_, k) => column(`n${k}`));
  const cells = base.map(
    (cell, i): EmergingCell => ({
      ...cell,
      kind: found(labels[label[i]]?.label),
      z: orNull(z[i]),
      trend: orNull(trend[i]),
      trendP: orNull(trendP[i]),
      states: states.map((period) => period[i]),
      counts: counts.map((period) => period[i]),
    }),
  );
  return { cells };
}

const found = (label: Pattern | undefined): FoundPattern | null =>
  label === undefined || label === 'none' ? null : label;
