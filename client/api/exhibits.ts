import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, wholeList } from './client.ts';
import type { Run } from './runs.ts';
import { useMay } from './session.ts';

function fetchExhibits(problemId: string, signal: AbortSignal) {
  return wholeList((query) =>
    answer(
      client.api.problems[':id'].exhibits.$get({ param: { id: problemId }, query }, { init: { signal } }),
    ),
  );
}

type Kept = Awaited<ReturnType<typeof fetchExhibits>>['items'][number];

/** An answer kept on a problem case. */
export type Exhibit = Omit<Kept, 'run'> & { readonly run: Run };

/** The answers kept on a case, the oldest first. */
function exhibitsQuery(problemId: string) {
  return queryOptions({
    queryKey: ['problems', 'exhibits', problemId],
    queryFn: async ({ signal }) => (await fetchExhibits(problemId, signal)).items as Exhibit[],
  });
}

export function useExhibits(problemId: string) {
  return useQuery({ ...exhibitsQuery(problemId), enabled: useMay('exhibit.read') });
}

export function useKeepRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ problemId, runId, note }: { problemId: string; runId: string; note: string }) =>
      answer(
        client.api.problems[':id'].exhibits.$post(
          { param: { id: problemId }, json: { runId, note } },
          idempotent(),
        ),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['problems'] }),
  });
}

export function useRemoveExhibit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ problemId, id }: { problemId: string; id: string }) =>
      done(
        client.api.problems[':id'].exhibits[':exhibitId'].$delete({
          param: { id: problemId, exhibitId: id },
          query: {},
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['problems'] }),
  });
}

const WAIT_MS = 500;

/** The same question on the data of today; waits until the new run has ended, so that the difference can be told. */
export function useRunAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (runId: string) => {
      const ask = () => answer(client.api.runs[':id'].again.$post({ param: { id: runId } }));
      let again = await ask();
      while (again.run.state === 'running') {
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        again = await ask();
      }
      return again;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['runs', 'list'] }),
  });
}

export type RunAgain = Awaited<ReturnType<ReturnType<typeof useRunAgain>['mutateAsync']>>;
export type RunDifference = NonNullable<RunAgain['difference']>;
