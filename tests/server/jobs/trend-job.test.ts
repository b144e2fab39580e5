import { afterAll, describe, expect, it } from 'vitest';
import { FLAG_DATE_ONLY, FLAG_MONTH_ONLY, MISSING } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { trendSummary } from '../../../server/jobs/contract/trend.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';

const DAY = 1440;
/** Noon in New York, the zone of the small store, in winter. */
const noon = (date: string) => Date.parse(`${date}T17:00:00Z`) / 60_000;

const open: ReturnType<typeof jobsOver>[] = [];
afterAll(() => Promise.all(open.map((each) => each.close())));

/** One place, incidents at these minutes. */
function townOf(
  minutes: readonly number[],
  change: (columns: ReturnType<typeof sharedColumns>) => void = () => {},
) {
  const columns = sharedColumns(minutes.map((_, i): [number, number] => [10 + (i % 50) / 1000, 50]));
  columns.from.set(minutes);
  change(columns);
  const town = jobsOver(columns);
  open.push(town);
  return (parameters = {}, filter = {}) => town.finish({ method: 'trend', parameters, filter }, trendSummary);
}

/** `perDay(day)` incidents on each day, spread over it. */
function daily(first: string, days: number, perDay: (day: number) => number): number[] {
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: perDay(day) }, (_, i) => noon(first) - 600 + day * DAY + 20 * i),
  ).flat();
}

/** Four years from 2021, steady but for what `change` does. */
const FOUR_YEARS = 1461;
const steady = () => {
  const random = seededRandom(3);
  return (mean: number) => {
    let count = 0;
    for (let rest = random.next(); rest > Math.exp(-mean); rest *= random.next()) count++;
    return count;
  };
};

describe('the trend', () => {
  it('compares whole months by their days and finds no trend where there is none', async () => {
    const { summary, column, metadata, run } = await townOf(daily('2021-01-01', FOUR_YEARS, () => 2))();
    expect(run.parameters).toMatchObject({ timezone: 'America/New_York' });
    expect(summary).toMatchObject({
      n: 2 * FOUR_YEARS,
      step: 'month',
      stepRule: 'auto',
      days: { first: '2021-01-01', last: '2024-12-31' },
      periods: 48,
      missing: 0,
      tooFew: null,
      limits: { around: 'mean', above: 0, below: 0 },
      trend: { test: 'seasonal', cycle: 12, direction: 'none', slope: 0, p: 1 },
      season: { cycle: 12, cycles: 3, judged: true, above: 0, below: 0 },
      warnings: [],
    });
    expect(summary.dispersion).toBeCloseTo(0, 9);
    expect(metadata.get('rows')).toBe('period');
    expect(column('perDay').every((rate) => rate === 2)).toBe(true);
    expect([column('year')[37], column('month')[37], column('day')[37], column('days')[37]]).toEqual([
      2024, 2, 1, 29,
    ]);
    expect(column('incidents')[37]).toBe(58);
    expect(column('seasonExpected').slice(0, 36)).toEqual(new Array(36).fill(null));
    expect(column('seasonExpected')[36]).toBe(62);
  });

  it('finds what was put in: a rise, a season, a month that stands out', async () => {
    const poisson = steady();
    const rise = (day: number) => 4 + (4 * day) / FOUR_YEARS;
    const burst = (day: number) => (day >= 1157 && day < 1186 ? 5 : 0);
    const season = (day: number) => 1.5 * Math.cos((2 * Math.PI * day) / 365.25);
    const { summary, column } = await townOf(
      daily('2021-01-01', FOUR_YEARS, (day) => poisson(rise(day) + season(day) + burst(day))),
    )();
    expect(summary.trend).toMatchObject({ test: 'seasonal', direction: 'up' });
    // 4 a day more in 48 months of 30.4 days.
    const { slope, low, high } = summary.trend ?? { slope: 0, low: 0, high: 0 };
    expect(slope).toBeGreaterThan(1.8);
    expect(slope).toBeLessThan(3.4);
    expect(low).toBeLessThan(slope);
    expect(high).toBeGreaterThan(slope);
    expect(summary.limits?.around).toBe('trend');
    // March 2024 is the 39th month.
    expect(column('outside')[38]).toBe(1);
    expect(column('season')[38]).toBe(1);
    expect(summary.season).toMatchObject({ judged: true, below: 0 });
  });

  it('allows for memory while there are less than three years, and says that seasons are not judged', async () => {
    const poisson = steady();
    const { summary, column } = await townOf(daily('2023-01-01', 731, () => poisson(8)))();
    expect(summary.trend).toMatchObject({ test: 'memory', cycle: 12 });
    expect(summary.season).toMatchObject({ cycles: 1, floor: 3, judged: false });
    expect(column('seasonExpected').every((one) => one === null)).toBe(true);
  });

  it('leaves out the months that the data only begin or end in', async () => {
    const { summary, column } = await townOf(daily('2023-01-10', 500, () => 2))();
    expect(summary.days).toEqual({ first: '2023-02-01', last: '2024-04-30' });
    expect(summary.warnings).toContainEqual({ code: 'unfinished_ends', value: 2 * (22 + 23) });
    expect(summary.n).toBe(2 * (500 - 45));
    expect(column('incidents').reduce((sum: number, some) => sum + (some ?? 0), 0)).toBe(summary.n);
  });

  it('keeps to the period of the filter', async () => {
    const ask = townOf(daily('2021-01-01', FOUR_YEARS, () => 2));
    const { summary } = await ask(
      { step: 'month' },
      { from: '2022-03-05T00:00:00-05:00', to: '2023-06-01T00:00:00-04:00' },
    );
    expect(summary.days).toEqual({ first: '2022-04-01', last: '2023-05-31' });
    // Asked for a longer time than the data have: what is beyond them is no zero.
    const wide = await ask({ step: 'month' }, { from: '2015-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' });
    expect(wide.summary.periods).toBe(48);
  });

  it('counts days of 23 and 25 hours as one', async () => {
    // Two incidents a day, at half past midnight and half past eleven at night.
    const local = (date: string, clock: string, offset: string) =>
      Date.parse(`${date}T${clock}:00${offset}`) / 60_000;
    const minutes = Array.from({ length: 40 }, (_, day) => {
      const date = new Date(Date.UTC(2024, 1, 20) + day * 86_400_000).toISOString().slice(0, 10);
      const late = date < '2024-03-10' ? '-05:00' : '-04:00';
      const early = date <= '2024-03-10' ? '-05:00' : '-04:00';
      return [local(date, '00:30', early), local(date, '23:30', late)];
    }).flat();
    const { column, summary } = await townOf(minutes)({ step: 'day' });
    expect(column('incidents')).toEqual(new Array(40).fill(2));
    expect(summary.days).toEqual({ first: '2024-02-20', last: '2024-03-30' });
  });

  it('takes a hole in the data for missing, not for nothing', async () => {
    const hole = (day: number) => (day >= 365 && day < 424 ? 0 : 3);
    const { summary, column } = await townOf(daily('2021-01-01', FOUR_YEARS, hole))();
    expect(summary).toMatchObject({ periods: 48, missing: 2, limits: { below: 0 }, trend: { p: 1 } });
    expect(summary.warnings).toContainEqual({ code: 'missing_periods', value: 2 });
    expect(column('incidents').slice(11, 15)).toEqual([93, null, null, 93]);
  });

  it('counts dates without an hour, and months where months are asked for', async () => {
    const minutes = daily('2023-01-01', 400, () => 1);
    const ask = townOf(minutes, ({ flags, from }) => {
      flags.fill(FLAG_DATE_ONLY, 0, 200);
      flags[300] = FLAG_MONTH_ONLY;
      from[350] = MISSING;
    });
    const months = await ask({ step: 'month' });
    expect(months.summary.n).toBe(395);
    expect(months.summary.warnings).toEqual([
      { code: 'without_time', value: 1 },
      { code: 'unfinished_ends', value: 4 },
    ]);
    const weeks = await ask({ step: 'week' });
    expect(weeks.summary.warnings).toContainEqual({ code: 'month_only', value: 1 });
  });

  it('takes longer periods where single incidents would make the picture', async () => {
    const rare = await townOf(daily('2021-01-01', FOUR_YEARS, (day) => +(day % 12 === 0)))();
    expect(rare.summary).toMatchObject({ step: 'quarter', periods: 16 });
    const short = await townOf(daily('2024-01-01', 100, () => 3))();
    expect(short.summary).toMatchObject({ step: 'week', periods: 14 });
    const days = await townOf(daily('2024-01-01', 20, () => 7))();
    expect(days.summary).toMatchObject({ step: 'day', periods: 20 });
  });

  it.each([
    ['one incident', [noon('2024-01-05')], 'too_few_periods', 1],
    ['all on one day', daily('2024-01-05', 1, () => 50), 'too_few_periods', 1],
    ['seven days', daily('2024-01-05', 7, () => 50), 'too_few_periods', 7],
    ['few incidents', daily('2023-01-01', 365, (day) => +(day % 20 === 0)), 'too_few_incidents', 19],
    ['no time', [MISSING, MISSING], 'no_times', 0],
  ])('says that there is too little: %s', async (_, minutes, reason, found) => {
    const { summary, column, table } = await townOf(minutes)();
    expect(summary.tooFew).toMatchObject({ reason, found });
    expect(summary).toMatchObject({ trend: null, limits: null, season: null });
    if (table.numRows > 0) expect(column('low').every((low) => low === null)).toBe(true);
  });

  it('says that nothing matches', async () => {
    const { summary, table } = await townOf([])();
    expect(summary).toMatchObject({ n: 0, tooFew: { reason: 'no_incidents' } });
    expect(table.numRows).toBe(0);
  });

  it('says that a month of every kind is steady when all are alike, one year and all', async () => {
    const { summary } = await townOf(daily('2023-01-01', 365, () => 1))();
    expect(summary.trend).toMatchObject({ direction: 'none', slope: 0, low: 0, high: 0 });
    expect(summary.season).toMatchObject({ judged: false, cycles: 0 });
  });

  it('refuses more periods than can be compared', async () => {
    const town = jobsOver(
      (() => {
        const minutes = daily('2021-01-01', FOUR_YEARS, () => 1);
        const columns = sharedColumns(minutes.map((): [number, number] => [10, 50]));
        columns.from.set(minutes);
        return columns;
      })(),
    );
    open.push(town);
    expect(await town.refusal({ method: 'trend', parameters: { step: 'day' } })).toMatch(
      /1461 whole periods of a day; at most 1100/,
    );
  });

  it('gives the same bytes again', async () => {
    const minutes = daily('2021-01-01', FOUR_YEARS, (day) => 1 + (day % 3));
    const [one, two] = await Promise.all([townOf(minutes)(), townOf(minutes)()]);
    expect(one.run.digest).toBe(two.run.digest);
  });
});
