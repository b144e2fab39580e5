import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import type { Area } from './records.ts';
import { useMay } from './session.ts';

export const areasQuery = queryOptions({
  queryKey: ['areas'],
  queryFn: async ({ signal }): Promise<Area[]> =>
    (await wholeList((query) => answer(client.api.areas.$get({ query }, { init: { signal } })))).items,
});

/** Every area with its geometry. */
export function useAreas() {
  return useQuery({ ...areasQuery, enabled: useMay('area.read') });
}

export type NewArea = Parameters<typeof client.api.areas.$post>[0]['json'];
export type AreaChange = Parameters<(typeof client.api.areas)[':id']['$patch']>[0]['json'];

export function useCreateArea() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewArea) => answer(client.api.areas.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useUpdateArea() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ area, change }: { area: Area; change: AreaChange }) =>
      answer(client.api.areas[':id'].$patch({ param: { id: String(area.id) }, json: change }, ifMatch(area))),
    onSuccess: refresh,
  });
}

export function useRemoveArea() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (area: Area) =>
      done(client.api.areas[':id'].$delete({ param: { id: String(area.id) }, query: {} }, ifMatch(area))),
    onSuccess: refresh,
  });
}

export function useRestoreArea() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: number) => answer(client.api.areas[':id'].restore.$post({ param: { id: String(id) } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: areasQuery.queryKey });
}
