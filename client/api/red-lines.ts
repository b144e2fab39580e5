import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotent } from './client.ts';

const PAGE = 20;
const KEY = ['red-lines'];

export type NewRedLine = Parameters<(typeof client.api)['red-lines']['$post']>[0]['json'];

/** What was asked for and refused, newest first, with the number of all. */
export function useRedLines() {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.api['red-lines'].$get(
          { query: { limit: String(PAGE), ...(pageParam === null ? {} : { after: pageParam }) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
}

export function useRecordRedLine() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: NewRedLine) => answer(client.api['red-lines'].$post({ json }, idempotent())),
    onSuccess: () => Promise.all([KEY, ['audit']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export type RedLineEntry = NonNullable<
  ReturnType<typeof useRedLines>['data']
>['pages'][number]['items'][number];
