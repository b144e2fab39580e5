import { afterAll, describe, expect, it } from 'vitest';
import { concentrationSummary } from '../../../server/jobs/contract/concentration.ts';
import type { Area, Street } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';

/** B15.1: ten places with 10, 8, 2 and seven times 0 incidents; three times as many to be above the floor. */
const COUNTS = [30, 24, 6, 0, 0, 0, 0, 0, 0, 0];
const lonOf = (k: number) => 10 + k * 0.01;
const places = COUNTS.flatMap((count, k) =>
  Array.from({ length: count }, (_, i): [number, number] => [lonOf(k) + 1e-5 * (i % 3), 50.0001]),
);
const street = (k: number): Street => ({
  id: 100 + k,
  datasetId: 8,
  name: `Street ${k}`,
  class: 'residential',
  geometry: {
    type: 'LineString',
    coordinates: [
      [lonOf(k) - 0.001, 50],
      [lonOf(k) + 0.001, 50],
    ],
  },
});
const area = (k: number): Area => {
  const [west, south, east, north] = [lonOf(k) - 0.004, 49.99, lonOf(k) + 0.004, 50.01];
  return {
    id: 20 + k,
    kind: 'beat',
    name: `Beat ${k}`,
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
    population: null,
    dwellings: null,
    timezone: null,
    version: 1,
  };
};
const region = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [9.98, 49.97],
      [10.12, 49.97],
      [10.12, 50.03],
      [9.98, 50.03],
      [9.98, 49.97],
    ],
  ] as [number, number][][],
};
const town = jobsOver(
  sharedColumns(places, 3),
  COUNTS.map((_, k) => area(k)),
  {
    streets: COUNTS.map((_, k) => street(k)),
  },
);
afterAll(() => town.close());

const ask = (parameters = {}) => ({
  method: 'concentration' as const,
  parameters,
  filter: { geometry: region },
});

describe('concentration', () => {
  it.each(['street', 'area'] as const)('has the published coefficients by %s', async (place) => {
    const { summary, metadata } = await town.finish(ask({ place }), concentrationSummary);
    expect(summary).toMatchObject({ n: 60, places: 10, placesWithIncidents: 3, unlocated: 0, tooFew: null });
    expect(summary.gini).toBeCloseTo(0.78, 12);
    expect(summary.generalisedGini).toBeCloseTo(0.866667, 6);
    expect(summary.lorenz).toMatchObject({ places: [0, 0.7, 0.8, 0.9, 1] });
    expect(metadata.get('rows')).toBe(place);
  });

  it('lists the places with most incidents, with their shares', async () => {
    const { summary, column } = await town.finish(ask({ place: 'street' }), concentrationSummary);
    const [first, second, third] = summary.top;
    expect(first).toMatchObject({ rank: 1, id: 100, name: 'Street 0', incidents: 30, share: 0.5 });
    expect(first.geometry?.coordinates).toEqual([street(0).geometry.coordinates]);
    // 143 m of street.
    expect(first.density).toBeCloseTo(30 / 0.1434, 0);
    expect(second.cumulativeShare).toBe(0.9);
    expect(third.cumulativePlaces).toBeCloseTo(0.3, 12);
    expect(summary.fewest.map(({ places: number }) => number)).toEqual([1, 1, 2]);
    expect(summary.ruler[1]).toMatchObject({ incidents: 0.5, from: 0.021, to: 0.06, reading: 'looser' });
    expect(column('place')).toEqual([100, 101, 102]);
    expect(column('count')).toEqual([30, 24, 6]);
  });

  it('takes positions that are the same to the metre for one place', async () => {
    const { summary } = await town.finish(ask({ place: 'position' }), concentrationSummary);
    expect(summary.placesWithIncidents).toBeGreaterThanOrEqual(9);
    expect(summary.places).toBe(summary.placesWithIncidents);
    expect(summary.ruler).toEqual([]);
    expect(summary.warnings.map(({ code }) => code)).toContain('places_unknown');
  });

  it('is the same for the same seed', async () => {
    const first = await town.finish(ask({ place: 'area', seed: 5 }), concentrationSummary);
    const other = await town.finish(ask({ place: 'area', seed: 6, samples: 200 }), concentrationSummary);
    expect(first.summary.interval?.[0]).toBeLessThan(first.summary.generalisedGini ?? Number.NaN);
    expect(other.summary.interval).not.toEqual(first.summary.interval);
  });

  it('is refused without streets or areas, and says what to do', async () => {
    const bare = jobsOver(sharedColumns(places));
    expect(await bare.refusal(ask({ place: 'street' }))).toMatch(/Import streets/);
    expect(await bare.refusal(ask({ place: 'area' }))).toMatch(/no areas/);
    await bare.close();
  });
});
