import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

/** Ways of responding: those of the library, and the workspace's own after them. */
export function useResponseCards() {
  return useQuery({
    queryKey: ['response-cards'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(client.api['response-cards'].$get({ query }, { init: { signal } }))))
        .items,
    enabled: useMay('response-card.read'),
  });
}

export type ResponseCard = NonNullable<ReturnType<typeof useResponseCards>['data']>[number];
export type CardFields = Parameters<(typeof client.api)['response-cards']['$post']>[0]['json'];

/** The cases in which an option begun from this card was chosen. */
export function useTriedBefore(cardId: string) {
  return useQuery({
    queryKey: ['response-cards', 'tried', cardId],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(
            client.api['response-cards'][':id'].tried.$get(
              { param: { id: cardId }, query },
              { init: { signal } },
            ),
          ),
        )
      ).items,
    enabled: useMay('problem.read'),
  });
}

export function useAddCard() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: CardFields) => answer(client.api['response-cards'].$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useChangeCard() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, version, fields }: { id: string; version: number; fields: CardFields }) =>
      answer(client.api['response-cards'][':id'].$put({ param: { id }, json: fields }, ifMatch({ version }))),
    onSuccess: refresh,
  });
}

export function useRemoveCard() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (card: { id: string; version: number }) =>
      done(client.api['response-cards'][':id'].$delete({ param: { id: card.id }, query: {} }, ifMatch(card))),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['response-cards'] });
}
