import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';
import { sessionQuery } from './session.ts';

/** The one cache. `onSignedOut` is called when the server says that nobody is signed in any more. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    // A wrong passphrase is a 401 too, and says nothing about a session.
    if (!(error instanceof ApiError) || error.code !== 'not_signed_in') return;
    if (queries.getQueryData(sessionQuery.queryKey) === null) return;
    queries.setQueryData(sessionQuery.queryKey, null);
    onSignedOut();
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
        // The server is on this machine or in this house: ask it even when the browser thinks there is no network.
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}

/** Trying again helps when the server was not there or busy, never when it refused. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}
