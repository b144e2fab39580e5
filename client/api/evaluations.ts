import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AreaGeometry, EvaluationPlan } from '../../server/app.ts';
import { answer, client, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

export type { CountedArea, EvaluationPlan } from '../../server/app.ts';

const of = client.api.problems[':id'].evaluation;

function evaluationQuery(problemId: string) {
  return queryOptions({
    queryKey: ['problems', 'evaluation', problemId],
    queryFn: ({ signal }) => answer(of.$get({ param: { id: problemId } }, { init: { signal } })),
  });
}

/** The plan by which a response is judged; version 0 while none was written. */
export function useEvaluation(problemId: string) {
  return useQuery(evaluationQuery(problemId));
}

export type Evaluation = Awaited<ReturnType<typeof fetchEvaluation>>;
const fetchEvaluation = (id: string) => answer(of.$get({ param: { id } }));

/** What is known of a plan before its result. Asked again with every change of it. */
export function usePlanFacts(problemId: string, plan: EvaluationPlan) {
  return useQuery({
    queryKey: ['problems', 'evaluation-preview', problemId, plan],
    queryFn: ({ signal }) =>
      answer(of.preview.$post({ param: { id: problemId }, json: plan }, { init: { signal } })),
    placeholderData: (before) => before,
    enabled: useMay('evaluation.plan'),
  });
}

export type PlanFacts = NonNullable<Evaluation['facts']>;

export function useEvaluationRuns(problemId: string) {
  return useQuery({
    queryKey: ['problems', 'evaluation-runs', problemId],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(of.runs.$get({ param: { id: problemId }, query }, { init: { signal } })),
        )
      ).items,
  });
}

export type EvaluationRun = NonNullable<ReturnType<typeof useEvaluationRuns>['data']>[number];

export function useSaveEvaluation(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ plan, version }: { plan: EvaluationPlan; version: number }) =>
      answer(of.$put({ param: { id: problemId }, json: plan }, ifMatch({ version }))),
    onSuccess: refresh,
  });
}

export function useProposeEvaluation(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (version: number) =>
      answer(of.proposal.$post({ param: { id: problemId } }, ifMatch({ version }))),
    onSuccess: refresh,
  });
}

export function useLockEvaluation(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (version: number) =>
      answer(of.lock.$post({ param: { id: problemId } }, ifMatch({ version }))),
    onSuccess: refresh,
  });
}

export function useAmendEvaluation(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: { text: string; reason: string }) =>
      answer(of.amendments.$post({ param: { id: problemId }, json }, idempotent())),
    onSuccess: refresh,
  });
}

/** The streets around an area. */
export function useZone(problemId: string) {
  return useMutation({
    mutationFn: async (json: { area: AreaGeometry; metres: number }) =>
      (await answer(of.zone.$post({ param: { id: problemId }, json }))).geometry,
  });
}

export type ComparisonQuestion = Parameters<typeof of.comparisons.$post>[0]['json'];

/** Areas that could stand for what would have happened, the best match first. */
export function useComparisons(problemId: string) {
  return useMutation({
    mutationFn: (json: ComparisonQuestion) =>
      answer(of.comparisons.$post({ param: { id: problemId }, json })),
  });
}

export type Comparisons = Awaited<ReturnType<ReturnType<typeof useComparisons>['mutateAsync']>>;

/** Computes the agreed test, or with another plan an exploratory look. */
export function useRunEvaluation(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (plan: EvaluationPlan | null) =>
      answer(of.runs.$post({ param: { id: problemId }, json: { plan } }, idempotent())),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['problems'] });
}
