import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, wholeList } from './client.ts';
import { useMay } from './session.ts';

const fetchMentions = (signal: AbortSignal) => answer(client.api.mentions.$get({}, { init: { signal } }));

export type Mention = Awaited<ReturnType<typeof fetchMentions>>['items'][number];

export const mentionsQuery = queryOptions({
  queryKey: ['mentions'],
  queryFn: ({ signal }) => fetchMentions(signal),
});

/** Where colleagues mention whoever is signed in, and how many of these are not read. */
export function useMentions() {
  return useQuery({ ...mentionsQuery, enabled: useMay('annotation.read') });
}

export function useReadMentions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (annotationIds: string[]) =>
      done(client.api.mentions.read.$post({ json: { annotationIds } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mentions'] }),
  });
}

/** Whom a note on this case can mention. */
export function useCaseReaders(problemId: string) {
  return useQuery({
    queryKey: ['problems', 'readers', problemId],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(
            client.api.problems[':id'].readers.$get(
              { param: { id: problemId }, query },
              { init: { signal } },
            ),
          ),
        )
      ).items,
    enabled: useMay('annotation.change'),
  });
}
