import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';
import { useTriedAgain } from './tried-again.ts';

export type {
  AffectedGroup,
  Channel,
  DeclineReason,
  Frequency,
  Harm,
  KeptState,
  Pathway,
  Precision,
  ReporterType,
  ShownConcern as Concern,
  Step,
  TextWarning,
  TriageStep,
} from '../../server/app.ts';

import type { ShownConcern as Concern, KeptState, TriageStep } from '../../server/app.ts';

const KEY = ['concerns'];
const routes = client.api.concerns;

/** What a list of concerns is narrowed to; comes from the address. */
export interface ConcernFilter {
  state?: KeptState | undefined;
  area?: number | undefined;
  category?: number | undefined;
  overdue?: boolean | undefined;
  text?: string | undefined;
}

const AT_ONCE = '100';

export function useConcerns(filter: ConcernFilter) {
  const { state, area, category, overdue, text } = filter;
  const query = {
    limit: AT_ONCE,
    ...(state && { state }),
    ...(area && { area: String(area) }),
    ...(category && { category: String(category) }),
    ...(overdue && { overdue: 'true' as const }),
    ...(text && { text }),
  };
  return useInfiniteQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        routes.$get({ query: { ...query, ...(pageParam && { after: pageParam }) } }, { init: { signal } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useMay('concern.read'),
  });
}

/** All of them, for the map. */
export function useAllConcerns() {
  return useQuery({
    queryKey: [...KEY, 'all'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(routes.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('concern.read'),
  });
}

/** Those that belong to a case. */
export function useConcernsOfProblem(problem: string) {
  return useQuery({
    queryKey: [...KEY, 'of', problem],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(routes.$get({ query: { ...query, problem } }, { init: { signal } })),
        )
      ).items,
    enabled: useMay('concern.read'),
  });
}

export function useConcern(id: string) {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => answer(routes[':id'].$get({ param: { id } }, { init: { signal } })),
  });
}

export function useConcernSteps(id: string) {
  return useQuery({
    queryKey: [...KEY, 'steps', id],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(routes[':id'].steps.$get({ param: { id }, query }, { init: { signal } })),
        )
      ).items,
  });
}
export type ConcernStep = NonNullable<ReturnType<typeof useConcernSteps>['data']>[number];

export function useReferrals() {
  return useQuery({
    queryKey: [...KEY, 'referrals'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(routes.referrals.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('protected-referral.read'),
  });
}

export type NewConcern = Parameters<typeof routes.$post>[0]['json'];
export type PaperRow = Parameters<typeof routes.batch.$post>[0]['json']['rows'][number];

export function useTakeIn() {
  const triedAgain = useTriedAgain();
  return useChange((json: NewConcern) =>
    triedAgain(json, (headers) => answer(routes.$post({ json }, headers))),
  );
}
export type TakenIn = NonNullable<ReturnType<typeof useTakeIn>['data']>;

export function useTakeInPaper() {
  const triedAgain = useTriedAgain();
  return useChange(async (rows: PaperRow[]) => {
    const send = (headers: Parameters<typeof routes.batch.$post>[1]) =>
      answer(routes.batch.$post({ json: { rows } }, headers));
    return (await triedAgain(rows, send)).items;
  });
}
export type RowVerdict = NonNullable<ReturnType<typeof useTakeInPaper>['data']>[number];

/** Looks through a text for what had better not be in it; nothing of it is kept. */
export function useCheckText() {
  return useMutation({
    mutationFn: async (json: { summary: string; detail: string }) =>
      (await answer(routes.check.$post({ json }))).items,
  });
}
export type FoundWords = NonNullable<ReturnType<typeof useCheckText>['data']>[number];

export type ConcernChange = Parameters<(typeof routes)[':id']['$patch']>[0]['json'];

export function useCorrectConcern() {
  return useChange(({ concern, change }: { concern: Concern; change: ConcernChange }) =>
    answer(routes[':id'].$patch({ param: { id: concern.id }, json: change }, ifMatch(concern))),
  );
}

export function useTriage() {
  return useChange(({ concern, step }: { concern: Pick<Concern, 'id' | 'version'>; step: TriageStep }) =>
    answer(routes[':id'].triage.$post({ param: { id: concern.id }, json: step }, ifMatch(concern))),
  );
}

/** Where the photo of a concern lies. */
export const photoAddress = ({ id, version }: Concern, what: 'photo' | 'photo/preview'): string =>
  `/api/concerns/${encodeURIComponent(id)}/${what}?v=${version}`;

export function useTakePhotoOut() {
  return useChange((concern: Concern) =>
    answer(routes[':id'].photo.$delete({ param: { id: concern.id } }, ifMatch(concern))),
  );
}

/** Every look is in the history: it is asked for by hand and kept nowhere. */
export function useReadContact() {
  return useMutation({
    mutationFn: async (id: string) => (await answer(routes[':id'].contact.$get({ param: { id } }))).contact,
    gcTime: 0,
  });
}

export function useForgetContact() {
  return useChange((concern: Concern) =>
    answer(routes[':id'].contact.$delete({ param: { id: concern.id } }, ifMatch(concern))),
  );
}

export function useFindByReceipt() {
  return useMutation({
    mutationFn: (receipt: string) => answer(routes.receipt.$post({ json: { receipt } })),
    gcTime: 0,
  });
}

export function useErase() {
  return useChange((concern: Concern) =>
    answer(routes[':id'].erase.$post({ param: { id: concern.id } }, ifMatch(concern))),
  );
}

function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: KEY }) });
}
