import { describe, expect, it } from 'vitest';
import { type EvaluationCounts, evaluationTest } from '../../../../server/domain/case/evaluation-test.ts';
import { readingOf, verdictSentence } from '../../../../server/domain/case/verdict.ts';
import { overclaims } from '../../../../server/domain/case/verdict-claims.ts';
import { northRoad, northRoadCounts } from './north-road-plan.ts';

const told = { outcomeName: 'thefts', after: northRoad.after ?? { from: '', to: '' }, doseShare: null };
const verdict = (counts: EvaluationCounts, more: Partial<typeof northRoad> & { doseShare?: number } = {}) =>
  verdictSentence(evaluationTest({ ...northRoad, ...more }, counts), { ...told, ...more } as typeof told);

describe('the verdict sentence', () => {
  it('of North Road is the published one', () => {
    expect(verdict(northRoadCounts)).toBe(
      'In the year after the changes there were about 118 fewer thefts than the comparison area leads us to expect; the true figure is probably between 40 and 196 fewer. Thefts did not move to the streets around.',
    );
  });

  it.each<[string, EvaluationCounts, Parameters<typeof verdict>[1], string]>([
    [
      'the interval includes zero',
      { treated: [100, 80], control: [100, 90] },
      {},
      'In the year after the changes it cannot be said whether the number of thefts changed: the true figure is probably between 48 fewer and 28 more than the comparison area leads us to expect, and no change at all is among them.',
    ],
    [
      'there were more',
      { treated: [100, 200], control: [100, 100] },
      {},
      'In the year after the changes there were about 100 more thefts than the comparison area leads us to expect; the true figure is probably between 56 and 144 more.',
    ],
    [
      'there are too few',
      { treated: [4, 1], control: [5, 5] },
      {},
      'There were too few thefts to say whether anything changed.',
    ],
    [
      'an exact test decides',
      { treated: [8, 2], control: [1, 5] },
      { exactTest: true },
      'In the year after the changes there were about 10 fewer thefts than the comparison area leads us to expect; the numbers are small, and an exact test says that chance alone seldom does this (p = 0.035).',
    ],
    [
      'an exact test finds nothing',
      { treated: [6, 2], control: [4, 3] },
      { exactTest: true },
      'In the year after the changes the number of thefts did not differ from what was expected by more than chance does; the numbers are small (exact test, p = 0.608).',
    ],
    [
      'they moved next door',
      { treated: [300, 100], control: [300, 300], buffer: [100, 200], controlBuffer: [100, 100] },
      {},
      'In the year after the changes there were about 100 fewer thefts than the comparison area leads us to expect; the true figure is probably between 24 and 176 fewer. Thefts moved to the streets around: there were about 100 more there than expected.',
    ],
    [
      'it is not sure that they moved',
      { treated: [300, 100], control: [300, 300], buffer: [100, 110], controlBuffer: [100, 100] },
      {},
      'In the year after the changes there were about 190 fewer thefts than the comparison area leads us to expect; the true figure is probably between 116 and 264 fewer. Whether thefts moved to the streets around cannot be said: there were about 10 more there, within what chance does.',
    ],
    [
      'the streets around gained as well',
      { treated: [300, 100], control: [300, 300], buffer: [200, 100], controlBuffer: [100, 100] },
      {},
      'In the year after the changes there were about 300 fewer thefts than the comparison area leads us to expect; the true figure is probably between 224 and 376 fewer. The streets around had about 100 fewer than expected as well.',
    ],
    [
      'less than half was delivered',
      northRoadCounts,
      { doseShare: 0.45 },
      'Only 45 % of what was planned was delivered, so these numbers cannot say whether the response would work.',
    ],
    [
      'there is nothing to compare with',
      { treated: [207, 110] },
      {},
      'In the year after the changes there were about 97 fewer thefts than in the period before; the true figure is probably between 62 and 132 fewer.',
    ],
  ])('when %s', (_, counts, more, sentence) => {
    expect(verdict(counts, more)).toBe(sentence);
  });

  it('names months and days', () => {
    const half = { after: { from: '2025-01-01T00:00:00Z', to: '2025-07-02T00:00:00Z' } };
    expect(verdict({ treated: [207, 40], control: [300, 150] }, half)).toMatch(/^In the 6 months after/);
    const days = { after: { from: '2025-01-01T00:00:00Z', to: '2025-02-15T00:00:00Z' } };
    expect(verdict({ treated: [800, 20], control: [900, 112] }, days)).toMatch(/^In the 45 days after/);
  });
});

describe('overclaims', () => {
  const unsure = readingOf(evaluationTest(northRoad, { treated: [100, 80], control: [100, 90] }));
  const codes = (text: string, reading = unsure) => overclaims(text, reading).map(({ code }) => code);
  const range = 'The true figure is probably between 48 fewer and 28 more.';

  it('lets every text of a success stand', () => {
    const sure = readingOf(evaluationTest(northRoad, northRoadCounts));
    expect(codes('It worked: thefts fell by half.', sure)).toEqual([]);
  });

  it('lets the generated sentence stand, whatever it says', () => {
    const cases: [EvaluationCounts, number | null, boolean][] = [
      [{ treated: [100, 80], control: [100, 90] }, null, false],
      [{ treated: [100, 200], control: [100, 100] }, null, false],
      [{ treated: [4, 1], control: [5, 5] }, null, false],
      [{ treated: [6, 2], control: [4, 3] }, null, true],
      [northRoadCounts, 0.3, false],
      [
        { treated: [100, 95], control: [100, 90], buffer: [300, 200], controlBuffer: [100, 110] },
        null,
        false,
      ],
      [
        { treated: [100, 95], control: [100, 90], buffer: [100, 104], controlBuffer: [100, 100] },
        null,
        false,
      ],
    ];
    for (const [counts, doseShare, exactTest] of cases) {
      const result = evaluationTest({ ...northRoad, exactTest }, counts);
      const text = verdictSentence(result, { ...told, doseShare });
      expect(overclaims(text, readingOf(result, doseShare)), text).toEqual([]);
    }
  });

  it.each([
    'Thefts fell by about 10.',
    'The response worked.',
    'The lights reduced thefts.',
    'There is no doubt that the response was effective.',
    'It was not only popular and it prevented thefts.',
    'We cannot be sure of everything, but thefts dropped.',
    'A clear success!',
    'There were 10 fewer thefts than expected.',
    'Residents are safer now.',
  ])('refuses to claim: %s', (text) => {
    expect(codes(`${range} ${text}`)).toEqual(['claims_success']);
  });

  it.each([
    'Whether thefts fell cannot be said.',
    'The numbers do not show that it worked.',
    'Nobody can say if anything changed.',
    'It may have reduced thefts.',
    'No reduction was found.',
    'Residents say that they use the stops again.',
    'The lamps were repaired and the stop was moved.',
  ])('lets stand: %s', (text) => {
    expect(codes(`${range} ${text}`)).toEqual([]);
  });

  it('wants both ends of the interval in every language', () => {
    expect(codes('Nichts ist bewiesen.')).toEqual(['interval_left_out']);
    expect(codes('Zwischen 48 weniger und 28 mehr.')).toEqual([]);
    expect(codes('بين ٤٨ أقل و٢٨ أكثر')).toEqual([]);
    expect(codes('بين ٤٨ أقل و٢٩ أكثر')).toEqual(['interval_left_out']);
  });

  it('says which sentence, without repeating it', () => {
    const [claim] = overclaims(`${range} Nothing is sure. The lights worked.`, unsure);
    expect(claim.text).toBe(
      'The interval includes zero, so no success can be claimed. Reword sentence 3, which says that it worked.',
    );
  });

  it('refuses success where there were more, too few or too little was delivered', () => {
    const more = readingOf(evaluationTest(northRoad, { treated: [100, 200], control: [100, 100] }));
    const few = readingOf(evaluationTest(northRoad, { treated: [4, 1], control: [5, 5] }));
    const undelivered = readingOf(evaluationTest(northRoad, northRoadCounts), 0.5);
    for (const reading of [more, few, undelivered])
      expect(codes('The response worked.', reading)).toEqual(['claims_success']);
  });
});
