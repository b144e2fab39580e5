import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

const fetchMinutes = (id: string, audience: 'public' | undefined, signal: AbortSignal) =>
  answer(
    client.api.meetings[':id'].minutes.$get(
      { param: { id }, query: audience ? { audience } : {} },
      { init: { signal } },
    ),
  );

export type Minutes = Awaited<ReturnType<typeof fetchMinutes>>;
export type MinutesSection = Minutes['sections'][number];
export type MinutesSectionId = MinutesSection['id'];

/** The minutes of a meeting, as whoever asks may read them or as everybody may. */
export function useMinutes(id: string, audience?: 'public') {
  return useQuery({
    queryKey: ['meetings', 'minutes', id, audience ?? 'own'],
    queryFn: ({ signal }) => fetchMinutes(id, audience, signal),
  });
}

export function useWriteMinutes(minutes: Minutes) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: Minutes['texts'][number]) =>
      answer(
        client.api.meetings[':id'].minutes.text.$put(
          { param: { id: minutes.meetingId }, json },
          ifMatch(minutes),
        ),
      ),
    onSettled: refresh,
  });
}

export function useCloseMinutes(minutes: Minutes) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () =>
      answer(
        client.api.meetings[':id'].minutes.close.$post(
          { param: { id: minutes.meetingId } },
          ifMatch(minutes),
        ),
      ),
    onSettled: refresh,
  });
}

export function useApproveMinutes(minutes: Minutes) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (atMeetingId: string) =>
      answer(
        client.api.meetings[':id'].minutes.approve.$post(
          { param: { id: minutes.meetingId }, json: { atMeetingId } },
          ifMatch(minutes),
        ),
      ),
    onSettled: refresh,
  });
}

export function useAmendMinutes(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (text: string) =>
      answer(
        client.api.meetings[':id'].minutes.notes.$post(
          { param: { id: meetingId }, json: { text } },
          idempotent(),
        ),
      ),
    onSettled: refresh,
  });
}

/** Writes into the history that the minutes were taken out. */
export function useTakeOutMinutes(meetingId: string) {
  return useMutation({
    mutationFn: () => done(client.api.meetings[':id'].minutes.exports.$post({ param: { id: meetingId } })),
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['meetings'] });
}

/** Meetings that are held or were, the latest first: those that have minutes. */
export function useMeetingsHeld() {
  return useQuery({
    queryKey: ['meetings', 'held'],
    queryFn: async ({ signal }) => {
      const { items } = await wholeList((query) =>
        answer(client.api.meetings.$get({ query: { ...query, order: 'latest' } }, { init: { signal } })),
      );
      return items.filter(({ state }) => state === 'running' || state === 'closed');
    },
    enabled: useMay('meeting.read'),
  });
}
