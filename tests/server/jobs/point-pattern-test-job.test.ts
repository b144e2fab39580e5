import { afterAll, describe, expect, it } from 'vitest';
import { MISSING } from '../../../analysis/incident-columns.ts';
import { pointPatternTest } from '../../../analysis/point-pattern-test.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { pointPatternTestSummary } from '../../../server/jobs/contract/point-pattern-test.ts';
import type { Area } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns } from './small-store.ts';
import { longTown, START } from './town-over-time.ts';

const DAY = 1440;

const NAMES: Readonly<Record<number, string>> = {
  10: 'Mill End',
  11: 'Old Port',
  12: 'Hillside',
  13: 'Gardens',
  20: 'Far Island',
  30: 'Riverside District',
};

/** Four neighbourhoods side by side, a fifth far away that never has an incident, and a district over all. */
const area = (id: number, kind: Area['kind'], west: number, east: number): Area => ({
  id,
  kind,
  name: NAMES[id],
  bounds: [west, 49.9, east, 50.1],
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 49.9],
        [east, 49.9],
        [east, 50.1],
        [west, 50.1],
        [west, 49.9],
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
});
const areas = [
  ...[0, 1, 2, 3].map((k) => area(10 + k, 'neighbourhood', 9.96 + k * 0.02, 9.98 + k * 0.02)),
  area(20, 'neighbourhood', 11, 11.02),
  area(30, 'district', 9.9, 10.1),
];

/** 728 days; in the second year twice as many incidents, and the second neighbourhood gets half of them. */
function moving() {
  const random = seededRandom(9);
  const times: number[] = [];
  const places = Array.from({ length: 3000 }, (_, i): [number, number] => {
    const late = i % 3 !== 0;
    times.push(START + Math.floor(((late ? 364 : 0) + random.next() * 364) * DAY));
    const west = late && i % 2 === 0 ? 9.98 : 9.96;
    return [west + random.next() * (west === 9.98 ? 0.02 : 0.08), 49.98 + random.next() * 0.04];
  });
  const columns = sharedColumns([...places, [10.09, 50]]);
  columns.from.set([...times, START + 400 * DAY]);
  columns.from[5] = MISSING;
  return columns;
}

const town = jobsOver(moving(), areas);
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'point-pattern-test' as const, parameters });
const total = (values: (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

describe('the point pattern test', () => {
  it('finds the area whose share grew, whatever the total did', async () => {
    const { summary, column, metadata } = await town.finish(
      ask({ on: 'areas', areaKind: 'neighbourhood' }),
      pointPatternTestSummary,
    );
    expect(metadata.get('rows')).toBe('area');
    expect(summary).toMatchObject({ areaKind: 'neighbourhood', places: 5, compared: 4, tooFew: null });
    const at = column('place').indexOf(11);
    expect(column('class')[at]).toBe(1);
    // All the others lost: what one gains of a whole the rest lose.
    expect(summary).toMatchObject({ larger: 1, smaller: 3, similarity: 0 });
    expect(summary.similarityOfAll).toBeCloseTo(1 / 5, 12);
    expect(summary.moved[0]).toMatchObject({
      rank: 1,
      place: 11,
      placeName: 'Old Port',
      direction: 1,
    });
    expect(summary.warnings).toContainEqual({ code: 'without_time', value: 1 });
    expect(summary.warnings).toContainEqual({ code: 'outside_areas', value: 1 });
    expect(summary.n).toBe(2999);
    expect(total(column('before'))).toBe(summary.before?.incidents);
    expect(total(column('after'))).toBe(summary.after?.incidents);
    expect(total(column('shareAfter'))).toBeCloseTo(1, 9);
    // Twice as many incidents are no difference by themselves.
    expect(summary.after?.incidents).toBeGreaterThan(1.8 * (summary.before?.incidents ?? 0));
    const sure = pointPatternTest(column('before').map(Number), column('after').map(Number), {
      level: 0.05,
      correction: 'by',
    });
    expect(column('q').map((value) => value ?? Number.NaN)).toEqual(Array.from(sure.q));
  });

  it('takes the commonest kind of areas, or the only one that is asked for', async () => {
    const auto = await town.finish(ask({ on: 'areas' }), pointPatternTestSummary);
    expect(auto.summary.areaKind).toBe('neighbourhood');
    const single = await town.finish(ask({ on: 'areas', areaKind: 'district' }), pointPatternTestSummary);
    expect(single.summary).toMatchObject({
      tooFew: { reason: 'too_few_places', found: 1, floor: 2 },
      similarity: null,
      moved: [],
    });
    expect(await town.refusal(ask({ on: 'areas', areaKind: 'beat' }))).toMatch(/no areas of this kind/);
  });

  it('lays cells so large that shares can be told apart', async () => {
    const { summary, column, metadata } = await town.finish(ask(), pointPatternTestSummary);
    expect(metadata.has('grid')).toBe(true);
    expect(summary.cell).not.toBeNull();
    // About 20 of the smaller period in a cell, but for the rounding of its side to 1, 2, 5.
    const mean = (summary.before?.incidents ?? 0) / summary.places;
    expect(mean).toBeGreaterThan(20 / 2.6);
    expect(mean).toBeLessThan(20 * 2.6);
    expect(total(column('count'))).toBe(summary.n);
    expect(summary.larger + summary.smaller).toBe(column('class').filter((value) => value !== 0).length);
    expect(summary.similarity).toBeCloseTo(1 - (summary.larger + summary.smaller) / summary.compared, 12);
    for (const { direction, shareBefore, shareAfter } of summary.moved)
      expect(Math.sign(shareAfter - shareBefore)).toBe(direction);
    const [first] = summary.moved;
    expect(first.placeName).toMatch(/Mill End|Old Port|Hillside|Gardens/);
    const hexagons = await town.finish(ask({ shape: 'hexagon', cell: 1000 }), pointPatternTestSummary);
    expect(hexagons.summary).toMatchObject({ shape: 'hexagon', cell: 1000, n: summary.n });
  });

  it('warns where so few are expected that nothing could differ', async () => {
    const { summary } = await town.finish(ask({ cell: 100 }), pointPatternTestSummary);
    expect(summary.cell).toBe(100);
    const small = summary.warnings.find(({ code }) => code === 'small_expected');
    expect(small?.value).toBeGreaterThan(summary.compared / 2);
    expect(summary.similarityOfAll).toBeGreaterThanOrEqual(summary.similarity ?? 1);
  });

  it('names more places with a weaker correction', async () => {
    const found = async (correction: 'by' | 'fdr' | 'none') => {
      const { summary } = await town.finish(ask({ cell: 500, correction }), pointPatternTestSummary);
      return summary.larger + summary.smaller;
    };
    const [by, fdr, none] = [await found('by'), await found('fdr'), await found('none')];
    expect(by).toBeLessThanOrEqual(fdr);
    expect(fdr).toBeLessThan(none);
  });

  it('refuses periods that overlap, and takes some of unequal length', async () => {
    const instant = (day: number) => new Date((START + day * DAY) * 60_000).toISOString();
    const period = (from: number, to: number) => ({ from: instant(from), to: instant(to) });
    expect(await town.refusal(ask({ periods: { before: period(0, 200), after: period(100, 300) } }))).toMatch(
      /overlap/,
    );
    const periods = { before: period(0, 300), after: period(400, 500) };
    const { summary } = await town.finish(ask({ on: 'areas', periods }), pointPatternTestSummary);
    expect(summary).toMatchObject({ periodsRule: 'chosen', before: { days: 300 }, after: { days: 100 } });
    expect(summary.warnings.find(({ code }) => code === 'outside_periods')?.value).toBeGreaterThan(1000);
    expect(summary.moved[0].place).toBe(11);
  });

  it('says what is missing: incidents, times, a second day, enough in each period', async () => {
    const answer = async (count: number, day: (i: number) => number, place = (i: number) => i) => {
      const columns = sharedColumns(
        Array.from({ length: count }, (_, i): [number, number] => [9.961 + (place(i) % 60) / 1000, 50]),
      );
      columns.from.set(
        Array.from({ length: count }, (_, i) => (day(i) < 0 ? MISSING : START + day(i) * DAY)),
      );
      const jobs = jobsOver(columns, areas);
      const { summary, column, table } = await jobs.finish(ask({ on: 'areas' }), pointPatternTestSummary);
      await jobs.close();
      if (summary.tooFew !== null) {
        expect(summary).toMatchObject({ moved: [], similarity: null });
        if (table.numRows > 0) expect(new Set(column('q'))).toEqual(new Set([null]));
      }
      return summary;
    };
    expect((await answer(0, () => 0)).tooFew).toMatchObject({ reason: 'no_incidents' });
    expect((await answer(40, () => -1)).tooFew).toMatchObject({ reason: 'no_times' });
    expect((await answer(1, () => 0)).tooFew).toMatchObject({ reason: 'too_few_periods', found: 1 });
    expect((await answer(80, () => 2)).tooFew).toMatchObject({ reason: 'too_few_periods' });
    expect((await answer(40, (i) => i % 14)).tooFew).toMatchObject({
      reason: 'too_few_incidents',
      floor: 30,
    });
    expect(
      (
        await answer(
          200,
          (i) => i % 14,
          () => 0,
        )
      ).tooFew,
    ).toMatchObject({ reason: 'too_few_places' });
    const even = await answer(1400, (i) => i % 14);
    expect(even).toMatchObject({ tooFew: null, similarity: 1, larger: 0, smaller: 0 });
  }, 120_000);

  it('gives the same bytes again, and stops when it is cancelled', async () => {
    const { run } = await town.finish(ask(), pointPatternTestSummary);
    const again = jobsOver(moving(), areas);
    expect((await again.finish(ask(), pointPatternTestSummary)).run.digest).toBe(run.digest);
    await again.close();
    const large = jobsOver(longTown(300_000), areas);
    for (const on of ['cells', 'areas'] as const)
      expect(await large.cancelledAfter(ask({ on, cell: 100 }), 0.05)).toBeLessThan(500);
    await large.close();
  });
});
