import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

/** The imported street lines as one GeoJSON collection. */
export const streetsQuery = queryOptions({
  queryKey: ['streets'],
  queryFn: ({ signal }) => answer(client.api.streets.$get({}, { init: { signal } })),
  staleTime: 10 * 60_000,
});

export function useStreets() {
  return useQuery(streetsQuery);
}
