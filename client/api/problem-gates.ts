import { useQuery } from '@tanstack/react-query';
import type { RuleState } from '../../server/app.ts';
import { answer, client } from './client.ts';

export type GateRule = RuleState;

/** Every rule of the gates, each with whether it holds for the case now. */
export function useGates(problemId: string) {
  return useQuery({
    queryKey: ['problems', 'gates', problemId],
    queryFn: async ({ signal }): Promise<GateRule[]> =>
      (
        await answer(
          client.api.problems[':id'].gates.$get({ param: { id: problemId } }, { init: { signal } }),
        )
      ).items,
  });
}
