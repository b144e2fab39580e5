import { expect, test } from 'vitest';
import {
  isMonth,
  lastWholeMonths,
  monthAfter,
  monthsBetween,
} from '../../../../client/views/published/months.ts';

const set = (from: string | null, to: string | null, timezone = 'UTC') => ({ from, to, timezone });

test('the last twelve months of the data, not the one that has begun', () => {
  expect(lastWholeMonths([set('2020-05-03T00:00:00Z', '2026-03-17T10:00:00Z')])).toEqual({
    from: '2025-03',
    to: '2026-02',
  });
  // The month counts as soon as its last day is there.
  expect(lastWholeMonths([set('2020-05-03T00:00:00Z', '2026-02-28T01:00:00Z')])).toEqual({
    from: '2025-03',
    to: '2026-02',
  });
});

test('fewer months where there are no more, and none from a month that was not covered', () => {
  expect(lastWholeMonths([set('2026-01-01T05:00:00Z', '2026-03-31T20:00:00Z')])).toEqual({
    from: '2026-01',
    to: '2026-03',
  });
  expect(lastWholeMonths([set('2026-01-02T05:00:00Z', '2026-03-31T20:00:00Z')])?.from).toBe('2026-02');
  expect(lastWholeMonths([set('2026-03-05T00:00:00Z', '2026-03-09T00:00:00Z')])).toEqual({
    from: '2026-02',
    to: '2026-02',
  });
});

test('days are those of the place', () => {
  // The first of March at five past midnight in UTC is the last of February in New York.
  const data = [set('2020-01-01T12:00:00Z', '2026-03-01T00:05:00Z', 'America/New_York')];
  expect(lastWholeMonths(data)?.to).toBe('2026-02');
  expect(lastWholeMonths([set('2020-01-01T12:00:00Z', '2026-02-28T00:05:00Z', 'America/New_York')])?.to).toBe(
    '2026-01',
  );
});

test('several data sets count together, one without times not at all', () => {
  const data = [
    set(null, null),
    set('2025-11-01T00:00:00Z', '2025-12-31T12:00:00Z'),
    set('2026-01-01T00:00:00Z', '2026-02-28T12:00:00Z'),
  ];
  expect(lastWholeMonths(data)).toEqual({ from: '2025-11', to: '2026-02' });
  expect(lastWholeMonths([set(null, null)])).toBeNull();
  expect(lastWholeMonths([])).toBeNull();
});

test('months are counted over the turn of the year', () => {
  expect(monthAfter('2025-12', 1)).toBe('2026-01');
  expect(monthAfter('2026-01-31', -1)).toBe('2025-12');
  expect(monthsBetween('2025-11', '2026-02')).toBe(3);
  expect(['2026-03', '2026-13', '2026-3', '2026-03-01', ''].filter(isMonth)).toEqual(['2026-03']);
});
