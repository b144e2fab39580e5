import { describe, expect, it } from 'vitest';
import { isoDay, type Step, wholePeriods } from '../../../server/jobs/calendar-periods.ts';

const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const periods = (step: Step, first: string, end: string) =>
  wholePeriods(step, dayOf(first), dayOf(end)).map(isoDay);

describe('whole periods', () => {
  it.each<[Step, string, string, string[]]>([
    ['month', '2023-12-01', '2024-03-01', ['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01']],
    ['month', '2023-12-02', '2024-02-29', ['2024-01-01', '2024-02-01']],
    ['month', '2024-01-02', '2024-02-29', []],
    ['quarter', '2023-02-01', '2024-01-01', ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01']],
    ['quarter', '2023-01-01', '2023-04-02', ['2023-01-01', '2023-04-01']],
    // 1 January 2024 was a Monday.
    ['week', '2023-12-31', '2024-01-15', ['2024-01-01', '2024-01-08', '2024-01-15']],
    ['week', '2024-01-01', '2024-01-14', ['2024-01-01', '2024-01-08']],
    ['week', '1969-12-22', '1970-01-06', ['1969-12-22', '1969-12-29', '1970-01-05']],
    ['day', '2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['day', '2024-02-28', '2024-02-28', []],
  ])('%s from %s up to %s', (step, first, end, edges) => {
    expect(periods(step, first, end)).toEqual(edges);
  });
});
