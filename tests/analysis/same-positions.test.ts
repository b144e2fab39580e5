import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samePositions } from '../../analysis/same-positions.ts';

/** Place numbers in the order of a plain list of texts. */
function byText(points: readonly (readonly [number, number])[]): number[] {
  const seen: string[] = [];
  return points.map(([x, y]) => {
    const text = `${Math.round(x) + 0}/${Math.round(y) + 0}`;
    if (!seen.includes(text)) seen.push(text);
    return seen.indexOf(text);
  });
}

const positions = (points: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});

describe('samePositions', () => {
  it('numbers places as they first occur', () => {
    const { of, x, y } = samePositions(
      positions([
        [10.2, 5],
        [-0.3, 0.4],
        [9.8, 5.4],
        [0.2, -0.2],
        [-10, 5],
      ]),
    );
    expect(Array.from(of)).toEqual([0, 1, 0, 1, 2]);
    expect([Array.from(x), Array.from(y)]).toEqual([
      [10.2, -0.3, -10],
      [5, 0.4, 5],
    ]);
  });

  it('agrees with a plain list', () => {
    const axis = fc.oneof(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.double({ min: -3e7, max: 3e7, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(axis, axis), { maxLength: 60 }), (points) => {
        expect(Array.from(samePositions(positions(points)).of)).toEqual(byText(points));
      }),
    );
  });

  it('keeps a lattice of positions apart, and says how far it is', () => {
    const points = {
      x: Float64Array.from({ length: 300_000 }, (_, i) => (i % 600) * 1.2),
      y: Float64Array.from({ length: 300_000 }, (_, i) => Math.floor(i / 600) * -1.2),
    };
    let reports = 0;
    expect(samePositions(points, () => reports++).x).toHaveLength(300_000);
    expect(reports).toBeGreaterThan(3);
  });

  it('has nothing to say about nothing', () => {
    expect(samePositions(positions([])).x).toHaveLength(0);
  });
});
