import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

const EVERY_MINUTE = 60_000;

const healthQuery = queryOptions({
  queryKey: ['health'],
  /** A server in trouble answers 503, and what it says is an answer all the same. */
  queryFn: async ({ signal }) => {
    const reply = await client.api.health.$get({}, { init: { signal } });
    return reply.status === 503 ? reply.json() : answer(Promise.resolve(reply));
  },
  refetchInterval: EVERY_MINUTE,
  staleTime: EVERY_MINUTE,
});

/** How the server is, for whoever is signed in or not. */
export function useHealth() {
  return useQuery(healthQuery);
}

export type Health = NonNullable<ReturnType<typeof useHealth>['data']>;
