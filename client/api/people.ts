import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, wholeList } from './client.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) =>
    (await wholeList((query) => answer(client.api.people.$get({ query }, { init: { signal } })))).items,
});

export const invitationsQuery = queryOptions({
  queryKey: ['people', 'invitations'],
  queryFn: async ({ signal }) =>
    (await wholeList((query) => answer(client.api.people.invitations.$get({ query }, { init: { signal } }))))
      .items,
});

export const usePeople = () => useQuery(peopleQuery);
export const useInvitations = () => useQuery(invitationsQuery);

export type Person = NonNullable<ReturnType<typeof usePeople>['data']>[number];
export type Membership = Person['memberships'][number];
export type Role = Membership['role'];
export type Invitation = NonNullable<ReturnType<typeof useInvitations>['data']>[number];

/** The reply holds the token of the link; it is shown this once. */
export function useInvite() {
  return useChange((json: { roles: Role[]; areaId: number | null; termTo: string | null; days: number }) =>
    answer(client.api.people.invitations.$post({ json })),
  );
}

export function useWithdraw() {
  return useChange((id: string) => done(client.api.people.invitations[':id'].$delete({ param: { id } })));
}

/** `areaId` null: everywhere. */
export interface NewRole {
  role: Role;
  areaId: number | null;
  to: string | null;
}

export function useGiveRole() {
  return useChange(({ id, json }: { id: string; json: NewRole }) =>
    answer(client.api.people[':id'].memberships.$post({ param: { id }, json })),
  );
}

/** From the next request on the role is not held any more. */
export function useEndRole() {
  return useChange(({ id }: Pick<Membership, 'id'>) =>
    answer(client.api.people.memberships[':id'].end.$post({ param: { id: String(id) }, json: {} })),
  );
}

/** Signs somebody out everywhere, at once. */
export function useEndSessionsOf() {
  return useChange((id: string) => answer(client.api.people[':id']['end-sessions'].$post({ param: { id } })));
}

function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // What one may do oneself may have changed with it.
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: peopleQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
}
