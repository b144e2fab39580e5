import { useMemo } from 'react';
import { useAnswer } from '../../map/columns.ts';
import { useMapContext } from './map-context.ts';

/** Incidents in each area under the rest of the filter; null until they are counted. */
export function useAreaCounts(areas: readonly { id: number }[]): ReadonlyMap<number, number> | null {
  const { incidents } = useMapContext();
  const { columns, counts } = incidents;
  const question = useMemo(
    () => (counts ? { counts, ids: areas.map(({ id }) => id) } : null),
    [counts, areas],
  );
  const ask = useMemo(
    () =>
      columns &&
      ((asked: { ids: number[] }): Promise<ReadonlyMap<number, number>> => columns.countAreas(asked.ids)),
    [columns],
  );
  return useAnswer(ask, question);
}
