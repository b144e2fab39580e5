import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

/** Commitments, all that somebody sees or those of a case, with the rate that is published. */
function commitmentsQuery(problemId?: string) {
  return queryOptions({
    queryKey: ['commitments', 'list', problemId ?? 'all'],
    queryFn: ({ signal }) =>
      wholeList((query) =>
        answer(
          client.api.commitments.$get(
            { query: { ...query, ...(problemId && { problem: problemId }) } },
            { init: { signal } },
          ),
        ),
      ),
  });
}

export function useCommitments(problemId?: string) {
  return useQuery({ ...commitmentsQuery(problemId), enabled: useMay('commitment.read') });
}

/** One commitment with the steps that whoever asks may take. */
export function useCommitment(id: string | null) {
  return useQuery({
    queryKey: ['commitments', 'one', id ?? ''],
    queryFn: ({ signal }) =>
      answer(client.api.commitments[':id'].$get({ param: { id: id ?? '' } }, { init: { signal } })),
    enabled: id !== null,
  });
}

export type Commitment = NonNullable<ReturnType<typeof useCommitments>['data']>['items'][number];
export type CommitmentState = Commitment['state'];
export type CommitmentStep = Commitment['steps'][number];
export type Need = CommitmentStep['needs'][number];

const OVER: readonly CommitmentState[] = ['declined', 'withdrawn', 'superseded', 'no_longer_needed'];

/** Those that have a place of their own and are not given up. */
export function commitmentsOnMap(
  all: readonly Pick<Commitment, 'text' | 'problemId' | 'geometry' | 'state'>[],
) {
  return all.flatMap(({ text, problemId, geometry, state }) =>
    geometry && !OVER.includes(state) ? [{ text, problemId, geometry }] : [],
  );
}

export type NewCommitment = Parameters<typeof client.api.commitments.$post>[0]['json'];
export type CommitmentChange = Parameters<(typeof client.api.commitments)[':id']['$patch']>[0]['json'];
export type StepTaken = Parameters<(typeof client.api.commitments)[':id']['steps']['$post']>[0]['json'];
export type NewDose = Parameters<(typeof client.api.commitments)[':id']['doses']['$post']>[0]['json'];
export type NewVerification = Parameters<
  (typeof client.api.commitments)[':id']['verifications']['$post']
>[0]['json'];
export type Verdict = Parameters<
  (typeof client.api.commitments)[':id']['reports']['$post']
>[0]['json']['verdict'];

export function useProposeCommitment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewCommitment) => answer(client.api.commitments.$post({ json }, idempotent())),
    onSuccess: refresh,
  });
}

export function useChangeCommitment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ commitment, change }: { commitment: Commitment; change: CommitmentChange }) =>
      answer(
        client.api.commitments[':id'].$patch(
          { param: { id: commitment.id }, json: change },
          ifMatch(commitment),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useTakeStep() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ commitment, step }: { commitment: Commitment; step: StepTaken }) =>
      answer(
        client.api.commitments[':id'].steps.$post(
          { param: { id: commitment.id }, json: step },
          ifMatch(commitment),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useVerify() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ commitment, said }: { commitment: Commitment; said: NewVerification }) =>
      answer(
        client.api.commitments[':id'].verifications.$post(
          { param: { id: commitment.id }, json: said },
          ifMatch(commitment),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useReport() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, verdict, comment }: { id: string; verdict: Verdict; comment: string }) =>
      done(client.api.commitments[':id'].reports.$post({ param: { id }, json: { verdict, comment } })),
    onSuccess: refresh,
  });
}

export function useLogDose() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, dose }: { id: string; dose: NewDose }) =>
      answer(client.api.commitments[':id'].doses.$post({ param: { id }, json: dose }, idempotent())),
    onSuccess: refresh,
  });
}

export function useStrikeDose() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, doseId }: { id: string; doseId: string }) =>
      done(client.api.commitments[':id'].doses[':doseId'].$delete({ param: { id, doseId } })),
    onSuccess: refresh,
  });
}

/** What happened to one commitment: its steps, and what was done of it. */
export function useCommitmentSteps(id: string) {
  return useQuery({
    queryKey: ['commitments', 'steps', id],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(client.api.commitments[':id'].steps.$get({ param: { id }, query }, { init: { signal } })),
        )
      ).items,
  });
}

/** What was changed of what is promised: before, since, and why. */
export function useRevisions(id: string) {
  return useQuery({
    queryKey: ['commitments', 'changes', id],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(client.api.commitments[':id'].changes.$get({ param: { id }, query }, { init: { signal } })),
        )
      ).items,
  });
}

export type Revision = NonNullable<ReturnType<typeof useRevisions>['data']>[number];

/** What residents said together, delivery by delivery, the first first. */
export function verificationsQuery(id: string) {
  return queryOptions({
    queryKey: ['commitments', 'verifications', id],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(
            client.api.commitments[':id'].verifications.$get({ param: { id }, query }, { init: { signal } }),
          ),
        )
      ).items,
  });
}

export function useVerifications(id: string, isAsked: boolean) {
  return useQuery({ ...verificationsQuery(id), enabled: isAsked });
}

export type Verification = NonNullable<ReturnType<typeof useVerifications>['data']>[number];

export function useDoses(id: string) {
  return useQuery({
    queryKey: ['commitments', 'doses', id],
    queryFn: async ({ signal }) =>
      (
        await wholeList((query) =>
          answer(client.api.commitments[':id'].doses.$get({ param: { id }, query }, { init: { signal } })),
        )
      ).items,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['commitments'] });
    await queries.invalidateQueries({ queryKey: ['problems', 'history'] });
  };
}
