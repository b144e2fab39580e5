import { afterAll, describe, expect, it } from 'vitest';
import { MISSING } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { changeSummary } from '../../../server/jobs/contract/change.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';
import { longTown } from './town-over-time.ts';

/** Minutes of 2022-01-01T05:00Z, midnight in New York. */
const START = Date.UTC(2022, 0, 1, 5) / 60_000;
const DAY = 1440;

/** Three years of even scatter; in the last a corner near 10.03, 50.02 fills. */
function years() {
  const random = seededRandom(5);
  const times: number[] = [];
  const places = Array.from({ length: 6000 }, (_, i): [number, number] => {
    const late = i % 6 === 0;
    times.push(START + Math.floor((late ? 800 + random.next() * 290 : random.next() * 1092) * DAY));
    if (late) return [10.03 + random.normal() * 0.002, 50.02 + random.normal() * 0.0015];
    return [10 + (random.next() - 0.5) * 0.14, 50 + (random.next() - 0.5) * 0.09];
  });
  const columns = sharedColumns(places);
  columns.from.set(times);
  columns.from[17] = MISSING;
  return columns;
}

const town = jobsOver(years());
afterAll(() => town.close());

const ask = (parameters = {}) => ({ method: 'change' as const, parameters });

describe('change between two periods', () => {
  it('compares the last 52 weeks with the 52 before, on the calendar of the place', async () => {
    const { run, summary } = await town.finish(ask(), changeSummary);
    expect(run.parameters).toMatchObject({ periods: 'auto', timezone: 'America/New_York' });
    expect(summary.periodsRule).toBe('auto');
    expect(summary.before?.to).toBe(summary.after?.from);
    expect(summary.after?.to).toMatch(/T0[45]:00:00.000Z$/);
    const days = (Date.parse(summary.after?.to ?? '') - Date.parse(summary.after?.from ?? '')) / 86_400_000;
    expect(Math.round(days)).toBe(364);
    expect(summary.warnings).toContainEqual({ code: 'without_time', value: 1 });
    expect(summary.warnings.find(({ code }) => code === 'outside_periods')?.value).toBe(6000 - summary.n);
  });

  it('finds the corner that filled, with its counts', async () => {
    const { summary, column } = await town.finish(ask(), changeSummary);
    const [first] = summary.patches;
    expect(first).toMatchObject({ direction: 1, placeName: 'Market Street' });
    expect(first.centre[0]).toBeCloseTo(10.03, 2);
    expect(first.after).toBeGreaterThan(5 * first.before);
    expect(first.before + first.after).toBe(first.incidents);
    const [before, after, count, expected, change] = ['before', 'after', 'count', 'expected', 'change'].map(
      column,
    );
    const sum = (values: (number | null)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(before)).toBe(summary.before?.incidents);
    expect(sum(after)).toBe(summary.after?.incidents);
    expect(sum(count)).toBe(summary.n);
    for (let i = 0; i < before.length; i++)
      expect(change[i]).toBeCloseTo((after[i] ?? 0) - (expected[i] ?? 0), 9);
    expect(column('class').filter((value) => value === 1)).toHaveLength(summary.more);
  });

  it('takes chosen periods, of unequal length too, and says so', async () => {
    const periods = {
      before: { from: '2022-01-01T05:00:00Z', to: '2024-01-01T05:00:00Z' },
      after: { from: '2024-01-01T05:00:00Z', to: '2025-01-01T05:00:00Z' },
    };
    const { summary } = await town.finish(ask({ periods }), changeSummary);
    expect(summary).toMatchObject({ periodsRule: 'chosen', before: { days: 730 }, after: { days: 366 } });
    expect(summary.warnings.map(({ code }) => code)).toContain('unequal_lengths');
    expect(await town.refusal(ask({ periods, test: 'poisson-z' }))).toMatch(/equal length/);
  });

  it('refuses periods that overlap or end before they begin', async () => {
    const before = { from: '2022-01-01T00:00:00Z', to: '2023-01-01T00:00:00Z' };
    const after = { from: '2022-06-01T00:00:00Z', to: '2023-06-01T00:00:00Z' };
    expect(await town.refusal(ask({ periods: { before, after } }))).toMatch(/overlap/);
    const backwards = { from: before.to, to: before.from };
    expect(await town.refusal(ask({ periods: { before: backwards, after } }))).toMatch(/ends before/);
  });

  it('says that there is no time to compare', async () => {
    const columns = sharedColumns(Array.from({ length: 40 }, (_, i) => [10 + i / 1000, 50]));
    columns.from.fill(MISSING);
    const none = jobsOver(columns);
    const { summary } = await none.finish(ask(), changeSummary);
    expect(summary).toMatchObject({ tooFew: { reason: 'no_times' }, before: null, patches: [] });
    await none.close();
  });

  it('says what is missing: incidents, a second day, enough of them', async () => {
    const at = (count: number, day: (i: number) => number, place = (i: number) => i / 1000) => {
      const columns = sharedColumns(Array.from({ length: count }, (_, i) => [10 + place(i), 50]));
      columns.from.set(Array.from({ length: count }, (_, i) => START + day(i) * DAY));
      return jobsOver(columns);
    };
    const tooFewOf = async (jobs: ReturnType<typeof at>) => {
      const { summary, column, table } = await jobs.finish(ask({ cell: 100 }), changeSummary);
      await jobs.close();
      expect(summary.patches).toEqual([]);
      if (table.numRows > 0) expect(new Set(column('class'))).toEqual(new Set([0]));
      expect(summary.warnings.map(({ code }) => code)).not.toContain('outside_region');
      return summary.tooFew;
    };
    expect(await tooFewOf(at(0, () => 0))).toMatchObject({ reason: 'no_incidents' });
    expect(await tooFewOf(at(1, () => 0))).toMatchObject({ reason: 'too_few_periods', found: 1, floor: 2 });
    expect(await tooFewOf(at(60, () => 3))).toMatchObject({ reason: 'too_few_periods' });
    expect(await tooFewOf(at(20, (i) => i % 14))).toEqual({
      reason: 'fewer_than_30_incidents',
      found: 20,
      floor: 30,
    });
    // All at one point: still one cell whose two counts can be compared.
    const point = at(
      90,
      (i) => (i < 20 ? i % 7 : 7 + (i % 7)),
      () => 0,
    );
    const { summary } = await point.finish(ask({ cell: 100 }), changeSummary);
    expect(summary).toMatchObject({ tooFew: null, more: 1, fewer: 0, before: { incidents: 20 } });
    await point.close();
  });

  it('takes Poisson z for equal periods, coarser than the exact test', async () => {
    const { summary, column } = await town.finish(ask({ test: 'poisson-z' }), changeSummary);
    expect(summary).toMatchObject({ test: 'poisson-z', tooFew: null });
    expect(summary.patches[0].centre[0]).toBeCloseTo(10.03, 2);
    const [z, p] = ['z', 'p'].map(column);
    const i = z.findIndex((value, k) => value !== null && p[k] !== null);
    expect(Math.abs(z[i] ?? 0) > 1.96 * Math.SQRT2).toBe((p[i] ?? 1) < 0.05);
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(longTown(300_000));
    expect(await large.cancelledAfter(ask({ cell: 100 }), 0.2)).toBeLessThan(500);
    await large.close();
  });
});
