import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client.ts';
import type { NewCommitment } from './commitments.ts';

/** Asked again this often, besides being told of changes: how soon a screen notices that the server is away. */
const ASK_EVERY_MS = 5000;
/** A screen says that it is on: twice before the server takes it for off. */
const BEAT_EVERY_MS = 15_000;

/** A meeting as it stands on the wall, and when it was heard by the clock of this page. */
export function useShownMeeting(id: string) {
  return useQuery({
    queryKey: ['meetings', 'show', id],
    queryFn: async ({ signal }) => {
      const shown = await answer(
        client.api.meetings[':id'].show.$get({ param: { id } }, { init: { signal } }),
      );
      return { ...shown, heardAt: performance.now() };
    },
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
    retry: false,
    staleTime: 0,
  });
}

export type ShownMeeting = NonNullable<ReturnType<typeof useShownMeeting>['data']>;
export type ShownItem = ShownMeeting['items'][number];

/** What an item is about. The card of the next one is asked for ahead: it is there when the room gets to it. */
export function useShownCard(id: string, itemId: string | null) {
  return useQuery({
    queryKey: ['meetings', 'card', id, itemId ?? ''],
    queryFn: ({ signal }) =>
      answer(
        client.api.meetings[':id'].show[':itemId'].$get(
          { param: { id, itemId: itemId ?? '' } },
          { init: { signal } },
        ),
      ),
    enabled: itemId !== null,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Votes of an item; refetched with every voice that comes in, so apart from the card. */
export function useShownVotes(id: string, itemId: string) {
  return useQuery({
    queryKey: ['phones', 'shown-votes', id, itemId],
    queryFn: ({ signal }) =>
      answer(
        client.api.meetings[':id'].show[':itemId'].votes.$get(
          { param: { id, itemId } },
          { init: { signal } },
        ),
      ),
  });
}

export type ShownVote = NonNullable<ReturnType<typeof useShownVotes>['data']>['items'][number];
export type ShownCard = NonNullable<ReturnType<typeof useShownCard>['data']>;
export type ShownPromise = NonNullable<ShownCard['commitment']>;

/** The meeting with what whoever is signed in may do with it. */
export function useMeetingToRun(id: string) {
  return useQuery({
    queryKey: ['meetings', 'run', id],
    queryFn: ({ signal }) => answer(client.api.meetings[':id'].$get({ param: { id } }, { init: { signal } })),
  });
}

export type MeetingToRun = NonNullable<ReturnType<typeof useMeetingToRun>['data']>;

/** The agenda with its notes, for whoever presents. */
export function useAgendaToRun(id: string) {
  return useQuery({
    queryKey: ['meetings', 'agenda-to-run', id],
    queryFn: ({ signal }) =>
      answer(client.api.meetings[':id'].agenda.$get({ param: { id } }, { init: { signal } })),
  });
}

export type ItemToRun = NonNullable<ReturnType<typeof useAgendaToRun>['data']>['items'][number];

const pointKey = (id: string) => ['meetings', 'point', id];

/** Says which item is talked about. One after the other, so that the last press is what stays. */
export function usePoint(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationKey: pointKey(id),
    scope: { id: `point ${id}` },
    mutationFn: (itemId: string) =>
      answer(client.api.meetings[':id'].current.$put({ param: { id }, json: { itemId } })),
    onSettled: refresh,
  });
}

/** What was pressed last and is not yet so on the server; null: nothing is under way. */
export function usePressed(id: string): string | null {
  const pressed = useMutationState({
    filters: { mutationKey: pointKey(id), status: 'pending' },
    select: ({ state }) => (typeof state.variables === 'string' ? state.variables : null),
  });
  return pressed.at(-1) ?? null;
}

export function useStartMeeting() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (meeting: MeetingToRun) =>
      answer(client.api.meetings[':id'].start.$post({ param: { id: meeting.id } }, ifMatch(meeting))),
    onSettled: refresh,
  });
}

/** Records what came of an item, or that it is done or put off. */
export function useRecordItem() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ item, change }: { item: ItemToRun; change: Recorded }) =>
      answer(
        client.api['agenda-items'][':id'].$patch({ param: { id: item.id }, json: change }, ifMatch(item)),
      ),
    onSettled: refresh,
  });
}

type Recorded = { outcome?: string; state?: 'open' | 'done' | 'deferred' };

/** The screens that are on, and whether they are dark. */
export function useScreens(id: string) {
  return useQuery({
    queryKey: ['meetings', 'screens', id],
    queryFn: ({ signal }) =>
      answer(client.api.meetings[':id'].screens.$get({ param: { id } }, { init: { signal } })),
    refetchInterval: BEAT_EVERY_MS,
  });
}

/** Tells the server that this screen is on, again and again until the returned function is called. */
export function keepOn(id: string, what: 'show' | 'present'): () => void {
  const param = { id, screenId: Array.from(crypto.getRandomValues(new Uint32Array(3))).join('-') };
  const tell = () =>
    void client.api.meetings[':id'].screens[':screenId']
      .$put({ param, json: { what } })
      // A server that is away is said by the meeting itself.
      .catch(() => undefined);
  tell();
  const timer = setInterval(tell, BEAT_EVERY_MS);
  const leave = () =>
    void client.api.meetings[':id'].screens[':screenId']
      .$delete({ param }, { init: { keepalive: true } })
      .catch(() => undefined);
  window.addEventListener('pagehide', leave);
  return () => {
    clearInterval(timer);
    window.removeEventListener('pagehide', leave);
    leave();
  };
}

export function useBlank(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (isBlank: boolean) =>
      answer(client.api.meetings[':id'].blank.$put({ param: { id }, json: { isBlank } })),
    onSuccess: (screens) => queries.setQueryData(['meetings', 'screens', id], screens),
  });
}

export interface PromisedHere {
  readonly promise: NewCommitment & { organisationId: number; dueOn: string; evidenceOfDone: string };
  /** Its organisation is in the room and agrees. */
  readonly isAgreed: boolean;
  /** Whether it may be put on the agenda, by which it is known to be of this meeting. */
  readonly mayAdd: boolean;
}

/** Writes down what is promised in the room: proposed, agreed if its organisation is there, and an item of the meeting. */
export function usePromiseHere(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ promise, isAgreed, mayAdd }: PromisedHere) => {
      const made = await answer(client.api.commitments.$post({ json: promise }, idempotent()));
      const mayAgree = made.steps.some(({ to }) => to === 'agreed');
      const { dueOn, evidenceOfDone } = promise;
      if (isAgreed && mayAgree)
        await answer(
          client.api.commitments[':id'].steps.$post(
            { param: { id: made.id }, json: { to: 'agreed', dueOn, evidenceOfDone } },
            ifMatch(made),
          ),
        );
      if (mayAdd) await addToMeeting(meetingId, made.id, promise);
      return { isAgreed: isAgreed && mayAgree };
    },
    onSettled: refresh,
  });
}

async function addToMeeting(id: string, commitmentId: string, { text, problemId }: NewCommitment) {
  const json = {
    kind: 'new_commitments' as const,
    title: text.slice(0, 300),
    commitmentId,
    problemId: problemId ?? null,
  };
  const item = await answer(client.api.meetings[':id'].agenda.$post({ param: { id }, json }, idempotent()));
  await answer(
    client.api['agenda-items'][':id'].$patch(
      { param: { id: item.id }, json: { state: 'done' } },
      ifMatch(item),
    ),
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['meetings'] }),
      queries.invalidateQueries({ queryKey: ['commitments'] }),
    ]);
  };
}
