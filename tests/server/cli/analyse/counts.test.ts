import { describe, expect, it } from 'vitest';
import { analysed, tableFile } from './run-analyse.ts';

const rows = Array.from({ length: 40 }, (_, i) => [
  (i % 8) * 100,
  Math.floor(i / 8) * 100,
  i % 4 === 0 ? '' : i,
]);
const file = tableFile([['x', 'y', 'days'], ...rows]);

describe('cg analyse counts', () => {
  it('counts every incident once, also without weights', async () => {
    for (const shape of ['square', 'hexagon']) {
      const found = await analysed(`counts --cell 150 --shape ${shape}`, file);
      expect(found.count.reduce((sum: number, count: number) => sum + count, 0)).toBe(40);
      expect(found.harm).toBeUndefined();
      expect(found.warnings).toEqual([]);
    }
  });

  it('sums harm beside the counts, and says what hangs on one incident', async () => {
    const found = await analysed('counts --cell 150 --weight days --table-version 2026-03', file);
    const total = rows.reduce((sum, [, , days]) => sum + Number(days), 0);
    expect(found.totals).toEqual({
      weighted: 30,
      unweighted: 10,
      total,
      largestShare: 39 / total,
      refusal: null,
      tableVersion: '2026-03',
    });
    expect(found.harm.reduce((sum: number, harm: number) => sum + harm, 0)).toBe(total);
    found.harm.forEach((harm: number, i: number) => {
      expect(found.largestShare[i] === null).toBe(harm === 0);
    });
    expect(found.warnings).toEqual([{ code: 'kinds-without-weight', value: 10 }]);
  });

  it('counts one incident, and refuses a map of one giant', async () => {
    const one = await analysed('counts', tableFile('x,y\n5,5\n'));
    expect(one).toMatchObject({ n: 1, fewest: [{ places: 1 }, { places: 1 }, { places: 1 }] });
    const giant = rows.map(([x, y], i) => [x, y, i === 0 ? 1000 : 1]);
    const found = await analysed('counts --weight days', tableFile([['x', 'y', 'days'], ...giant]));
    expect(found.totals.refusal).toBe('one-incident-dominates');
    expect(found.n).toBe(40);
  });
});
