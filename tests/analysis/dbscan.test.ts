import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORE, dbscan, EDGE, NOISE } from '../../analysis/dbscan.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';

type Point = readonly [x: number, y: number];
const setOf = (points: readonly Point[]): PointSet => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});
const run = (points: readonly Point[], radius: number, minimum: number) =>
  dbscan(setOf(points), { radius, minimum });
const scatter = (n: number, seed: number, size = 40): Point[] => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.integer(size), random.integer(size)]);
};
const near = ([x, y]: Point, [x2, y2]: Point, radius: number) =>
  (x - x2) ** 2 + (y - y2) ** 2 <= radius * radius;

/** The definition: cores by counting, clusters by walking from core to core. */
function byDefinition(points: readonly Point[], radius: number, minimum: number) {
  const core = points.map((p) => points.filter((q) => near(p, q, radius)).length >= minimum);
  const cluster = points.map(() => -1);
  let clusters = 0;
  const walk = (i: number) => {
    cluster[i] = clusters;
    points.forEach((q, j) => {
      if (core[j] && cluster[j] < 0 && near(points[i], q, radius)) walk(j);
    });
  };
  points.forEach((_, i) => {
    if (!core[i] || cluster[i] >= 0) return;
    walk(i);
    clusters++;
  });
  const edge = points.map((p, i) => !core[i] && points.some((q, j) => core[j] && near(p, q, radius)));
  return { core, cluster, edge, clusters };
}

describe('dbscan', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 7 }),
        (n, seed, radius, minimum) => {
          const points = scatter(n, seed);
          const { labels, roles, cores } = run(points, radius, minimum);
          const { core, cluster, edge, clusters } = byDefinition(points, radius, minimum);
          expect(cores.length).toBe(clusters);
          const names = new Map<number, number>();
          points.forEach((p, i) => {
            expect(roles[i]).toBe(core[i] ? CORE : edge[i] ? EDGE : NOISE);
            if (core[i]) {
              const name = names.get(cluster[i]) ?? labels[i];
              names.set(cluster[i], name);
              expect(labels[i]).toBe(name);
            }
            if (edge[i])
              expect(points.some((q, j) => core[j] && labels[j] === labels[i] && near(p, q, radius))).toBe(
                true,
              );
            if (roles[i] === NOISE) expect(labels[i]).toBe(-1);
          });
          expect(new Set(names.values()).size).toBe(clusters);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    [3.95, 6],
    [4.05, 0],
  ])('gives an edge incident at %d to its nearest core', (x, core) => {
    const right = [8, 10, 10.1, 10.2, 10.3, 10.4].map((one): Point => [one, 0]);
    const left = [0, -2, -2.1, -2.2, -2.3, -2.4].map((one): Point => [one, 0]);
    const { labels, roles } = run([...right, ...left, [x, 0]], 4.1, 5);
    expect([roles[0], roles[6], roles[12]]).toEqual([CORE, CORE, EDGE]);
    expect(labels[12]).toBe(labels[core]);
    expect(labels[0]).not.toBe(labels[6]);
  });

  it('finds the same clusters whatever the order of the incidents and the origin', () => {
    const points = scatter(200, 7);
    const sets = (list: readonly Point[], dx: number) => {
      const { starts, members } = run(list, 3, 4);
      return Array.from(starts.subarray(1), (end, c) =>
        Array.from(members.subarray(starts[c], end), (i) => [list[i][0] - dx, list[i][1]].join())
          .sort()
          .join(' '),
      ).sort();
    };
    const before = sets(points, 0);
    expect(before.length).toBeGreaterThan(2);
    expect(sets(points.slice().reverse(), 0)).toEqual(before);
    expect(
      sets(
        points.map(([x, y]): Point => [x + 1000, y]),
        1000,
      ),
    ).toEqual(before);
  });

  it('numbers clusters by size and lists each member once', () => {
    const { starts, members, labels, noise, n, cores } = run(scatter(300, 8), 2, 4);
    expect(members.length + noise).toBe(n);
    for (let c = 0; c + 1 < starts.length; c++) {
      const list = members.subarray(starts[c], starts[c + 1]);
      expect(list.every((i) => labels[i] === c)).toBe(true);
      if (c > 0) expect(list.length).toBeLessThanOrEqual(starts[c] - starts[c - 1]);
      expect(cores[c]).toBeGreaterThan(0);
    }
  });

  it('does not need memory for the empty land between far clusters', () => {
    const far: Point[] = [
      ...scatter(20, 9, 5),
      ...scatter(20, 10, 5).map(([x, y]): Point => [x + 2e7, y + 2e7]),
    ];
    const { cores, noise } = run(far, 3, 4);
    expect([cores.length, noise]).toEqual([2, 0]);
  });

  it('holds incidents exactly a radius apart to be near', () => {
    expect(
      run(
        [
          [0, 0],
          [3, 4],
        ],
        5,
        2,
      ).noise,
    ).toBe(0);
    expect(
      run(
        [
          [0, 0],
          [3, 4.001],
        ],
        5,
        2,
      ).noise,
    ).toBe(2);
  });

  it.each([0, 1])('works on %d incidents', (n) => {
    const { cores, noise } = run(scatter(n, 1), 5, 3);
    expect([cores.length, noise]).toEqual([0, n]);
  });

  it('makes one cluster of incidents at one point, and says that it holds most', () => {
    const { cores, warnings } = run(
      Array.from({ length: 50 }, (): Point => [7, 7]),
      5,
      3,
    );
    expect(Array.from(cores)).toEqual([50]);
    expect(warnings).toEqual([{ code: 'one_cluster_holds_most', value: 1 }]);
  });

  it('stops when its progress does, and refuses misuse with the value', () => {
    const progress = () => {
      throw new Error('stopped');
    };
    expect(() => dbscan(setOf(scatter(9, 1)), { radius: 1, minimum: 3, progress })).toThrow('stopped');
    expect(() => run([], 0, 3)).toThrow(/0/);
    expect(() => run([], 5, 2.5)).toThrow(/2.5/);
    expect(() => run([[NaN, 1]], 5, 2)).toThrow(/NaN/);
    expect(() =>
      run(
        [
          [0, 0],
          [1e15, 1e15],
        ],
        1e-6,
        2,
      ),
    ).toThrow(/spread too far/);
  });
});

const folder = new URL('../../../shared/data/methods/turf-clusters-dbscan/', import.meta.url);
const available = existsSync(folder);
if (!available) process.stderr.write('SKIPPED: the clusters of turf are absent (../shared/data)\n');

describe.skipIf(!available)('the cases of turf', () => {
  interface Collection {
    properties?: { distance?: number; minPoints?: number; units?: string };
    features: {
      properties: { cluster?: number; dbscan?: string };
      geometry: { type: string; coordinates: Point };
    }[];
  }
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Collection;
  const radian = Math.PI / 180;

  it.each(['noise', 'points-with-properties', 'points1'])('has the clusters and roles of %s', (name) => {
    const { properties, features } = read(`in/${name}.geojson`);
    const expected = read(`expected/${name}.geojson`).features.filter(
      ({ geometry }) => geometry.type === 'Point',
    );
    const points = features.map(({ geometry }) => geometry.coordinates);
    const metres = (properties?.distance ?? 100) * (properties?.units === 'miles' ? 1609.344 : 1000);
    const latitude = points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
    // Turf measures on a sphere; a plane true to scale at the middle latitude is near enough over these distances.
    const plane = points.map(
      ([lon, lat]): Point => [
        lon * radian * 6371008.8 * Math.cos(latitude * radian),
        lat * radian * 6371008.8,
      ],
    );
    const { labels, roles } = run(plane, metres, properties?.minPoints ?? 3);
    const roleNames = ['noise', 'edge', 'core'];
    expect(Array.from(roles, (role) => roleNames[role])).toEqual(
      points.map((_, i) => expected[i].properties.dbscan),
    );
    const pairs = new Set(points.map((_, i) => `${labels[i]} ${expected[i].properties.cluster ?? -1}`));
    expect(pairs.size).toBe(new Set(labels).size);
  });
});
