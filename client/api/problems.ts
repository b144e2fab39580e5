import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { GateRuleId } from '../../server/app.ts';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import type { AuditEntry, Problem, Stage } from './records.ts';
import { useMay } from './session.ts';

type ListQuery = NonNullable<Parameters<typeof client.api.problems.$get>[0]['query']>;
/** What a list of cases is narrowed to and sorted by. */
export type ProblemFilter = Omit<ListQuery, 'after' | 'limit'>;

const MOST_AT_ONCE = '500';
/** As many as somebody looks through before asking for more. */
const AT_ONCE = '24';

function pageOfProblems(query: ListQuery, signal: AbortSignal) {
  return answer(client.api.problems.$get({ query }, { init: { signal } }));
}
export type ProblemPage = Awaited<ReturnType<typeof pageOfProblems>>;
export type ListedProblem = ProblemPage['items'][number];

export const problemsQuery = queryOptions({
  queryKey: ['problems', 'list'],
  queryFn: async ({ signal }): Promise<Problem[]> => {
    const found: Problem[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: ListQuery = { limit: MOST_AT_ONCE, sort: 'reference', ...(after && { after }) };
      const page: ProblemPage = await pageOfProblems(query, signal);
      found.push(...page.items);
      after = page.next;
    }
    return found;
  },
});

/** Page by page, for a list that may be long. */
export function useProblemPages(filter: ProblemFilter) {
  return useInfiniteQuery({
    queryKey: ['problems', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      pageOfProblems({ ...filter, limit: AT_ONCE, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: useMay('problem.read'),
  });
}

/** All of them, over as many pages as it takes. */
export function useProblems() {
  return useQuery({ ...problemsQuery, enabled: useMay('problem.read') });
}

export function problemQuery(id: string) {
  return queryOptions({
    queryKey: ['problems', 'one', id],
    queryFn: ({ signal }): Promise<Problem> =>
      answer(client.api.problems[':id'].$get({ param: { id } }, { init: { signal } })),
  });
}

export function useProblem(id: string) {
  return useQuery(problemQuery(id));
}

export function problemHistoryQuery(id: string) {
  return queryOptions({
    queryKey: ['problems', 'history', id],
    queryFn: async ({ signal }): Promise<AuditEntry[]> =>
      (
        await wholeList((query) =>
          answer(client.api.problems[':id'].history.$get({ param: { id }, query }, { init: { signal } })),
        )
      ).items,
  });
}

export function useProblemHistory(id: string) {
  return useQuery(problemHistoryQuery(id));
}

/** The incidents a problem links: by its rule, with those put in and without those taken out by hand. */
export function useLinkedIncidents(id: string, limit = 100) {
  const enabled = useMay('incident.read');
  return useInfiniteQuery({
    enabled,
    queryKey: ['problems', 'linked', id, limit],
    queryFn: ({ pageParam, signal }) => linkedPage(id, { limit, after: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** How many incidents each problem links, by its id; missing while it is counted. */
export function useLinkedCounts(ids: readonly string[]): Map<string, number> {
  const enabled = useMay('incident.read');
  return useQueries({
    queries: ids.map((id) => ({
      enabled,
      queryKey: ['problems', 'linked', id, 'count'],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await linkedPage(id, { limit: 1 }, signal)).count,
    })),
    combine: (replies) =>
      new Map(
        replies.flatMap((reply, i) => (reply.data === undefined ? [] : [[ids[i], reply.data] as const])),
      ),
  });
}

function linkedPage(id: string, json: { after?: string; limit: number }, signal: AbortSignal) {
  return answer(client.api.problems[':id'].linked.$post({ param: { id }, json }, { init: { signal } }));
}

export type NewProblem = Parameters<typeof client.api.problems.$post>[0]['json'];
export type ProblemChange = Parameters<(typeof client.api.problems)[':id']['$patch']>[0]['json'];

export function useCreateProblem() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: NewProblem) => answer(client.api.problems.$post({ json }, idempotent())),
    onSuccess: async (_made, { concerns }) => {
      if (concerns) await queries.invalidateQueries({ queryKey: ['concerns'] });
      await queries.invalidateQueries({ queryKey: ['problems'] });
    },
  });
}

export function useUpdateProblem() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ problem, change }: { problem: Pick<Problem, 'id' | 'version'>; change: ProblemChange }) =>
      answer(
        client.api.problems[':id'].$patch({ param: { id: problem.id }, json: change }, ifMatch(problem)),
      ),
    onSuccess: refresh,
  });
}

export interface StageMove {
  problem: Problem;
  stage: Stage;
  reason: string;
  /** Why it goes on although a warning of the gate stands, by its rule. */
  despite?: Partial<Record<GateRuleId, string>>;
}

export function useMoveProblem() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ problem, stage, reason, despite }: StageMove) =>
      answer(
        client.api.problems[':id'].stage.$post(
          { param: { id: problem.id }, json: { stage, reason, despite } },
          ifMatch(problem),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveProblem() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (problem: Problem) =>
      done(client.api.problems[':id'].$delete({ param: { id: problem.id }, query: {} }, ifMatch(problem))),
    onSuccess: refresh,
  });
}

export function useRestoreProblem() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => answer(client.api.problems[':id'].restore.$post({ param: { id } })),
    onSuccess: refresh,
  });
}

export interface ManualChoice {
  problem: Problem;
  incidentId: number;
  verdict: 'in' | 'out';
  reason: string;
}

/** Puts an incident in or takes it out by hand, against what the rule says. */
export function useLinkIncident() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ problem, incidentId, verdict, reason }: ManualChoice) =>
      answer(
        client.api.problems[':id'].incidents.$post(
          { param: { id: problem.id }, json: { incidentId, verdict, reason } },
          ifMatch(problem),
        ),
      ),
    onSuccess: refresh,
  });
}

/** Lets the rule decide again. */
export function useUnlinkIncident() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ problem, incidentId }: { problem: Problem; incidentId: number }) =>
      answer(
        client.api.problems[':id'].incidents[':incidentId'].$delete(
          { param: { id: problem.id, incidentId: String(incidentId) } },
          ifMatch(problem),
        ),
      ),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['problems'] });
}
