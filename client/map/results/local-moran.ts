import type { Table } from 'apache-arrow';
import { HIGH_HIGH, HIGH_LOW, ISOLATE, LOW_HIGH, LOW_LOW, UNDEFINED } from '../../../analysis/local-moran.ts';
import {
  numbers,
  orNull,
  placeOfCell,
  type ResultCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

/** Many or few incidents, among many or few. */
export type Quadrant = 'highHigh' | 'lowHigh' | 'lowLow' | 'highLow';

export interface MoranCell extends ResultCell {
  readonly neighbours: number;
  /** Mean count of the neighbouring cells. */
  readonly neighbourMean: number | null;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** Whatever p is. */
  readonly quadrant: Quadrant | null;
  /** The quadrant where it is more than chance. */
  readonly kind: Quadrant | null;
  /** Nothing can be said: no neighbours, or no variation. */
  readonly unsaid: boolean;
}

export interface MoranResult {
  readonly cells: readonly MoranCell[];
}

const QUADRANTS: ReadonlyMap<number, Quadrant> = new Map([
  [HIGH_HIGH, 'highHigh'],
  [LOW_HIGH, 'lowHigh'],
  [LOW_LOW, 'lowLow'],
  [HIGH_LOW, 'highLow'],
]);

export const localMoranReader: ResultReader<'local-moran', MoranResult> = { read, placeOf: placeOfCell };

function read(table: Table): MoranResult {
  const column = (name: string) => numbers(table, name);
  const [neighbours, neighbourMean, statistic] = ['neighbours', 'neighbourMean', 'statistic'].map(column);
  const [p, q, quadrant, kind] = ['p', 'q', 'quadrant', 'class'].map(column);
  const cells = readCells(table).map(
    (base, i): MoranCell => ({
      ...base,
      neighbours: neighbours[i],
      neighbourMean: orNull(neighbourMean[i]),
      statistic: orNull(statistic[i]),
      p: orNull(p[i]),
      q: orNull(q[i]),
      quadrant: QUADRANTS.get(quadrant[i]) ?? null,
      kind: QUADRANTS.get(kind[i]) ?? null,
      unsaid: kind[i] === UNDEFINED || kind[i] === ISOLATE,
    }),
  );
  return { cells };
}
