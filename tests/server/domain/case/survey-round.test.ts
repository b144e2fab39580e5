import { describe, expect, it } from 'vitest';
import { isAnsweredAfter, surveyRoundItem } from '../../../../server/domain/case/survey-round.ts';

const ROUND = { timing: 'after', sampling: 'convenience' };
const asked = (...answers: object[]) => ({ ...ROUND, questions: [{ item: 'trust', answers }] });
const women = { group: 'women', asked: 20, yes: 8 };

describe('a round of a survey', () => {
  it.each<[string, object, RegExp]>([
    [
      'more yes than answers',
      asked({ ...women, yes: 21 }),
      /Of the group “women” more said yes \(21\) than were asked \(20\)/,
    ],
    ['a group twice', asked(women, women), /Each group only once/],
    ['half a person', asked({ ...women, asked: 20.5 }), /whole number/],
    ['fewer than nobody', asked({ ...women, yes: -1 }), /negative/],
    [
      'a question twice',
      { ...ROUND, questions: [{ item: 'trust' }, { item: 'trust' }] },
      /question only once/,
    ],
    [
      'an end before its beginning',
      { ...ROUND, from: '2025-11-14', to: '2025-11-10' },
      /before the first day/,
    ],
    ['a name', { ...ROUND, respondent: 'Amina' }, /respondent/],
  ])('refuses %s', (_, body, message) => {
    const { error } = surveyRoundItem.safeParse(body);
    expect(error?.issues.map((issue) => issue.message).join()).toMatch(message);
  });

  it('holds one day, all who said yes, and a question nobody answered yet', () => {
    const day = { from: '2025-11-10', to: '2025-11-10' };
    expect(surveyRoundItem.parse({ ...asked({ ...women, yes: 20 }), ...day })).toMatchObject(day);
    expect(surveyRoundItem.parse(asked()).questions[0]).toMatchObject({ wording: '', answers: [] });
  });

  it.each<[object, boolean]>([
    [asked(women), true],
    [asked({ ...women, asked: 0, yes: 0 }), false],
    [asked(), false],
    [{ ...asked(women), timing: 'before' }, false],
  ])('%j was answered after the response: %s', (body, is) => {
    expect(isAnsweredAfter(surveyRoundItem.parse(body))).toBe(is);
  });
});
