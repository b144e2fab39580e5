import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAreas } from '../../api/areas.ts';
import { type Run, runResultQuery } from '../../api/runs.ts';
import type { AnswerOnMap } from '../../map/answer-on-map.ts';

const NO_AREAS: AnswerOnMap['areas'] = [];

/** A kept answer as the map draws it, once it is read; what reads it comes with the first. */
export function useKeptAnswer(run: Run | null): { answer: AnswerOnMap | null; error: Error | null } {
  const queries = useQueryClient();
  const areas = useAreas().data ?? NO_AREAS;
  const summary = run?.summary ?? null;
  const { data: result, error } = useQuery({
    queryKey: ['runs', 'read', run?.id ?? ''],
    queryFn: async () => {
      if (!run || !summary) return null;
      const [{ readRunResult }, bytes] = await Promise.all([
        import('../../map/run-result.ts'),
        queries.fetchQuery(runResultQuery(run.id)),
      ]);
      return readRunResult(bytes, summary);
    },
    enabled: summary !== null,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const bounds = summary?.bounds ?? null;
  const answer = useMemo(
    () => (result && summary ? { result, areas, bounds } : null),
    [result, summary, areas, bounds],
  );
  return { answer, error };
}
