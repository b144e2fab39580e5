import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttachmentKind } from '../../server/app.ts';
import { ApiError, answer, client, done, idempotent, ifMatch } from './client.ts';

export type { AttachmentKind } from '../../server/app.ts';

function fetchAttachments(id: string, signal: AbortSignal) {
  return answer(client.api.problems[':id'].attachments.$get({ param: { id } }, { init: { signal } }));
}

export type Attachment = Awaited<ReturnType<typeof fetchAttachments>>['items'][number];

export function useAttachments(problemId: string) {
  return useQuery({
    queryKey: ['problems', 'attachments', problemId],
    queryFn: async ({ signal }) => (await fetchAttachments(problemId, signal)).items,
  });
}

/** Where the server has a photo or document, large or as a small picture. */
export function addressOf({ problemId, id }: Attachment, what: 'content' | 'preview'): string {
  return `/api/problems/${problemId}/attachments/${id}/${what}`;
}

export interface NewAttachment {
  file: File;
  kind: AttachmentKind;
  caption: string;
  takenOn: string;
  showsPeople: 'yes' | 'no';
}

/** `onSent` hears how much of the file went out, 0 to 1. */
export function useAttach(problemId: string, onSent: (share: number) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: NewAttachment) =>
      sendForm(`/api/problems/${problemId}/attachments`, formOf(input), onSent),
    onSuccess: refresh,
  });
}

export type AttachmentChange = Pick<NewAttachment, 'kind' | 'caption' | 'takenOn'>;

export function useDescribeAttachment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ attachment, change }: { attachment: Attachment; change: AttachmentChange }) =>
      answer(
        client.api.problems[':id'].attachments[':attachmentId'].$patch(
          { param: paramOf(attachment), json: { ...change, takenOn: change.takenOn || null } },
          ifMatch(attachment),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveAttachment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (attachment: Attachment) =>
      done(client.api.problems[':id'].attachments[':attachmentId'].$delete({ param: paramOf(attachment) })),
    onSuccess: refresh,
  });
}

export function useRestoreAttachment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (attachment: Attachment) =>
      answer(
        client.api.problems[':id'].attachments[':attachmentId'].restore.$post({ param: paramOf(attachment) }),
      ),
    onSuccess: refresh,
  });
}

const paramOf = ({ problemId, id }: Attachment) => ({ id: problemId, attachmentId: id });

function formOf({ file, takenOn, ...said }: NewAttachment): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(said)) form.set(field, value);
  if (takenOn) form.set('takenOn', takenOn);
  form.set('file', file);
  return form;
}

/** Sends a form by the older of the two ways browsers have, for the other does not say how much went out. */
function sendForm(address: string, form: FormData, onSent: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Idempotency-Key', idempotent().headers['Idempotency-Key']);
    request.responseType = 'text';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      request.status < 300 ? resolve() : reject(refusalOf(request.status, request.responseText)),
    );
    request.addEventListener('error', () =>
      reject(
        new ApiError(0, {
          code: 'unreachable',
          detail: 'The file did not reach the workbench. Look whether you are connected, then try again.',
        }),
      ),
    );
    request.send(form);
  });
}

function refusalOf(status: number, text: string): ApiError {
  try {
    return new ApiError(status, Object(JSON.parse(text)));
  } catch {
    return new ApiError(status, {});
  }
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['problems'] });
}
