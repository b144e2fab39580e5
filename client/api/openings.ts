import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done } from './client.ts';
import { useMay } from './session.ts';

const cases = client.api.problems[':id'];

export const openingQuery = (id: string) =>
  queryOptions({
    queryKey: ['problems', 'opening', id],
    queryFn: ({ signal }) => answer(cases.opening.$get({ param: { id } }, { init: { signal } })),
  });

/** Whether the incidents of a case are open to the committee, and whether to a role of whoever asks. */
export const useOpening = (id: string) => useQuery(openingQuery(id));

export type Opening = NonNullable<NonNullable<ReturnType<typeof useOpening>['data']>['opening']>;
export type OpenWish = Parameters<(typeof cases.opening)['$post']>[0]['json'];

/** The incidents of a case that is open to a role of this person; nothing is asked otherwise. */
export function useOpenedIncidents(id: string) {
  const mine = useOpening(id).data?.mine ?? false;
  const enabled = useMay('opened-incident.read') && mine;
  const query = useInfiniteQuery({
    enabled,
    queryKey: ['problems', 'opened', id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        cases['opened-incidents'].$post(
          { param: { id }, json: { after: pageParam || undefined } },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  // What was read while it was open is not shown once it is closed.
  return enabled ? query : { ...query, data: undefined };
}

export type OpenedIncident = NonNullable<
  ReturnType<typeof useOpenedIncidents>['data']
>['pages'][number]['items'][number];

export function useOpenCase() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, wish }: { id: string; wish: OpenWish }) =>
      answer(cases.opening.$post({ param: { id }, json: wish })),
    onSuccess: refresh,
  });
}

export function useCloseCase() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => done(cases.opening.$delete({ param: { id } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['problems'] });
}
