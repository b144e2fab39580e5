import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanePolygon } from '../../analysis/region.ts';
import { regionArea } from '../../analysis/region-area.ts';

type Point = [number, number];
const box = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

describe('regionArea', () => {
  it('is that of a box, less its hole', () => {
    expect(regionArea([[[box(0, 0, 300, 200)]]])).toBeCloseTo(60_000, 6);
    const holed: PlanePolygon = [box(-50, -50, 300, 200), box(0, 0, 100, 50)];
    expect(regionArea([[holed]]) / 55_000).toBeCloseTo(1, 3);
  });

  it('counts what overlaps once, and of several outlines what they have in common', () => {
    const [a, b] = [[box(0, 0, 100, 100)], [box(50, 0, 100, 100)]];
    expect(regionArea([[a, b]])).toBeCloseTo(15_000, 6);
    expect(regionArea([[a, a]])).toBeCloseTo(10_000, 6);
    expect(regionArea([[a], [b]])).toBeCloseTo(5000, 6);
    expect(regionArea([[a], [[box(500, 0, 100, 100)]]])).toBe(0);
    expect(regionArea([[a], [[box(0, 500, 100, 100)]]])).toBe(0);
    expect(regionArea([[a, [box(200, 0, 100, 100)]], [[box(50, 20, 200, 50)]]])).toBeCloseTo(5000, 0);
  });

  it('agrees with the sum over the corners for polygons of any shape around a point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (radii, shift) => {
          const corners = radii.map((radius, k): Point => {
            const angle = (2 * Math.PI * k) / radii.length + 0.3;
            return [shift + 1000 * radius * Math.cos(angle), 1000 * radius * Math.sin(angle) - shift];
          });
          const ring = [...corners, corners[0]];
          let twice = 0;
          for (let i = 1; i < ring.length; i++)
            twice +=
              (ring[i - 1][0] - shift) * (ring[i][1] + shift) -
              (ring[i][0] - shift) * (ring[i - 1][1] + shift);
          const found = regionArea([[[ring]]]);
          expect(Math.abs(found / (twice / 2) - 1)).toBeLessThan(1e-3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is nothing without a region or without height', () => {
    expect(regionArea([])).toBe(0);
    expect(regionArea([[]])).toBe(0);
    expect(regionArea([[[box(0, 5, 100, 0)]]])).toBe(0);
    expect(() => regionArea([[[box(0, 0, 1, 1)]]], 0)).toThrow(/0/);
  });
});
