import { afterAll, describe, expect, it } from 'vitest';
import { FLAG_APPROXIMATE, FLAG_MONTH_ONLY, MISSING } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { nearRepeatSummary } from '../../../server/jobs/contract/near-repeat.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';

const START = Date.UTC(2023, 0, 1, 17) / 60_000;
const DAY = 1440;
/** Metres to degrees at 50° north. */
const NORTH = 1 / 111_320;
const EAST = NORTH / Math.cos((50 * Math.PI) / 180);

/** 300 incidents anywhere in a year; 60 of them are followed within 50 m and 3 days, six of those once more. */
function chains() {
  const random = seededRandom(9);
  const places: [number, number][] = [];
  const times: number[] = [];
  const add = (lon: number, lat: number, minute: number) => {
    places.push([lon, lat]);
    times.push(Math.round(minute));
  };
  for (let i = 0; i < 300; i++) {
    let [lon, lat] = [10 + random.next() * 0.2, 50 + random.next() * 0.1];
    let minute = START + random.next() * 360 * DAY;
    add(lon, lat, minute);
    for (let k = 0; k < (i < 6 ? 2 : i < 60 ? 1 : 0); k++) {
      lon += (random.next() - 0.5) * 50 * EAST;
      lat += (random.next() - 0.5) * 50 * NORTH;
      minute += random.next() * 3 * DAY;
      add(lon, lat, minute);
    }
  }
  const columns = sharedColumns(places);
  columns.from.set(times);
  return columns;
}

const town = jobsOver(chains());
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'near-repeat' as const, parameters });

describe('near repeat', () => {
  it('counts pairs by bands, with what chance would give', async () => {
    const { summary } = await town.finish(ask({ permutations: 99 }), nearRepeatSummary);
    expect(summary).toMatchObject({ n: 366, pairs: (366 * 365) / 2, spaceBands: 6, timeBands: 5 });
    expect(summary.table).toHaveLength(30);
    const total = summary.table.reduce((sum, { observed }) => sum + observed, 0);
    expect(total).toBe(summary.pairs);
    for (const [band, pairs] of summary.spaceTotals.entries()) {
      const row = summary.table.slice(band * 5, band * 5 + 5);
      expect(row.reduce((sum, { observed }) => sum + observed, 0)).toBe(pairs);
      expect(row.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(pairs, 6);
    }
    const near = summary.table.find(({ spaceFrom, timeFrom }) => spaceFrom === 1 && timeFrom === 0);
    expect(near?.observed).toBeGreaterThan(60);
    expect(near).toMatchObject({ spaceTo: 100, timeTo: 7, p: 0.01 });
    expect(summary.table.at(-1)).toMatchObject({ spaceFrom: 400, spaceTo: null, timeFrom: 28, timeTo: null });
  });

  it('never gives a ratio for less than one expected pair', async () => {
    const { summary } = await town.finish(ask({ permutations: 99 }), nearRepeatSummary);
    for (const { expected, tooFew, ratio, notable } of summary.table) {
      expect(tooFew).toBe(expected < 1);
      if (tooFew) expect([ratio, notable]).toEqual([null, false]);
    }
  });

  it('names the chains and the incidents in them', async () => {
    const { summary, column, metadata } = await town.finish(ask({ permutations: 99 }), nearRepeatSummary);
    expect(metadata.get('rows')).toBe('incident');
    expect(summary.links.chains).toBeGreaterThanOrEqual(58);
    const [first] = summary.chains;
    expect(first).toMatchObject({ rank: 1, placeName: 'Market Street' });
    expect(first.ids).toHaveLength(first.incidents);
    const [ids, chain, links, earlier] = ['id', 'chain', 'links', 'earlier'].map(column);
    expect(ids).toHaveLength(summary.links.incidents);
    expect(ids.filter((_, i) => chain[i] === 1)).toEqual(first.ids);
    expect(links.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(2 * summary.links.pairs);
    // The first of every chain has none before it.
    expect(earlier.filter((value) => value === 0).length).toBeGreaterThanOrEqual(summary.links.chains);
  });

  it('says how many permutations the data allow', async () => {
    const { summary } = await town.finish(ask(), nearRepeatSummary);
    expect(summary).toMatchObject({ permutations: 999, permutationsRule: 'auto' });
  });

  it('is refused on snapped and on monthly data, with the reason', async () => {
    for (const [flag, words] of [
      [FLAG_APPROXIMATE, /100 of 366 incidents stand at a snapped position/],
      [FLAG_MONTH_ONLY, /Of 100 of 366 incidents only the month is known/],
    ] as const) {
      const columns = chains();
      columns.flags.fill(flag, 0, 100);
      const unfit = jobsOver(columns);
      expect(await unfit.refusal(ask())).toMatch(words);
      await unfit.close();
    }
  });

  it('is refused when too many pairs are near, and says what would work', async () => {
    const random = seededRandom(5);
    const crowd = sharedColumns(
      Array.from({ length: 70_000 }, () => [10 + random.next() * 0.02, 50 + random.next() * 0.01]),
    );
    crowd.from.forEach((_, i) => {
      crowd.from[i] = START + Math.floor(random.next() * 300) * DAY;
    });
    const busy = jobsOver(crowd);
    const words =
      /About (\d+) million pairs .* within 400 m .* at most 33 million .* at (\d+) m, .* about (\d+) incidents/;
    const [, pairs, distance, incidents] = words.exec(await busy.refusal(ask())) ?? [];
    // An even scatter over 1430 by 1113 m, a diamond of 2 · 400² m², less what lies beyond the edge.
    expect(Number(pairs)).toBeGreaterThan(300);
    expect(Number(pairs)).toBeLessThan(493);
    expect(Number(distance)).toBeGreaterThan(80);
    expect(Number(distance)).toBeLessThan(130);
    expect(Number(incidents)).toBeGreaterThan(15_000);
    expect(Number(incidents)).toBeLessThan(22_000);
    await busy.close();
  });

  it('takes as many incidents as there are while their pairs are few', async () => {
    const random = seededRandom(8);
    const country = sharedColumns(
      Array.from({ length: 66_000 }, () => [10 + random.next(), 50 + random.next()]),
    );
    country.from.forEach((_, i) => {
      country.from[i] = START + Math.floor(random.next() * 300) * DAY;
    });
    const wide = jobsOver(country);
    const { summary } = await wide.finish(ask({ permutations: 19 }), nearRepeatSummary);
    expect(summary.n).toBe(66_000);
    await wide.close();
  });

  it('leaves a few unfit incidents out, and says so', async () => {
    const columns = chains();
    columns.flags.fill(FLAG_APPROXIMATE, 0, 10);
    columns.flags.fill(FLAG_MONTH_ONLY, 10, 15);
    columns.from[20] = MISSING;
    const some = jobsOver(columns);
    const { summary } = await some.finish(ask({ permutations: 19 }), nearRepeatSummary);
    expect(summary.n).toBe(350);
    expect(summary.warnings).toEqual(
      expect.arrayContaining([
        { code: 'without_time', value: 1 },
        { code: 'approximate_left_out', value: 10 },
        { code: 'month_only', value: 5 },
      ]),
    );
    await some.close();
  });

  it('says that there are too few', async () => {
    const few = jobsOver(
      sharedColumns([
        [10, 50],
        [10, 50],
      ]),
    );
    const { summary } = await few.finish(ask(), nearRepeatSummary);
    expect(summary).toMatchObject({
      tooFew: { reason: 'too_few_incidents', found: 2, floor: 30 },
      table: [],
    });
    await few.close();
  });
});
