/** Tables with one row an incident or a place with a position. */
import { describe, expect, it } from 'vitest';
import { kernelValue } from '../../../../analysis/kernel-density.ts';
import { seededRandom } from '../../../../analysis/random.ts';
import { analysed, near, tableFile } from './run-analyse.ts';

const scattered = (n: number, seed: number, size: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * size, random.next() * size]);
};

describe('cg analyse kernel-density', () => {
  const points = scattered(60, 4, 2000);
  const file = tableFile([['x', 'y'], ...points]);

  it('has at every cell what the kernel of each incident adds', async () => {
    for (const kernel of ['quartic', 'triangular'] as const) {
      const found = await analysed(`kernel-density --cell 100 --bandwidth 400 --kernel ${kernel}`, file);
      expect(found).toMatchObject({ n: 60, bandwidth: 400 });
      const naive = found.x.map((x: number, i: number) =>
        points.reduce((sum, [px, py]) => {
          const u = Math.hypot(px - x, py - found.y[i]) / 400;
          return sum + (kernelValue(kernel, u) / 400 ** 2) * 1e6;
        }, 0),
      );
      near(found.value, naive, 8);
      expect(found.maximum).toBe(Math.max(...found.value));
    }
  });

  it('announces what it chose, and says nothing of too few incidents', async () => {
    const auto = await analysed('kernel-density', file);
    expect(auto.parameters).toMatchObject({ cell: 50, 'bandwidth-rule': 'arcgis' });
    expect(auto.parameters.bandwidth).toBe(auto.bandwidth);
    const few = await analysed('kernel-density', tableFile([['x', 'y'], ...points.slice(0, 29)]));
    expect(few.warnings).toContainEqual({ code: 'fewer_than_30_incidents', value: 29 });
    expect(few.value.every((value: unknown) => value === null)).toBe(true);
  });
});

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
    expect(hot(gi.class).length).toBeGreaterThan(0);
    for (const cell of hot(moran.classes)) expect(hot(gi.class)).toContain(cell);
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

describe('cg analyse of clusters', () => {
  it('B6 has the likelihood ratios of the published zones', async () => {
    for (const [population, cases, ratio] of [
      [95249, 85, 11.577255],
      [34083, 38, 9.019716],
      [8839, 11, 3.209485],
    ]) {
      const file = tableFile([
        ['x', 'y', 'cases', 'population'],
        [0, 0, cases, population],
        [9000, 0, 552 - cases, 1_057_673 - population],
      ]);
      const { clusters, n } = await analysed('scan-statistic --permutations 99', file);
      expect(n).toBe(2);
      expect(clusters[0]).toMatchObject({ centre: 1, places: [1], cases });
      expect(clusters[0].logLikelihoodRatio).toBeCloseTo(ratio, 6);
    }
  });

  it('finds a burst in place and time', async () => {
    const random = seededRandom(8);
    const rows = Array.from({ length: 60 }, () => [
      random.integer(6) * 1000,
      random.integer(6) * 1000,
      random.integer(60),
    ]);
    for (let i = 0; i < 12; i++) rows.push([2000, 3000, 40 + (i % 3)]);
    const file = tableFile([['x', 'y', 'day'], ...rows]);
    const line = 'space-time-scan --time day --duration 7 --permutations 99';
    const { clusters, parameters } = await analysed(line, file);
    expect(clusters[0]).toMatchObject({ x: 2000, y: 3000, from: 40, to: 43, p: 0.01 });
    expect(parameters).toMatchObject({ periods: 56, step: 1, duration: 7 });
  });

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
