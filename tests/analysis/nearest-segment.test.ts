import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineSet } from '../../analysis/line-buckets.ts';
import { asLines, lineLengths, nearestSegments } from '../../analysis/nearest-segment.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';

const linesOf = (list: number[][][]): LineSet => {
  const flat = list.flat();
  const starts = [0];
  for (const line of list) starts.push(starts[starts.length - 1] + line.length);
  return {
    x: Float64Array.from(flat, ([x]) => x),
    y: Float64Array.from(flat, ([, y]) => y),
    starts: Uint32Array.from(starts),
  };
};
const points = (list: number[][]): PointSet => ({
  x: Float64Array.from(list, ([x]) => x),
  y: Float64Array.from(list, ([, y]) => y),
});

/** Distance by walking along the piece in a thousand golden steps. */
function distanceTo([ax, ay]: number[], [bx, by]: number[], [x, y]: number[]): number {
  const at = (t: number) => Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y);
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(a) <= at(b)) high = b;
    else low = a;
  }
  return Math.min(at(low), at(0), at(1));
}

const coordinate = fc.integer({ min: -400, max: 400 });
const position = fc.tuple(coordinate, coordinate).map((pair) => [...pair]);
const line = fc.array(position, { minLength: 1, maxLength: 4 });

describe('nearestSegments', () => {
  it('finds what a search of every piece finds', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 25 }),
        fc.array(position, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 500 }),
        (list, at, limit) => {
          const result = nearestSegments(points(at), linesOf(list), { limit });
          let ambiguous = 0;
          at.forEach((point, i) => {
            const distances = list.map((one) =>
              Math.min(...one.map((end, k) => distanceTo(one[Math.max(0, k - 1)], end, point))),
            );
            const least = Math.min(...distances);
            if (Math.abs(least - limit) < 1e-4) return;
            if (least > limit) {
              expect([result.line[i], result.distance[i]]).toEqual([-1, NaN]);
              return;
            }
            expect(result.distance[i]).toBeCloseTo(least, 3);
            expect(distances[result.line[i]]).toBeCloseTo(least, 3);
            if (distances.filter((d) => d <= least + 1).length > 1) ambiguous++;
          });
          expect(Math.abs(result.ambiguous - ambiguous)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives a point at a crossing to the lower line and counts it as ambiguous', () => {
    const cross = linesOf([
      [
        [0, -50],
        [0, 0],
      ],
      [
        [-50, 0],
        [0, 0],
        [50, 0],
      ],
    ]);
    const result = nearestSegments(
      points([
        [0, 0],
        [30, 2],
        [0.2, -20],
      ]),
      cross,
      { limit: 100 },
    );
    expect([...result.line]).toEqual([0, 1, 0]);
    expect([result.ambiguous, result.none, result.warnings]).toEqual([
      1,
      0,
      [{ code: 'many_ambiguous', value: 1 }],
    ]);
  });

  it('finds nothing far away, without lines, and without points', () => {
    const one = linesOf([
      [
        [0, 0],
        [10, 0],
      ],
    ]);
    const far = nearestSegments(
      points([
        [5, 101],
        [1e7, 0],
        [NaN, 0],
        [5, 100],
      ]),
      one,
      { limit: 100 },
    );
    expect([...far.line]).toEqual([-1, -1, -1, 0]);
    expect([far.none, far.warnings]).toEqual([3, [{ code: 'many_without_line', value: 3 }]]);
    const none = nearestSegments(points([[0, 0]]), linesOf([]), { limit: 10 });
    expect([none.none, none.warnings]).toEqual([
      1,
      [
        { code: 'no_lines', value: 0 },
        { code: 'many_without_line', value: 1 },
      ],
    ]);
    expect(nearestSegments(points([]), one, { limit: 10 })).toMatchObject({ n: 0, warnings: [] });
  });

  it('finds the nearest of points', () => {
    const random = seededRandom(4);
    const some = points(Array.from({ length: 60 }, () => [random.next() * 900, random.next() * 900]));
    const at = points(Array.from({ length: 200 }, () => [random.next() * 900, random.next() * 900]));
    const { line } = nearestSegments(at, asLines(some), { limit: 2000 });
    for (let i = 0; i < at.x.length; i++) {
      const d = Array.from(some.x, (x, k) => Math.hypot(x - at.x[i], some.y[k] - at.y[i]));
      expect(line[i]).toBe(d.indexOf(Math.min(...d)));
    }
  });

  it('ends when progress throws and refuses a limit that is none', () => {
    const one = linesOf([[[0, 0]]]);
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => nearestSegments(points([[0, 0]]), one, { limit: 5, progress: stop })).toThrow('stop');
    expect(() => nearestSegments(points([]), one, { limit: Infinity })).toThrow(/Infinity/);
    expect(() => nearestSegments(points([]), linesOf([[[NaN, 0]]]), { limit: 5 })).toThrow(/NaN/);
  });
});

describe('lineLengths', () => {
  it('adds up the pieces', () => {
    const lines = linesOf([
      [
        [0, 0],
        [3, 4],
        [3, 10],
      ],
      [[7, 7]],
    ]);
    expect([...lineLengths(lines)]).toEqual([11, 0]);
  });
});
