import type { Table } from 'apache-arrow';
import type { SummaryOf } from '../../api/runs.ts';
import type { ResultReader } from './result-table.ts';

export interface NearestResult {
  /** The outline around the incidents; null when a region was chosen. */
  readonly outline: SummaryOf<'nearest-neighbour'>['outline'];
}

export const nearestNeighbourReader: ResultReader<'nearest-neighbour', NearestResult> = {
  read: (_: Table, { outline }) => ({ outline }),
  placeOf: ({ outline }) => outline,
};
