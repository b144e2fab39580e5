import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client, wholeList } from './client.ts';

/** The tile archives placed in the data folder. */
export const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: async ({ signal }): Promise<{ name: string; bytes: number }[]> =>
    (await wholeList((query) => answer(client.api.basemap.$get({ query }, { init: { signal } })))).items,
  staleTime: 60_000,
});

export function useBasemaps() {
  return useQuery(basemapQuery);
}

export function basemapAddress(name: string): string {
  return `/api/basemap/${encodeURIComponent(name)}`;
}
