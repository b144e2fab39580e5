import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredGround } from '../../analysis/covered-ground.ts';
import { type Grid, gridOver } from '../../analysis/grid.ts';
import { containsPosition, prepareRings } from '../../analysis/prepared-polygon.ts';
import type { PlanePolygon } from '../../analysis/region.ts';

const box = { minX: 0, minY: 0, maxX: 1000, maxY: 800 };
const square = gridOver(box, 50, 'square');
const hexagon = gridOver(box, 50, 'hexagon');
const all = ({ columns, rows }: Grid) => new Uint8Array(columns * rows).fill(1);
const rectangle = (x0: number, y0: number, x1: number, y1: number): [number, number][] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
  [x0, y0],
];

/** Round a middle at rising angles: never crosses itself, and is hollow more often than not. */
const star = fc
  .array(fc.double({ min: 40, max: 300, noNaN: true }), { minLength: 3, maxLength: 14 })
  .map((radii): [number, number][] => {
    const corners = radii.map((radius, k): [number, number] => {
      const angle = (2 * Math.PI * k) / radii.length;
      return [500 + radius * Math.cos(angle), 400 + radius * Math.sin(angle)];
    });
    return [...corners, corners[0]];
  });

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let double = 0;
  for (let i = 1; i < ring.length; i++) double += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(double) / 2;
}

describe('coveredGround', () => {
  it('is the area of a shape that lies wholly in the cells, in squares and hexagons', () => {
    fc.assert(
      fc.property(star, (ring) => {
        for (const grid of [square, hexagon])
          expect(coveredGround(grid, all(grid), [[ring]])).toBeCloseTo(areaOf(ring), 5);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out holes, and what lies beyond the cells', () => {
    const holed: PlanePolygon = [rectangle(100, 100, 500, 500), rectangle(210, 220, 300, 330)];
    for (const grid of [square, hexagon])
      expect(coveredGround(grid, all(grid), [holed])).toBeCloseTo(160_000 - 90 * 110, 5);
    const wide = rectangle(-5000, -5000, 5000, 5000);
    expect(coveredGround(square, all(square), [[wide]])).toBeCloseTo(square.columns * square.rows * 2500, 5);
    expect(coveredGround(square, all(square), [[rectangle(2000, 2000, 2500, 2500)]])).toBe(0);
  });

  it('counts active cells only: a plain sampling of the ground agrees', () => {
    const ring = rectangle(60, 70, 640, 555);
    const active = all(hexagon).map((_, cell) => cell % 3 && 1);
    const prepared = prepareRings([ring]);
    let sampled = 0;
    const outline = all(hexagon).map(() => 0);
    // Every half metre along both axes, to the nearest centre of a hexagon.
    const centres = Array.from(outline, (_, cell) => {
      const column = cell % hexagon.columns;
      const row = (cell - column) / hexagon.columns;
      const side = 50 * Math.sqrt(2 / (3 * Math.sqrt(3)));
      const width = Math.sqrt(3) * side;
      return [
        hexagon.x0 + ((2 * column + 1 + (row % 2)) * width) / 2,
        hexagon.y0 + (1.5 * row + 1) * side,
      ] as const;
    });
    for (let x = 60.5; x < 640; x += 5)
      for (let y = 70.5; y < 555; y += 5) {
        let nearest = 0;
        for (let c = 1; c < centres.length; c++)
          if (
            (centres[c][0] - x) ** 2 + (centres[c][1] - y) ** 2 <
            (centres[nearest][0] - x) ** 2 + (centres[nearest][1] - y) ** 2
          )
            nearest = c;
        if (active[nearest] === 1 && containsPosition(prepared, x, y)) sampled += 25;
      }
    expect(coveredGround(hexagon, active, [[ring]]) / sampled).toBeCloseTo(1, 2);
  });
});
