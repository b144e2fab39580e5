import { describe, expect, it } from 'vitest';
import {
  instantsOf,
  lastTwoYears,
  periodsProblem,
} from '../../../../../client/views/map/methods/day-periods.ts';

const period = (first: string, last: string) => ({ first, last });

describe('periodsProblem', () => {
  it.each([
    [period('2023-01-01', '2023-12-31'), period('2024-01-01', '2024-12-31'), null],
    [period('2024-01-01', '2024-12-31'), period('2023-01-01', '2023-12-31'), null],
    [period('2023-01-01', '2024-01-01'), period('2024-01-01', '2024-12-31'), 'overlap'],
    [period('2023-01-01', '2023-12-31'), period('2024-12-31', '2024-01-01'), 'reversed'],
    [period('', '2023-12-31'), period('2024-01-01', '2024-12-31'), 'missing'],
  ])('%o against %o: %s', (before, after, problem) => {
    expect(periodsProblem({ before, after })).toBe(problem);
  });
});

describe('instantsOf', () => {
  it('ends a period at the midnight after its last day, in the zone of the area', () => {
    const pair = { before: period('2023-03-12', '2023-03-12'), after: period('2023-07-01', '2023-07-02') };
    expect(instantsOf(pair, 'America/New_York')).toEqual({
      // The clock changes on that day: it has 23 hours.
      before: { from: '2023-03-12T05:00:00.000Z', to: '2023-03-13T04:00:00.000Z' },
      after: { from: '2023-07-01T04:00:00.000Z', to: '2023-07-03T04:00:00.000Z' },
    });
  });
});

describe('lastTwoYears', () => {
  it('gives two periods of 52 weeks that touch and end with the data', () => {
    const { before, after } = lastTwoYears(Date.UTC(2024, 11, 31, 12) / 60_000, 'UTC');
    expect(after).toEqual(period('2024-01-03', '2024-12-31'));
    expect(before).toEqual(period('2023-01-04', '2024-01-02'));
    expect(periodsProblem({ before, after })).toBeNull();
  });
});
