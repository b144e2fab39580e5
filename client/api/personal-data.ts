import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client, done } from './client.ts';
import { sessionQuery } from './session.ts';

const SURE = { sure: 'erase' as const };

/** Everything held about a person, as the text of a file; null: about oneself. */
export function usePersonalData() {
  return useMutation({
    mutationFn: async (id: string | null) => {
      const request =
        id === null ? client.api.account.data.$get() : client.api.people[':id'].data.$get({ param: { id } });
      return JSON.stringify(await answer(request), null, 2);
    },
  });
}

export function useForgetMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(client.api.account.data.erase.$post({ json: SURE })),
    onSuccess: () => queries.setQueryData(sessionQuery.queryKey, null),
  });
}

export function useForget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(client.api.people[':id'].erase.$post({ param: { id }, json: SURE })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
