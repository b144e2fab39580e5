import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done } from './client.ts';
import { sessionQuery } from './session.ts';

const provider = client.api.session.provider;
const own = client.api.account.provider;

/** The provider people can sign in through; null: there is none. */
export function useProvider() {
  return useQuery({
    queryKey: ['provider'],
    queryFn: async ({ signal }) => (await answer(provider.$get({}, { init: { signal } }))).provider,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Leaves for the provider; `join`: to make the account of an invitation. */
export function useGoToProvider() {
  return useMutation({
    mutationFn: (join: { token: string; name: string } | undefined) =>
      answer(provider.$post({ json: join ? { join } : {} })),
    onSuccess: leaveFor,
  });
}

/** Back from the provider, with what it gave the browser. */
export function useFinishAtProvider() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (query: string) => answer(provider.finish.$post({ json: { query } })),
    onSuccess: ({ user }) =>
      user
        ? queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
        : queries.invalidateQueries({ queryKey: OWN }),
  });
}

const OWN = ['account', 'provider'];

export const ownProviderQuery = queryOptions({
  queryKey: OWN,
  queryFn: async ({ signal }) => (await answer(own.$get({}, { init: { signal } }))).provider,
});

/** Since when this person signs in through the provider. */
export const useOwnProvider = () => useQuery(ownProviderQuery);

export function useLinkWithProvider() {
  return useMutation({ mutationFn: () => answer(own.$post()), onSuccess: leaveFor });
}

export function useUnlinkFromProvider() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(own.$delete()),
    onSuccess: () => queries.invalidateQueries({ queryKey: OWN }),
  });
}

function leaveFor({ address }: { address: string }): void {
  window.location.assign(address);
}
