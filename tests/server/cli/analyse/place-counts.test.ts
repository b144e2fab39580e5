/** Tables with one row a place or a step. */
import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const listed = (name: string, values: readonly unknown[]) => tableFile([[name], ...values.map((v) => [v])]);
const zeros = (n: number) => Array(n).fill(0);

describe('cg analyse on counts of places', () => {
  it.each([
    ['B15.1', [10, 8, 2, ...zeros(7)], 0.78, 0.78],
    ['B15.2', [5, 2, 1, ...zeros(7)], 0.8, 0.75],
    ['B15.5', [3, 1, 1, ...zeros(7)], 0.78, 0.56],
    ['B15.6', [1, 1, 1, 1, 1, ...zeros(5)], 0.5, 0],
  ])('%s has the Gini coefficients', async (_, values, gini, generalised) => {
    const found = await analysed('concentration', listed('count', values));
    near([found.gini, found.generalised], [gini, generalised], 10);
    expect(found.interval).toBeNull();
  });

  it('B15.7 has the table and, with enough incidents, an interval', async () => {
    const file = listed('n', [1, 22, 18, 17, 12, 11, 8, 6, 3, 2]);
    const found = await analysed('concentration --count n --samples 200', file);
    expect(found.gini).toBeCloseTo(0.392, 10);
    expect(found.fewest.map(({ places }: { places: number }) => places)).toEqual([2, 3, 5]);
    expect(found.places.slice(0, 3)).toEqual([2, 3, 4]);
    expect(found.interval[0]).toBeLessThan(found.generalisedUnbiased);
    expect(found.interval[1]).toBeGreaterThan(found.generalisedUnbiased);
    expect(await analysed('concentration --count n --samples 200', file)).toEqual(found);
  });

  it('B14.1 has the repeats', async () => {
    const counts = Object.entries({ 1: 70, 2: 20, 3: 7, 5: 3 }).flatMap(([times, places]) =>
      Array(places).fill(times),
    );
    const found = await analysed('repeat-places --places 1000', listed('count', counts));
    expect(found).toMatchObject({ n: 146, victims: 100, concentration: 1.46, repeatVictims: 0.3 });
    expect(found.histogram).toEqual([900, 70, 20, 7, 0, 3]);
    const unknown = await analysed('repeat-places --places 0', listed('count', counts));
    expect(unknown).toMatchObject({ prevalence: null, warnings: [{ code: 'places-unknown' }] });
    expect((await failed('repeat-places --places 99', listed('count', counts))).text).toMatch(/at least 100/);
  });

  it('has the J-curve of facilities', async () => {
    const file = listed('count', [0, 3, 40, 1, 0, 2, 1, 0, 2, 1]);
    const found = await analysed('risky-facilities', file);
    expect(found.facilities.slice(0, 4)).toEqual([3, 2, 6, 9]);
    expect(found).toMatchObject({ without: 3, p: 0.001 });
  });

  it('B10 has the trend, a blank cell being a missing step', async () => {
    const rising = await analysed('mann-kendall', listed('value', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    near([rising.s, rising.variance, rising.z], [45, 125, 3.9354796403996297], 9);
    const ties = await analysed('mann-kendall', listed('value', [3, 4, 5, 4, 6, 7, 6, 8, 9, 10, 9, 12]));
    near([ties.s, ties.z, ties.slope], [57, 3.8674377463354994, 0.75], 9);
    const gap = tableFile('month,value\n1,5\n2,\n3,7\n4,8\n');
    expect(await analysed('mann-kendall', gap)).toMatchObject({ n: 3, s: 3, slope: 1 });
    const seasons = await analysed('mann-kendall --period 2', listed('value', [1, 9, 2, 10, 3, 11]));
    expect(seasons).toMatchObject({ s: 6, slope: 1, period: 2 });
  });

  it('B12 has contour and check of Poisson counts', async () => {
    const contour = await analysed(
      'poisson-contour',
      tableFile([
        ['before', 'after'],
        [25, 30],
        [75, 90],
      ]),
    );
    near([contour.ratio, contour.low[0], contour.high[0]], [1.2, 12, 48], 9);
    const check = await analysed('poisson-check', listed('count', [...zeros(15), ...Array(15).fill(6)]));
    expect(check).toMatchObject({ n: 30, mean: 3 });
    expect(check.warnings[0].code).toBe('clustered');
  });

  it('B17 has the location quotients', async () => {
    const file = tableFile([
      ['kind', 'all'],
      [30, 200],
      [12, 400],
    ]);
    near((await analysed('location-quotient --region 500,10000', file)).quotient, [3, 0.6], 12);
    const swapped = await failed('location-quotient --kind all --all kind', file);
    expect(swapped).toMatchObject({ code: 3, text: expect.stringContaining('Line 2 has more') });
  });

  it('has rates with the exact interval and none for few people', async () => {
    const found = await analysed('area-rates', tableFile('count,population\n25,5000\n1,5000\n3,20\n4,\n'));
    near(found.rate, [5, 0.2, null, null], 12);
    near([found.low[0], found.high[0]], [16.178681847829328 / 5, 36.904931697530365 / 5], 8);
    expect(found.status).toEqual([0, 0, 2, 1]);
  });

  it('B16.1 has the hit rates and says which map won', async () => {
    const rows = [
      [6, 8, 0],
      [7, 4, 1],
      [3, 4, 2],
      [2, 2, 3],
      [1, 1, 4],
      [0, 0, 5],
    ];
    const file = tableFile([['observed', 'count', 'guess'], ...rows]);
    const found = await analysed('hit-rate --predicted count,guess --shares 0.5', file);
    const [first] = found.maps;
    expect(first.order).toEqual([1, 3, 2, 4, 5, 6]);
    near(first.cumulative.pai, [1.894737, 1.421053, 1.684211, 1.421053, 1.2, 1]);
    near(first.cumulative.pei, [0.857143, 0.692308, 1, 1, 1, 1]);
    near(first.cumulative.rri, [1.333333, 1.333333, 1, 1, 1, 1]);
    expect(found.winners).toMatchObject([{ share: 0.5, winner: 'count', hits: [16, 3] }]);
    expect((await failed('hit-rate --predicted count,count', file)).text).toMatch(/--predicted must be 1 to/);
  });

  it('has the ratios of a risk terrain that were put in', async () => {
    const rows = Array.from({ length: 400 }, (_, cell) => {
      const [bar, stop] = [cell % 2 === 0 ? 1 : 0, cell % 5 === 0 ? 1 : 0];
      return [2 * (1 + 2 * bar) * (1 + 3 * stop), bar, stop];
    });
    const file = tableFile([['count', 'bar', 'stop'], ...rows]);
    const { factors, publishable } = await analysed('risk-terrain --near bar,stop', file);
    near(
      factors.map(({ ratio }: { ratio: number }) => ratio),
      [3, 4],
      8,
    );
    expect([factors[0].name, publishable]).toEqual(['bar', false]);
    expect((await failed('risk-terrain --near count', file)).text).toMatch(/neither 0 nor 1/);
  });
});
