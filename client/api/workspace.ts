import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, ifMatch } from './client.ts';
import { useMay } from './session.ts';

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => answer(client.api.workspace.$get({}, { init: { signal } })),
});

/** Name, timezone and bounds of everything loaded; `demo` while the fictional district is in. */
export function useWorkspace() {
  return useQuery({ ...workspaceQuery, enabled: useMay('workspace.read') });
}

export type WorkspaceChange = Parameters<typeof client.api.workspace.$patch>[0]['json'];

export function useUpdateWorkspace() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number; change: WorkspaceChange }) =>
      answer(client.api.workspace.$patch({ json: change }, ifMatch({ version }))),
    onSuccess: () => queries.invalidateQueries({ queryKey: workspaceQuery.queryKey }),
  });
}
