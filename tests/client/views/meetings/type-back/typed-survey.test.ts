import { describe, expect, it } from 'vitest';
import {
  answersIn,
  typedPeople,
  withAnswers,
} from '../../../../../client/views/meetings/type-back/typed-survey.ts';

const questions: Parameters<typeof withAnswers>[0] = [
  { item: 'trust', wording: 'Do you trust them?', answers: [{ group: 'women', asked: 10, yes: 4 }] },
  { item: 'would_report', wording: 'Would you tell?', answers: [] },
];

describe('people of a survey', () => {
  it('are counted once by sex and once by age, question by question', () => {
    const people = typedPeople(questions, {
      '1': { sex: '1', age: '2', trust: '1', would_report: '0' },
      '2': { sex: '2', age: '', trust: '0' },
      '3': {},
    });
    expect(people.map(({ fault }) => fault)).toEqual([null, null]);
    expect(withAnswers(questions, people)).toEqual([
      {
        item: 'trust',
        wording: 'Do you trust them?',
        answers: [
          { group: 'women', asked: 11, yes: 5 },
          { group: 'men', asked: 1, yes: 0 },
          { group: 'from_25_to_59', asked: 1, yes: 1 },
        ],
      },
      {
        item: 'would_report',
        wording: 'Would you tell?',
        answers: [
          { group: 'women', asked: 1, yes: 0 },
          { group: 'from_25_to_59', asked: 1, yes: 0 },
        ],
      },
    ]);
    expect(answersIn(questions)).toBe(10);
    expect(answersIn([])).toBe(0);
  });

  it('leave nothing behind that was not there when nobody was typed', () => {
    expect(withAnswers(questions, [])).toEqual(questions);
  });

  it('have a fault where a code is none', () => {
    const faults = typedPeople(questions, {
      '1': { sex: '3', trust: '1' },
      '2': { age: '4', trust: '1' },
      '3': { sex: '1', trust: '2' },
      '4': { sex: '1' },
    }).map(({ fault }) => fault);
    expect(faults).toEqual(['no_sex', 'no_age', 'no_answer', 'no_answer']);
  });
});
