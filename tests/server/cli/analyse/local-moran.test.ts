import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../analysis/random.ts';
import { analysed, near, tableFile } from './run-analyse.ts';

const scattered = (n: number, seed: number, size: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * size, random.next() * size]);
};

describe('cg analyse of places and their neighbours', () => {
  const rows = [
    [1, 2, 2.24],
    [2, 2, 3.1],
    [0, 1, 4.55],
    [1, 1, -5.15],
    [2, 1, -4.39],
    [3, 1, 0.46],
    [0, 0, 5.54],
    [1, 0, 9.02],
    [2, 0, -2.09],
    [3, 0, -3.06],
  ];
  const ten = tableFile([['x', 'y', 'z'], ...rows]);

  it('B5.1 has local Moran of ten areas and the global I', async () => {
    const found = await analysed('local-moran --value z --distance 1', ten);
    near(
      found.statistic,
      [
        -0.11409277, -0.19940543, -0.13351408, -0.51770383, 0.48095009, 0.12208113, 1.19148298, -0.58144305,
        0.07101383, 0.34314301,
      ],
      8,
    );
    expect(found.quadrants).toEqual([4, 4, 4, 2, 3, 3, 1, 4, 3, 3]);
    const all = await analysed('spatial-autocorrelation --value z --distance 1', ten);
    expect(all.statistic).toBeCloseTo(0.07361243111060223, 9);
  });

  it('finds the crowded cells by Gi* and local Moran alike', async () => {
    const crowd = scattered(80, 2, 300).map(([x, y]) => [x + 700, y + 700]);
    const file = tableFile([['x', 'y'], ...scattered(80, 1, 2000), ...crowd]);
    const gi = await analysed('local-gi-star --cell 200', file);
    const moran = await analysed('local-moran --cell 200 --permutations 999', file);
    expect(gi.count.reduce((a: number, b: number) => a + b)).toBe(160);
    expect(moran.cell).toEqual(gi.cell);
    const hot = (classes: number[]) => gi.cell.filter((_: number, i: number) => classes[i] === 1);
    expect(hot(gi.classes).length).toBeGreaterThan(0);
    for (const cell of hot(moran.classes)) expect(hot(gi.classes)).toContain(cell);
    const hexagons = await analysed('local-gi-star --cell 200 --shape hexagon', file);
    expect(Math.max(...hexagons.neighbours)).toBe(6);
  });

  it('gives in degrees what it gives in metres', async () => {
    const lonlat = tableFile([
      ['longitude', 'latitude', 'v'],
      [36.8, -1.3, 2],
      [36.801, -1.3, 9],
      [36.802, -1.3, 4],
    ]);
    const found = await analysed('local-gi-star --value v --distance 120', lonlat);
    expect(found.neighbours).toEqual([1, 2, 1]);
    expect((await analysed('local-gi-star --value v --distance 110', lonlat)).neighbours).toEqual([0, 0, 0]);
  });
});
