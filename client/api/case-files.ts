import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, done } from './client.ts';

/** Writes into the history of a case that its file was taken out. */
export function useTakeOut(problemId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(client.api.problems[':id']['file-exports'].$post({ param: { id: problemId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['problems', 'history', problemId] }),
  });
}
