import { describe, expect, it } from 'vitest';
import { groupVotesOf, votedUnder } from '../../../../server/domain/meeting/minutes-votes.ts';

const quorum = { needed: null, present: null, met: null };
const decision = (text: string) => ({
  text,
  kind: 'rule' as const,
  result: 'agreed' as const,
  how: 'consensus' as const,
  ...{ for: null, against: null, abstain: null },
  about: '',
  after: null,
  byGroup: [],
  quorum,
  visibility: 'public' as const,
});

const decisions = [
  { id: 'a', agendaItemId: 'lamps', said: decision('Lamps first') },
  { id: 'b', agendaItemId: null, said: decision('Meet monthly') },
  { id: 'c', agendaItemId: 'gone', said: decision('Close the lane') },
];
const textsUnder = (item: string | null) =>
  votedUnder({ decisions, ballots: [] }, ['lamps', 'hedge'], item).decisions.map(({ text }) => text);

describe('what was voted and decided', () => {
  it('stands under its item once, and by itself where the item was dropped or never was', () => {
    expect(textsUnder('lamps')).toEqual(['Lamps first']);
    expect(textsUnder('hedge')).toEqual([]);
    expect(textsUnder(null)).toEqual(['Meet monthly', 'Close the lane']);
  });

  it('is told by group for a yes or no, and for nothing else', () => {
    const counts = (...points: number[]) =>
      ['yes', 'no', 'abstain'].map((option, i) => ({ option, points: points[i] ?? 0 }));
    expect(
      groupVotesOf([
        { group: 'women', voices: 9, counts: counts(7, 2, 0) },
        { group: null, voices: 6, counts: counts(1, 4, 1) },
      ]),
    ).toEqual([
      { group: 'women', for: 7, against: 2, abstain: 0 },
      { group: null, for: 1, against: 4, abstain: 1 },
    ]);
    expect(groupVotesOf([{ group: 'women', voices: 9, counts: [{ option: 'lamps', points: 3 }] }])).toEqual(
      [],
    );
  });
});
