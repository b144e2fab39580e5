import { useMemo } from 'react';
import { useCaseLeads, useCaseWorkers } from '../../api/problem-leads.ts';
import { useProblemHistory } from '../../api/problems.ts';

/** Names of the accounts that lead a case, could lead it, or worked on it, by their ids. */
export function useLeadNames(problemId: string): ReadonlyMap<string, string> {
  const { data: leads } = useCaseLeads(problemId);
  const { data: workers } = useCaseWorkers(problemId);
  const { data: history } = useProblemHistory(problemId);
  return useMemo(
    () =>
      new Map([
        ...(history ?? []).flatMap(({ actor, actorName }) =>
          actor !== null && actorName !== null ? [[actor, actorName] as const] : [],
        ),
        ...[...(workers ?? []), ...(leads ?? [])].map(({ id, name }) => [id, name] as const),
      ]),
    [history, workers, leads],
  );
}
