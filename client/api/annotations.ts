import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import type { Annotation as AnnotationRecord } from './records.ts';
import { useMay } from './session.ts';

/** A note, with whom it addresses by their names of today; `reads`: whether they may still read the case. */
export type Annotation = AnnotationRecord & { mentions: { id: string; name: string; reads: boolean }[] };

/** Notes on the map and on problems; of one problem when its id is given. */
export function annotationsQuery(problemId?: string) {
  return queryOptions({
    queryKey: ['annotations', problemId ?? 'all'],
    queryFn: async ({ signal }): Promise<Annotation[]> =>
      (
        await wholeList((query) =>
          answer(
            client.api.annotations.$get(
              { query: { ...query, ...(problemId && { problem: problemId }) } },
              { init: { signal } },
            ),
          ),
        )
      ).items,
  });
}

export function useAnnotations(problemId?: string) {
  return useQuery({ ...annotationsQuery(problemId), enabled: useMay('annotation.read') });
}

export type NewAnnotation = Parameters<typeof client.api.annotations.$post>[0]['json'];
export type AnnotationChange = Parameters<(typeof client.api.annotations)[':id']['$patch']>[0]['json'];

export function useCreateAnnotation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewAnnotation) => answer(client.api.annotations.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useUpdateAnnotation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ annotation, change }: { annotation: Annotation; change: AnnotationChange }) =>
      answer(
        client.api.annotations[':id'].$patch(
          { param: { id: annotation.id }, json: change },
          ifMatch(annotation),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveAnnotation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (annotation: Annotation) =>
      done(
        client.api.annotations[':id'].$delete(
          { param: { id: annotation.id }, query: {} },
          ifMatch(annotation),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRestoreAnnotation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => answer(client.api.annotations[':id'].restore.$post({ param: { id } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['annotations'] });
    await queries.invalidateQueries({ queryKey: ['problems', 'history'] });
  };
}
