import { describe, expect, it } from 'vitest';
import rainfall from '../../../fixtures/rainfall-bogra.json' with { type: 'json' };
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const listed = (name: string, values: readonly unknown[]) => tableFile([[name], ...values.map((v) => [v])]);

describe('cg analyse: mann kendall', () => {
  it('B10 has the trend, a blank cell being a missing step', async () => {
    const rising = await analysed('mann-kendall', listed('value', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    near([rising.s, rising.variance, rising.z], [45, 125, 3.9354796403996297], 9);
    const ties = await analysed('mann-kendall', listed('value', [3, 4, 5, 4, 6, 7, 6, 8, 9, 10, 9, 12]));
    near([ties.s, ties.z, ties.slope], [57, 3.8674377463354994, 0.75], 9);
    near([ties.slopeInterval.low, ties.slopeInterval.high], [0.6, 1], 9);
    const gap = tableFile('month,value\n1,5\n2,\n3,7\n4,8\n');
    expect(await analysed('mann-kendall', gap)).toMatchObject({ n: 3, s: 3, slope: 1 });
    const seasons = await analysed('mann-kendall --period 2', listed('value', [1, 9, 2, 10, 3, 11]));
    expect(seasons).toMatchObject({ s: 6, slope: 1, period: 2 });
  });

  it('B10 allows for the memory of a series on request', async () => {
    const months = listed(
      'value',
      rainfall.values.filter((value) => value !== null),
    );
    const found = await analysed('mann-kendall --memory hamed-rao --lags 3', months);
    near([found.variance, found.z, found.p], [14226812.425138814, -0.5191093899188985, 0.603684460662274], 6);
    expect(found.parameters).toEqual({ memory: 'hamed-rao', lags: 3, level: 0.05 });
    const both = await failed('mann-kendall --memory hamed-rao --period 12', months);
    expect(both.text).toContain('--memory ignore');
  });
});
