import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nearestDistanceBands,
  nearestDistances,
  nearestNeighbourIndex,
} from '../../analysis/nearest-neighbour-index.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';

type Point = readonly [x: number, y: number];
const setOf = (points: readonly Point[]): PointSet => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});
const scatter = (n: number, seed: number, size = 1000): Point[] => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * size, random.next() * size]);
};

describe('nearestNeighbourIndex', () => {
  it('B7 has the index and z of two squares of four points', () => {
    const square: Point[] = [
      [0, 0],
      [10, 0],
      [0, 10],
      [10, 10],
    ];
    const far = square.map(([x, y]): Point => [x + 110, y]);
    const { observed, expected, index, z } = nearestNeighbourIndex(setOf([...square, ...far]), 120 * 120);
    expect(observed).toBe(10);
    expect(expected).toBeCloseTo(21.213203, 6);
    expect(index).toBeCloseTo(0.471405, 6);
    expect(z).toBeCloseTo(-2.860219, 6);
  });

  it('agrees with the plain double loop', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.boolean(), (n, seed, coarse) => {
        const points = scatter(n, seed).map(
          ([x, y]): Point => (coarse ? [Math.floor(x / 90), Math.floor(y / 300)] : [x, y]),
        );
        const near = points.map(([x, y], i) =>
          Math.min(
            ...points.map(([x2, y2], j) => (i === j ? Infinity : Math.sqrt((x - x2) ** 2 + (y - y2) ** 2))),
          ),
        );
        expect(Array.from(nearestDistances(setOf(points)))).toEqual(near);
      }),
      { numRuns: 80 },
    );
  });

  it('is near 1 for points anywhere, below for clusters, 2 for a lattice', () => {
    expect(nearestNeighbourIndex(setOf(scatter(4000, 1)), 1e6).index).toBeCloseTo(1, 1);
    const clusters = scatter(40, 2).flatMap(([x, y]) =>
      scatter(50, Math.floor(x), 10).map(([dx, dy]): Point => [x + dx, y + dy]),
    );
    const { index, p } = nearestNeighbourIndex(setOf(clusters), 1e6);
    expect(index).toBeLessThan(0.3);
    expect(p).toBeLessThan(1e-10);
    const lattice = Array.from(
      { length: 400 },
      (_, i): Point => [(i % 20) * 50 + 25, Math.floor(i / 20) * 50 + 25],
    );
    expect(nearestNeighbourIndex(setOf(lattice), 1e6).index).toBeCloseTo(2, 12);
  });

  it('does not change with the unit of length, the origin or a turn', () => {
    const points = scatter(200, 3);
    const { index, z } = nearestNeighbourIndex(setOf(points), 1e6);
    const turned = points.map(([x, y]): Point => [3 * (0.6 * x - 0.8 * y) + 77, 3 * (0.8 * x + 0.6 * y) - 5]);
    const after = nearestNeighbourIndex(setOf(turned), 9e6);
    expect(after.index).toBeCloseTo(index, 9);
    expect(after.z).toBeCloseTo(z, 8);
  });

  it('says what makes it doubtful', () => {
    const codes = (points: readonly Point[], area: number) =>
      nearestNeighbourIndex(setOf(points), area).warnings.map(({ code }) => code);
    expect(codes(scatter(100, 4), 1e6)).toEqual([]);
    expect(codes(scatter(29, 4), 1e6)).toEqual(['fewer_than_30_incidents']);
    expect(codes([...scatter(100, 4), ...scatter(20, 4)], 1e6)).toEqual(['positions_shared']);
    expect(codes(scatter(100, 4), 1)).toEqual(['area_smaller_than_points']);
  });

  it.each([0, 1])('is not defined for %d incidents', (n) => {
    const { index, p, warnings } = nearestNeighbourIndex(setOf(scatter(n, 1)), 100);
    expect([index, p]).toEqual([NaN, NaN]);
    expect(warnings[0]).toEqual({ code: 'fewer_than_30_incidents', value: n });
  });

  it('is 0 when all lie at one point', () => {
    const { index, warnings } = nearestNeighbourIndex(
      setOf(Array.from({ length: 60 }, (): Point => [5, 5])),
      100,
    );
    expect(index).toBe(0);
    expect(warnings).toEqual([{ code: 'positions_shared', value: 1 }]);
  });

  it('refuses an area that is none and positions that are none', () => {
    expect(() => nearestNeighbourIndex(setOf(scatter(5, 1)), 0)).toThrow(/0/);
    expect(() => nearestNeighbourIndex(setOf([[0, Infinity]]), 5)).toThrow(/Infinity/);
  });
});

describe('nearestDistanceBands', () => {
  it('count every incident once, and expect as many in all', () => {
    const distances = nearestDistances(setOf(scatter(500, 6)));
    const bands = nearestDistanceBands(distances, 1e6, [10, 20, 50]);
    const sum = (pick: 'incidents' | 'expected') => bands.reduce((all, band) => all + band[pick], 0);
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [10, 20],
      [20, 50],
      [50, Infinity],
    ]);
    expect(sum('incidents')).toBe(500);
    expect(sum('expected')).toBeCloseTo(500, 9);
    expect(bands[0].incidents).toBe(distances.filter((distance) => distance < 10).length);
  });

  it('have the expectation that many scatters come to, away from the edge', () => {
    let near = 0;
    let all = 0;
    for (let run = 0; run < 40; run++) {
      const points = scatter(400, run);
      const distances = nearestDistances(setOf(points));
      points.forEach(([x, y], i) => {
        if (Math.min(x, y, 1000 - x, 1000 - y) < 100) return;
        all++;
        if (distances[i] < 20) near++;
      });
    }
    const [{ expected }] = nearestDistanceBands(new Float64Array(400).fill(1), 1e6, [20]);
    expect(Math.abs(near / all - expected / 400)).toBeLessThan(0.02);
  });

  it('put a distance on the edge into the outer band', () => {
    const [inner, outer] = nearestDistanceBands(Float64Array.of(0, 5, 10, 10), 100, [10]);
    expect([inner.incidents, outer.incidents]).toEqual([2, 2]);
  });
});

const folder = new URL('../../../shared/data/methods/turf-nearest-neighbor/in/', import.meta.url);
const available = existsSync(folder);
if (!available) process.stderr.write('SKIPPED: the nearest neighbours of turf are absent (../shared/data)\n');

describe.skipIf(!available)('the cases of turf', () => {
  interface Collection {
    features: { geometry: { type: string; coordinates: Point | Point[][] } }[];
  }
  const radian = Math.PI / 180;

  it.each([
    ['random', 1.0407573, 0.95495],
    ['squares', 1.9972541, 14.2768],
  ])('has the index of %s in its bounding box', (name, index, z) => {
    const { features } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Collection;
    const rings = features.map(({ geometry }) =>
      geometry.type === 'Point' ? [geometry.coordinates as Point] : (geometry.coordinates as Point[][])[0],
    );
    const lon = rings.flat().map(([one]) => one);
    const lat = rings.flat().map(([, one]) => one);
    const scale = 6371008.8 * radian;
    const middle = ((Math.min(...lat) + Math.max(...lat)) / 2) * radian;
    // The centre of a ring is the mean of its corners, its last one repeated from the first left out.
    const centres = rings.map((ring): Point => {
      const corners = ring.length > 1 ? ring.slice(1) : ring;
      const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
      return [mean(0) * scale * Math.cos(middle), mean(1) * scale];
    });
    const width = (Math.max(...lon) - Math.min(...lon)) * scale * Math.cos(middle);
    const height = (Math.max(...lat) - Math.min(...lat)) * scale;
    const found = nearestNeighbourIndex(setOf(centres), width * height);
    // Turf measures on the sphere, this test on a plane.
    expect(Math.abs(found.index / index - 1)).toBeLessThan(0.005);
    expect(Math.abs(found.z - z)).toBeLessThan(0.12);
  });
});
