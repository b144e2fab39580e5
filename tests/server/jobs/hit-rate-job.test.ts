import { afterAll, describe, expect, it } from 'vitest';
import { hitRateSummary } from '../../../server/jobs/contract/hit-rate.ts';
import { jobsOver } from './job-under-test.ts';
import { longTown, townOverTime } from './town-over-time.ts';

const town = jobsOver(townOverTime());
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'hit-rate' as const, parameters: { cell: 500, ...parameters } });

describe('the map that would have been right', () => {
  it('is judged on the period that the maps did not see', async () => {
    const { summary, column } = await town.finish(ask(), hitRateSummary);
    expect(summary.holdRule).toBe('auto');
    expect(summary.seen?.to).toBe(summary.heldOut?.from);
    const days =
      (Date.parse(summary.heldOut?.to ?? '') - Date.parse(summary.heldOut?.from ?? '')) / 86_400_000;
    expect(Math.round(days)).toBe(73);
    const sum = (values: (number | null)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(column('observed'))).toBe(summary.heldOut?.incidents);
    expect(sum(column('counts'))).toBe(summary.seen?.incidents);
    expect(summary.maps.map(({ map }) => map)).toEqual(['counts', 'density', 'gi-star', 'same-season']);
  });

  it('has as many hits as its best cells hold', async () => {
    const { summary, column } = await town.finish(ask({ shares: [0.05] }), hitRateSummary);
    const [observed, counts] = ['observed', 'counts'].map(column);
    const order = [...counts.keys()].sort(
      (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (observed[a] ?? 0) - (observed[b] ?? 0),
    );
    const cells = 0.05 * summary.cells;
    let hits = 0;
    order.slice(0, Math.floor(cells)).forEach((i) => {
      hits += observed[i] ?? 0;
    });
    hits += (cells % 1) * (observed[order[Math.floor(cells)]] ?? 0);
    const [first] = summary.maps[0].at;
    expect(first.hits).toBeCloseTo(hits, 9);
    expect(first.pai).toBeCloseTo(hits / (summary.heldOut?.incidents ?? 0) / 0.05, 9);
    const best = Math.max(...summary.maps.map(({ at }) => at[0].hits));
    const [winner] = summary.winners;
    expect(summary.maps.find(({ map }) => map === winner.map)?.at[0].hits).toBe(best);
    expect(summary.maps.find(({ map }) => map === winner.next)?.at[0].hits).toBeCloseTo(
      best - winner.lead,
      9,
    );
  });

  it('needs incidents on both sides, and something to see', async () => {
    const { summary } = await town.finish(ask({ holdDays: 1 }), hitRateSummary);
    expect(summary).toMatchObject({
      tooFew: { reason: 'too_few_incidents', floor: 30 },
      maps: [],
      winners: [],
    });
    expect(await town.refusal(ask({ holdDays: 2000 }))).toMatch(/nothing is left/);
  });

  it('judges the same maps on hexagons', async () => {
    const { summary, column } = await town.finish(ask({ shape: 'hexagon' }), hitRateSummary);
    expect(summary.maps.map(({ map }) => map)).toEqual(['counts', 'density', 'gi-star', 'same-season']);
    const [lon, lat, density, counts] = ['lon', 'lat', 'density', 'counts'].map(column);
    const top = density.indexOf(Math.max(...density.map((value) => value ?? 0)));
    expect(Math.hypot((lon[top] ?? 0) - 10.03, (lat[top] ?? 0) - 50.02)).toBeLessThan(0.01);
    // A density over the region adds up to about the incidents it was made of.
    const sum = density.reduce<number>((total, value) => total + (value ?? 0) * 0.25, 0);
    const seen = counts.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(Math.abs(sum / seen - 1)).toBeLessThan(0.1);
  });

  it('leaves out the map of a year ago where there was none, and says so', async () => {
    const { summary, column } = await town.finish(ask({ holdDays: 400 }), hitRateSummary);
    expect(summary.maps.map(({ map }) => map)).not.toContain('same-season');
    expect(summary.warnings).toContainEqual({ code: 'maps_left_out', value: 1 });
    expect(new Set(column('sameSeason'))).toEqual(new Set([null]));
  });

  it('gives the same bytes again', async () => {
    const { run } = await town.finish(ask(), hitRateSummary);
    const again = jobsOver(townOverTime());
    expect((await again.finish(ask(), hitRateSummary)).run.digest).toBe(run.digest);
    await again.close();
  });

  it('draws a curve from nothing to everything', async () => {
    const { summary } = await town.finish(ask(), hitRateSummary);
    for (const { curve } of summary.maps) {
      expect(curve.area.length).toBeLessThanOrEqual(101);
      expect([curve.area[0], curve.hits[0]]).toEqual([0, 0]);
      expect(curve.area.at(-1)).toBeCloseTo(1, 9);
      expect(curve.hits.at(-1)).toBeCloseTo(1, 9);
      for (const [k, hits] of curve.hits.slice(1).entries())
        expect(hits).toBeGreaterThan(curve.hits[k] - 1e-9);
    }
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(longTown(300_000));
    for (const done of [0.1, 0.2, 0.7])
      expect(await large.cancelledAfter(ask({ cell: 100 }), done)).toBeLessThan(500);
    await large.close();
  });
});
