import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { riskTerrainSummary } from '../../../server/jobs/contract/risk-terrain.ts';
import { runRequest } from '../../../server/jobs/contract.ts';
import type { Asset } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

const NORTH = 1 / 111_320;
const EAST = NORTH / Math.cos((50 * Math.PI) / 180);
const asset = (id: number, kind: string, position: [number, number]): Asset => ({
  id,
  datasetId: null,
  kind,
  name: `${kind} ${id}`,
  sourceId: null,
  position,
  properties: {},
  version: 1,
});
/** Metres east and north of 10, 50. */
const at = (x: number, y: number): [number, number] => [10 + x * EAST, 50 + y * NORTH];

const bars = Array.from({ length: 8 }, (_, k) => asset(10 + k, 'bar', at(400 + k * 500, 1000)));
const schools = Array.from({ length: 8 }, (_, k) => asset(30 + k, 'school', at(400 + k * 500, 3000)));
const few = [asset(50, 'park', at(2000, 2000)), asset(51, 'other', at(1, 1)), asset(52, 'bar', [12, 52])];
const all = [...bars, ...schools, ...few];

/** Even over 4.5 by 4 km, and three times as many within 200 m of a bar. */
function nights(count = 6000): [number, number][] {
  const random = seededRandom(4);
  return Array.from({ length: count }, (): [number, number] => {
    for (;;) {
      const [x, y] = [random.next() * 4500, random.next() * 4000];
      const near = bars.some((_, k) => Math.hypot(x - 400 - k * 500, y - 1000) < 200);
      if (near || random.next() < 1 / 3) return at(x, y);
    }
  });
}
const town = jobsOver(sharedColumns(nights(), 2), [], { assets: all });
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'risk-terrain' as const, parameters });

async function asked(places: [number, number][], assets: Asset[], parameters = {}) {
  const jobs = jobsOver(sharedColumns(places), [], { assets });
  const found = await jobs.finish(ask(parameters), riskTerrainSummary);
  await jobs.close();
  return found;
}

describe('a risk terrain', () => {
  it('finds the weight that was put in, and hardly any where there is none', async () => {
    const factors = [
      { kind: 'school', within: 200 },
      { kind: 'bar', within: 200 },
    ];
    const { summary, column } = await town.finish(ask({ factors, cell: 50 }), riskTerrainSummary);
    expect(summary).toMatchObject({ publishable: false, factorRule: 'chosen', cell: 50, tooFew: null });
    const [school, bar] = summary.factors;
    expect(school).toMatchObject({ kind: 'school', withinRule: 'chosen', assets: 8 });
    expect(bar).toMatchObject({ kind: 'bar', verdict: 'kept', within: 200, assets: 8 });
    expect(bar.ratio).toBeGreaterThan(2.6);
    expect(bar.ratio).toBeLessThan(3.4);
    expect(bar.low).toBeLessThan(bar.crudeRatio ?? 0);
    expect(bar.high).toBeGreaterThan(bar.crudeRatio ?? Infinity);
    // Alone schools seem to keep incidents away, since bars are among what is far from them; together they do not.
    expect(school.crudeRatio).toBeLessThan(0.9);
    expect(Math.abs(school.ratio - 1)).toBeLessThan(0.1);
    const [score, near] = ['score', 'near'].map(column);
    const products = near.map((bits) =>
      [school, bar].reduce(
        (product, { ratio }, k) => (((bits ?? 0) >> k) & 1 ? product * ratio : product),
        1,
      ),
    );
    const least = Math.min(...products);
    score.forEach((value, i) => {
      expect(value).toBeCloseTo(products[i] / least, 12);
    });
    const sum = (list: { cells: number; incidents: number }[]) => [
      list.reduce((total, { cells }) => total + cells, 0),
      list.reduce((total, { incidents }) => total + incidents, 0),
    ];
    expect(sum(summary.bands)).toEqual([summary.cells, summary.n]);
    expect(sum(summary.combinations)).toEqual([summary.cells, summary.n]);
    expect(summary.combinations.map((each) => each.factors)).toEqual([[1], [], [0]]);
    expect(summary.warnings).toContainEqual({ code: 'assets_outside', value: 1 });
  });

  it('takes the kinds with most assets and distances that do not look at incidents', async () => {
    const { summary } = await town.finish(ask(), riskTerrainSummary);
    expect(summary.factorRule).toBe('auto');
    expect(summary.cell).toBe(50);
    expect(summary.factors.map(({ kind, within, withinRule }) => [kind, within, withinRule])).toEqual([
      ['bar', 250, 'auto'],
      ['school', 250, 'auto'],
    ]);
    const elsewhere = await asked(nights(300), all);
    expect(elsewhere.summary.factors.map(({ within }) => within)).toEqual([250, 250]);
  });

  it('takes no more than eight factors', async () => {
    const factors = Array.from({ length: 9 }, (_, k) => ({ kind: `kind ${k}` }));
    const refused = runRequest.safeParse(ask({ factors }));
    expect(refused.error?.issues[0].message).toMatch(/at most 8 factors/);
    const twice = runRequest.safeParse(ask({ factors: [{ kind: 'bar' }, { kind: 'bar', within: 50 }] }));
    expect(twice.error?.issues[0].message).toMatch(/once/);
    const many = Array.from({ length: 50 }, (_, k) =>
      asset(100 + k, `kind ${k % 10}`, at(300 + (k % 10) * 400, 300 + Math.floor(k / 10) * 700)),
    );
    const { summary } = await asked(nights(2000), many);
    expect(summary.factors).toHaveLength(8);
    expect(summary.warnings).toContainEqual({ code: 'kinds_left_out', value: 2 });
  });

  it('shares the weight of kinds that stand side by side, and says so', async () => {
    const clubs = bars.map(({ position }, k) => asset(70 + k, 'club', position));
    const { summary } = await asked(nights(), [...bars, ...clubs], {
      factors: [
        { kind: 'bar', within: 200 },
        { kind: 'club', within: 200 },
      ],
      cell: 50,
    });
    const [bar, club] = summary.factors;
    expect(bar.ratio * club.ratio).toBeCloseTo(bar.crudeRatio ?? Number.NaN, 4);
    expect(summary.warnings).toContainEqual({ code: 'overlapping_factors', value: 2 });
  });

  it('has nothing to say of one asset that nobody is near, nor of assets at one point', async () => {
    const lone = await asked(nights(), [asset(1, 'park', at(2200, 2000))], { factors: [{ kind: 'park' }] });
    expect(lone.summary.factors[0]).toMatchObject({ assets: 1, within: 200, crudeRatio: expect.anything() });
    const stacked = Array.from({ length: 6 }, (_, k) => asset(k + 1, 'kiosk', at(2200, 2000)));
    const { summary } = await asked(nights(), stacked);
    expect(summary.factors[0]).toMatchObject({ within: 50, verdict: 'too-few-to-say', ratio: 1 });
    expect(summary.bands[0].cells).toBe(summary.cells);
  });

  it('needs assets, incidents, and kinds that are there', async () => {
    const bare = jobsOver(sharedColumns(nights(100)));
    expect(await bare.refusal(ask())).toMatch(/no community assets/);
    await bare.close();
    const away = [asset(1, 'bar', [12, 52])];
    expect((await asked(nights(100), away)).summary.tooFew?.reason).toBe('too_few_places');
    const { summary } = await town.finish(ask({ factors: [{ kind: 'mosque' }] }), riskTerrainSummary);
    expect(summary.tooFew).toEqual({ reason: 'too_few_places', found: 0, floor: 1 });
    expect((await asked([], all)).summary.tooFew?.reason).toBe('no_incidents');
    const scarce = await asked(nights(29), all);
    expect(scarce.summary).toMatchObject({ publishable: false, factors: [], bands: [] });
    expect(scarce.summary.tooFew).toEqual({ reason: 'fewer_than_30_incidents', found: 29, floor: 30 });
    const point = await asked(
      Array.from({ length: 60 }, () => at(400, 1000)),
      all,
    );
    expect(point.summary.factors.every(({ ratio }) => ratio === 1)).toBe(true);
  });

  it('refuses a distance shorter than a cell', async () => {
    const factors = [{ kind: 'bar', within: 40 }];
    expect(await town.refusal(ask({ factors, cell: 100 }))).toMatch(/40 m is less than the 100 m of a cell/);
  });

  it('gives the same bytes again', async () => {
    const { run } = await town.finish(ask(), riskTerrainSummary);
    const again = jobsOver(sharedColumns(nights(), 2), [], { assets: all });
    const { run: same } = await again.finish(ask(), riskTerrainSummary);
    expect(same.digest).toBe(run.digest);
    await again.close();
  });

  it('stops when it is cancelled', async () => {
    const random = seededRandom(9);
    const many = Array.from({ length: 20_000 }, (_, k) =>
      asset(k + 1, `kind ${k % 8}`, [10 + (random.next() - 0.5) * 0.14, 50 + (random.next() - 0.5) * 0.09]),
    );
    const large = jobsOver(townColumns(300_000), [], { assets: many });
    expect(await large.cancelledAfter(ask(), 0.21)).toBeLessThan(500);
    await large.close();
  }, 20_000);
});
