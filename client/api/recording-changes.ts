import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

const of = client.api['recording-changes'];

/** Days from which incidents were recorded in another way, the newest first. */
export function useRecordingChanges() {
  return useQuery({
    queryKey: ['recording-changes'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(of.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('dataset.read'),
  });
}

export type RecordingChange = NonNullable<ReturnType<typeof useRecordingChanges>['data']>[number];
export type RecordingChangeFields = Pick<
  RecordingChange,
  'fromDay' | 'untilDay' | 'areaId' | 'categoryId' | 'kind' | 'effect' | 'note'
>;

export function useAddRecordingChange() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: RecordingChangeFields) => answer(of.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useCorrectRecordingChange() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ change, json }: { change: RecordingChange; json: RecordingChangeFields }) =>
      answer(of[':id'].$put({ param: { id: String(change.id) }, json }, ifMatch(change))),
    onSuccess: refresh,
  });
}

export function useRemoveRecordingChange() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: number) => done(of[':id'].$delete({ param: { id: String(id) } })),
    onSuccess: refresh,
  });
}

/** A plan that is being written is looked at anew: a change may lie inside it. */
function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['recording-changes'] });
    await queries.invalidateQueries({ queryKey: ['problems', 'evaluation-preview'] });
  };
}
