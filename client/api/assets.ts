import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import type { Asset } from './records.ts';

export const assetsQuery = queryOptions({
  queryKey: ['assets'],
  queryFn: async ({ signal }): Promise<Asset[]> =>
    (await wholeList((query) => answer(client.api.assets.$get({ query }, { init: { signal } })))).items,
});

export function useAssets() {
  return useQuery(assetsQuery);
}

export type NewAsset = Parameters<typeof client.api.assets.$post>[0]['json'];
export type AssetChange = Parameters<(typeof client.api.assets)[':id']['$patch']>[0]['json'];

export function useCreateAsset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewAsset) => answer(client.api.assets.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useUpdateAsset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ asset, change }: { asset: Asset; change: AssetChange }) =>
      answer(
        client.api.assets[':id'].$patch({ param: { id: String(asset.id) }, json: change }, ifMatch(asset)),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveAsset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (asset: Asset) =>
      done(client.api.assets[':id'].$delete({ param: { id: String(asset.id) } }, ifMatch(asset))),
    onSuccess: refresh,
  });
}

export function useRestoreAsset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: number) => answer(client.api.assets[':id'].restore.$post({ param: { id: String(id) } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: assetsQuery.queryKey });
}
