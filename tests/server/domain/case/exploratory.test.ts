import { describe, expect, it } from 'vitest';
import { exploratoryReasons, type Look } from '../../../../server/domain/case/exploratory.ts';
import { concerns } from '../../../../server/domain/case/recording-change.ts';
import { northRoad } from './north-road-plan.ts';

const agreed: Look = {
  plan: northRoad,
  locked: northRoad,
  now: '2026-01-05T09:00:00Z',
  dataUntil: '2025-12-31T20:00:00Z',
};

describe('exploratoryReasons', () => {
  it.each<[string, Partial<Look>, string[]]>([
    ['the locked plan after its period', {}, []],
    ['nothing was locked', { locked: null }, ['not_locked']],
    ['another level', { plan: { ...northRoad, alpha: 0.1 } }, ['not_the_plan']],
    ['another kind of incident', { plan: { ...northRoad, outcome: { categories: [7] } } }, ['not_the_plan']],
    ['other words beside it', { plan: { ...northRoad, comparisonName: 'Station Road' } }, []],
    ['a day too early', { now: '2025-12-31T00:00:00Z' }, ['period_not_over']],
    ['the data end in the summer', { dataUntil: '2025-08-01T00:00:00Z' }, ['data_end_before']],
    ['no data at all', { dataUntil: null }, ['data_end_before']],
    [
      'too early and nothing locked',
      { locked: null, now: '2025-06-01T00:00:00Z' },
      ['not_locked', 'period_not_over'],
    ],
  ])('%s', (_, more, reasons) => {
    expect(exploratoryReasons({ ...agreed, ...more })).toEqual(reasons);
  });
});

describe('a change of recording', () => {
  it.each([
    ['inside, about everything', { fromDay: '2024-06-01', categoryId: null }, [3], true],
    ['inside, about what is counted', { fromDay: '2024-06-01', categoryId: 3 }, [3, 4], true],
    ['inside, about something else', { fromDay: '2024-06-01', categoryId: 5 }, [3, 4], false],
    ['inside, when everything is counted', { fromDay: '2024-06-01', categoryId: 5 }, undefined, true],
    ['before', { fromDay: '2023-12-31', categoryId: null }, [3], false],
    ['after', { fromDay: '2026-02-01', categoryId: null }, [3], false],
  ])('%s', (_, marker, categories, expected) => {
    expect(concerns(marker, '2024-01-01T00:00:00Z', '2026-01-01T00:00:00Z', categories)).toBe(expected);
  });
});
