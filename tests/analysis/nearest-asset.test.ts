import { describe, expect, it } from 'vitest';
import { nearestAssets } from '../../analysis/nearest-asset.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';

const set = (list: readonly (readonly number[])[]): PointSet => ({
  x: Float64Array.from(list, ([x]) => x),
  y: Float64Array.from(list, ([, y]) => y),
});
const scattered = (n: number, seed: number, size = 3000) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * size, random.next() * size]);
};

describe('nearestAssets', () => {
  it.each([
    [40, 150],
    [400, 60],
    [3, 2000],
  ])('gives incidents to %d assets as a plain search does', (assets, within) => {
    const [incidents, places] = [scattered(2000, assets), scattered(assets, within)];
    const distances = incidents.map(([x, y]) => places.map(([px, py]) => Math.hypot(px - x, py - y)));
    const plain = distances.map((all) => {
      const nearest = Math.min(...all);
      return nearest < within ? all.indexOf(nearest) : -1;
    });
    const found = nearestAssets(set(incidents), set(places), { within });
    expect([...found.asset]).toEqual(plain);
    expect(found.none).toBe(plain.filter((asset) => asset < 0).length);
    const guesses = distances.filter((all) => {
      const [first, second] = [...all].sort((a, b) => a - b);
      return first < within && second - first <= 1;
    });
    expect(found.ambiguous).toBe(guesses.length);
  });

  it('takes an incident at the limit for near none, and the first of two assets as near', () => {
    const assets = set([
      [0, 0],
      [100, 0],
    ]);
    const incidents = set([
      [50, 0],
      [0, 50],
      [0, 49.9],
      [100, 0],
    ]);
    const { asset, none, ambiguous } = nearestAssets(incidents, assets, { within: 50 });
    expect([...asset]).toEqual([-1, -1, 0, 1]);
    expect(none).toBe(2);
    expect([...nearestAssets(incidents, assets, { within: 51 }).asset]).toEqual([0, 0, 0, 1]);
    expect(ambiguous).toBeLessThanOrEqual(1);
  });

  it('has nobody near where there are no assets, and nothing without incidents', () => {
    expect(nearestAssets(set([[1, 1]]), set([]), { within: 10 })).toMatchObject({ n: 1, none: 1 });
    expect(nearestAssets(set([]), set([[1, 1]]), { within: 10 })).toMatchObject({ n: 0, none: 0 });
    expect(() => nearestAssets(set([]), set([]), { within: 0 })).toThrow(RangeError);
  });
});
