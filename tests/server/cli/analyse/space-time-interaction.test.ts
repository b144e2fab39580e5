import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

describe('cg analyse space-time-interaction', () => {
  const toy = tableFile([
    ['x', 'y', 'date'],
    [0, 0, '2024-01-01'],
    [0, 0, '2024-01-04'],
    [50, 0, '2024-01-06'],
    [1000, 1000, '2024-01-21'],
    [1050, 1000, '2024-01-23'],
    [5000, 5000, '2024-03-01'],
  ]);

  it('B13.4 has the three companions of Knox', async () => {
    const found = await analysed('space-time-interaction --nearest 1 --permutations 199', toy);
    near([found.mantel.statistic, found.jacquez.statistic], [0.3909349393, 4.5], 9);
    // Four pairs are near in both; by the neighbours of each there would be 2 · 2 · 3 + 1 · 1 · 2 over 5, halved.
    near([found.modifiedKnox.statistic], [4 - (2 * 2 * 3 + 2) / 5 / 2], 9);
    expect(found.mantel.p).toBeGreaterThan(0);
    const plain = await analysed(
      'space-time-interaction --space-constant 0 --space-power 1 --time-constant 0 --time-power 1 --permutations 0',
      toy,
    );
    near([plain.mantel.statistic, plain.mantel.p], [0.9811282992, null], 9);
  });

  it('refuses months and powers that are not defined', async () => {
    const months = tableFile('x,y,date\n0,0,2024-01\n1,1,2024-02\n');
    expect((await failed('space-time-interaction', months)).text).toContain('Line 2 says only the month');
    const power = await failed('space-time-interaction --space-constant 0', toy);
    expect(power.text).toContain('a negative power needs a constant above 0');
  });
});
