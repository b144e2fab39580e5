import { describe, expect, it } from 'vitest';
import { analysed, near, tableFile } from './run-analyse.ts';

const listed = (name: string, values: readonly unknown[]) => tableFile([[name], ...values.map((v) => [v])]);

describe('cg analyse: mann kendall', () => {
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
});
