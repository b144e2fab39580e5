import type { Table } from 'apache-arrow';
import type { SummaryOf } from '../../api/runs.ts';
import { placeOfRank, type ResultReader } from './result-table.ts';

export interface ScanResult {
  readonly clusters: SummaryOf<'scan'>['clusters'];
}

export const scanReader: ResultReader<'scan', ScanResult> = {
  read: (_: Table, { clusters }) => ({ clusters }),
  placeOf: ({ clusters }, id) => placeOfRank(clusters, id),
};
