import { describe, expect, it } from 'vitest';
import { type Cheers, cheersPart, cheersResult, openLetters } from '../../../../server/domain/case/cheers.ts';

const NOTHING = cheersPart.parse({});
const ALL: Cheers = {
  ...NOTHING,
  groups: ['People who wait for the bus'],
  harms: ['property_loss', 'fear'],
  expectation: 'Lamps that work, and somebody in sight.',
  evidence: ['meeting'],
  events: ['Theft of bags and phones'],
  count: 207,
  months: 12,
  recurrence: 'chronic',
  similarity: ['place', 'time'],
};

describe('the CHEERS test', () => {
  it('is passed with six of six', () => {
    expect(cheersResult(ALL)).toBe('pass');
    expect(openLetters(ALL)).toEqual([]);
  });

  it('begins with all six open', () => {
    expect(openLetters(NOTHING)).toEqual([
      'community',
      'harm',
      'expectation',
      'events',
      'recurring',
      'similarity',
    ]);
    expect(cheersResult(NOTHING)).toBe('not_yet');
  });

  it.each<[string, Partial<Cheers>, string[]]>([
    ['no group is named', { groups: [] }, ['community']],
    ['no harm is named', { harms: [], harm: 'It is bad.' }, ['harm']],
    ['the expectation shows nowhere', { evidence: [] }, ['expectation']],
    ['nobody says what is expected', { expectation: '  ' }, ['expectation']],
    ['it is no kind of event', { events: [] }, ['events']],
    ['one event does not recur', { count: 1 }, ['recurring']],
    ['it is not said in how long a time', { months: null }, ['recurring']],
    ['it is not said whether acute or chronic', { recurrence: null }, ['recurring']],
    ['nothing is alike', { similarity: [] }, ['similarity']],
    ['something else is alike, and not what', { similarity: ['other'] }, ['similarity']],
    ['two things are missing', { groups: [], events: [] }, ['community', 'events']],
  ])('waits when %s', (_, change, open) => {
    expect(openLetters({ ...ALL, ...change })).toEqual(open);
    expect(cheersResult({ ...ALL, ...change })).toBe('not_yet');
  });

  it('takes something else that is alike in words', () => {
    expect(cheersResult({ ...ALL, similarity: ['other'], alike: 'All from the same crate.' })).toBe('pass');
  });

  it('finds no problem where a question is answered with no, whatever the others say', () => {
    expect(cheersResult({ ...ALL, no: ['recurring'] })).toBe('not_a_problem');
    expect(cheersResult({ ...NOTHING, no: ['harm'] })).toBe('not_a_problem');
    expect(openLetters({ ...ALL, groups: [], no: ['community'] })).toEqual([]);
  });

  it('knows its words and no others', () => {
    for (const wrong of [
      { harms: ['anger'] },
      { harms: ['fear', 'fear'] },
      { count: 1.5 },
      { result: 'pass' },
    ])
      expect(cheersPart.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });
});
