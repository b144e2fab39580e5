import { describe, expect, it } from 'vitest';
import type { AnyGeometry, AreaGeometry } from '../../../server/domain/geometry.ts';
import { groundOf, liesIn } from '../../../server/domain/lies-in.ts';

type Position = [number, number];
const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const box = (...sides: [number, number, number, number]): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [ring(...sides)],
});
const district = groundOf(box(0, 0, 10, 10));
const line = (...coordinates: Position[]): AnyGeometry => ({ type: 'LineString', coordinates });
const point = (...coordinates: Position): AnyGeometry => ({ type: 'Point', coordinates });

describe('a shape lies in an area', () => {
  it('when all of it does, the outline included on every side', () => {
    expect(liesIn(box(2, 2, 3, 3), district)).toBe(true);
    expect(liesIn(box(0, 0, 10, 10), district)).toBe(true);
    expect(liesIn(box(0, 0, 5, 10), district)).toBe(true);
    expect(liesIn(box(5, 5, 10, 10), district)).toBe(true);
    for (const corner of ring(0, 0, 10, 10)) expect(liesIn(point(...corner), district)).toBe(true);
  });

  it('not when a corner or a side of it does not', () => {
    expect(liesIn(box(9, 9, 11, 9.5), district)).toBe(false);
    expect(liesIn(box(-1, -1, 11, 11), district)).toBe(false);
    expect(liesIn(box(20, 20, 21, 21), district)).toBe(false);
    expect(liesIn(point(10.001, 5), district)).toBe(false);
    expect(liesIn(line([1, 1], [11, 5]), district)).toBe(false);
  });

  it('not when only its middle or its corners do', () => {
    const bay: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [6, 10],
          [6, 3],
          [4, 3],
          [4, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    };
    const ground = groundOf(bay);
    expect(liesIn(line([2, 8], [8, 8]), ground)).toBe(false);
    expect(liesIn(line([4, 10], [6, 10]), ground)).toBe(false);
    // The middle of each long side lies in it all the same.
    expect(liesIn(line([0.5, 8], [6.5, 8]), ground)).toBe(false);
    expect(liesIn(box(0.5, 7.9, 6.5, 8), ground)).toBe(false);
    expect(liesIn(box(1, 2, 9, 9), ground)).toBe(false);
    expect(liesIn(line([2, 2], [8, 2]), ground)).toBe(true);
    // Along the inner side, from corner to corner of the bay.
    expect(liesIn(line([4, 10], [4, 3], [6, 3], [6, 10]), ground)).toBe(true);
  });

  it('not when it goes round a hole or reaches from one part to the next', () => {
    const holed = groundOf({ type: 'Polygon', coordinates: [ring(0, 0, 10, 10), ring(4, 4, 6, 6)] });
    expect(liesIn(box(3, 3, 7, 7), holed)).toBe(false);
    expect(liesIn(box(4.5, 4.5, 5.5, 5.5), holed)).toBe(false);
    expect(liesIn(box(1, 1, 3, 3), holed)).toBe(true);
    const parts = groundOf({
      type: 'MultiPolygon',
      coordinates: [[ring(0, 0, 4, 10)], [ring(6, 0, 10, 10)]],
    });
    expect(liesIn(box(1, 1, 9, 2), parts)).toBe(false);
    expect(liesIn(line([2, 2], [8, 2]), parts)).toBe(false);
    expect(
      liesIn({ type: 'MultiPolygon', coordinates: [[ring(1, 1, 3, 3)], [ring(7, 1, 9, 3)]] }, parts),
    ).toBe(true);
  });

  it('when it was drawn along the outline by a hand that stops at the sixth decimal', () => {
    expect(liesIn(box(0 - 4e-7, 0, 5, 10 + 4e-7), district)).toBe(true);
    expect(liesIn(box(0 - 4e-5, 0, 5, 10), district)).toBe(false);
  });
});

function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** A star round a middle: never crosses itself. */
function star(draw: () => number, corners: number): AreaGeometry {
  const [x, y] = [draw() * 10, draw() * 10];
  const outline = Array.from({ length: corners }, (_, i): Position => {
    const radius = 0.3 + draw() * 3;
    const turn = (2 * Math.PI * i) / corners;
    return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [[...outline, outline[0]]] };
}

/** The crossing rule, edge by edge, without bands. */
function isInside([x, y]: Position, { coordinates }: AreaGeometry): boolean {
  const [outline] = coordinates as Position[][];
  let inside = false;
  for (let i = 1; i < outline.length; i++) {
    const [x1, y1] = outline[i - 1];
    const [x2, y2] = outline[i];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

describe('of any two shapes', () => {
  it('the first lies in the second as its points say', () => {
    const stream = numbers(7);
    const draw = () => stream.next().value as number;
    let inside = 0;
    for (let i = 0; i < 3000; i++) {
      const area = star(draw, 7);
      const shape = star(draw, 5);
      const small = {
        ...shape,
        coordinates: [(shape.coordinates[0] as Position[]).map(([x, y]): Position => [x / 4 + 3, y / 4 + 3])],
      } as AreaGeometry;
      const says = liesIn(small, groundOf(area));
      // A thousand points along the sides: one outside, and it does not lie in the area.
      const sides = small.coordinates[0] as Position[];
      const along = sides.slice(1).flatMap(([x2, y2], k) =>
        Array.from({ length: 200 }, (_, step): Position => {
          const [x1, y1] = sides[k];
          return [x1 + ((x2 - x1) * step) / 200, y1 + ((y2 - y1) * step) / 200];
        }),
      );
      const all = along.every((position) => isInside(position, area));
      if (says) inside++;
      if (says) expect(all, `pair ${i}`).toBe(true);
      // Between two of the points a corner of the area may cut in, and nothing else.
      if (all && !says) expect(cutsBetween(small, area), `pair ${i}`).toBe(true);
    }
    expect(inside).toBeGreaterThan(100);
  });
});

function cutsBetween(shape: AreaGeometry, area: AreaGeometry): boolean {
  return (area.coordinates[0] as Position[]).some((corner) => isInside(corner, shape));
}
