import { useQuery } from '@tanstack/react-query';
import { answer, client, wholeList } from './client.ts';
import { useMay } from './session.ts';

/** Those who lead a case by an account, by their names of today; `works`: whether they may still work on it. */
export function useCaseLeads(problemId: string) {
  return useQuery({
    queryKey: ['problems', 'leads', problemId],
    queryFn: async ({ signal }) =>
      (
        await answer(
          client.api.problems[':id'].leads.$get({ param: { id: problemId } }, { init: { signal } }),
        )
      ).items,
    enabled: useMay('problem.read'),
  });
}

/** Those who may work on a case, and so lead it. */
export function useCaseWorkers(problemId: string) {
  return useQuery({
    queryKey: ['problems', 'workers', problemId],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(
            client.api.problems[':id'].workers.$get(
              { param: { id: problemId }, query },
              { init: { signal } },
            ),
          ),
        )
      ).items,
    enabled: useMay('problem.change'),
  });
}
