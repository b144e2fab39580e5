import { kinks } from '@turf/kinks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossesItself } from '../../../server/imports/ring-crossings.ts';

describe('sides that cross', () => {
  it('are found in a bow tie and not in a square', () => {
    expect(
      crossesItself([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
    ).toBe(true);
    expect(
      crossesItself([
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ]),
    ).toBe(false);
  });

  it('are found between an outline and its hole', () => {
    const outline = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(
      crossesItself([
        outline,
        [
          [1, 1],
          [1, 2],
          [2, 2],
          [2, 1],
          [1, 1],
        ],
      ]),
    ).toBe(false);
    expect(
      crossesItself([
        outline,
        [
          [3, 3],
          [3, 5],
          [5, 5],
          [5, 3],
          [3, 3],
        ],
      ]),
    ).toBe(true);
  });

  it('are not those that only touch', () => {
    expect(
      crossesItself([
        [
          [0, 0],
          [2, 0],
          [1, 1],
          [2, 2],
          [0, 2],
          [1, 1],
          [0, 0],
        ],
      ]),
    ).toBe(false);
  });

  it('are those the slow way finds', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }));
    fc.assert(
      fc.property(fc.uniqueArray(corner, { minLength: 4, maxLength: 9, selector: String }), (corners) => {
        const ring = [...corners, corners[0]];
        const slow = kinks({ type: 'Polygon', coordinates: [ring] }).features.length > 0;
        // The library counts touching corners too; random corners hardly ever touch.
        if (slow !== crossesItself([ring])) expect(hasThreeInLine(corners)).toBe(true);
      }),
    );
  });
});

function hasThreeInLine(corners: readonly (readonly [number, number])[]): boolean {
  return corners.some(([ax, ay], i) =>
    corners.some(([bx, by], j) =>
      corners.some(([cx, cy], k) => i < j && j < k && (bx - ax) * (cy - ay) === (by - ay) * (cx - ax)),
    ),
  );
}
