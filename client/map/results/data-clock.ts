import type { ResultReader } from './result-table.ts';

/** Hours of the week lie nowhere on the map: everything is in the summary. */
export const dataClockReader: ResultReader<'data-clock', null> = {
  read: () => null,
  placeOf: () => null,
};
