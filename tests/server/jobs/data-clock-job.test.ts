import { afterAll, describe, expect, it } from 'vitest';
import {
  DURATION_LONGEST,
  DURATION_UNKNOWN,
  FLAG_DATE_ONLY,
  FLAG_MONTH_ONLY,
  MISSING,
} from '../../../analysis/incident-columns.ts';
import { dataClockSummary } from '../../../server/jobs/contract/data-clock.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';

const minuteOf = (text: string) => Date.parse(text) / 60_000;

/** 40 incidents on a Monday in January, 22:30 in New York; 2 without a position among them. */
function evenings() {
  const columns = sharedColumns(
    Array.from({ length: 38 }, (_, i): [number, number] => [10 + i / 1000, 50]),
    9,
  );
  columns.from.fill(minuteOf('2024-01-09T03:30:00Z'), 0, 40);
  columns.duration.fill(0, 0, 40);
  // Two hours, half in 01 h and half in 03 h local: the clocks skip 02 h on this Sunday.
  columns.from[40] = minuteOf('2024-03-10T06:00:00Z');
  columns.duration[40] = 120;
  columns.from[41] = minuteOf('2024-01-10T05:00:00Z');
  columns.duration[41] = 1440;
  columns.flags[41] = FLAG_DATE_ONLY;
  columns.from[42] = minuteOf('2024-02-01T05:00:00Z');
  columns.duration[42] = DURATION_UNKNOWN;
  columns.flags[42] = FLAG_MONTH_ONLY;
  columns.from[43] = minuteOf('2024-01-09T03:30:00Z');
  columns.duration[43] = DURATION_LONGEST;
  columns.from[44] = minuteOf('2024-01-09T03:30:00Z');
  columns.duration[44] = DURATION_UNKNOWN;
  columns.from[45] = MISSING;
  columns.from[46] = MISSING;
  return columns;
}

const town = jobsOver(evenings());
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'data-clock' as const, parameters });

describe('the data clock', () => {
  it('spreads incidents over the hours of the place, saving time or not', async () => {
    const { run, summary, column } = await town.finish(ask(), dataClockSummary);
    expect(run.parameters).toEqual({ timezone: 'America/New_York' });
    const sunday = 6 * 24;
    expect(summary.weights[22]).toBe(41);
    expect(summary.weights[sunday + 1]).toBeCloseTo(0.5, 9);
    expect(summary.weights[sunday + 2]).toBe(0);
    expect(summary.weights[sunday + 3]).toBeCloseTo(0.5, 9);
    expect(summary.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(summary.spread, 9);
    expect(summary.peaks[0]).toMatchObject({ weekday: 1, hour: 22, weight: 41 });
    expect(column('weight')[22]).toBe(41);
    expect([column('weekday')[22], column('hour')[22]]).toEqual([1, 22]);
  });

  it('accounts for every incident, with a position or without', async () => {
    const { summary } = await town.finish(ask(), dataClockSummary);
    const { n, spread, dateOnly, unknown, withoutTime, unlocated } = summary;
    expect({ n, spread, dateOnly, unknown, withoutTime, unlocated }).toEqual({
      n: 47,
      spread: 42,
      dateOnly: 1,
      unknown: 2,
      withoutTime: 2,
      unlocated: 9,
    });
    // Wednesday has the incident of which only the date is known.
    expect(summary.byWeekday[2]).toBe(1);
    expect(summary.byHour[22]).toBe(41);
    expect(summary.warnings).toContainEqual({ code: 'no_end', value: 1 });
  });

  it('keeps to another zone when it is asked to', async () => {
    const { summary } = await town.finish(ask({ timezone: 'UTC' }), dataClockSummary);
    expect(summary.weights[24 + 3]).toBe(41);
  });

  it('says that no time is known', async () => {
    const columns = sharedColumns([[10, 50]]);
    columns.from[0] = MISSING;
    const none = jobsOver(columns);
    const { summary } = await none.finish(ask(), dataClockSummary);
    expect(summary).toMatchObject({ n: 1, tooFew: { reason: 'no_times' }, peaks: [] });
    await none.close();
  });
});
