/** Incidents beside what they are compared with, in one table; and tables of a committee. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../analysis/random.ts';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const scattered = (n: number, seed: number, size = 2000) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * size, random.next() * size]);
};

describe('cg analyse of incidents beside others', () => {
  it('B3 has a dual density of 1 where both are the same', async () => {
    const points = scattered(300, 3);
    const rows = [...points.map(([x, y]) => [x, y, '']), ...points.map(([x, y]) => [x, y, 2])];
    const file = tableFile([['x', 'y', 'comparison'], ...rows]);
    const found = await analysed('dual-density --cell 100 --bandwidth 500', file);
    expect(found).toMatchObject({ n: 300, comparison: 600 });
    const shown = found.value.filter((value: number | null) => value !== null);
    expect(shown.length).toBe(found.value.length - found.masked);
    expect(shown.length).toBeGreaterThan(0);
    for (const value of shown) expect(value).toBeCloseTo(1, 9);
    expect(found.mask.filter((mask: number) => mask === 1).length).toBe(found.masked);
  });

  it('finds the ring with more incidents than the ground beyond', async () => {
    const random = seededRandom(2);
    const near100 = Array.from({ length: 200 }, () => {
      const [r, turn] = [100 * Math.sqrt(random.next()), random.next() * 2 * Math.PI];
      return [1000 + r * Math.cos(turn), 1000 + r * Math.sin(turn), ''];
    });
    const rows = [...near100, ...scattered(4000, 3).map(([x, y]) => [x, y, '']), [1000, 1000, 'bar']];
    const file = tableFile([['x', 'y', 'kind'], ...rows]);
    const { rings, n, warnings, parameters } = await analysed('asset-rings', file);
    expect([n, warnings, parameters.spacing]).toEqual([4200, [], 20]);
    expect(rings[0]).toMatchObject({ kind: 'bar', from: 0, to: 100, verdict: 1 });
    expect(rings[0].ratio).toBeGreaterThan(6);
    expect(rings[0].ratio).toBeLessThan(9);
    const alone = tableFile('x,y,kind\n1,1,bar\n2,2,bar\n');
    expect(await failed('asset-rings', alone)).toMatchObject({
      code: 3,
      text: expect.stringContaining('No row is an incident'),
    });
  });

  it('gives incidents their nearest street', async () => {
    const file = tableFile(
      'x,y,street\n0,0,Low\n100,0,Low\n0,80,High\n10,5,\n100,80,High\n60,70,\n50,40,\n500,0,\n',
    );
    const found = await analysed('nearest-segment', file);
    expect(found.row).toEqual([4, 6, 7, 8]);
    expect(found.line).toEqual(['Low', 'High', expect.any(String), null]);
    near(found.distance, [5, 10, 40, null]);
    expect(found).toMatchObject({ n: 4, none: 1, ambiguous: 1 });
    expect(found.streets[0]).toMatchObject({ line: 'Low', metres: 100 });
  });

  it('B19 counts harm and refuses a map that one incident makes', async () => {
    const rows = [...Array(40).fill([1, 'a']), [10.01, 'b'], ['', 'b']];
    const found = await analysed('harm-weights', tableFile([['weight', 'place'], ...rows]));
    expect(found).toMatchObject({ n: 41, unweighted: 1, refusal: 'one-incident-dominates' });
    expect(found.place).toEqual(['a', 'b']);
    near(found.harm, [40, 10.01]);
    expect(found.count).toEqual([40, 2]);
  });
});

describe('cg analyse for a committee', () => {
  it('B26 hides small counts and one more', async () => {
    const found = await analysed('suppression --counts n', tableFile('n\n3\n7\n12\n0\n'));
    expect(found).toMatchObject({ counts: [null, null, 12, 0], total: 22 });
    const table = await analysed('suppression --counts a,b', tableFile('a,b\n3,7\n12,0\n'));
    expect(table).toMatchObject({ rowTotals: [null, 12], columnTotals: [null, null], total: 22 });
  });

  it('B27 has dots and ranked lists', async () => {
    const dots = await analysed(
      'dot-votes --options light,bus,noise',
      tableFile('group,light,bus,noise\nw,12,10,8\nm,2,3,1\n'),
    );
    expect(dots.groups[0].places).toEqual([1, 2, 3]);
    expect(dots.groups[1]).toMatchObject({ shown: false, shares: [] });
    const lists = await analysed('borda-count --options a,b,c', tableFile('a,b,c\n1,2,3\n2,1,3\n1,3,2\n'));
    expect(lists.points).toEqual([5, 3, 1]);
    const open = await analysed('borda-count --options a,b,c,d', tableFile('a,b,c,d\n1,1,,\n'));
    expect(open.points).toEqual([2.5, 2.5, 0.5, 0.5]);
    expect(await failed('borda-count --options a,b', tableFile('a,b\n1,0\n'))).toMatchObject({ code: 3 });
  });

  it('puts the likest area first', async () => {
    const names = Array.from({ length: 24 }, (_, month) => `m${month + 1}`);
    const area = (size: number, more = 0) => [size, ...names.map((_, month) => 5 + (month % 3) + more)];
    const file = tableFile([['size', ...names], area(2), area(6), area(2), area(2.4)]);
    const found = await analysed(`control-match --months ${names.join()}`, file);
    expect(found.matches.map(({ row }: { row: number }) => row)).toEqual([3, 4, 2]);
    expect(found.matches[0]).toMatchObject({ mismatch: 0, suitable: true });
    expect((await failed('control-match --months m1,m2', file)).text).toContain('24 columns');
  });
});
