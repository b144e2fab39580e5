import { afterAll, describe, expect, it } from 'vitest';
import { concentration } from '../../../analysis/concentration.ts';
import { concentrationSummary } from '../../../server/jobs/contract/concentration.ts';
import type { Area, Asset, Street } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

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
const asset = (id: number, kind: string, lon: number, lat = 50): Asset => ({
  id,
  datasetId: null,
  kind,
  name: `${kind} ${id}`,
  sourceId: null,
  position: [lon, lat],
  properties: {},
  version: 1,
});
/** A bar where each street is, two schools, and a bar beyond the region. */
const assets = [
  ...COUNTS.map((_, k) => asset(200 + k, 'bar', lonOf(k))),
  asset(300, 'school', lonOf(0), 50.0002),
  asset(301, 'school', lonOf(5)),
  asset(302, 'park', lonOf(8)),
  asset(210, 'bar', 10.2),
];
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
    assets,
  },
);
afterAll(() => town.close());

const ask = (parameters = {}) => ({
  method: 'concentration' as const,
  parameters,
  filter: { geometry: region },
});

describe('concentration', () => {
  it.each(['street', 'area', 'asset'] as const)('has the published coefficients by %s', async (place) => {
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

  it('says of how many incidents no street is near, and does not take them for lying outside', async () => {
    const { summary } = await town.finish(ask({ place: 'street', streetLimit: 5 }), concentrationSummary);
    expect(summary).toMatchObject({
      n: 0,
      outside: 0,
      tooFew: { reason: 'fewer_than_30_incidents', found: 0 },
    });
    expect(summary.warnings).toContainEqual({ code: 'without_street', value: 60 });
    const none = await town.finish(ask({ place: 'area', areaKind: 'district' }), concentrationSummary);
    expect(none.summary.tooFew).toEqual({ reason: 'too_few_places', found: 0, floor: 2 });
  });

  it('is refused without streets or areas, and says what to do', async () => {
    const bare = jobsOver(sharedColumns(places));
    expect(await bare.refusal(ask({ place: 'street' }))).toMatch(/Import streets/);
    expect(await bare.refusal(ask({ place: 'area' }))).toMatch(/no areas/);
    expect(await bare.refusal(ask({ place: 'asset' }))).toMatch(/no community assets/);
    await bare.close();
  });
});

describe('concentration at assets', () => {
  it('counts each incident at the nearest asset of the kind there are most of', async () => {
    const { summary, column, metadata } = await town.finish(ask({ place: 'asset' }), concentrationSummary);
    expect(summary).toMatchObject({
      places: 10,
      placesWithIncidents: 3,
      assetKinds: ['bar'],
      areaKind: null,
    });
    expect(
      summary.top.map(({ id, incidents, name, geometry, density }) => [
        id,
        incidents,
        name,
        geometry,
        density,
      ]),
    ).toEqual([
      [200, 30, null, null, null],
      [201, 24, null, null, null],
      [202, 6, null, null, null],
    ]);
    expect(summary.ruler).toEqual([]);
    // The places are known, also those without incidents; one bar lies beyond the region.
    expect(summary.warnings).toEqual([{ code: 'assets_outside', value: 1 }]);
    expect(metadata.get('rows')).toBe('asset');
    expect(column('place')).toEqual([200, 201, 202]);
    expect(column('count')).toEqual([30, 24, 6]);
    expect(column('density')).toEqual([null, null, null]);
    const [lon] = summary.top[0].centre;
    expect(lon).toBeCloseTo(lonOf(0), 6);
  });

  it('takes chosen kinds together, and says how many incidents are near none', async () => {
    const { summary } = await town.finish(
      ask({ place: 'asset', assetKinds: ['school', 'park'], assetLimit: 50 }),
      concentrationSummary,
    );
    expect(summary).toMatchObject({ n: 30, outside: 0, places: 3, assetKinds: ['park', 'school'] });
    expect(summary.warnings).toContainEqual({ code: 'without_asset', value: 30 });
    expect(summary.top.map(({ id, share }) => [id, share])).toEqual([[300, 1]]);
    // Gini of 30, 0, 0.
    expect(summary.gini).toBeCloseTo(2 / 3, 12);
    expect(summary.interval).toBeNull();
  });

  it('counts as a search through all assets does', async () => {
    const columns = townColumns(3000);
    const clubs = Array.from({ length: 60 }, (_, k) =>
      asset(500 + k, k % 3 === 0 ? 'club' : 'bar', 10 + Math.sin(k) * 0.06, 50 + Math.cos(k * 7) * 0.04),
    );
    const jobs = jobsOver(columns, [], { assets: clubs });
    const { summary, column } = await jobs.finish(
      { method: 'concentration', parameters: { place: 'asset', assetKinds: ['bar'], assetLimit: 700 } },
      concentrationSummary,
    );
    const bars = clubs.filter(({ kind }) => kind === 'bar');
    const naive = new Map(bars.map(({ id }) => [id, 0]));
    const [east, north] = [111_320 * Math.cos((50 * Math.PI) / 180), 111_320];
    for (let i = 0; i < columns.length; i++) {
      const far = bars.map(({ id, position: [lon, lat] }) => ({
        id,
        metres: Math.hypot((columns.lon[i] / 1e7 - lon) * east, (columns.lat[i] / 1e7 - lat) * north),
      }));
      const nearest = far.reduce((best, one) => (one.metres < best.metres ? one : best));
      if (nearest.metres < 700) naive.set(nearest.id, (naive.get(nearest.id) ?? 0) + 1);
    }
    const counted = new Map(column('place').map((id, row) => [id, column('count')[row]]));
    // Degrees are turned into metres a little differently here: an incident on an edge may change sides.
    for (const [id, count] of naive) expect(Math.abs((counted.get(id) ?? 0) - count)).toBeLessThan(3);
    expect(summary.places).toBe(bars.length);
    const gini = concentration([...naive.values()]).gini ?? Number.NaN;
    expect(Math.abs((summary.gini ?? 0) - gini)).toBeLessThan(0.002);
    await jobs.close();
  });

  it.each([
    ['no asset of the kind', { assetKinds: ['mosque'] }, 'too_few_places', 0],
    ['a single asset', { assetKinds: ['park'] }, 'fewer_than_30_incidents', 0],
    ['one asset with all', { assetKinds: ['school'], assetLimit: 5000 }, null, null],
    ['no incident within reach', { assetKinds: ['park'], assetLimit: 10 }, 'fewer_than_30_incidents', 0],
  ])('has %s', async (_, parameters, reason, found) => {
    const { summary } = await town.finish(ask({ place: 'asset', ...parameters }), concentrationSummary);
    expect([summary.tooFew?.reason ?? null, summary.tooFew?.found ?? null]).toEqual([reason, found]);
  });

  it('needs a second place once a single asset has enough', async () => {
    const one = jobsOver(sharedColumns(places), [], { assets: [asset(1, 'bar', lonOf(0))] });
    const { summary } = await one.finish(ask({ place: 'asset' }), concentrationSummary);
    expect(summary).toMatchObject({
      n: 30,
      tooFew: { reason: 'too_few_places', found: 1, floor: 2 },
      gini: null,
    });
    await one.close();
  });

  it('warns where an asset is only as near as another, and gives its incidents to one of them', async () => {
    const twins = jobsOver(sharedColumns(places), [], {
      assets: [asset(7, 'bar', lonOf(0)), asset(3, 'bar', lonOf(0))],
    });
    const { summary } = await twins.finish(ask({ place: 'asset' }), concentrationSummary);
    expect(summary.warnings).toContainEqual({ code: 'ambiguous_asset', value: 30 });
    expect(summary.top.map(({ id, incidents }) => [id, incidents])).toEqual([[3, 30]]);
    await twins.close();
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(townColumns(300_000), [], {
      assets: COUNTS.map((_, k) => asset(k + 1, 'bar', 9.96 + k * 0.01)),
    });
    const request = {
      method: 'concentration' as const,
      parameters: { place: 'asset' as const, assetLimit: 5000 },
    };
    expect(await large.cancelledAfter(request, 0.11)).toBeLessThan(500);
    await large.close();
  });
});
