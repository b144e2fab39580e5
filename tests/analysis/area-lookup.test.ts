import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaLookup } from '../../analysis/area-lookup.ts';
import { firstAreas, pointsInAreas } from '../../analysis/points-in-areas.ts';
import { containsPosition, type PreparedPolygon, prepareRings } from '../../analysis/prepared-polygon.ts';

type Position = [number, number];

const box = (west: number, south: number, width: number, height: number): Position[] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
];
/** Whole metres, so that many points lie on edges and corners. */
const whole = fc.integer({ min: -40, max: 40 });
const broken = fc.double({ min: -40, max: 40, noNaN: true });
const coordinate = fc.oneof(whole, broken);
const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 9 });
const side = fc.integer({ min: 1, max: 60 });
/** Rings that cross themselves and one another, level slivers, and boxes with a hole. */
const piece = fc.oneof(
  fc.array(ring, { minLength: 1, maxLength: 2 }),
  fc.tuple(coordinate, coordinate, side).map(([x, y, length]) => [box(x, y, length, 0.01)]),
  fc
    .tuple(coordinate, coordinate, side, side)
    .map(([x, y, width, height]) => [
      box(x, y, width, height),
      box(x + width / 4, y + height / 4, width / 2, height / 2),
    ]),
);
const areas = fc
  .array(fc.array(piece, { maxLength: 2 }), { maxLength: 6 })
  .map((list) => list.map((pieces) => pieces.map((rings) => prepareRings(rings))));
/** Far more than corners, so that the cells are smaller than the areas. */
const points = fc
  .tuple(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 30 }), fc.integer({ min: 0, max: 60 }))
  .map(([list, along]) => pointSet([...list, ...lattice(along)]));

function lattice(along: number): Position[] {
  return Array.from({ length: along * along }, (_, i) => [
    (i % along) - along / 2,
    Math.floor(i / along) - 20,
  ]);
}

function pointSet(list: readonly Position[]) {
  return { x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) };
}

function holding(all: readonly PreparedPolygon[][], x: number, y: number): number[] {
  return all.flatMap((pieces, area) => (pieces.some((each) => containsPosition(each, x, y)) ? [area] : []));
}

describe('areaLookup', () => {
  it('finds what asking every area about every point finds, whatever the outlines', () => {
    fc.assert(
      fc.property(areas, points, (all, asked) => {
        const found = pointsInAreas(asked, all);
        const lists = Array.from(asked.x, (x, i) => holding(all, x, asked.y[i]));
        expect(Array.from(found.times)).toEqual(lists.map((list) => list.length));
        all.forEach((_, area) => {
          const held = lists.flatMap((list, i) => (list.includes(area) ? [i] : []));
          expect(Array.from(found.points.subarray(found.starts[area], found.starts[area + 1]))).toEqual(held);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('answers for other points than those it was made for', () => {
    fc.assert(
      fc.property(areas, points, points, (all, made, asked) => {
        const first = firstAreas(areaLookup(all, made), asked);
        expect(Array.from(first)).toEqual(
          Array.from(asked.x, (x, i) => holding(all, x, asked.y[i])[0] ?? -1),
        );
      }),
    );
  });

  it('tells the sides of an area that is thinner than a cell apart', () => {
    // Level edges alone cross the middle cells of this line of them.
    const sliver = [prepareRings([box(-1000, 10.2, 2000, 0.001)])];
    const asked = pointSet([...lattice(40), [3.3, 10.2], [3.3, 10.2005], [3.3, 10.201]]);
    expect(Array.from(firstAreas(areaLookup([sliver], asked), asked).subarray(1600))).toEqual([0, 0, -1]);
  });

  it('keeps the cells of areas that lie over one another in bounds', () => {
    const asked = pointSet(lattice(400));
    const many = Array.from({ length: 500 }, () => [prepareRings([box(-300, -300, 900, 900)])]);
    expect(areaLookup(many, asked).entries.length).toBeLessThanOrEqual(4_000_500);
  });

  it('has no area for a point that is nowhere', () => {
    const lookup = areaLookup([[prepareRings([box(0, 0, 9, 9)])]], pointSet([]));
    expect(
      Array.from(
        firstAreas(
          lookup,
          pointSet([
            [NaN, 1],
            [Infinity, 1],
            [1, 1],
          ]),
        ),
      ),
    ).toEqual([-1, -1, 0]);
  });
});
