import { useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';
import { useMay } from './session.ts';

/** Incidents of the rule of a case in each of the last 24 months, as exactly as the asker may see them. */
export function useProblemTrend(problemId: string) {
  const enabled = useMay('incident.overview');
  return useQuery({
    enabled,
    queryKey: ['problems', 'linked', problemId, 'trend'],
    queryFn: ({ signal }) =>
      answer(client.api.problems[':id'].trend.$get({ param: { id: problemId } }, { init: { signal } })),
  });
}
