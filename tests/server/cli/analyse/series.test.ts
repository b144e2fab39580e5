import { describe, expect, it } from 'vitest';
import { analysed, near, tableFile } from './run-analyse.ts';

describe('cg analyse aoristic', () => {
  it('B11 spreads each incident over its hours', async () => {
    const one = async (from: string, to: string, more = '') =>
      analysed(`aoristic ${more}`, tableFile(`from,to\n${from},${to}\n`));
    const hour = await one('2024-01-01T10:55', '2024-01-01T11:55');
    near([hour.clock[0][10], hour.clock[0][11]], [1 / 12, 11 / 12]);
    const night = await one('2024-01-01T23:30', '2024-01-02T01:15');
    near([night.clock[0][23], night.clock[1][0], night.clock[1][1]], [0.285714, 0.571429, 0.142857]);
    expect(await one('2024-01-01T10:00', '2024-01-11T10:00')).toMatchObject({ n: 1, unknown: 1 });
    expect(await one('2024-01-01', '')).toMatchObject({ n: 1, unknown: 1 });
    expect(await one('2024-01-01T10:59', '')).toMatchObject({ noEnd: 1, unknown: 0 });
    const away = await one('2024-01-01T22:30:00Z', '2024-01-01T22:40:00Z', '--timezone Africa/Nairobi');
    expect(away.clock[1][1]).toBeCloseTo(1, 9);
  });
});

describe('cg analyse of series', () => {
  const listed = (values: readonly unknown[]) =>
    tableFile([['month', 'count'], ...values.map((v, i) => [i, v])]);

  it('sees a count creep up', async () => {
    const found = await analysed(
      'cusum --baseline 8 --false-alarm-every 60',
      listed([8, 7, 9, 20, 20, 8, 8, 30]),
    );
    expect(found.alarms[0].since).toBe(4);
    expect(found.runLength).toBeGreaterThanOrEqual(60);
    expect(Math.abs(found.reference - 4 / Math.log(1.5))).toBeLessThan(0.05);
  });

  it('names the periods outside the limits, by their length', async () => {
    const file = tableFile('count,days\n62,31\n56,28\n,31\n120,30\n');
    const found = await analysed('poisson-limits --width poisson', file);
    expect(found).toMatchObject({ n: 238, classes: [0, 0, 0, 1], widening: 1 });
    expect(found.expected[2]).toBeNull();
    expect((await analysed('poisson-limits', listed([8, 8]))).high).toEqual([18, 18]);
  });

  it('judges the last cycle by those before it', async () => {
    const years = [...Array(48).fill(25), 25, 60, ''];
    const found = await analysed('seasonal-band', listed(years));
    near(
      [found.low[0], found.high[0]],
      [(5 - 1.5 * Math.sqrt(1.25)) ** 2, (5 + 1.5 * Math.sqrt(1.25)) ** 2],
      9,
    );
    expect(found.classes.slice(0, 3)).toEqual([0, 1, 0]);
    expect(found.current).toEqual([25, 60, null]);
  });
});
