import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Action, Role } from '../../server/app.ts';
import { ApiError, answer, client, done } from './client.ts';
import { signWithPasskey } from './passkeys.ts';

export interface SignedInUser {
  id: string;
  name: string;
  /** Null: everywhere. */
  roles: { role: Role; area: { id: number; name: string } | null }[];
  /** What the roles allow today, in some place at least. The server decides; this says what is worth showing. */
  may: Action[];
  /** The workspace asks for a second factor, and there is none: until then no role holds. */
  secondFactorMissing: boolean;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  /** Null when nobody is signed in: that is an answer, not a failure. */
  queryFn: async ({ signal }): Promise<SignedInUser | null> => {
    try {
      const { user, ...rest } = await answer(client.api.session.$get({}, { init: { signal } }));
      return { ...user, ...rest };
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export function useSession() {
  return useQuery(sessionQuery);
}

/** Whether this person may do this. False until it is known. */
export function useMay(action: Action): boolean {
  return useSession().data?.may.includes(action) ?? false;
}

/** Spends the token of a sign-in link: an existing account is signed in, a new one needs a name and a passphrase. */
export function useLink() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (token: string) => answer(client.api.session.link.$post({ json: { token } })),
    onSuccess: ({ user }) => (user ? refresh() : undefined),
  });
}

export function useCreateAccount() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: { token: string; name: string; passphrase: string }) =>
      answer(client.api.session.account.$post({ json })),
    onSuccess: refresh,
  });
}

export function useSignIn() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: { name: string; passphrase: string }) => answer(client.api.session.$post({ json })),
    onSuccess: ({ user }) => (user ? refresh() : undefined),
  });
}

/** What the second step may be made with. */
export type SecondStep = NonNullable<NonNullable<ReturnType<typeof useSignIn>['data']>['secondStep']>;

export function useSecondStep() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: { code: string } | { recoveryCode: string }) =>
      answer(client.api.session['second-step'].$post({ json })),
    onSuccess: refresh,
  });
}

/** The second step with a passkey of this browser. */
export function useSecondStepByPasskey() {
  const refresh = useRefresh();
  const step = client.api.session['second-step'];
  return useMutation({
    mutationFn: async () => {
      const { options } = await answer(step['passkey-options'].$post());
      return answer(step.passkey.$post({ json: { credential: await signWithPasskey(options) } }));
    },
    onSuccess: refresh,
  });
}

/** A new passphrase by a link that was made for it. */
export function useReset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: { token: string; passphrase: string }) =>
      answer(client.api.session.reset.$post({ json })),
    onSuccess: refresh,
  });
}

/** Ends the session. `forget` then drops everything it has read, once no view shows it any more. */
export function useSignOut() {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => done(client.api.session.$delete()),
    onSuccess: () => queries.setQueryData(sessionQuery.queryKey, null),
  });
  return { signOut: mutation.mutateAsync, forget: () => queries.clear() };
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
}
