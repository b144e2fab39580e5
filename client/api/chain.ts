import { useQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

export type ChainKind = 'concern' | 'run' | 'problem' | 'commitment' | 'answer' | 'publication';

/** All that belongs to one thing, from the concern to the answer. */
export function useChain(kind: ChainKind, id: string) {
  return useQuery({
    queryKey: ['chain', kind, id],
    queryFn: async ({ signal }) =>
      (await answer(client.api.chain[':kind'][':id'].$get({ param: { kind, id } }, { init: { signal } })))
        .items,
  });
}
export type ChainStep = NonNullable<ReturnType<typeof useChain>['data']>[number];
export type ChainItem = ChainStep['items'][number];
export type ChainStepName = ChainStep['step'];
