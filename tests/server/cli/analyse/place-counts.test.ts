import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const listed = (name: string, values: readonly unknown[]) => tableFile([[name], ...values.map((v) => [v])]);
const zeros = (n: number) => Array(n).fill(0);

describe('cg analyse: place counts', () => {
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

  it('has rates for one year of several', async () => {
    const file = tableFile('count,population\n25,5000\n1,5000\n');
    const [one, four] = [await analysed('area-rates', file), await analysed('area-rates --years 4', file)];
    near(
      four.rate,
      one.rate.map((rate: number) => rate / 4),
      12,
    );
    near([four.regionRate], [one.regionRate / 4], 12);
    expect(four.classes).toEqual(one.classes);
    expect(four.parameters).toMatchObject({ per: 1000, years: 4 });
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
