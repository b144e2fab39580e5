import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

const EVERY_MINUTE = 60_000;

const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => answer(client.api.health.$get({}, { init: { signal } })),
  refetchInterval: EVERY_MINUTE,
  staleTime: EVERY_MINUTE,
});

/** How the server is, for whoever is signed in or not. */
export function useHealth() {
  return useQuery(healthQuery);
}
