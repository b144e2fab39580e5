import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly objectKind?: string;
  readonly precision?: 'exact' | 'cell';
}

const PAGE = 50;

/** The history of the workspace, newest first, page by page. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.api.audit.$get(
          { query: { ...filter, limit: String(PAGE), ...(pageParam === null ? {} : { after: pageParam }) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
}

/** Whether the chain of hashes holds; asked for only by `refetch`. */
export function useAuditChain() {
  return useQuery({
    queryKey: ['audit', 'chain'],
    queryFn: ({ signal }) => answer(client.api.audit.chain.$get({}, { init: { signal } })),
    enabled: false,
    gcTime: 0,
  });
}

export const auditCsv = (filter: AuditFilter): string =>
  `/api/audit/csv?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined))}`;

export type AuditEntry = NonNullable<ReturnType<typeof useAudit>['data']>['pages'][number]['items'][number];
