import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch, isStale, wholeList } from './client.ts';

const inner = client.api['public-answers'];
const board = client.api['published-answers'];

/** What an answer is about. */
export type AnswerAbout = { problemId: string } | { meetingId: string };

/** Public answers in any state, of the cases and meetings one reads or of one of them, the newest first. */
export function usePublicAnswers(about?: AnswerAbout) {
  return useQuery({
    queryKey: ['public-answers', 'list', about ?? 'all'],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(inner.$get({ query: { ...query, ...about } }, { init: { signal } })),
        )
      ).items,
  });
}

export const usePublicAnswer = (id: string) =>
  useQuery({
    queryKey: ['public-answers', 'one', id],
    queryFn: ({ signal }) => answer(inner[':id'].$get({ param: { id } }, { init: { signal } })),
  });

/** What stands in the way of the release, of this version. */
export const useAnswerCheck = ({ id, version }: { id: string; version: number }) =>
  useQuery({
    queryKey: ['public-answers', 'check', id, version],
    queryFn: ({ signal }) => answer(inner[':id'].check.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

/** What everybody may read, without an account. */
export const usePublishedAnswers = () =>
  useQuery({
    queryKey: ['published-answers', 'list'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(board.$get({ query }, { init: { signal } })))).items,
    staleTime: 0,
  });

export const usePublishedAnswer = (id: string) =>
  useQuery({
    queryKey: ['published-answers', 'one', id],
    queryFn: ({ signal }) => answer(board[':id'].$get({ param: { id } }, { init: { signal } })),
  });

export type PublicAnswer = NonNullable<ReturnType<typeof usePublicAnswer>['data']>;
export type AnswerCheck = NonNullable<ReturnType<typeof useAnswerCheck>['data']>;
export type AnswerWords = PublicAnswer['words'];
export type AnswerTexts = AnswerWords['languages'][number];
export type PublishedAnswer = NonNullable<ReturnType<typeof usePublishedAnswer>['data']>;
export type PublishedAnswerLine = NonNullable<ReturnType<typeof usePublishedAnswers>['data']>[number];

export function useDraftAnswer() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (about: AnswerAbout) => answer(inner.$post({ json: about }, idempotent())),
    onSuccess: refresh,
  });
}

/** The words as a whole; the lists are read from the record anew. */
export function useWriteAnswer(of: Pick<PublicAnswer, 'id' | 'version'>) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: AnswerWords) => answer(inner[':id'].$put({ param: { id: of.id }, json }, ifMatch(of))),
    onSuccess: refresh,
    onError: (error) => (isStale(error) ? refresh() : undefined),
  });
}

export type AnswerStep =
  | { step: 'translated' | 'release' | 'discard' }
  | { step: 'approve'; wordsRead: boolean }
  | { step: 'withdraw' | 'correction'; reason: string };

/** The next step of one answer; a step against an older version is refused, and the newest is read. */
export function useAnswerStep(of: Pick<PublicAnswer, 'id' | 'version'>) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (taken: AnswerStep): Promise<PublicAnswer> => take(of, taken),
    onSuccess: refresh,
    onError: (error) => (isStale(error) ? refresh() : undefined),
  });
}

function take(of: Pick<PublicAnswer, 'id' | 'version'>, taken: AnswerStep): Promise<PublicAnswer> {
  const param = { id: of.id };
  switch (taken.step) {
    case 'approve': {
      const { wordsRead } = taken;
      return answer(inner[':id'].approve.$post({ param, json: { wordsRead } }, ifMatch(of)));
    }
    case 'withdraw':
      return answer(inner[':id'].withdraw.$post({ param, json: { reason: taken.reason } }, ifMatch(of)));
    case 'correction':
      return answer(inner[':id'].correction.$post({ param, json: { reason: taken.reason } }, idempotent()));
    default:
      return answer(inner[':id'][taken.step].$post({ param }, ifMatch(of)));
  }
}

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        ['public-answers'],
        ['published-answers'],
        ['chain'],
        ['problems', 'gates'],
        ['problems', 'history'],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}
