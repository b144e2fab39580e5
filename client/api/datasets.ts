import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, errorOf, ifMatch, wholeList } from './client.ts';
import type { Dataset } from './records.ts';
import { useMay } from './session.ts';

export const datasetsQuery = queryOptions({
  queryKey: ['datasets'],
  queryFn: async ({ signal }): Promise<Dataset[]> =>
    (await wholeList((query) => answer(client.api.datasets.$get({ query }, { init: { signal } })))).items,
});

export function useDatasets() {
  return useQuery({ ...datasetsQuery, enabled: useMay('dataset.read') });
}

/** The columns of one version as the bytes of an Arrow stream; a version never changes, so they are never stale. */
export function columnsQuery(id: number, version: number) {
  return queryOptions({
    queryKey: ['columns', id, version],
    queryFn: async ({ signal }): Promise<ArrayBuffer> => {
      const reply = await fetch(`/api/datasets/${id}/columns?version=${version}`, { signal });
      if (!reply.ok) throw await errorOf(reply);
      return reply.arrayBuffer();
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

export type DatasetChange = Parameters<(typeof client.api.datasets)[':id']['$patch']>[0]['json'];

export function useUpdateDataset() {
  const refresh = useRefreshData();
  return useMutation({
    mutationFn: ({ dataset, change }: { dataset: Dataset; change: DatasetChange }) =>
      answer(
        client.api.datasets[':id'].$patch(
          { param: { id: String(dataset.id) }, json: change },
          ifMatch(dataset),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveDataset() {
  const refresh = useRefreshData();
  return useMutation({
    mutationFn: (dataset: Dataset) =>
      done(
        client.api.datasets[':id'].$delete(
          { param: { id: String(dataset.id) }, query: {} },
          ifMatch(dataset),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRestoreDataset() {
  const refresh = useRefreshData();
  return useMutation({
    mutationFn: (id: number) =>
      answer(client.api.datasets[':id'].restore.$post({ param: { id: String(id) } })),
    onSuccess: refresh,
  });
}

/** After rows came or went, everything counted from them is asked again. */
export function useRefreshData() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['datasets', 'areas', 'assets', 'streets', 'categories', 'incidents', 'imports', 'workspace'].map(
        (key) => queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
}
