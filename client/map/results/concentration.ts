import type { Table } from 'apache-arrow';
import type { SummaryOf } from '../../api/runs.ts';
import { placeOfRank, type ResultReader } from './result-table.ts';

/** The places that are listed and drawn: those with most incidents. */
export interface PlacesResult {
  readonly top: SummaryOf<'concentration'>['top'];
}

export const concentrationReader: ResultReader<'concentration', PlacesResult> = {
  read: (_: Table, { top }) => ({ top }),
  placeOf: ({ top }, id) => placeOfRank(top, id),
};
