import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

/** Telephones at a meeting, what they are asked, and what was decided: as whoever runs the meeting sees it. */

const meetings = client.api.meetings[':id'];
const ballots = client.api.ballots[':id'];

/** The meeting they are at. */
export function useMeetingOf(meetingId: string) {
  return useQuery({
    queryKey: ['phones', 'meeting', meetingId],
    queryFn: ({ signal }) => answer(meetings.$get({ param: { id: meetingId } }, { init: { signal } })),
    enabled: useMay('meeting.read'),
  });
}

export function useDoor(meetingId: string) {
  return useQuery({
    queryKey: ['phones', 'door', meetingId],
    queryFn: ({ signal }) => answer(meetings.door.$get({ param: { id: meetingId } }, { init: { signal } })),
    enabled: useMay('meeting.run'),
  });
}

export type Door = NonNullable<ReturnType<typeof useDoor>['data']>;
export type VoiceGroup = Door['groups'][number];

export function useOpenDoor(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (groups: VoiceGroup[]) =>
      answer(meetings.door.$post({ param: { id: meetingId }, json: { groups } })),
    onSuccess: refresh,
  });
}

export function useShutDoor(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => done(meetings.door.$delete({ param: { id: meetingId } })),
    onSuccess: refresh,
  });
}

function ballotsQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['phones', 'ballots', meetingId],
    queryFn: ({ signal }) =>
      wholeList((query) =>
        answer(meetings.ballots.$get({ param: { id: meetingId }, query }, { init: { signal } })),
      ),
  });
}

export function useBallots(meetingId: string) {
  return useQuery({ ...ballotsQuery(meetingId), enabled: useMay('meeting.read') });
}

export type Ballot = NonNullable<ReturnType<typeof useBallots>['data']>['items'][number];
export type BallotResult = NonNullable<Ballot['result']>;
export type NewBallot = Parameters<typeof meetings.ballots.$post>[0]['json'];
export type NewBatch = Parameters<typeof ballots.batches.$post>[0]['json'];
export type Closing = Parameters<typeof ballots.close.$post>[0]['json'];

export function useMakeBallot(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewBallot) =>
      answer(meetings.ballots.$post({ param: { id: meetingId }, json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useDropBallot() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ballot: Ballot) => done(ballots.$delete({ param: { id: ballot.id } }, ifMatch(ballot))),
    onSuccess: refresh,
  });
}

export function useOpenBallot() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ballot: Ballot) => answer(ballots.open.$post({ param: { id: ballot.id } }, ifMatch(ballot))),
    onSuccess: refresh,
  });
}

export function useCloseBallot() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ ballot, closing }: { ballot: Ballot; closing: Closing }) =>
      answer(ballots.close.$post({ param: { id: ballot.id }, json: closing }, ifMatch(ballot))),
    onSuccess: refresh,
  });
}

/** One voice an account. `sentAs` names the sending: tried again it is the same one. */
export function useVote() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ ballot, ...json }: { ballot: Ballot; sentAs: string; marks: Record<string, number> }) =>
      answer(ballots.vote.$put({ param: { id: ballot.id }, json })),
    onSuccess: refresh,
  });
}

export function useTypeBatch() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ ballot, batch }: { ballot: Ballot; batch: NewBatch }) =>
      answer(ballots.batches.$post({ param: { id: ballot.id }, json: batch }, idempotent())),
    onSuccess: refresh,
  });
}

export function useStrikeBatch() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ ballotId, batchId }: { ballotId: string; batchId: string }) =>
      done(ballots.batches[':batchId'].$delete({ param: { id: ballotId, batchId } })),
    onSuccess: refresh,
  });
}

export function useDecisions(meetingId: string) {
  return useQuery({
    queryKey: ['phones', 'decisions', meetingId],
    queryFn: ({ signal }) =>
      wholeList((query) =>
        answer(meetings.decisions.$get({ param: { id: meetingId }, query }, { init: { signal } })),
      ),
    enabled: useMay('meeting.read'),
  });
}

export type Decision = NonNullable<ReturnType<typeof useDecisions>['data']>['items'][number];
export type NewDecision = Parameters<typeof meetings.decisions.$post>[0]['json'];

export function useRecordDecision(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewDecision) =>
      answer(meetings.decisions.$post({ param: { id: meetingId }, json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useTakeBackDecision(meetingId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (decisionId: string) =>
      done(meetings.decisions[':decisionId'].$delete({ param: { id: meetingId, decisionId } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['phones'] }),
      queries.invalidateQueries({ queryKey: ['commitments'] }),
    ]);
}
