import { describe, expect, it } from 'vitest';
import { exploratoryReasons, type Look } from '../../../../server/domain/case/exploratory.ts';
import { concerns, daysTurned } from '../../../../server/domain/case/recording-change.ts';
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
  const since = (fromDay: string, categoryId: number | null = null, untilDay: string | null = null) => ({
    fromDay,
    untilDay,
    categoryId,
  });
  const ended = (fromDay: string, untilDay: string) => since(fromDay, null, untilDay);
  it.each<[string, ReturnType<typeof since>, number[] | undefined, boolean]>([
    ['inside, about everything', since('2024-06-01'), [3], true],
    ['inside, about what is counted', since('2024-06-01', 3), [3, 4], true],
    ['inside, about something else', since('2024-06-01', 5), [3, 4], false],
    ['inside, when everything is counted', since('2024-06-01', 5), undefined, true],
    ['between the periods, and going on', since('2025-02-01'), [3], true],
    ['before', since('2023-12-31'), [3], false],
    ['after', since('2026-04-01'), [3], false],
    ['a week of the period before', ended('2024-06-01', '2024-06-07'), [3], true],
    ['a week of the period after', ended('2025-06-01', '2025-06-07'), [3], true],
    ['one that ended on the first day', ended('2023-06-01', '2024-01-01'), [3], true],
    ['one that ended the day before it', ended('2023-06-01', '2023-12-31'), [3], false],
    ['one of the last day alone', ended('2026-02-28', '2026-02-28'), [3], true],
    ['one of the day after it', ended('2026-03-01', '2026-03-01'), [3], false],
    ['a week between the periods', ended('2025-02-01', '2025-02-07'), [3], false],
    ['one of both periods from end to end', ended('2023-01-01', '2026-12-31'), [3], false],
    ['a week about something else', since('2024-06-01', 5, '2024-06-07'), [3], false],
  ])('%s', (_, marker, categories, expected) => {
    const plan = {
      before: { from: '2024-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' },
      after: { from: '2025-03-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
    };
    expect(concerns(marker, plan, categories)).toBe(expected);
  });

  it('has its last day on or after its first', () => {
    expect(daysTurned(since('2024-06-01'))).toBeNull();
    expect(daysTurned(ended('2024-06-01', '2024-06-01'))).toBeNull();
    expect(daysTurned(ended('2024-06-02', '2024-06-01'))).toContain('correct one of the two');
  });
});
