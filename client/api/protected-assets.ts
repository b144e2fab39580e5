import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

const KEY = ['protected-assets'];
const routes = client.api['protected-assets'];

export function useProtectedAssets() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(routes.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('protected-asset.read'),
  });
}

/** Kinds of places that are never put on a map. */
export function useNeverMappedKinds() {
  return useQuery({
    queryKey: [...KEY, 'kinds'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(routes.kinds.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('asset.read'),
  });
}

export type ProtectedAsset = NonNullable<ReturnType<typeof useProtectedAssets>['data']>[number];
export type NewProtectedAsset = Parameters<typeof routes.$post>[0]['json'];

export function useAddProtectedAsset() {
  return useChange((json: NewProtectedAsset) => answer(routes.$post({ json }, idempotent())));
}

export function useChangeProtectedAsset() {
  return useChange(({ asset, change }: { asset: ProtectedAsset; change: Omit<NewProtectedAsset, 'kind'> }) =>
    answer(routes[':id'].$patch({ param: { id: String(asset.id) }, json: change }, ifMatch(asset))),
  );
}

export function useRemoveProtectedAsset() {
  return useChange((asset: ProtectedAsset) =>
    done(routes[':id'].$delete({ param: { id: String(asset.id) } }, ifMatch(asset))),
  );
}

export function useAddNeverMappedKind() {
  return useChange((name: string) => answer(routes.kinds.$post({ json: { name } })));
}

export function useRemoveNeverMappedKind() {
  return useChange((kind: string) => done(routes.kinds[':kind'].$delete({ param: { kind } })));
}

function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([KEY, ['assets']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
