import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

const health = client.api.committees[':id'].health;

/** Days of the meetings, both included. */
export interface HealthPeriod {
  from?: string | undefined;
  to?: string | undefined;
}

/** How a committee is doing, the newest meetings first. */
export function useCommitteeHealth(id: string, { from, to }: HealthPeriod) {
  const period = { ...(from && { from }), ...(to && { to }) };
  return useInfiniteQuery({
    queryKey: ['committees', id, 'health', period],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answer(
        health.$get(
          { param: { id }, query: { ...period, ...(pageParam !== '' && { after: pageParam }) } },
          { init: { signal } },
        ),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** The same figures for a spreadsheet. */
export function healthCsv(id: string, { from, to }: HealthPeriod): string {
  const query = new URLSearchParams({ ...(from && { from }), ...(to && { to }) }).toString();
  return `/api/committees/${encodeURIComponent(id)}/health.csv${query === '' ? '' : `?${query}`}`;
}

type Page = NonNullable<ReturnType<typeof useCommitteeHealth>['data']>['pages'][number];
export type MeetingHealth = Page['items'][number];
