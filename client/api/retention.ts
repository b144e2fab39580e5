import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.ts';

const retention = client.api.retention;

export function useRetention() {
  return useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => answer(retention.$get({}, { init: { signal } })),
  });
}

type Retention = NonNullable<ReturnType<typeof useRetention>['data']>;
export type RetentionRules = Retention['rules'];
export type DoubtedClock = Retention['clock'];

/** What would be deleted now by these rules. */
export function usePreview(rules: RetentionRules, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ['retention', 'preview', rules],
    queryFn: ({ signal }) => answer(retention.preview.$post({ json: rules }, { init: { signal } })),
    gcTime: 0,
    staleTime: 0,
  });
}

export function useSetRetention() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: { rules: RetentionRules; seen: string }) => answer(retention.$put({ json })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['retention'] }),
  });
}

/** Says that the server has the right time, which was read. */
export function useClockIsRight() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (now: string) => answer(retention.clock.$post({ json: { now } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['retention'] }),
  });
}
