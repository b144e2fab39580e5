import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, wholeList } from './client.ts';
import { makePasskey, signWithPasskey } from './passkeys.ts';

const account = client.api.account;

export const secondFactorQuery = queryOptions({
  queryKey: ['account', 'second-factor'],
  queryFn: ({ signal }) => answer(account['second-factor'].$get({}, { init: { signal } })),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }) =>
    (await wholeList((query) => answer(account.sessions.$get({ query }, { init: { signal } })))).items,
});

/** What the own sign-in asks for beside the passphrase. */
export const useSecondFactor = () => useQuery(secondFactorQuery);
/** Where this person is signed in. */
export const useOwnSessions = () => useQuery(ownSessionsQuery);

export type OwnSession = NonNullable<ReturnType<typeof useOwnSessions>['data']>[number];
/** The code of the app or a recovery code. */
export interface Proof {
  code?: string;
  recoveryCode?: string;
}

/** Holds for ten minutes. */
export function useProve() {
  return useMutation({
    mutationFn: (json: { passphrase: string }) => done(account.proof.$post({ json })),
  });
}

export function useProveByPasskey() {
  return useMutation({
    mutationFn: async () => {
      const { options } = await answer(account.proof['passkey-options'].$post());
      return done(account.proof.passkey.$post({ json: { credential: await signWithPasskey(options) } }));
    },
  });
}

export function useChangePassphrase() {
  return useChange((json: { current: string; passphrase: string }) =>
    done(account.passphrase.$put({ json })),
  );
}

export const passkeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: async ({ signal }) =>
    (await wholeList((query) => answer(account.passkeys.$get({ query }, { init: { signal } })))).items,
});

export const usePasskeys = () => useQuery(passkeysQuery);
export type Passkey = NonNullable<ReturnType<typeof usePasskeys>['data']>[number];

/** Makes a passkey in this browser; gives recovery codes, this once, to whoever had none. */
export function useAddPasskey() {
  return useChange(async ({ passphrase, name }: { passphrase: string; name: string }) => {
    const { options } = await answer(account.passkeys.options.$post({ json: { passphrase } }));
    const credential = await makePasskey(options);
    return answer(account.passkeys.$post({ json: { name, credential } }));
  });
}

export function useRemovePasskey() {
  return useChange(({ id, passphrase }: { id: string; passphrase: string }) =>
    done(account.passkeys[':id'].remove.$post({ param: { id }, json: { passphrase } })),
  );
}

/** Gives what the app is told; nothing is asked for before the first code was confirmed. */
export function useBeginApp() {
  return useMutation({
    mutationFn: (json: { passphrase: string }) => answer(account.totp.$post({ json })),
  });
}

/** Gives the recovery codes, this once; null when those of before go on. */
export function useConfirmApp() {
  return useChange((json: { code: string }) => answer(account.totp.confirm.$post({ json })));
}

export function useAppOff() {
  return useChange((json: Proof & { passphrase: string }) => done(account.totp.off.$post({ json })));
}

export function useRenewRecoveryCodes() {
  return useChange((json: Proof & { passphrase: string }) =>
    answer(account['recovery-codes'].$post({ json })),
  );
}

export function useEndSession() {
  return useChange((id: string) => done(account.sessions[':id'].$delete({ param: { id } })));
}

export function useEndOtherSessions() {
  return useChange((_: undefined) => answer(account.sessions['end-others'].$post()));
}

function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // Where a second factor was missing, roles hold from now on.
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['account'] }),
        queries.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
}
