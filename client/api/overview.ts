import { useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

/** All cases on one page: by area and stage, and what waits for whom. */
export function useOverview(area: number | undefined) {
  const query = area === undefined ? {} : { area: String(area) };
  return useQuery({
    queryKey: ['problems', 'overview', query],
    queryFn: ({ signal }) => answer(client.api.overview.$get({ query }, { init: { signal } })),
  });
}
export type Overview = NonNullable<ReturnType<typeof useOverview>['data']>;
