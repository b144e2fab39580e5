import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch, isStale, wholeList } from './client.ts';

export const publicationsQuery = queryOptions({
  queryKey: ['publications', 'list'],
  queryFn: async ({ signal }) =>
    (await wholeList((query) => answer(client.api.publications.$get({ query }, { init: { signal } })))).items,
});

/** Everything prepared for the public, the newest first. */
export const usePublications = () => useQuery(publicationsQuery);

export const usePublication = (id: string) =>
  useQuery({
    queryKey: ['publications', 'one', id],
    queryFn: ({ signal }) =>
      answer(client.api.publications[':id'].$get({ param: { id } }, { init: { signal } })),
  });

/** The figures never change after they were prepared. */
export const usePublicationTable = (id: string) =>
  useQuery({
    queryKey: ['publications', 'table', id],
    queryFn: ({ signal }) =>
      answer(client.api.publications[':id'].table.$get({ param: { id } }, { init: { signal } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

const published = ({ signal }: { signal: AbortSignal }) =>
  wholeList((query) => answer(client.api.published.$get({ query }, { init: { signal } })));

/** What everybody may read, without an account. */
export const usePublished = () =>
  useQuery({
    queryKey: ['published', 'list'],
    queryFn: published,
    select: ({ items }) => items,
    staleTime: 0,
  });

/** Who has published; null before anything was. */
export const usePublisherName = () =>
  useQuery({
    queryKey: ['published', 'list'],
    queryFn: published,
    select: ({ workspace }) => workspace,
  });

export const usePublishedTable = (id: string) =>
  useQuery({
    queryKey: ['published', 'table', id],
    queryFn: ({ signal }) =>
      answer(client.api.published[':id'].$get({ param: { id } }, { init: { signal } })),
  });

export type Publication = NonNullable<ReturnType<typeof usePublication>['data']>;
export type PublishedTable = NonNullable<ReturnType<typeof usePublishedTable>['data']>;
export type Released = NonNullable<ReturnType<typeof usePublished>['data']>[number];
export type NewPublication = Parameters<typeof client.api.publications.$post>[0]['json'];

export function usePrepare() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewPublication) => answer(client.api.publications.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export type Step = 'approve' | 'release' | 'withdraw';

/** The next step of one publication; a step against an older version is refused, and the newest is read. */
export function useStep(publication: Publication) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (step: Step) =>
      answer(
        client.api.publications[':id'][step].$post({ param: { id: publication.id } }, ifMatch(publication)),
      ),
    onSuccess: refresh,
    onError: (error) => (isStale(error) ? refresh() : undefined),
  });
}

export function useStrike(publication: Publication) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(
        client.api.publications[':id'].strike.$post(
          { param: { id: publication.id }, json: { reason } },
          ifMatch(publication),
        ),
      ),
    onSuccess: refresh,
    onError: (error) => (isStale(error) ? refresh() : undefined),
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['publications'] }),
      queries.invalidateQueries({ queryKey: ['published'] }),
    ]);
}
