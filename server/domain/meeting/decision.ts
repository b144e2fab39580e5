/** What a meeting decided, in the words of the minutes, and how it came to it. */
import { z } from 'zod';
import type { BallotResult } from './ballot-result.ts';

export const DECISION_KINDS = [
  'priority',
  'stage_gate',
  'commitment',
  'closure',
  'referral',
  'rule',
  'publication',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const DECISION_RESULTS = ['agreed', 'agreed_with_reservation', 'not_agreed', 'deferred'] as const;
export type DecisionResult = (typeof DECISION_RESULTS)[number];

export const DECISION_WAYS = ['consensus', 'vote'] as const;

const recordId = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');
const votes = z.int().min(0).max(100_000).nullable().default(null);

export const decisionInput = z
  .object({
    text: z.string().trim().min(1, 'Write what was decided.').max(2000),
    kind: z.enum(DECISION_KINDS),
    result: z.enum(DECISION_RESULTS),
    how: z.enum(DECISION_WAYS),
    agendaItemId: recordId.nullable().default(null),
    problemId: recordId.nullable().default(null),
    commitmentId: recordId.nullable().default(null),
    ballotId: recordId.nullable().default(null),
    for: votes,
    against: votes,
    abstain: votes,
    /** Members with a vote who were there. */
    membersPresent: z.int().min(0).max(10_000).nullable().default(null),
  })
  .strict();
export type DecisionInput = z.infer<typeof decisionInput>;

export type DecisionFault = 'no_case' | 'no_commitment' | 'no_votes' | 'votes_without_vote' | 'outvoted';

/** Which kinds are about something that has to be named. */
const OF_A_CASE: readonly DecisionKind[] = ['priority', 'stage_gate', 'closure'];

/** What keeps a decision from being recorded; null when nothing does. With a ballot, its counts are the votes. */
export function faultOfDecision(input: DecisionInput): DecisionFault | null {
  const { kind, how, result, ballotId, problemId, commitmentId } = input;
  const given = [input.for, input.against, input.abstain].some((count) => count !== null);
  if (OF_A_CASE.includes(kind) && problemId === null) return 'no_case';
  if (kind === 'commitment' && commitmentId === null) return 'no_commitment';
  if (how === 'consensus') return given || ballotId !== null ? 'votes_without_vote' : null;
  if (ballotId === null && (input.for === null || input.against === null)) return 'no_votes';
  const carried = result === 'agreed' || result === 'agreed_with_reservation';
  return carried && ballotId === null && (input.for ?? 0) <= (input.against ?? 0) ? 'outvoted' : null;
}

/** For, against and abstentions of a ballot that asked yes or no; null of any other. */
export function votesOf(
  result: Pick<BallotResult, 'counts'>,
): { for: number; against: number; abstain: number } | null {
  const of = (option: string) => result.counts.find((count) => count.option === option)?.points;
  const [yes, no, abstain] = [of('yes'), of('no'), of('abstain')];
  if (yes === undefined || no === undefined || abstain === undefined) return null;
  return { for: yes, against: no, abstain };
}

export interface Quorum {
  needed: number | null;
  present: number | null;
  /** Null: no rule, or nobody counted. */
  met: boolean | null;
}

export function quorumOf(needed: number | null, present: number | null): Quorum {
  return { needed, present, met: needed === null || present === null ? null : present >= needed };
}
