import { describe, expect, it } from 'vitest';
import {
  type DecisionFault,
  type DecisionInput,
  decisionInput,
  faultOfDecision,
  quorumOf,
  votesOf,
} from '../../../../server/domain/meeting/decision.ts';

const decision = (change: Partial<DecisionInput>): DecisionInput =>
  decisionInput.parse({ text: 'Lamps first', kind: 'rule', result: 'agreed', how: 'consensus', ...change });

describe('a decision', () => {
  it.each<[string, Partial<DecisionInput>, DecisionFault | null]>([
    ['by consensus', {}, null],
    ['by vote', { how: 'vote', for: 5, against: 2 }, null],
    ['by vote, not agreed', { how: 'vote', for: 2, against: 5, result: 'not_agreed' }, null],
    ['by vote, put off', { how: 'vote', for: 2, against: 2, result: 'deferred' }, null],
    ['agreed against the vote', { how: 'vote', for: 2, against: 5 }, 'outvoted'],
    ['agreed with as many against', { how: 'vote', for: 2, against: 2 }, 'outvoted'],
    ['a vote nobody counted', { how: 'vote' }, 'no_votes'],
    ['a vote half counted', { how: 'vote', for: 4 }, 'no_votes'],
    ['a vote that was a ballot', { how: 'vote', ballotId: 'b-1' }, null],
    ['consensus with votes', { for: 4 }, 'votes_without_vote'],
    ['consensus with a ballot', { ballotId: 'b-1' }, 'votes_without_vote'],
    ['a priority of nothing', { kind: 'priority' }, 'no_case'],
    ['a priority of a case', { kind: 'priority', problemId: 'p-1' }, null],
    ['a gate of nothing', { kind: 'stage_gate' }, 'no_case'],
    ['a promise without one', { kind: 'commitment' }, 'no_commitment'],
    ['a promise', { kind: 'commitment', commitmentId: 'c-1' }, null],
  ])('%s', (_, change, fault) => {
    expect(faultOfDecision(decision(change))).toBe(fault);
  });

  it('takes its votes from a ballot that asked yes or no, and from no other', () => {
    const of = (counts: [string, number][]) => ({
      devices: 0,
      typed: 0,
      counts: counts.map(([option, points]) => ({ option, points })),
      byGroup: [],
      merged: [],
    });
    expect(
      votesOf(
        of([
          ['yes', 4],
          ['no', 2],
          ['abstain', 1],
        ]),
      ),
    ).toEqual({ for: 4, against: 2, abstain: 1 });
    expect(
      votesOf(
        of([
          ['lamps', 4],
          ['stops', 2],
        ]),
      ),
    ).toBeNull();
  });

  it.each<[number | null, number | null, boolean | null]>([
    [7, 7, true],
    [7, 6, false],
    [null, 6, null],
    [7, null, null],
  ])('with a quorum of %s and %s there', (needed, present, met) => {
    expect(quorumOf(needed, present)).toEqual({ needed, present, met });
  });
});
