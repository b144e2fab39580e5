import { afterAll, describe, expect, it } from 'vitest';
import { cusumRunLength } from '../../../analysis/cusum.ts';
import { FLAG_DATE_ONLY, FLAG_MONTH_ONLY, MISSING } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { burstsSummary } from '../../../server/jobs/contract/bursts.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';

const DAY = 1440;
/** Midnight in New York, the zone of the small store, in winter. */
const START = Date.parse('2021-01-01T05:00:00Z') / 60_000;

const open: ReturnType<typeof jobsOver>[] = [];
afterAll(() => Promise.all(open.map((each) => each.close())));

function townOf(
  minutes: readonly number[],
  change: (columns: ReturnType<typeof sharedColumns>) => void = () => {},
) {
  const columns = sharedColumns(minutes.map((_, i): [number, number] => [10 + (i % 50) / 1000, 50]));
  columns.from.set(minutes);
  change(columns);
  const town = jobsOver(columns);
  open.push(town);
  return town;
}

const ask = (town: ReturnType<typeof jobsOver>, parameters = {}) =>
  town.finish({ method: 'bursts', parameters }, burstsSummary);

/** So many incidents on each day, from two hours after midnight on, so that the clocks may change. */
const daily = (days: number, perDay: (day: number) => number): number[] =>
  Array.from({ length: days }, (_, day) =>
    Array.from({ length: perDay(day) }, (_, i) => START + 180 + day * DAY + i),
  ).flat();

function poissonDays(days: number, mean: (day: number) => number, seed = 5): number[] {
  const random = seededRandom(seed);
  return daily(days, (day) => {
    let count = 0;
    for (let rest = random.next(); rest > Math.exp(-mean(day)); rest *= random.next()) count++;
    return count;
  });
}

describe('early warning', () => {
  it('keeps quiet when nothing has changed, and says what it would have found', async () => {
    const { summary, run, metadata, column } = await ask(townOf(poissonDays(1096, () => 2, 8)));
    expect(run.parameters).toMatchObject({ timezone: 'America/New_York', falseAlarmDays: 365 });
    expect(summary).toMatchObject({
      tooFew: null,
      watchRule: 'auto',
      baseline: { first: '2021-01-01', last: '2023-01-01', days: 731 },
      watched: { first: '2023-01-02', last: '2024-01-01', days: 365 },
      cusum: { ratioRule: 'auto', ratio: 1.5 },
      window: { days: 7 },
      warnings: [],
    });
    expect(summary.baseline?.mean).toBeCloseTo(2, 0);
    expect(summary.baseline?.dispersion).toBeCloseTo(1, 0);
    expect(summary.cusum?.alarms).toBeLessThanOrEqual(3);
    expect(summary.window?.fullest).toHaveLength(1);
    expect(summary.window?.fullest[0].p).toBeGreaterThan(0.05);
    expect(metadata.get('rows')).toBe('day');
    expect(column('watched').filter((one) => one === 1)).toHaveLength(365);
    expect(column('cusum').slice(0, 731)).toEqual(new Array(731).fill(null));
    expect(column('incidents').reduce((sum: number, some) => sum + (some ?? 0), 0)).toBe(summary.n);
  });

  it('keeps the budget that was agreed, by the chain of the states', async () => {
    const { summary } = await ask(townOf(poissonDays(1096, () => 2)), { ratio: 1.5, falseAlarmDays: 365 });
    const { reference, limit, runLength } = summary.cusum ?? { reference: 0, limit: 0, runLength: 0 };
    expect(runLength).toBeGreaterThanOrEqual(365);
    const mean = summary.baseline?.mean ?? 0;
    const scale = [1, 2, 5, 10, 20, 50, 100].find((one) =>
      [reference, limit].every((figure) => Math.abs(figure * one - Math.round(figure * one)) < 1e-9),
    );
    expect(runLength / cusumRunLength(mean, reference, limit, scale ?? 0)).toBeCloseTo(1, 6);
  });

  it('raises an alarm soon after a lasting rise, and says since when', async () => {
    const rise = 1000;
    const { summary, column } = await ask(townOf(poissonDays(1096, (day) => (day < rise ? 2 : 4))), {
      ratio: 2,
    });
    const first = summary.cusum?.listed.find(({ row }) => row >= rise);
    expect((first?.row ?? 0) - rise).toBeLessThan(15);
    expect(first?.incidents).toBeGreaterThan(first?.expected ?? 0);
    expect(column('alarm')[first?.row ?? 0]).toBe(1);
    expect(column('cusum')[first?.row ?? 0]).toBeGreaterThanOrEqual(summary.cusum?.limit ?? 0);
    // 27 September 2023 is day 999.
    expect(first?.day.startsWith('2023-')).toBe(true);
    expect(summary.cusum?.alarms).toBeGreaterThan(3);
  });

  it('finds a fall when a fall is looked for', async () => {
    const town = townOf(poissonDays(1096, (day) => (day < 1000 ? 6 : 3)));
    const { summary } = await ask(town, { ratio: 0.67 });
    expect(summary.cusum?.listed.some(({ row }) => row >= 1000 && row < 1020)).toBe(true);
  });

  it('finds the one full week that was put in', async () => {
    const { summary, column } = await ask(
      townOf(poissonDays(1096, (day) => (day >= 900 && day < 907 ? 7 : 1))),
    );
    const [fullest] = summary.window?.fullest ?? [];
    expect(Math.abs(fullest.row - 906)).toBeLessThanOrEqual(1);
    expect(fullest.p).toBeLessThan(0.001);
    expect(fullest.incidents).toBeGreaterThanOrEqual(summary.window?.alarm ?? Infinity);
    expect(column('crowded').slice(fullest.row - 6, fullest.row + 1)).toEqual(new Array(7).fill(1));
    expect(column('crowded')[fullest.row + 8]).toBe(0);
  });

  it('counts the fullest window as a plain search does', async () => {
    const { summary, column } = await ask(townOf(poissonDays(300, () => 3)), { windowDays: 10 });
    const counts = column('incidents').map((count) => count ?? 0);
    const first = summary.baseline?.days ?? 0;
    let most = 0;
    for (let at = first; at + 10 <= counts.length; at++)
      most = Math.max(
        most,
        counts.slice(at, at + 10).reduce((sum, count) => sum + count, 0),
      );
    expect(summary.window?.fullest[0].incidents).toBe(most);
    expect(summary.watched?.days).toBe(91);
  });

  it('says how its rule does on days that differ by more than chance', async () => {
    const waves = (day: number) => (Math.floor(day / 10) % 2 === 0 ? 2 : 8);
    const { summary } = await ask(townOf(poissonDays(1096, waves)), { ratio: 1.5 });
    expect(summary.warnings.map(({ code }) => code)).toEqual(['days_uneven']);
    expect(summary.cusum?.check.alarms).toBeGreaterThan(10);
    expect(summary.cusum?.check.expected).toBeCloseTo(731 / 365, 9);
    const { summary: automatic } = await ask(townOf(poissonDays(1096, waves)));
    expect(automatic.cusum?.ratio).toBeGreaterThanOrEqual(1.5);
  });

  it('offers changes worth finding on large counts that vary more than by chance', async () => {
    const fours = poissonDays(1096, () => 12, 3).flatMap((minute) => [minute, minute, minute, minute]);
    const { summary } = await ask(townOf(fours));
    const { ratio, runLength, dispersion, check } = summary.cusum ?? { ratio: 0, check: { alarms: 99 } };
    expect(dispersion).toBeCloseTo(summary.baseline?.dispersion ?? 0, 9);
    expect(dispersion).toBeGreaterThan(3);
    expect(ratio).toBeLessThanOrEqual(1.5);
    expect(runLength).toBeLessThan(3 * 365);
    expect(check.alarms).toBeLessThanOrEqual(4);
  });

  it('knows what is unusual among thousands, too', async () => {
    const { summary } = await ask(townOf(poissonDays(90, (day) => (day === 80 ? 500 : 300), 4)), {
      ratio: 3,
    });
    const [fullest] = summary.window?.fullest ?? [];
    expect(fullest.incidents).toBeGreaterThan(2250);
    expect(fullest.p).toBeLessThan(0.01);
    expect(summary.cusum).toMatchObject({ limit: 1, runLength: 1e6, alarms: 0 });
  });

  it('takes holes for missing, leaves months out, and counts dates without an hour', async () => {
    const hole = (day: number) => (day >= 100 && day < 110 ? 0 : 8);
    const town = townOf(daily(400, hole), ({ flags, from }) => {
      flags.fill(FLAG_DATE_ONLY, 0, 500);
      flags[600] = FLAG_MONTH_ONLY;
      from[700] = MISSING;
    });
    const { summary, column } = await ask(town);
    expect(summary.warnings).toEqual([
      { code: 'without_time', value: 1 },
      { code: 'month_only', value: 1 },
      { code: 'missing_days', value: 10 },
    ]);
    expect(column('incidents').slice(99, 111)).toEqual([8, ...new Array(10).fill(null), 8]);
    expect(summary.baseline?.mean).toBeCloseTo(8, 1);
  });

  it.each([
    ['one incident', [START], 'too_few_days', 1, 42],
    ['all on one day', daily(1, () => 60), 'too_few_days', 1, 42],
    ['forty days', daily(40, () => 3), 'too_few_days', 40, 42],
    ['few incidents', daily(400, (day) => +(day % 20 === 0)), 'too_few_incidents', 16, 30],
    ['no time', [MISSING], 'no_times', 0, 30],
    ['nothing', [], 'no_incidents', 0, 30],
  ])('says that there is too little: %s', async (_, minutes, reason, found, floor) => {
    const { summary } = await ask(townOf(minutes));
    expect(summary.tooFew).toEqual({ reason, found, floor });
    expect(summary).toMatchObject({ cusum: null, window: null });
  });

  it('asks for a longer time than is watched', async () => {
    const { summary } = await ask(townOf(daily(100, () => 3)), { watchDays: 90 });
    expect(summary.tooFew).toEqual({ reason: 'too_few_days', found: 100, floor: 118 });
  });

  it('refuses a window that does not fit, and a change that cannot be found', async () => {
    const town = townOf(daily(100, () => 3));
    expect(await town.refusal({ method: 'bursts', parameters: { windowDays: 40 } })).toMatch(
      /40 days must fit twice into the 33 days/,
    );
    const rare = townOf(daily(3000, (day) => +(day % 60 === 0)));
    expect(
      await rare.refusal({ method: 'bursts', parameters: { ratio: 1.1, falseAlarmDays: 3650 } }),
    ).toMatch(/cannot be told from chance/);
  });

  it('stops when it is cancelled', async () => {
    const rare = townOf(daily(3000, (day) => +(day % 60 === 0)));
    const parameters = { ratio: 1.1, falseAlarmDays: 3650 };
    expect(await rare.cancelledAfter({ method: 'bursts', parameters }, 0.42)).toBeLessThan(500);
  });
});
