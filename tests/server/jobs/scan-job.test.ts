import { afterAll, describe, expect, it } from 'vitest';
import { MISSING } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { scanSummary } from '../../../server/jobs/contract/scan.ts';
import type { Area } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

/** Minutes of 2024-01-01T00:00Z. */
const START = Date.UTC(2024, 0, 1) / 60_000;
const DAY = 1440;

/** A year of even scatter, and fifty incidents in ten days of June near 10.03, 50.02. */
function burst(size: number) {
  const random = seededRandom(3);
  const times: number[] = [];
  const places = Array.from({ length: size }, (_, i): [number, number] => {
    if (i < 50) {
      times.push(START + Math.floor((160 + 10 * random.next()) * DAY));
      return [10.03 + random.normal() * 0.001, 50.02 + random.normal() * 0.001];
    }
    times.push(START + (i === 50 ? 365 * DAY - 1 : Math.floor(365 * random.next() * DAY)));
    return [10 + (random.next() - 0.5) * 0.14, 50 + (random.next() - 0.5) * 0.09];
  });
  const columns = sharedColumns(places);
  columns.from.set(times);
  columns.from[60] = MISSING;
  return columns;
}

/** Squares over the town, 1000 people each; the first has none. */
function districts(kind: Area['kind'], across: number, firstId: number): Area[] {
  return Array.from({ length: across * across }, (_, i): Area => {
    const west = 9.92 + ((i % across) * 0.16) / across;
    const south = 49.95 + (Math.floor(i / across) * 0.1) / across;
    const [east, north] = [west + 0.16 / across, south + 0.1 / across];
    return {
      id: firstId + i,
      kind,
      name: `${kind} ${i}`,
      bounds: [west, south, east, north],
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
      parentId: null,
      datasetId: null,
      sourceId: null,
      population: i === 0 ? null : 1000,
      dwellings: null,
      timezone: null,
      version: 1,
    };
  });
}

const year = jobsOver(burst(3000));
const town = jobsOver(townColumns(3000), [
  ...districts('neighbourhood', 10, 100),
  ...districts('district', 3, 10),
]);
afterAll(async () => {
  await year.close();
  await town.close();
});

const cells = (parameters = {}) => ({
  method: 'scan' as const,
  parameters: { permutations: 99, cell: 1000, ...parameters },
});
const areas = (parameters = {}) => cells({ model: 'poisson', ...parameters });

describe('a scan of cells and times', () => {
  it('finds the burst: where, when, and how much more than expected', async () => {
    const { summary, column, metadata } = await year.finish(cells(), scanSummary);
    expect(summary).toMatchObject({ model: 'space-time-permutation', stepDays: 12, tooFew: null });
    const [first] = summary.clusters;
    expect(first).toMatchObject({
      rank: 1,
      significant: true,
      p: 0.01,
      relativeRisk: null,
      population: null,
    });
    expect(first.placeName).toBe('Market Street');
    expect(Math.hypot(first.centre[0] - 10.03, first.centre[1] - 50.02)).toBeLessThan(0.02);
    expect(first.incidents).toBeGreaterThan(30);
    expect(first.expected).toBeLessThan(first.incidents / 2);
    expect(Date.parse(first.from ?? '')).toBeGreaterThan((START + 150 * DAY) * 60_000);
    expect(Date.parse(first.to ?? '')).toBeLessThan((START + 180 * DAY) * 60_000);
    const [west, south, east, north] = first.bounds;
    expect(west < 10.03 && east > 10.03 && south < 50.02 && north > 50.02).toBe(true);
    expect(summary.clusters.slice(1).every(({ significant }) => !significant)).toBe(true);
    expect(metadata.get('rows')).toBe('cell');
    expect(column('count').reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(summary.n);
    expect(column('cluster').filter((rank) => rank === 1)).toHaveLength(first.places);
    expect(column('place')).toHaveLength(summary.places);
    expect(summary.warnings).toContainEqual({ code: 'without_time', value: 1 });
  });

  it('lets the automatic cell grow with the permutations it has to pay for', async () => {
    const few = await year.finish(cells({ cell: 'auto', permutations: 19 }), scanSummary);
    const many = await year.finish(cells({ cell: 'auto', permutations: 99 }), scanSummary);
    expect(many.summary.cell).toBeGreaterThan(few.summary.cell ?? Infinity);
  }, 60_000);

  it('gives the same bytes for the same seed', async () => {
    const { run } = await year.finish(cells({ seed: 4 }), scanSummary);
    const again = jobsOver(burst(3000));
    const { run: same } = await again.finish(cells({ seed: 4 }), scanSummary);
    expect(same.digest).toBe(run.digest);
    expect(same.summary).toEqual(run.summary);
    await again.close();
  });

  it('refuses what would take for ever', async () => {
    expect(await year.refusal(cells({ cell: 50, maxShare: 0.5 }))).toMatch(/Larger cells or longer steps/);
  });

  it('says that there are too few steps, incidents or times', async () => {
    const { summary } = await year.finish(cells({ stepDays: 100 }), scanSummary);
    expect(summary.tooFew).toEqual({ reason: 'too_few_periods', found: 3, floor: 4 });
    const few = jobsOver(townColumns(5));
    expect((await few.finish(cells(), scanSummary)).summary.tooFew).toEqual({
      reason: 'fewer_than_30_incidents',
      found: 5,
      floor: 30,
    });
    await few.close();
    const timeless = burst(100);
    timeless.from.fill(MISSING);
    const none = jobsOver(timeless);
    expect((await none.finish(cells(), scanSummary)).summary.tooFew?.reason).toBe('no_times');
    await none.close();
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(burst(100_000));
    expect(await large.cancelledAfter(cells({ permutations: 9999 }), 0.12)).toBeLessThan(500);
    await large.close();
  });
});

describe('a scan of areas', () => {
  it('finds the dense corner against the people there', async () => {
    const { summary, column, metadata } = await town.finish(areas(), scanSummary);
    expect(summary).toMatchObject({ areaKind: 'neighbourhood', cell: null, stepDays: null, places: 99 });
    expect(summary.population).toBe(99_000);
    const [first] = summary.clusters;
    expect(first).toMatchObject({ rank: 1, significant: true, p: 0.01, from: null, to: null });
    expect(Math.hypot(first.centre[0] - 10.03, first.centre[1] - 50.02)).toBeLessThan(0.02);
    expect(first.population).toBe(first.places * 1000);
    expect(first.expected).toBeCloseTo((summary.n * first.places) / 99, 9);
    const outside = (summary.n - first.incidents) / (99 - first.places);
    expect(first.relativeRisk).toBeCloseTo(first.incidents / first.places / outside, 9);
    expect(metadata.get('rows')).toBe('area');
    expect(column('place').every((id) => (id ?? 0) > 100)).toBe(true);
    expect(column('cluster').filter((rank) => rank === 1)).toHaveLength(first.places);
    const value = (wanted: string) => summary.warnings.find(({ code }) => code === wanted)?.value;
    expect(value('areas_without_population')).toBe(1);
    expect(value('outside_areas')).toBe(3000 - summary.n);
  });

  it('takes the kind that is asked for', async () => {
    const { summary } = await town.finish(areas({ areaKind: 'district' }), scanSummary);
    expect(summary).toMatchObject({ areaKind: 'district', places: 8 });
  });

  it('keeps to the areas of a chosen region', async () => {
    const ring: [number, number][] = [
      [10.001, 49.951],
      [10.079, 49.951],
      [10.079, 50.049],
      [10.001, 50.049],
      [10.001, 49.951],
    ];
    const filter = { geometry: { type: 'Polygon' as const, coordinates: [ring] } };
    const { summary } = await town.finish({ ...areas(), filter }, scanSummary);
    expect(summary).toMatchObject({ region: 'filter', places: 50, population: 50_000 });
  });

  it('says that there are too few areas with people', async () => {
    const { summary } = await town.finish(areas({ areaKind: 'beat' }), scanSummary);
    expect(summary.tooFew).toEqual({ reason: 'too_few_places', found: 0, floor: 5 });
    expect(summary.clusters).toEqual([]);
  });
});

describe('a scan of incidents against others', () => {
  /** Even scatter of categories 1 and 2; near 10.03, 50.02 a quarter of all incidents, most of category 1. */
  function mixed(size: number, categoryOf: (i: number) => number) {
    const columns = townColumns(size);
    for (let i = 0; i < size; i++) columns.category[i] = categoryOf(i);
    return columns;
  }
  const both = jobsOver(
    mixed(4000, (i) => (i % 4 === 0 ? (i % 16 === 0 ? 2 : 1) : (i % 3) + 1)),
    [...districts('neighbourhood', 10, 100), ...districts('district', 3, 10)],
  );
  const one = { categories: [1] };
  const request = (parameters = {}, filter: object = one) => ({
    ...cells({ model: 'bernoulli', ...parameters }),
    filter,
  });
  afterAll(() => both.close());

  it('finds where the share of the category is higher, and counts each incident once', async () => {
    const { summary, column, metadata } = await both.finish(request(), scanSummary);
    expect(summary).toMatchObject({ model: 'bernoulli', on: 'cells', tooFew: null, population: null });
    const [first] = summary.clusters;
    expect(Math.hypot(first.centre[0] - 10.03, first.centre[1] - 50.02)).toBeLessThan(0.02);
    expect(first).toMatchObject({ rank: 1, significant: true, p: 0.01, from: null, population: null });
    const sum = (name: string) => column(name).reduce<number>((total, value) => total + (value ?? 0), 0);
    expect([sum('count'), sum('controls')]).toEqual([summary.n, summary.controls]);
    expect(sum('expected')).toBeCloseTo(summary.n, 6);
    const controls = first.controls ?? 0;
    const all = summary.n + (summary.controls ?? 0);
    expect(first.expected).toBeCloseTo(((first.incidents + controls) * summary.n) / all, 9);
    const risk =
      first.incidents /
      (first.incidents + controls) /
      ((summary.n - first.incidents) / (all - first.incidents - controls));
    expect(first.relativeRisk).toBeCloseTo(risk, 9);
    expect(metadata.get('rows')).toBe('cell');
  });

  it('compares with chosen categories alone, less what is in both', async () => {
    const { summary } = await both.finish(request({ against: [2] }), scanSummary);
    const everything = await both.finish(request({ against: 'all' }), scanSummary);
    expect(summary.controls).toBeLessThan(everything.summary.controls ?? 0);
    const twice = await both.finish(request({ against: [1, 2] }), scanSummary);
    expect(twice.summary.controls).toBe(summary.controls);
  });

  it('counts in areas, with or without residents', async () => {
    const { summary, column, metadata } = await both.finish(
      request({ on: 'areas', areaKind: 'neighbourhood' }),
      scanSummary,
    );
    expect(summary).toMatchObject({ on: 'areas', areaKind: 'neighbourhood', cell: null });
    expect(summary.clusters[0]).toMatchObject({ significant: true, p: 0.01 });
    expect(metadata.get('rows')).toBe('area');
    expect(column('place')).toContain(100);
  });

  it('says that there is nothing to compare with', async () => {
    const all = await both.finish(request({}, {}), scanSummary);
    expect(all.summary.tooFew).toEqual({ reason: 'too_few_compared', found: 0, floor: 30 });
    const none = await both.finish(request({ against: [9] }), scanSummary);
    expect(none.summary.tooFew?.reason).toBe('too_few_compared');
    const beats = await both.finish(request({ on: 'areas', areaKind: 'beat' }), scanSummary);
    expect(beats.summary.tooFew).toEqual({ reason: 'too_few_places', found: 0, floor: 5 });
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(mixed(100_000, (i) => (i % 2) + 1));
    expect(await large.cancelledAfter(request({ cell: 200, permutations: 9999 }), 0.12)).toBeLessThan(500);
    await large.close();
  });
});
