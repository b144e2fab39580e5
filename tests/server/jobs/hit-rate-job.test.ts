import { afterAll, describe, expect, it } from 'vitest';
import { hitRateSummary } from '../../../server/jobs/contract/hit-rate.ts';
import { runRequest } from '../../../server/jobs/contract.ts';
import { csvOf } from '../../../server/run-export.ts';
import type { Annotation } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, viewer } from './small-store.ts';
import { longTown, START, townOverTime } from './town-over-time.ts';

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

  it('expects what the past had at its pace: RRI by hand', async () => {
    const { summary, column } = await town.finish(ask({ shares: [0.05] }), hitRateSummary);
    const [observed, counts, density] = ['observed', 'counts', 'density'].map(column);
    const days = ({ from, to }: { from: string; to: string }) =>
      (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (summary.seen === null || summary.heldOut === null) throw new Error('nothing judged');
    const pace = days(summary.heldOut) / days(summary.seen);
    const order = [...counts.keys()].sort(
      (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (observed[a] ?? 0) - (observed[b] ?? 0),
    );
    const cells = 0.05 * summary.cells;
    const total = (values: (number | null)[]) =>
      order.slice(0, Math.floor(cells)).reduce((sum, i) => sum + (values[i] ?? 0), 0) +
      (cells % 1) * (values[order[Math.floor(cells)]] ?? 0);
    const rri = Object.fromEntries(summary.maps.map(({ map, at }) => [map, at[0].rri]));
    expect(rri.counts).toBeCloseTo((total(counts) * pace) / total(observed), 9);
    expect(rri['gi-star']).toBeNull();
    // Incidents per km² on cells of a quarter of a square kilometre, in the order of the density itself.
    expect(density.every((value) => value !== null)).toBe(true);
    expect(rri.density).toBeGreaterThan(0.3);
    expect(rri.density).toBeLessThan(1.5);
    expect(rri['same-season']).toBeGreaterThan(0.5);
    const [winner] = summary.winners;
    const pai = summary.maps.map(({ at }) => at[0].pai).sort((a, b) => b - a);
    expect(winner.leadPai).toBeCloseTo(pai[0] - pai[1], 9);
  });

  it('says what is missing: incidents, a second day, places that differ', async () => {
    const at = async (count: number, day: number) => {
      const columns = sharedColumns(Array.from({ length: count }, () => [10, 50]));
      columns.from.set(Array.from({ length: count }, (_, i) => START + (day === 0 ? 0 : i % day) * 1440));
      const jobs = jobsOver(columns);
      const { summary } = await jobs.finish(ask(), hitRateSummary);
      await jobs.close();
      return summary;
    };
    expect((await at(0, 1)).tooFew).toMatchObject({ reason: 'no_incidents' });
    expect((await at(1, 0)).tooFew).toMatchObject({ reason: 'too_few_periods', found: 1, floor: 2 });
    expect((await at(100, 0)).tooFew).toMatchObject({ reason: 'too_few_periods' });
    // All at one point: no map can be better than the counts, which hold one cell alone.
    const point = await at(1000, 300);
    expect(point.tooFew).toBeNull();
    const [counts, ...others] = point.maps.map(({ at }) => at[0].hits);
    expect(counts).toBe(Math.max(counts, ...others));
  });
});

describe('guesses', () => {
  const box = (west: number, south: number, east: number, north: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ] as [number, number][][],
  });
  const note = (
    id: string,
    geometry: Annotation['geometry'],
    more: Partial<Annotation> = {},
  ): Annotation => ({
    id,
    problemId: null,
    replyTo: null,
    text: `Guess ${id}`,
    geometry,
    version: 3,
    createdBy: 'u1',
    createdAt: '2022-06-01T00:00:00.000Z',
    updatedAt: '2022-06-01T00:00:00.000Z',
    deletedAt: null,
    ...more,
  });
  /** Round the corner that filled at the end, in an empty corner, far away, and a line. */
  const annotations = [
    note('good', box(9.965, 49.9765, 9.975, 49.9835)),
    note('bad', box(10.05, 49.96, 10.06, 49.97), {
      text: `Long ago\n${'x'.repeat(300)}`,
      updatedAt: '2025-06-01T00:00:00.000Z',
    }),
    note('far', box(11, 51, 11.1, 51.1)),
    note('line', {
      type: 'LineString',
      coordinates: [
        [10, 50],
        [10.1, 50],
      ],
    }),
    note('gone', box(10, 50, 10.1, 50.1), { deletedAt: '2023-01-01T00:00:00.000Z' }),
  ];
  const people = jobsOver(townOverTime(), [], { annotations });
  afterAll(() => people.close());

  it('are held against the maps on as much ground', async () => {
    const guesses = ['good', 'bad', 'far'];
    const { run, summary } = await people.finish(ask({ guesses }), hitRateSummary);
    expect(run.dataVersion).toMatchObject({ 'annotation:good': 3, 'annotation:far': 3 });
    const [good, bad, far] = summary.guesses;
    // 716 m by 779 m on the plane of the data.
    expect(good.areaKm2).toBeCloseTo(0.716 * 0.779, 2);
    expect(good.share).toBeCloseTo(good.areaKm2 / summary.regionKm2, 9);
    const { from, to, incidents } = summary.heldOut ?? { from: '', to: '', incidents: 0 };
    const columns = townOverTime();
    let inside = 0;
    for (let i = 0; i < columns.length; i++) {
      const [lon, lat, time] = [columns.lon[i] / 1e7, columns.lat[i] / 1e7, columns.from[i] * 60_000];
      if (lon < 9.965 || lon >= 9.975 || lat < 49.9765 || lat >= 49.9835) continue;
      if (time >= Date.parse(from) && time < Date.parse(to)) inside++;
    }
    expect(good.hits).toBe(inside);
    expect(good.pai).toBeCloseTo(inside / incidents / good.share, 9);
    for (const guess of [good, bad]) {
      expect(guess.maps.map(({ map }) => map)).toEqual(summary.maps.map(({ map }) => map));
      for (const { share, hits, pai } of guess.maps) {
        expect(share).toBe(guess.share);
        expect(pai).toBeCloseTo(hits / incidents / share, 9);
      }
      expect(guess.lead).toBeCloseTo(guess.hits - Math.max(...guess.maps.map(({ hits }) => hits)), 9);
    }
    expect(bad.lead).toBeLessThan(0);
    expect(bad.text).toBe('Long ago');
    expect(far).toMatchObject({ share: 0, hits: 0, pai: null, pei: null, maps: [], lead: null });
    expect(summary.guesses.map(({ drawnLater }) => drawnLater)).toEqual([false, true, false]);
    expect(summary.warnings).toContainEqual({ code: 'guesses_drawn_later', value: 1 });
    // The maps are judged as without any guess.
    const alone = await people.finish(ask(), hitRateSummary);
    expect(alone.summary.maps).toEqual(summary.maps);
    expect(alone.summary.winners).toEqual(summary.winners);
    expect(alone.run.id).not.toBe(run.id);
  });

  it('agree with a map of the same ground: the whole area is as good as any map', async () => {
    const all = jobsOver(townOverTime(), [], { annotations: [note('all', box(9.8, 49.8, 10.2, 50.2))] });
    const { summary } = await all.finish(ask({ guesses: ['all'] }), hitRateSummary);
    expect(summary.guesses[0]).toMatchObject({ share: 1, pai: 1, lead: 0, hits: summary.heldOut?.incidents });
    await all.close();
  });

  it('are handed out with the scores of the maps', async () => {
    const { run, summary } = await people.finish(ask({ guesses: ['good'] }), hitRateSummary);
    let csv = '';
    for await (const part of csvOf(run, run.result ?? new Uint8Array())) csv += part;
    const line = (name: string) =>
      JSON.parse(
        csv
          .split('\r\n')
          .find((each) => each.startsWith(`# ${name}: `))
          ?.slice(name.length + 4) ?? '',
      );
    expect(line('guesses')).toEqual(summary.guesses);
    expect(line('winners')).toEqual(summary.winners);
    expect(line('scores')[0]).toEqual({ map: 'counts', at: summary.maps[0].at });
  });

  it('must be drawn shapes that are still there', async () => {
    const start = (id: string) =>
      people.jobs.start(viewer, runRequest.parse({ ...ask(), parameters: { guesses: [id] } }));
    await expect(start('line')).rejects.toMatchObject({
      status: 422,
      message: expect.stringMatching(/polygon/),
    });
    await expect(start('gone')).rejects.toMatchObject({ status: 404 });
    await expect(start('none')).rejects.toMatchObject({ status: 404 });
  });
});
