import { describe, expect, it } from 'vitest';
import { analysed, near, tableFile } from './run-analyse.ts';

describe('cg analyse of clusters', () => {
  it('has the clusters, edges and noise of DBSCAN', async () => {
    const file = tableFile([
      ['x', 'y'],
      [500, 500],
      ...[0, 1, 2, 3].map((k) => [k * 10, 0]),
      ...[0, 1, 2].map((k) => [1000 + k * 10, 5]),
    ]);
    const found = await analysed('dbscan --radius 10 --minimum 3', file);
    expect(found.cluster).toEqual([0, 1, 1, 1, 1, 2, 2, 2]);
    expect(found.role).toEqual(['noise', 'edge', 'core', 'core', 'edge', 'edge', 'core', 'edge']);
    expect(found.clusters).toMatchObject([
      { cluster: 1, incidents: 4, core: 2 },
      { cluster: 2, incidents: 3, core: 1 },
    ]);
    expect(found.noise).toBe(1);
  });

  it('B7 has the nearest-neighbour index of two squares', async () => {
    const square = [
      [0, 0],
      [10, 0],
      [0, 10],
      [10, 10],
    ];
    const file = tableFile([['x', 'y'], ...square, ...square.map(([x, y]) => [x + 110, y])]);
    const found = await analysed('nearest-neighbour-index --area 14400', file);
    near([found.index, found.z], [0.471405, -2.860219]);
    const hull = await analysed('nearest-neighbour-index', file);
    expect(hull).toMatchObject({
      area: 1200,
      warnings: expect.arrayContaining([{ code: 'area_of_hull', value: 1200 }]),
    });
  });

  it('has the chains of the toy', async () => {
    const toy = tableFile('x,y,t\n0,0,0\n0,0,3\n50,0,5\n1000,1000,20\n1050,1000,22\n5000,5000,60\n');
    const found = await analysed('local-knox --time t --distance 100 --days 7', toy);
    expect(found.chain).toEqual([1, 1, 1, 2, 2, 0]);
    expect(found.links).toEqual([2, 2, 2, 1, 1, 0]);
    expect(found.chains).toEqual([
      { chain: 1, rows: [1, 2, 3] },
      { chain: 2, rows: [4, 5] },
    ]);
    near([found.p[3]], [0.2], 9);
  });
});
