import { afterAll, describe, expect, it } from 'vitest';
import { poissonInterval } from '../../../analysis/poisson-interval.ts';
import { countsSummary } from '../../../server/jobs/contract/counts.ts';
import type { Area } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

/** 1 January 2024, New York. */
const START = Date.UTC(2024, 0, 1, 5) / 60_000;
const DAY = 1440;

type Box = readonly [west: number, south: number, east: number, north: number];

function area(id: number, [west, south, east, north]: Box, more: Partial<Area> = {}): Area {
  return {
    id,
    kind: 'neighbourhood',
    name: `Area ${id}`,
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
    population: 1000,
    dwellings: null,
    timezone: null,
    version: 1,
    ...more,
  };
}

/** A street of four areas of 0.01 degrees. */
const WEST: Box = [10, 50, 10.01, 50.01];
const MIDDLE: Box = [10.01, 50, 10.02, 50.01];
const EAST: Box = [10.02, 50, 10.03, 50.01];
const BOTH: Box = [10, 50, 10.02, 50.01];

/** `west` incidents in the first area, `middle` in the second, over two years of 2024 and 2025. */
function street(west: number, middle: number) {
  const at =
    (lon: number) =>
    (_: unknown, i: number): [number, number] => [lon + (i % 9) * 0.001, 50.001 + (i % 8) * 0.001];
  const columns = sharedColumns([
    ...Array.from({ length: west }, at(10.0005)),
    ...Array.from({ length: middle }, at(10.0105)),
  ]);
  columns.from.fill(START + 10 * DAY);
  columns.from[0] = START;
  columns.from[1] = START + 731 * DAY - 1;
  return columns;
}

const town = jobsOver(townColumns(4000, 2));
afterAll(() => town.close());
const onCells = (parameters = {}) => ({ method: 'counts' as const, parameters });
const onAreas = (parameters = {}) => onCells({ on: 'areas', ...parameters });

async function asked(
  over: Parameters<typeof jobsOver>,
  request: Parameters<ReturnType<typeof jobsOver>['finish']>[0],
) {
  const jobs = jobsOver(...over);
  const result = await jobs.finish(request, countsSummary);
  await jobs.close();
  return result;
}

describe('counts on cells', () => {
  it.each(['square', 'hexagon'] as const)('hold every incident once in %ss', async (shape) => {
    const { summary, column } = await town.finish(onCells({ shape }), countsSummary);
    expect(summary).toMatchObject({ n: 4000, unlocated: 2, on: 'cells', shape, show: 'count', tooFew: null });
    const counts = column('count').map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4000);
    expect(counts).toHaveLength(summary.counted);
    expect(counts.filter((count) => count > 0)).toHaveLength(summary.withIncidents);
  });

  it('are listed from the busiest on, with the name of the place and their shares', async () => {
    const { summary, column } = await town.finish(onCells(), countsSummary);
    const descending = column('count')
      .map(Number)
      .sort((a, b) => b - a);
    expect(summary.places.map(({ incidents }) => incidents)).toEqual(descending.slice(0, 50));
    const [first] = summary.places;
    expect(first).toMatchObject({ rank: 1, placeName: 'Market Street', rate: null });
    expect(first.centre[0]).toBeCloseTo(10.03, 2);
    expect(first.shareOfIncidents).toBe(first.incidents / 4000);
    expect(first.shareOfArea).toBe(1 / summary.counted);
    let held = 0;
    const fewest =
      1 +
      descending.findIndex((count) => {
        held += count;
        return held >= 2000;
      });
    expect(summary.half).toEqual({ places: fewest, shareOfArea: fewest / summary.counted });
  });

  it('are the same bytes when asked again after other data', async () => {
    const before = await town.finish(onCells({ cell: 500 }), countsSummary);
    town.nextVersion();
    const after = await town.finish(onCells({ cell: 500 }), countsSummary);
    expect(after.run.id).not.toBe(before.run.id);
    expect(after.run.digest).toBe(before.run.digest);
  });

  it('refuse cells that are too many', async () => {
    expect(await town.refusal(onCells({ cell: 5 }))).toMatch(/Cells of 5 m are too many/);
  });

  it('say when there is nothing, and count a single incident', async () => {
    const none = await asked([sharedColumns([])], onCells());
    expect(none.summary).toMatchObject({
      n: 0,
      tooFew: { reason: 'no_incidents', found: 0, floor: 1 },
      places: [],
      half: null,
    });
    const one = await asked([sharedColumns([[10, 50]])], onCells());
    expect(one.summary).toMatchObject({ n: 1, tooFew: null, half: { places: 1 } });
    expect(one.summary.places).toHaveLength(1);
  });
});

describe('counts on areas', () => {
  it('give the rate a year with its exact interval', async () => {
    const places = [area(1, WEST), area(2, MIDDLE, { population: 4000 }), area(3, EAST)];
    const { summary, column, metadata } = await asked([street(40, 20), places], onAreas());
    expect(metadata.get('rows')).toBe('area');
    expect(summary).toMatchObject({
      n: 60,
      areaKind: 'neighbourhood',
      show: 'rate',
      // The third lies beyond all incidents: whether anything was counted there is not known.
      counted: 2,
      period: { from: '2024-01-01T05:00:00.000Z', to: '2026-01-01T05:00:00.000Z', days: 731 },
      population: 5000,
      withRate: 2,
      incidentsWithoutRate: 0,
      tooFew: null,
    });
    const years = 731 / 365.25;
    const [first, second] = summary.places;
    expect(first).toMatchObject({ rank: 1, place: 1, placeName: 'Area 1', incidents: 40, population: 1000 });
    expect(first.rate).toBeCloseTo(40 / years, 10);
    const { low, high } = poissonInterval(40, 0.95);
    expect(first.low).toBeCloseTo(low / years, 10);
    expect(first.high).toBeCloseTo(high / years, 10);
    expect(second.rate).toBeCloseTo(20 / 4 / years, 10);
    expect(summary.regionRate).toBeCloseTo(60 / 5 / years, 10);
    expect(column('class')).toEqual([1, -1]);
    expect(column('rateStatus')).toEqual([0, 0]);
  });

  it('give no rate for tiny, empty and unknown populations, and say how many', async () => {
    const places = [
      area(1, WEST, { population: 99 }),
      area(2, MIDDLE),
      area(3, [10, 50, 10.005, 50.005], { population: 0 }),
      area(4, [10.01, 50, 10.015, 50.005], { population: null }),
    ];
    const { summary, column } = await asked([street(40, 20), places], onAreas());
    expect(column('rateStatus')).toEqual([2, 0, 1, 1]);
    expect(column('rate').map((rate) => rate === null)).toEqual([true, false, true, true]);
    expect(summary.withRate).toBe(1);
    expect(summary.warnings).toContainEqual({ code: 'rate_small_population', value: 1 });
    expect(summary.warnings).toContainEqual({ code: 'rate_without_population', value: 2 });
    // Those without a rate stand last, however many incidents they have.
    expect(summary.places[0].place).toBe(2);
    const lower = await asked([street(40, 20), places], onAreas({ leastPopulation: 50 }));
    expect(lower.summary.withRate).toBe(2);
  });

  it('count an incident in every area that holds it, and say so', async () => {
    const places = [area(1, WEST), area(2, BOTH, { population: 2000 })];
    const { summary, column } = await asked([street(40, 20), places], onAreas());
    expect(column('count')).toEqual([40, 60]);
    expect(summary).toMatchObject({ n: 60, half: null });
    expect(summary.warnings).toContainEqual({ code: 'areas_overlap', value: 40 });
  });

  it('show incidents per km² where nobody is known to live, and what was wanted where it was chosen', async () => {
    const places = [area(1, WEST, { population: null }), area(2, MIDDLE, { population: null })];
    const { summary } = await asked([street(40, 20), places], onAreas());
    expect(summary).toMatchObject({ show: 'density', withRate: 0, regionRate: null, population: null });
    expect(summary.warnings).toEqual([]);
    const [first] = summary.places;
    expect(first.incidents / first.areaKm2).toBeCloseTo(40 / 0.797, 0);
    const counts = await asked(
      [street(20, 40), [area(1, WEST), area(2, MIDDLE)]],
      onAreas({ show: 'count' }),
    );
    expect(counts.summary).toMatchObject({ show: 'count', places: [{ place: 2 }, { place: 1 }] });
  });

  it('give no rate to areas that a chosen region cuts off', async () => {
    const places = [
      area(1, WEST),
      area(2, MIDDLE),
      area(9, [10, 50, 10.013, 50.01], { kind: 'district', population: null }),
    ];
    const { summary, column } = await asked([street(40, 20), places], {
      ...onAreas(),
      filter: { areas: [9] },
    });
    expect(summary.region).toBe('filter');
    expect(column('rateStatus')).toEqual([0, 3]);
    expect(summary.warnings).toContainEqual({ code: 'areas_cut_off', value: 1 });
  });

  it('carry a part of a year on, and say so', async () => {
    const columns = street(40, 20);
    columns.from.fill(START);
    const { summary } = await asked([columns, [area(1, WEST)]], onAreas());
    expect(summary.period?.days).toBe(1);
    expect(summary.warnings).toContainEqual({ code: 'short_period', value: 1 });
    expect(summary.warnings).toContainEqual({ code: 'outside_areas', value: 20 });
    expect(summary.places[0].rate).toBeCloseTo(40 * 365.25, 6);
  });

  it('say when there is nothing in them, and when there are none', async () => {
    const { summary } = await asked([sharedColumns([]), [area(1, WEST)]], onAreas());
    expect(summary).toMatchObject({ n: 0, tooFew: { reason: 'no_incidents' }, places: [], period: null });
    const other = await asked([street(2, 2), [area(1, WEST)]], onAreas({ areaKind: 'beat' }));
    expect(other.summary).toMatchObject({ n: 0, counted: 0, areaKind: 'beat' });
    expect(await town.refusal(onAreas())).toMatch(/There are no areas/);
  });
});
