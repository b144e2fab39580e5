import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsInAreas } from '../../analysis/points-in-areas.ts';
import { containsPosition, prepareRings } from '../../analysis/prepared-polygon.ts';

const square = (x: number, y: number, side: number) =>
  prepareRings([
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ]);
const pointSet = (list: readonly (readonly number[])[]) => ({
  x: Float64Array.from(list, ([x]) => x),
  y: Float64Array.from(list, ([, y]) => y),
});
const inArea = ({ starts, points }: ReturnType<typeof pointsInAreas>, area: number) =>
  Array.from(points.subarray(starts[area], starts[area + 1]));

const coordinate = fc.integer({ min: -60, max: 60 });
const positions = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 120 });
const squares = fc.array(fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 50 })), { maxLength: 8 });

describe('pointsInAreas', () => {
  it('finds what asking every area about every point finds', () => {
    fc.assert(
      fc.property(positions, squares, (list, sides) => {
        // Two squares an area: it may be of several pieces.
        const areas = sides.map(([x, y, side]) => [square(x, y, side), square(-x, y, side)]);
        const found = pointsInAreas(pointSet(list), areas);
        areas.forEach((polygons, area) => {
          const held = list.flatMap(([x, y], i) =>
            polygons.some((polygon) => containsPosition(polygon, x, y)) ? [i] : [],
          );
          expect(inArea(found, area)).toEqual(held);
        });
      }),
    );
  });

  it('counts a point on a shared edge once, and one in overlapping areas in each', () => {
    const areas = [[square(0, 0, 10)], [square(10, 0, 10)], [square(0, 0, 20)]];
    const { times } = pointsInAreas(
      pointSet([
        [10, 5],
        [0, 0],
        [25, 5],
      ]),
      areas,
    );
    expect(Array.from(times)).toEqual([2, 2, 0]);
  });

  it('finds points that all lie on one spot or one line', () => {
    const spot = Array.from({ length: 50 }, () => [3, 3]);
    const found = pointsInAreas(pointSet(spot), [[square(0, 0, 5)], [square(5, 5, 5)]]);
    expect(inArea(found, 0)).toHaveLength(50);
    expect(inArea(found, 1)).toHaveLength(0);
  });

  it('has nothing to find without points or areas', () => {
    expect(pointsInAreas(pointSet([]), [[square(0, 0, 1)]]).points).toHaveLength(0);
    expect(pointsInAreas(pointSet([[0, 0]]), []).starts).toEqual(Uint32Array.of(0));
    expect(pointsInAreas(pointSet([[0, 0]]), [[]]).points).toHaveLength(0);
  });
});
