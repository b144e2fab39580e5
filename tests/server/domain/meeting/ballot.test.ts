import { describe, expect, it } from 'vitest';
import {
  type BallotFault,
  type BallotFields,
  type BatchFault,
  ballotFields,
  countsOfBatch,
  faultOfBallot,
  faultOfBatch,
  faultOfSlips,
  faultOfVote,
  type Marks,
  marksInput,
  optionIdsOf,
  pointsOf,
  type VoteFault,
} from '../../../../server/domain/meeting/ballot.ts';
import { resultOf, voiceOf } from '../../../../server/domain/meeting/ballot-result.ts';

const options = ['lamps', 'stops', 'market'].map((id) => ({ id, text: id, texts: {} }));

function ballot(kind: BallotFields['kind'], change: Partial<BallotFields> = {}): BallotFields {
  const hasOwn = kind === 'yes_no' || kind === 'verify';
  const commitmentId = kind === 'verify' ? 'c-1' : null;
  return {
    ...ballotFields.parse({ kind, question: 'Which first?' }),
    options: hasOwn ? [] : options,
    commitmentId,
    ...change,
  };
}

describe('a ballot', () => {
  it.each<[string, BallotFields, BallotFault | null]>([
    ['dots', ballot('dots'), null],
    ['a ranking', ballot('ranking'), null],
    ['yes or no', ballot('yes_no'), null],
    ['a promise', ballot('verify'), null],
    ['hands', ballot('hands'), null],
    ['one option', ballot('dots', { options: options.slice(0, 1) }), 'too_few_options'],
    ['an option twice', ballot('ranking', { options: [...options, ...options.slice(0, 1)] }), 'option_twice'],
    ['no promise', ballot('verify', { commitmentId: null }), 'no_commitment'],
    ['options beside yes and no', ballot('yes_no', { options }), 'options_not_wanted'],
  ])('with %s', (_, fields, fault) => {
    expect(faultOfBallot(fields)).toBe(fault);
  });

  it('knows what is chosen from', () => {
    expect(optionIdsOf(ballot('yes_no'))).toEqual(['yes', 'no', 'abstain']);
    expect(optionIdsOf(ballot('verify'))).toEqual(['done', 'partly', 'notDone', 'cannotSay']);
    expect(optionIdsOf(ballot('dots'))).toEqual(['lamps', 'stops', 'market']);
  });
});

describe('a voice', () => {
  it.each<[BallotFields['kind'], Marks, VoteFault | null]>([
    ['dots', { lamps: 3 }, null],
    ['dots', { lamps: 1, stops: 2 }, null],
    ['dots', { lamps: 1 }, null],
    ['dots', { lamps: 2, stops: 2 }, 'too_many_dots'],
    ['dots', {}, 'nothing_chosen'],
    ['dots', { roads: 1 }, 'no_such_option'],
    ['dots', { __proto__x: 1 }, 'no_such_option'],
    ['ranking', { lamps: 2, stops: 1, market: 3 }, null],
    ['ranking', { stops: 1 }, null],
    ['ranking', { stops: 2 }, 'not_a_ranking'],
    ['ranking', { stops: 1, lamps: 1 }, 'not_a_ranking'],
    ['ranking', { stops: 1, lamps: 3 }, 'not_a_ranking'],
    ['yes_no', { yes: 1 }, null],
    ['yes_no', { abstain: 1 }, null],
    ['yes_no', { yes: 2 }, 'one_only'],
    ['yes_no', { yes: 1, no: 1 }, 'one_only'],
    ['yes_no', { maybe: 1 }, 'no_such_option'],
    ['verify', { partly: 1 }, null],
    ['verify', { partly: 1, done: 1 }, 'one_only'],
    ['hands', { lamps: 1 }, 'not_by_phone'],
  ])('for %s, %j', (kind, marks, fault) => {
    expect(faultOfVote(ballot(kind), marks)).toBe(fault);
  });

  it('holds whole numbers above nothing', () => {
    for (const marks of [{ a: 0 }, { a: -1 }, { a: 1.5 }, { a: 21 }, { 'a b': 1 }])
      expect(marksInput.safeParse(marks).success, JSON.stringify(marks)).toBe(false);
  });

  it('gives points: the first of three ranks three, an option left out none', () => {
    expect(pointsOf(ballot('ranking'), { stops: 1, lamps: 2 })).toEqual({ stops: 3, lamps: 2 });
    expect(pointsOf(ballot('dots'), { stops: 2, lamps: 1 })).toEqual({ stops: 2, lamps: 1 });
  });
});

describe('what is counted by hand', () => {
  it.each<[BallotFields['kind'], number, Record<string, number>, BatchFault | null]>([
    ['hands', 12, { lamps: 7, stops: 5 }, null],
    ['hands', 12, { lamps: 7, stops: 3 }, null],
    ['hands', 12, { lamps: 7, stops: 6 }, 'more_than_papers'],
    ['dots', 4, { lamps: 12 }, null],
    ['dots', 4, { lamps: 13 }, 'more_than_papers'],
    ['yes_no', 4, { yes: 2, no: 2 }, null],
    ['yes_no', 4, { maybe: 2 }, 'no_such_option'],
    ['verify', 4, { done: 0 }, 'nothing_counted'],
    ['ranking', 4, { lamps: 1 }, 'not_on_paper'],
  ])('for %s, %i papers, %j', (kind, papers, counts, fault) => {
    expect(faultOfBatch(ballot(kind), { papers, counts, slips: [] })).toBe(fault);
  });

  it('is as many papers as were typed one by one', () => {
    const slips: Marks[] = [{ lamps: 1 }, { stops: 1, lamps: 2 }];
    const of = (papers: number, counts = {}) => faultOfBatch(ballot('ranking'), { papers, counts, slips });
    expect(of(2)).toBeNull();
    expect(of(3)).toBe('slips_not_papers');
    expect(of(2, { lamps: 1 })).toBe('slips_not_papers');
  });

  it('names the paper that does not count', () => {
    expect(faultOfSlips(ballot('ranking'), [{ lamps: 1 }, { lamps: 2 }])).toEqual({
      at: 1,
      fault: 'not_a_ranking',
    });
    expect(faultOfSlips(ballot('dots'), [{ lamps: 1 }, { lamps: 4 }])).toEqual({
      at: 1,
      fault: 'too_many_dots',
    });
    expect(faultOfSlips(ballot('yes_no'), [{ yes: 1 }, { no: 1 }])).toBeNull();
  });

  it('comes to the same as the same voices by telephone', () => {
    const slips: Marks[] = [{ stops: 1, lamps: 2 }, { lamps: 1 }, { market: 1, stops: 2, lamps: 3 }];
    for (const kind of ['ranking', 'dots'] as const) {
      const counts = countsOfBatch(ballot(kind), { counts: {}, slips });
      const each = slips.map((marks) => voiceOf(ballot(kind), { group: null, marks }));
      const together = [{ group: null, voices: slips.length, points: counts }];
      expect(resultOf(ballot(kind), [], together).counts).toEqual(resultOf(ballot(kind), [], each).counts);
    }
  });
});
