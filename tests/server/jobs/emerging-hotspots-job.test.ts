import { afterAll, describe, expect, it } from 'vitest';
import { MISSING } from '../../../analysis/incident-columns.ts';
import { emergingHotspotsSummary } from '../../../server/jobs/contract/emerging-hotspots.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';
import { longTown, START, townOverTime } from './town-over-time.ts';

const town = jobsOver(townOverTime());
afterAll(() => town.close());
const ask = (parameters = {}) => ({
  method: 'emerging-hotspots' as const,
  parameters: { cell: 500, ...parameters },
});

describe('emerging hotspots', () => {
  it('tell the lasting one from the new one', async () => {
    const { summary } = await town.finish(ask(), emergingHotspotsSummary);
    expect(summary).toMatchObject({ rule: 'trend', periodDays: 28, periodRule: 'auto', tooFew: null });
    expect(summary.periods).toHaveLength(26);
    const at = (lon: number) => summary.patches.find(({ centre }) => Math.abs(centre[0] - lon) < 0.006);
    // Scores of neighbouring steps share incidents, so a trend may be seen where there is none.
    expect(at(10.03)?.label).toMatch(/^(persistent|intensifying|diminishing)_hot$/);
    expect(at(9.97)?.label).toMatch(/^(new|consecutive)_hot$/);
    expect(at(10.03)?.placeName).toBe('Market Street');
  });

  it('show the strip of periods behind each label', async () => {
    const { summary, column, table } = await town.finish(ask(), emergingHotspotsSummary);
    const labels = column('label');
    const strips = summary.periods.map((_, k) => column(`s${k}`));
    const counts = summary.periods.map((_, k) => column(`n${k}`));
    const [last] = strips.slice(-1);
    const persistent = summary.labels.findIndex(({ label }) => label === 'persistent_hot');
    for (let i = 0; i < table.numRows; i++) {
      if (labels[i] === persistent) expect(last[i]).toBe(1);
      const total = counts.reduce((sum, period) => sum + (period[i] ?? 0), 0);
      expect(total).toBe(column('count')[i]);
    }
    summary.periods.forEach(({ incidents }, k) => {
      expect(counts[k].reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(incidents);
    });
    summary.labels.forEach(({ cells }, code) => {
      expect(labels.filter((value) => value === code)).toHaveLength(cells);
    });
  });

  it('know the rule by shares, too', async () => {
    const { summary, column } = await town.finish(ask({ rule: 'shares' }), emergingHotspotsSummary);
    const at = (lon: number) => summary.patches.find(({ centre }) => Math.abs(centre[0] - lon) < 0.006);
    expect(at(10.03)?.label).toBe('persistent_hot');
    expect(at(9.97)?.label).toBe('emerging_hot');
    expect(new Set(column('trend'))).toEqual(new Set([null]));
  });

  it('refuse too many periods and need four', async () => {
    expect(await town.refusal(ask({ periodDays: 1 }))).toMatch(/728 in number/);
    const { summary } = await town.finish(ask({ periodDays: 300 }), emergingHotspotsSummary);
    expect(summary.tooFew).toEqual({ reason: 'too_few_periods', found: 2, floor: 4 });
    const none = jobsOver(sharedColumns([]));
    const empty = await none.finish(ask(), emergingHotspotsSummary);
    expect(empty.summary.tooFew?.reason).toBe('no_incidents');
    await none.close();
  });

  it('refuse more scores than the memory holds, and name what would do', async () => {
    expect(await town.refusal(ask({ cell: 25, periodDays: 7 }))).toMatch(
      /larger cells, or periods of at least \d+ days/,
    );
  });

  it('give the same bytes again, and say how they counted', async () => {
    const columns = townOverTime();
    columns.from[18] = MISSING;
    const [first, again] = [jobsOver(columns), jobsOver(columns)];
    const { run, summary } = await first.finish(ask({ periodDays: 100 }), emergingHotspotsSummary);
    expect((await again.finish(ask({ periodDays: 100 }), emergingHotspotsSummary)).run.digest).toBe(
      run.digest,
    );
    const value = (wanted: string) => summary.warnings.find(({ code }) => code === wanted)?.value;
    expect(value('few_periods')).toBe(7);
    expect(value('without_time')).toBe(1);
    expect(value('unfinished_period')).toBe(9000 - 1 - summary.n);
    await first.close();
    await again.close();
  });

  it('say that a single day or place has no history', async () => {
    const day = townOverTime();
    day.from.fill(START);
    const oneDay = jobsOver(day);
    const { summary } = await oneDay.finish(ask(), emergingHotspotsSummary);
    expect(summary).toMatchObject({ tooFew: { reason: 'too_few_periods', found: 1, floor: 4 }, patches: [] });
    await oneDay.close();
    const place = townOverTime();
    place.lon.fill(10e7);
    place.lat.fill(50e7);
    const onePlace = jobsOver(place);
    const same = await onePlace.finish(ask({ rule: 'shares' }), emergingHotspotsSummary);
    expect(same.summary.tooFew?.reason).toBe('too_few_cells');
    expect(same.summary.patches).toEqual([]);
    expect(new Set(same.column('label'))).toEqual(new Set([0]));
    expect((await onePlace.finish(ask(), emergingHotspotsSummary)).summary.n).toBe(9000);
    await onePlace.close();
  });

  it('stop when they are cancelled', async () => {
    const columns = longTown(300_000);
    const large = jobsOver(columns);
    for (const done of [0.1, 0.3, 0.85])
      expect(await large.cancelledAfter(ask({ cell: 100 }), done)).toBeLessThan(500);
    await large.close();
  });
});
