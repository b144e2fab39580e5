import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { verdictText } from '../../../../../client/views/problems/assessment/verdict-text.ts';
import { type EvaluationCounts, evaluationTest } from '../../../../../server/domain/case/evaluation-test.ts';
import { readingOf, verdictSentence } from '../../../../../server/domain/case/verdict.ts';
import { northRoad, northRoadCounts } from '../../../../server/domain/case/north-road-plan.ts';

const intl = createIntl({ locale: 'en', onError: () => {} });

describe('the verdict in the message catalogue', () => {
  it.each<[string, EvaluationCounts, Partial<typeof northRoad>, number | null]>([
    ['fewer, not moved', northRoadCounts, {}, null],
    ['not certain', { treated: [100, 80], control: [100, 90] }, {}, null],
    ['more', { treated: [100, 200], control: [100, 100] }, {}, null],
    ['too few', { treated: [4, 1], control: [5, 5] }, {}, null],
    ['fewer by the exact test', { treated: [8, 2], control: [1, 5] }, { exactTest: true }, null],
    ['nothing by the exact test', { treated: [6, 2], control: [4, 3] }, { exactTest: true }, null],
    [
      'moved',
      { treated: [300, 100], control: [300, 300], buffer: [100, 200], controlBuffer: [100, 100] },
      {},
      null,
    ],
    [
      'unclear',
      { treated: [300, 100], control: [300, 300], buffer: [100, 110], controlBuffer: [100, 100] },
      {},
      null,
    ],
    [
      'diffused',
      { treated: [300, 100], control: [300, 300], buffer: [200, 100], controlBuffer: [100, 100] },
      {},
      null,
    ],
    ['hardly delivered', northRoadCounts, {}, 0.45],
    ['alone', { treated: [207, 110] }, {}, null],
    [
      'half a year',
      { treated: [207, 40] },
      { after: { from: '2025-01-01T00:00:00Z', to: '2025-07-02T00:00:00Z' } },
      null,
    ],
    [
      '45 days',
      { treated: [207, 40] },
      { after: { from: '2025-01-01T00:00:00Z', to: '2025-02-15T00:00:00Z' } },
      null,
    ],
    ['one end at zero', { treated: [100, 101], control: [0, 0] }, { exactTest: false }, null],
  ])('says of %s what the server says', (_, counts, change, doseShare) => {
    const plan = { ...northRoad, ...change };
    const result = evaluationTest(plan, counts);
    const after = plan.after ?? { from: '', to: '' };
    expect(verdictText(intl, { plan, reading: readingOf(result, doseShare) })).toBe(
      verdictSentence(result, { outcomeName: 'thefts', after, doseShare }),
    );
  });
});
