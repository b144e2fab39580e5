import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportKind, ImportProgress, ImportRequest, Inspection } from '../../server/app.ts';
import { answer, client, done, errorOf, wholeList } from './client.ts';
import type { ImportRecord } from './records.ts';

export type {
  ColumnRole,
  ImportKind,
  ImportProgress,
  ImportRequest,
  ImportTarget,
  Inspection,
  InspectionNote,
  Mapping,
  PositionSource,
  RefusalReason,
  RowFlag,
  TimeSource,
  WarningCode,
} from '../../server/app.ts';

export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async ({ signal }): Promise<ImportRecord[]> =>
    (await wholeList((query) => answer(client.api.imports.$get({ query }, { init: { signal } })))).items,
});

export function useImports() {
  return useQuery(importsQuery);
}

/** Sends the file to be looked into; nothing is stored. */
export async function inspectFile(
  file: File,
  options: { kind?: ImportKind; draft?: string },
  signal: AbortSignal,
): Promise<Inspection> {
  const query = new URLSearchParams({ name: file.name });
  if (options.kind) query.set('kind', options.kind);
  if (options.draft) query.set('draft', options.draft);
  return send<Inspection>('POST', `/api/imports/inspect?${query}`, file, signal);
}

/** Says what is to be done with the file that `sendFile` sends next. */
export function createImport(request: ImportRequest): Promise<{ id: string }> {
  return answer(client.api.imports.$post({ json: request }));
}

export async function sendFile(id: string, file: File, signal: AbortSignal): Promise<ImportRecord> {
  return send<ImportRecord>('PUT', `/api/imports/${encodeURIComponent(id)}/file`, file, signal);
}

export function importProgress(id: string): Promise<ImportProgress> {
  return answer(client.api.imports[':id'].progress.$get({ param: { id } }));
}

export function cancelImport(id: string): Promise<void> {
  return done(client.api.imports[':id'].cancel.$post({ param: { id } }));
}

/** Takes the rows of one import out again. */
export function useUndoImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(client.api.imports[':id'].$delete({ param: { id }, query: {} })),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function refusedRowsAddress(id: string): string {
  return `/api/imports/${encodeURIComponent(id)}/refused.csv`;
}

/** Streams the file as it is: the typed client has no word for a body of bytes. */
async function send<T>(method: string, address: string, body: File, signal: AbortSignal): Promise<T> {
  const reply = await fetch(address, {
    method,
    body,
    signal,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  if (!reply.ok) throw await errorOf(reply);
  return reply.json();
}
