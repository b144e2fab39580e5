import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { nearestNeighbourSummary } from '../../../server/jobs/contract/nearest-neighbour.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

const NORTH = 1 / 111_320;
const EAST = NORTH / Math.cos((50 * Math.PI) / 180);
const ask = (parameters = {}) => ({ method: 'nearest-neighbour' as const, parameters });

/** Anywhere in a square of 2 km. */
function anywhere(count: number, seed = 5): [number, number][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => [
    10 + random.next() * 2000 * EAST,
    50 + random.next() * 2000 * NORTH,
  ]);
}
const square = (west: number, south: number, metres: number) => {
  const [east, north] = [west + metres * EAST, south + metres * NORTH];
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
};
async function asked(places: [number, number][], request = {}) {
  const jobs = jobsOver(sharedColumns(places));
  const found = await jobs.finish({ ...ask(), ...request }, nearestNeighbourSummary);
  await jobs.close();
  return found;
}

const town = jobsOver(townColumns(4000, 3));
afterAll(() => town.close());

describe('a nearest-neighbour index', () => {
  it('sees that incidents keep together', async () => {
    const { summary, column, metadata } = await town.finish(ask(), nearestNeighbourSummary);
    expect(summary).toMatchObject({ n: 4000, unlocated: 3, region: 'hull', tooFew: null });
    expect(summary.incidents?.class).toBe(-1);
    expect(summary.incidents?.index).toBeLessThan(0.95);
    expect(metadata.get('rows')).toBe('incident');
    const nearest = column('nearest').map(Number);
    const mean = nearest.reduce((sum, metres) => sum + metres, 0) / nearest.length;
    expect(mean).toBeCloseTo(summary.incidents?.observed ?? Number.NaN, 6);
    expect(summary.bands.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(4000);
    expect(summary.bands.at(-1)?.to).toBeNull();
    const ring = summary.outline?.coordinates[0] ?? [];
    expect(ring[0]).toEqual(ring.at(-1));
  });

  it('measures against the area that was chosen, not the outline', async () => {
    const places = anywhere(900);
    const chosen = await asked(places, { filter: { geometry: square(10, 50, 2000) } });
    expect(chosen.summary.region).toBe('filter');
    expect(chosen.summary.outline).toBeNull();
    expect(chosen.summary.regionKm2).toBeCloseTo(4, 1);
    expect(chosen.summary.incidents).toMatchObject({ class: 0 });
    expect(chosen.summary.incidents?.index).toBeCloseTo(1, 1);
    // The same incidents in a corner of four times the ground.
    const corner = await asked(places, { filter: { geometry: square(10, 50, 4000) } });
    expect(corner.summary.incidents?.index).toBeCloseTo((chosen.summary.incidents?.index ?? 0) / 2, 2);
    expect(corner.summary.incidents?.class).toBe(-1);
  });

  it('tells what is spread evenly', async () => {
    const lattice = Array.from({ length: 400 }, (_, i): [number, number] => [
      10 + (25 + 50 * (i % 20)) * EAST,
      50 + (25 + 50 * Math.floor(i / 20)) * NORTH,
    ]);
    const { summary } = await asked(lattice, { filter: { geometry: square(10, 50, 1000) } });
    expect(summary.incidents?.class).toBe(1);
    expect(summary.incidents?.index).toBeCloseTo(2, 1);
  });

  it('tells repeats at the same places from places that keep together', async () => {
    const places = anywhere(400);
    const { summary } = await asked([...places, ...places, ...places], {
      filter: { geometry: square(10, 50, 2000) },
    });
    expect(summary.incidents).toMatchObject({ observed: 0, index: 0, class: -1 });
    expect(summary.sharing).toBe(1200);
    expect(summary.places?.class).toBe(0);
    expect(summary.places?.n).toBeGreaterThan(390);
    expect(summary.warnings).toContainEqual({ code: 'positions_shared', value: 1 });
  });

  it.each([
    ['no incidents', [], 'no_incidents', 0],
    ['29 incidents', anywhere(29), 'fewer_than_30_incidents', 29],
    ['one point', Array.from({ length: 40 }, (): [number, number] => [10, 50]), 'no_extent', null],
    [
      'one line',
      Array.from({ length: 40 }, (_, i): [number, number] => [10, 50 + i / 1000]),
      'no_extent',
      null,
    ],
  ])('has nothing to say of %s', async (_, places, reason, found) => {
    const { summary } = await asked(places as [number, number][]);
    expect(summary.tooFew).toMatchObject({ reason, found });
    expect(summary).toMatchObject({ incidents: null, places: null, bands: [] });
  });

  it('gives the same bytes again', async () => {
    const { run } = await town.finish(ask(), nearestNeighbourSummary);
    const again = jobsOver(townColumns(4000, 3));
    const { run: same } = await again.finish(ask(), nearestNeighbourSummary);
    expect(same.digest).toBe(run.digest);
    await again.close();
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(townColumns(600_000));
    expect(await large.cancelledAfter(ask(), 0.11)).toBeLessThan(500);
    await large.close();
  });
});
