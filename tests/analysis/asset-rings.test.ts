import { describe, expect, it } from 'vitest';
import { type AssetRingInput, assetRings } from '../../analysis/asset-rings.ts';
import { binomialTwoSided } from '../../analysis/binomial.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';

const set = (list: number[][]): PointSet => ({
  x: Float64Array.from(list, ([x]) => x),
  y: Float64Array.from(list, ([, y]) => y),
});
const SIDE = 2000;
const ground = set(
  Array.from({ length: (SIDE / 10) ** 2 }, (_, i) => [(i % 200) * 10 + 5, Math.floor(i / 200) * 10 + 5]),
);
const middle = set([[1000, 1000]]);
const options = { distances: [100, 200], level: 0.95 } as const;
const scattered = (n: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * SIDE, random.next() * SIDE]);
};
const input = (incidents: number[][], kinds = [middle]): AssetRingInput => ({
  incidents: set(incidents),
  kinds,
  ground,
  spacing: 10,
});

describe('assetRings', () => {
  it('finds the rings with more incidents, and how many times as many', () => {
    const random = seededRandom(2);
    const near = Array.from({ length: 200 }, () => {
      const [r, turn] = [100 * Math.sqrt(random.next()), random.next() * 2 * Math.PI];
      return [1000 + r * Math.cos(turn), 1000 + r * Math.sin(turn)];
    });
    const { rings, warnings, n } = assetRings(input([...near, ...scattered(4000, 3)]), options);
    expect([n, warnings, rings[0].verdict, rings[1].verdict]).toEqual([4200, [], 1, 0]);
    expect(rings[0].km2).toBeCloseTo(Math.PI * 0.01, 3);
    // 4000 on 4 km² are 31 in the ring; 200 more are put there.
    expect(rings[0].ratio).toBeGreaterThan(6);
    expect(rings[0].ratio).toBeLessThan(9);
    expect(rings[0].density).toBeCloseTo(rings[0].incidents / rings[0].km2, 9);
    expect(rings[0].densityInterval[0]).toBeLessThan(rings[0].density);
  });

  it('counts and tests as a plain search does', () => {
    const incidents = scattered(900, 5);
    const kinds = [set(scattered(7, 6)), set(scattered(3, 7))];
    const { rings, beyond } = assetRings(input(incidents, kinds), { ...options, distances: [150, 400] });
    kinds.forEach((assets, kind) => {
      const distance = ([x, y]: number[]) =>
        Math.min(...Array.from(assets.x, (ax, k) => Math.hypot(ax - x, assets.y[k] - y)));
      const inside = (list: number[][], from: number, to: number) =>
        list.filter((at) => distance(at) >= from && distance(at) < to).length;
      const cells = Array.from(ground.x, (x, i) => [x, ground.y[i]]);
      const [first, second] = rings.filter((ring) => ring.kind === kind);
      expect([first.incidents, second.incidents]).toEqual([
        inside(incidents, 0, 150),
        inside(incidents, 150, 400),
      ]);
      expect(beyond[kind].incidents).toBe(inside(incidents, 400, Infinity));
      expect(second.km2).toBeCloseTo(inside(cells, 150, 400) / 1e4, 9);
      const share = second.km2 / (second.km2 + beyond[kind].km2);
      const all = second.incidents + beyond[kind].incidents;
      expect(second.p).toBeCloseTo(binomialTwoSided(second.incidents, all, share), 12);
      expect(second.ratioInterval![0]).toBeLessThan(second.ratio!);
      expect(second.ratioInterval![1]).toBeGreaterThan(second.ratio!);
    });
  });

  it('seldom finds anything where there is nothing', () => {
    let alarms = 0;
    for (let seed = 100; seed < 160; seed++) {
      const { rings } = assetRings(input(scattered(1500, seed)), options);
      if (rings.some(({ verdict }) => verdict !== 0)) alarms++;
    }
    expect(alarms).toBeLessThan(9);
  });

  it('says too few to say, and when nothing lies beyond or there are no assets', () => {
    const few = assetRings(input(scattered(80, 9)), options);
    expect(few.rings[0]).toMatchObject({ ratio: null, ratioInterval: null, p: NaN, verdict: 0 });
    const all = assetRings(input([[1000, 1010]]), options);
    expect(all.warnings).toEqual([{ code: 'nothing_beyond', value: 1 }]);
    const none = assetRings(input(scattered(80, 9), [set([])]), options);
    expect(none.warnings).toEqual([{ code: 'kinds_without_assets', value: 1 }]);
    expect([none.rings[0].incidents, none.beyond[0].incidents]).toEqual([0, 80]);
  });

  it('warns of a ground too coarse for the rings and refuses rings that do not ascend', () => {
    expect(assetRings({ ...input([]), spacing: 60 }, options).warnings).toContainEqual({
      code: 'coarse_ground',
      value: 60,
    });
    expect(() => assetRings(input([]), { ...options, distances: [200, 100] })).toThrow(/200, 100/);
    expect(() => assetRings(input([]), { ...options, distances: [] })).toThrow(RangeError);
  });
});
