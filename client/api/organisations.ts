import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, wholeList } from './client.ts';
import { useMay } from './session.ts';

/** Who makes promises; `mine` is the one that whoever is signed in speaks for. */
export function useOrganisations() {
  return useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) =>
      wholeList((query) => answer(client.api.organisations.$get({ query }, { init: { signal } }))),
    enabled: useMay('organisation.read'),
  });
}

export type Organisation = NonNullable<ReturnType<typeof useOrganisations>['data']>['items'][number];
export type OrganisationKind = Organisation['kind'];

export function useAddOrganisation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: Pick<Organisation, 'name' | 'kind'>) =>
      answer(client.api.organisations.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

/** Lets an account speak for an organisation; null: for none. */
export function useAssignSpeaker() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ userId, organisationId }: { userId: string; organisationId: number | null }) =>
      done(
        client.api.organisations.speakers[':id'].$put({ param: { id: userId }, json: { organisationId } }),
      ),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['organisations'] });
}
