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
