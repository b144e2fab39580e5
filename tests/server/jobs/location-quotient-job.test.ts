import { afterAll, describe, expect, it } from 'vitest';
import { locationQuotientSummary } from '../../../server/jobs/contract/location-quotient.ts';
import type { Area } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

function area(id: number, west: number, kind: Area['kind'] = 'neighbourhood', width = 0.01): Area {
  const east = west + width;
  return {
    id,
    kind,
    name: `Area ${id}`,
    bounds: [west, 50, east, 50.01],
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 50],
          [east, 50],
          [east, 50.01],
          [west, 50.01],
          [west, 50],
        ],
      ],
    },
    parentId: null,
    datasetId: null,
    sourceId: null,
    population: null,
    dwellings: null,
    timezone: null,
    version: 1,
  };
}

/** Areas 1 to 5 in a row from 10 on, and one without any incident. */
const AREAS = [0, 1, 2, 3, 4].map((k) => area(k + 1, 10 + k * 0.01));
const EMPTY = area(6, 10.5);
/** Burglaries (7), thefts (8) and noise (9) of each area; the last has too few to say. */
const COUNTS = [
  [60, 100, 40],
  [20, 140, 40],
  [2, 150, 48],
  [20, 130, 50],
  [3, 10, 6],
] as const;

function mixed(counts: readonly (readonly number[])[] = COUNTS) {
  const places: [number, number][] = [];
  const categories: number[] = [];
  counts.forEach((list, k) => {
    list.forEach((count, category) => {
      for (let i = 0; i < count; i++) {
        places.push([10.0005 + k * 0.01 + (i % 9) * 0.001, 50.001 + (i % 8) * 0.001]);
        categories.push(7 + category);
      }
    });
  });
  const columns = sharedColumns(places, 2);
  columns.category.set(categories);
  columns.category.fill(7, categories.length);
  return columns;
}

const town = jobsOver(mixed(), [...AREAS, EMPTY, area(9, 10, 'district', 0.05)]);
afterAll(() => town.close());
const ask = (parameters = {}, categories: number[] | null = [7]) => ({
  method: 'location-quotient' as const,
  parameters: { areaKind: 'neighbourhood' as const, ...parameters },
  ...(categories ? { filter: { categories } } : {}),
});

describe('a location quotient', () => {
  it('compares the part in each area with the part in all', async () => {
    const { summary, column, metadata } = await town.finish(ask(), locationQuotientSummary);
    expect(summary).toMatchObject({ n: 105, all: 819, areas: 5, withTooFew: 1, unlocated: 2, tooFew: null });
    expect(summary.share).toBeCloseTo(105 / 819, 12);
    const byPlace = new Map(summary.places.map((one) => [one.place, one]));
    expect(byPlace.get(1)?.quotient).toBeCloseTo(60 / 200 / (105 / 819), 12);
    expect(byPlace.get(1)).toMatchObject({ class: 1, incidents: 60, all: 200, placeName: 'Area 1' });
    expect(byPlace.get(3)).toMatchObject({ class: -1, incidents: 2 });
    expect(byPlace.get(2)?.class).toBe(0);
    expect(byPlace.has(5)).toBe(false);
    expect(summary.places.map(({ place }) => place)).toEqual([1, 3, 2, 4]);
    expect([summary.more, summary.fewer]).toEqual([1, 1]);
    for (const { low, high, quotient } of summary.places)
      expect(low < quotient && quotient < high).toBe(true);
    expect(metadata.get('rows')).toBe('area');
    expect(column('place')).toEqual([1, 2, 3, 4, 5]);
    expect(column('quotient')[4]).toBeNull();
    expect(column('all')).toEqual([200, 200, 200, 200, 19]);
  });

  it('puts what is sure before what is high', async () => {
    const jobs = jobsOver(
      mixed([
        [10, 12, 0],
        [97, 210, 0],
        [20, 400, 0],
        [15, 380, 0],
      ]),
      AREAS,
    );
    const { summary } = await jobs.finish(ask(), locationQuotientSummary);
    const [first, second] = summary.places;
    expect([first.place, second.place]).toEqual([2, 1]);
    expect(second.quotient).toBeGreaterThan(first.quotient);
    expect(first.low).toBeGreaterThan(second.low);
    await jobs.close();
  });

  it('counts those of the filter among what they are compared with, named or not', async () => {
    const { summary } = await town.finish(ask({ against: [8] }), locationQuotientSummary);
    expect(summary.all).toBe(105 + 530);
    const named = await town.finish(ask({ against: [7, 8] }), locationQuotientSummary);
    expect(named.summary.places).toEqual(summary.places);
  });

  it('takes p as it is without the correction', async () => {
    const { summary } = await town.finish(ask({ correction: 'none' }), locationQuotientSummary);
    expect(summary.places.every(({ p, q }) => p === q)).toBe(true);
    const { summary: corrected } = await town.finish(ask(), locationQuotientSummary);
    expect(corrected.places.some(({ p, q }) => q > p)).toBe(true);
  });

  it('refuses to compare incidents with themselves', async () => {
    expect(await town.refusal(ask({}, null))).toMatch(/every quotient is 1/);
    expect(await town.refusal(ask({ against: [7] }))).toMatch(/every quotient is 1/);
  });

  it('says why there is nothing to say', async () => {
    const reason = async (request: ReturnType<typeof ask>, jobs = town) =>
      (await jobs.finish(request, locationQuotientSummary)).summary.tooFew;
    expect(await reason(ask({}, [99]))).toEqual({ reason: 'no_incidents', found: 0, floor: 1 });
    expect(await reason(ask({ areaKind: 'district' }))).toMatchObject({ reason: 'too_few_places', found: 1 });
    expect(await reason(ask({ areaKind: 'beat' }))).toMatchObject({ reason: 'too_few_places', found: 0 });
    const scarce = jobsOver(
      mixed([
        [1, 5],
        [2, 9],
      ]),
      AREAS,
    );
    expect(await reason(ask(), scarce)).toEqual({ reason: 'too_few_in_every_area', found: 11, floor: 20 });
    await scarce.close();
    const away = jobsOver(mixed(), [area(1, 11), area(2, 11.01)]);
    expect(await reason(ask(), away)).toMatchObject({ reason: 'too_few_places', found: 0 });
    await away.close();
  });

  it('names incidents in no area and in several', async () => {
    const few = jobsOver(mixed(), [AREAS[0], AREAS[1], area(7, 10.005)]);
    const { summary } = await few.finish(ask(), locationQuotientSummary);
    expect(summary.n).toBe(80);
    expect(summary.warnings).toContainEqual({ code: 'outside_areas', value: 25 });
    expect(summary.warnings.find(({ code }) => code === 'areas_overlap')?.value).toBeGreaterThan(0);
    await few.close();
  });

  it('gives the same bytes again', async () => {
    const { run } = await town.finish(ask(), locationQuotientSummary);
    const again = jobsOver(mixed(), [...AREAS, EMPTY, area(9, 10, 'district', 0.05)]);
    const { run: same } = await again.finish(ask(), locationQuotientSummary);
    expect(same.digest).toBe(run.digest);
    await again.close();
  });

  it('stops when it is cancelled', async () => {
    const columns = townColumns(600_000);
    for (let i = 0; i < columns.length; i++) columns.category[i] = 7 + (i % 3);
    const strips = Array.from({ length: 400 }, (_, k) => area(k + 1, 9.93 + k * 0.00035, 'beat', 0.00035));
    const large = jobsOver(columns, strips);
    expect(await large.cancelledAfter(ask({ areaKind: 'beat' }), 0.1)).toBeLessThan(500);
    await large.close();
  });
});
