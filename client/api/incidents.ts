import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';
import type { Incident } from './records.ts';

export type IncidentFilter = Parameters<typeof client.api.incidents.count.$post>[0]['json']['filter'];

export function incidentCountQuery(filter: IncidentFilter) {
  return queryOptions({
    queryKey: ['incidents', 'count', filter],
    queryFn: async ({ signal }): Promise<number> =>
      (await answer(client.api.incidents.count.$post({ json: { filter } }, { init: { signal } }))).count,
  });
}

/** How many incidents the filter means; null asks nothing. */
export function useIncidentCount(filter: IncidentFilter | null) {
  return useQuery({ ...incidentCountQuery(filter ?? {}), enabled: filter !== null });
}

export function useIncidentPages(filter: IncidentFilter, limit = 100) {
  return useInfiniteQuery({
    queryKey: ['incidents', 'pages', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.api.incidents.query.$post(
          { json: { filter, limit, ...(pageParam ? { after: pageParam } : {}) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Positions of the first rows of a data set: enough to see where most of it lies. */
export function incidentSampleQuery(dataset: number) {
  return queryOptions({
    queryKey: ['incidents', 'sample', dataset],
    queryFn: async ({ signal }): Promise<[number, number][]> => {
      const json = { filter: { datasets: [dataset] }, limit: 1000 };
      const { items } = await answer(client.api.incidents.query.$post({ json }, { init: { signal } }));
      return items.flatMap(({ position }) => (position ? [position] : []));
    },
  });
}

export function incidentQuery(id: number) {
  return queryOptions({
    queryKey: ['incidents', 'one', id],
    queryFn: ({ signal }): Promise<Incident> =>
      answer(client.api.incidents[':id'].$get({ param: { id: String(id) } }, { init: { signal } })),
  });
}

export function useIncident(id: number | null) {
  return useQuery({ ...incidentQuery(id ?? 0), enabled: id !== null });
}
