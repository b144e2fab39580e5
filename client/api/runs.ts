import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Against, RunReply } from '../../server/app.ts';
import { answer, client, done, errorOf } from './client.ts';

/** The methods that can be asked and drawn here; the server may offer more. */
export type MethodId =
  | 'counts'
  | 'kernel-density'
  | 'local-gi-star'
  | 'local-moran'
  | 'change'
  | 'near-repeat'
  | 'data-clock'
  | 'trend'
  | 'bursts'
  | 'dbscan'
  | 'concentration'
  | 'emerging-hotspots'
  | 'scan'
  | 'dual-density'
  | 'asset-rings'
  | 'location-quotient'
  | 'risk-terrain'
  | 'nearest-neighbour'
  | 'point-pattern-test'
  | 'hit-rate';

/** What incidents are compared with: see the contract of the server. */
export type { Against };

export type RunRequest = Extract<Parameters<typeof client.api.runs.$post>[0]['json'], { method: MethodId }>;
/** A run as the server gives it; `method` tells parameters and summary apart. */
export type Run = Extract<RunReply, { method: MethodId }>;
export type RunOf<Id extends MethodId> = Extract<Run, { method: Id }>;
export type SummaryOf<Id extends MethodId> = NonNullable<RunOf<Id>['summary']>;

export const runsQuery = queryOptions({
  queryKey: ['runs', 'list'],
  queryFn: async ({ signal }) =>
    (await answer(client.api.runs.$get({ query: {} }, { init: { signal } }))).items,
});

/** Newest first. */
export function useRuns() {
  return useQuery(runsQuery);
}

export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['runs', 'one', id],
    // A run of another method has no result that can be read, and the panel shows the one it belongs to.
    queryFn: async ({ signal }) =>
      (await answer(client.api.runs[':id'].$get({ param: { id } }, { init: { signal } }))) as Run,
  });
}

export function useRun(id: string | null | undefined) {
  return useQuery({ ...runQuery(id ?? ''), enabled: Boolean(id) });
}

/** Asked twice a second while `active`. */
export function useRunProgress(id: string | null | undefined, active: boolean) {
  return useQuery({
    queryKey: ['runs', 'progress', id],
    queryFn: ({ signal }) =>
      answer(client.api.runs[':id'].progress.$get({ param: { id: id ?? '' } }, { init: { signal } })),
    enabled: Boolean(id) && active,
    refetchInterval: 500,
  });
}

/** The cells of a finished run as the bytes of an Arrow stream: the same run always gives the same bytes. */
export function runResultQuery(id: string) {
  return queryOptions({
    queryKey: ['runs', 'result', id],
    queryFn: async ({ signal }): Promise<ArrayBuffer> => {
      const reply = await fetch(`/api/runs/${encodeURIComponent(id)}/result`, { signal });
      if (!reply.ok) throw await errorOf(reply);
      return reply.arrayBuffer();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useRunResult(id: string | null | undefined, finished: boolean) {
  return useQuery({ ...runResultQuery(id ?? ''), enabled: Boolean(id) && finished });
}

export function useStartRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: RunRequest) => answer(client.api.runs.$post({ json })),
    onSuccess: () => queries.invalidateQueries({ queryKey: runsQuery.queryKey }),
  });
}

export function useCancelRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(client.api.runs[':id'].cancel.$post({ param: { id } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['runs'] }),
  });
}
