import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotentAs, wholeList } from './client.ts';
import type { PaperRow } from './concerns.ts';
import type { NewBatch } from './phones.ts';
import { useMay } from './session.ts';

/** What was written on paper and is typed: each with the key it was first sent with, so that it arrives once. */

export interface KeyedBatch {
  readonly ballotId: string;
  readonly batch: NewBatch;
  readonly key: string;
}

/** Piles of papers, one after the other: what was taken is not taken again when a later one has to be tried again. */
export function useTypeBatches() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (batches: readonly KeyedBatch[]) => {
      for (const { ballotId, batch, key } of batches)
        await answer(
          client.api.ballots[':id'].batches.$post(
            { param: { id: ballotId }, json: batch },
            idempotentAs(key),
          ),
        );
    },
    // Those before the one that failed are counted.
    onSettled: () => queries.invalidateQueries({ queryKey: ['phones'] }),
  });
}

export function useTypeConcerns() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ rows, key }: { rows: PaperRow[]; key: string }) =>
      (await answer(client.api.concerns.batch.$post({ json: { rows } }, idempotentAs(key)))).items,
    onSettled: () => queries.invalidateQueries({ queryKey: ['concerns'] }),
  });
}

/** Concerns that came from a sheet: its code stands in each. */
export function useConcernsOfSheet(code: string) {
  return useQuery({
    queryKey: ['concerns', 'sheet', code],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(client.api.concerns.$get({ query: { ...query, text: code } }, { init: { signal } })),
        )
      ).items,
    enabled: useMay('concern.read') && code !== '',
  });
}
