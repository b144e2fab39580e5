import { afterAll, describe, expect, it } from 'vitest';
import { countsSummary } from '../../../server/jobs/contract/counts.ts';
import { kernelDensitySummary } from '../../../server/jobs/contract/kernel-density.ts';
import type { Area } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { townColumns } from './small-store.ts';

const TABLE = 'Adopted by committee 2026-03';
/** Of the third kind the table says nothing. */
const WEIGHTS = { 1: 10, 2: 200, 3: null };
/** Of the town: every tenth is grave, every seventh of a kind without weight. */
const kindOf = (i: number) => (i % 10 === 0 ? 2 : i % 7 === 0 ? 3 : 1);
const weightOf = (i: number) => [0, 10, 200, 0][kindOf(i)];

function columnsOf(count: number, kind = kindOf) {
  const columns = townColumns(count);
  for (let i = 0; i < count; i++) columns.category[i] = kind(i);
  return columns;
}

const district = (id: number, [west, east]: [number, number], population: number | null): Area => ({
  id,
  kind: 'district',
  name: `District ${id}`,
  population,
  version: 1,
  parentId: null,
  datasetId: null,
  sourceId: null,
  dwellings: null,
  timezone: null,
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
});
const districts = [
  district(1, [9.9, 10], 5000),
  district(2, [10, 10.1], 10_000),
  district(3, [9.9, 10.1], 50),
];

const town = jobsOver(columnsOf(2000), districts, { harm: { table: TABLE, weights: WEIGHTS } });
afterAll(() => town.close());
const counts = (parameters = {}) => ({
  method: 'counts' as const,
  parameters: { weight: 'harm' as const, ...parameters },
});
const density = (parameters = {}) => ({
  method: 'kernel-density' as const,
  parameters: { weight: 'harm' as const, ...parameters },
});

async function over(
  columns: ReturnType<typeof townColumns>,
  harm: { table: string; weights: Record<number, number | null> },
) {
  const jobs = jobsOver(columns, [], { harm });
  const [counted, smooth] = [
    await jobs.finish(counts(), countsSummary),
    await jobs.finish(density(), kernelDensitySummary),
  ];
  await jobs.close();
  return { counted, smooth };
}

describe('harm on cells', () => {
  it('stands beside the counts and adds up', async () => {
    const { summary, column } = await town.finish(counts({ shape: 'hexagon' }), countsSummary);
    const total = Array.from({ length: 2000 }, (_, i) => weightOf(i)).reduce((sum, one) => sum + one, 0);
    const unweighted = Array.from({ length: 2000 }, (_, i) => kindOf(i)).filter((kind) => kind === 3).length;
    expect(summary).toMatchObject({
      n: 2000,
      weight: 'harm',
      harm: { table: TABLE, total, unweighted, weighted: 2000 - unweighted, refusal: null },
    });
    expect(summary.harm?.largestShare).toBe(200 / total);
    const sums = column('harm').map(Number);
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(total);
    expect(column('count').reduce((sum: number, one) => sum + Number(one), 0)).toBe(2000);
    const most = Math.max(...sums);
    const [first] = summary.places;
    expect(first).toMatchObject({ harm: most, shareOfHarm: most / total });
    expect(first.incidents).toBe(column('count')[sums.indexOf(most)]);
    expect(first.largestShare).toBe(column('largestShare')[sums.indexOf(most)]);
  });

  it('is not mapped for too few, for one that outweighs all, or without any harm; counts stay', async () => {
    const few = await over(
      columnsOf(40, (i) => (i < 29 ? 1 : 3)),
      { table: TABLE, weights: WEIGHTS },
    );
    expect(few.counted.summary).toMatchObject({
      n: 40,
      tooFew: null,
      weight: 'count',
      harm: { refusal: 'too_few_weighted', weighted: 29, unweighted: 11 },
    });
    expect(few.counted.summary.places[0].harm).toBeNull();
    expect(few.counted.table.getChild('harm')).toBeNull();
    expect(few.smooth.summary).toMatchObject({
      maximum: null,
      tooFew: { reason: 'too_few_weighted', found: 29, floor: 30 },
    });
    const giant = await over(
      columnsOf(60, (i) => (i === 7 ? 2 : 1)),
      {
        table: TABLE,
        weights: { 1: 1, 2: 15 },
      },
    );
    expect(giant.counted.summary.harm).toMatchObject({
      refusal: 'one_incident_dominates',
      largestShare: 15 / 74,
    });
    expect(giant.smooth.summary.tooFew).toEqual({
      reason: 'one_incident_dominates',
      found: 15 / 74,
      floor: 0.2,
    });
    expect(giant.smooth.column('value').every((value) => value === null)).toBe(true);
    const none = await over(columnsOf(60), { table: TABLE, weights: { 1: 0, 2: 0 } });
    expect(none.smooth.summary.tooFew?.reason).toBe('no_harm');
    expect(none.counted.summary).toMatchObject({ weight: 'count', harm: { refusal: 'no_harm', total: 0 } });
  });

  it('is refused while no table was adopted', async () => {
    for (const harm of [
      { table: '', weights: WEIGHTS },
      { table: TABLE, weights: { 1: null } },
    ]) {
      const jobs = jobsOver(columnsOf(50), [], { harm });
      expect(await jobs.refusal(counts())).toMatch(/No table of harm was adopted/);
      expect(await jobs.refusal(density())).toMatch(/Data, Categories/);
      await jobs.close();
    }
  });
});

describe('harm on areas', () => {
  it('has a rate where incidents have one, and counts in every area that overlaps', async () => {
    const { summary, column } = await town.finish(counts({ on: 'areas' }), countsSummary);
    expect(summary).toMatchObject({ weight: 'harm', show: 'rate', withRate: 2 });
    const [harm, rate, status] = ['harm', 'harmRate', 'rateStatus'].map(column);
    expect(status).toEqual([0, 0, 2]);
    expect(Number(harm[0]) + Number(harm[1])).toBe(summary.harm?.total);
    expect(harm[2]).toBe(summary.harm?.total);
    // All times are one minute in 1970: a single day.
    expect(rate[0]).toBeCloseTo((Number(harm[0]) / 5) * 365.25, 6);
    expect(rate[2]).toBeNull();
    expect(summary.places[0].harmRate).toBe(Math.max(Number(rate[0]), Number(rate[1])));
  });
});

describe('harm as a surface', () => {
  it('adds up to the harm as the plain one does to the incidents', async () => {
    const plain = await town.finish(
      density({ weight: 'count', bandwidth: 600, cell: 100 }),
      kernelDensitySummary,
    );
    const heavy = await town.finish(density({ bandwidth: 600, cell: 100 }), kernelDensitySummary);
    expect(plain.summary).toMatchObject({ weight: 'count', harm: null });
    expect(heavy.summary).toMatchObject({ weight: 'harm', harm: { table: TABLE, refusal: null } });
    const volume = ({ column }: typeof plain) =>
      column('value').reduce((sum: number, value) => sum + Number(value) * 0.01, 0);
    expect(volume(plain) / 2000).toBeCloseTo(1, 1);
    expect(volume(heavy) / (heavy.summary.harm?.total ?? NaN)).toBeCloseTo(1, 1);
    expect(heavy.column('count')).toEqual(plain.column('count'));
  });

  it('follows the table: another version is another run', async () => {
    const { run } = await town.finish(density(), kernelDensitySummary);
    expect(Object.keys(run.dataVersion)).toContain('harm');
    const plain = await town.finish(density({ weight: 'count' }), kernelDensitySummary);
    expect(Object.keys(plain.run.dataVersion)).not.toContain('harm');
  });
});
