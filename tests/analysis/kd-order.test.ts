import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kdOrder } from '../../analysis/kd-order.ts';

const coordinate = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: -100, max: 100, noNaN: true }));

describe('kdOrder', () => {
  it('parts every range at its middle, along x and y in turn', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 200 }), (list) => {
        const points = { x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) };
        const { coordinates, ids } = kdOrder(points, 3);
        expect([...ids].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        ids.forEach((id, k) => {
          expect([coordinates[2 * k], coordinates[2 * k + 1]]).toEqual(list[id]);
        });
        const ranges: [number, number, 0 | 1][] = [[0, list.length - 1, 0]];
        for (const [left, right, axis] of ranges) {
          if (right - left <= 3) continue;
          const middle = (left + right) >> 1;
          for (let k = left; k < middle; k++)
            expect(coordinates[2 * k + axis]).toBeLessThanOrEqual(coordinates[2 * middle + axis]);
          for (let k = middle + 1; k <= right; k++)
            expect(coordinates[2 * k + axis]).toBeGreaterThanOrEqual(coordinates[2 * middle + axis]);
          ranges.push([left, middle - 1, axis === 0 ? 1 : 0], [middle + 1, right, axis === 0 ? 1 : 0]);
        }
      }),
    );
  });

  it('pauses between long ranges, so that it can be stopped', () => {
    const x = Float64Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_003);
    let pauses = 0;
    kdOrder({ x, y: x }, 16, () => pauses++);
    expect(pauses).toBe(7);
    expect(() =>
      kdOrder({ x, y: x }, 16, () => {
        throw new Error('stopped');
      }),
    ).toThrow('stopped');
  });
});
