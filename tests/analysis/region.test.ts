import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contiguousGroups, groupOutline } from '../../analysis/cell-groups.ts';
import { convexHull, widenedHull } from '../../analysis/convex-hull.ts';
import {
  cellCorners,
  cellOf,
  cornerPoint,
  type Grid,
  gridOver,
  type PlacedGrid,
} from '../../analysis/grid.ts';
import { eachNeighbour, neighboursWithin } from '../../analysis/neighbours.ts';
import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { toDegrees } from '../../analysis/projection.ts';
import { seededRandom } from '../../analysis/random.ts';
import { regionCells } from '../../analysis/region.ts';

const shapes = ['square', 'hexagon'] as const;
const box = { minX: -1000, minY: -800, maxX: 1000, maxY: 900 };
const cloud = (seed: number, size: number) => {
  const random = seededRandom(seed);
  return {
    x: Float64Array.from({ length: size }, () => random.normal() * 300),
    y: Float64Array.from({ length: size }, () => random.normal() * 200),
  };
};

describe('convexHull', () => {
  it('holds every point and turns left', () => {
    for (const size of [3, 50, 5000]) {
      const points = cloud(size, size);
      const { x, y } = convexHull(points);
      for (let k = 0; k < x.length; k++) {
        const n = (k + 1) % x.length;
        for (let i = 0; i < size; i++)
          expect((x[n] - x[k]) * (points.y[i] - y[k]) - (y[n] - y[k]) * (points.x[i] - x[k])).toBeGreaterThan(
            -1e-6,
          );
      }
    }
  });

  it('takes one point, none, and points on a line', () => {
    expect(convexHull({ x: Float64Array.of(), y: Float64Array.of() }).x.length).toBe(0);
    expect(convexHull({ x: Float64Array.of(4, 4), y: Float64Array.of(5, 5) }).x.length).toBe(1);
    expect(convexHull({ x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 1, 2) }).x.length).toBe(2);
  });

  it('widens to everything within the distance', () => {
    const ring = widenedHull({ x: Float64Array.of(10), y: Float64Array.of(20) }, 50);
    expect(ring[0]).toEqual(ring[ring.length - 1]);
    for (const [x, y] of ring) {
      expect(Math.hypot(x - 10, y - 20)).toBeGreaterThanOrEqual(50);
      expect(Math.hypot(x - 10, y - 20)).toBeLessThan(50.5);
    }
  });
});

describe.each(shapes)('regionCells of %ss', (shape) => {
  const grid = gridOver(box, 70, shape);

  it('has a cell for every point of the region', () => {
    const ring = widenedHull(convexHull(cloud(3, 40)), 30);
    const active = regionCells(grid, [[ring]]);
    const inside = preparePolygon({ type: 'Polygon', coordinates: [ring] });
    const random = seededRandom(9);
    for (let i = 0; i < 3000; i++) {
      const x = random.next() * 2000 - 1000;
      const y = random.next() * 1700 - 800;
      if (containsPosition(inside, x, y)) expect(active[cellOf(grid, x, y)]).toBe(1);
    }
  });

  it('leaves out the cells it does not touch', () => {
    const ring: [number, number][] = [
      [0, 0],
      [300, 40],
      [120, 380],
      [0, 0],
    ];
    const active = regionCells(grid, [[ring]]);
    const inside = preparePolygon({ type: 'Polygon', coordinates: [ring] });
    for (let cell = 0; cell < active.length; cell++) {
      const corners = cellCorners(grid, cell);
      let near = false;
      // A dense sample of the cell: a cell with a sampled point inside must be in, one far from it out.
      const points = Array.from({ length: corners.length / 2 }, (_, k) =>
        cornerPoint(grid, corners[2 * k], corners[2 * k + 1]),
      );
      const centre = points.reduce(
        (sum, p) => ({ x: sum.x + p.x / points.length, y: sum.y + p.y / points.length }),
        { x: 0, y: 0 },
      );
      for (const p of points)
        for (const t of [0, 0.3, 0.6, 0.9, 0.999])
          near ||= containsPosition(inside, centre.x + t * (p.x - centre.x), centre.y + t * (p.y - centre.y));
      if (near) expect(active[cell]).toBe(1);
      const far = points.every((p) => p.x < -1 || p.y < -1 || p.x > 301 || p.y > 381);
      if (far) expect(active[cell]).toBe(0);
    }
    const covered = active.reduce((sum, value) => sum + value, 0) * 70 * 70;
    expect(covered).toBeLessThan(54_600 * 2.2);
  });

  it('takes exactly the cells a line runs through', () => {
    const random = seededRandom(21);
    for (let run = 0; run < 40; run++) {
      const [ax, ay, bx, by] = [0, 0, 0, 0].map(() => random.next() * 1400 - 700);
      const active = regionCells(grid, [
        [
          [
            [ax, ay],
            [bx, by],
            [ax, ay],
          ],
        ],
      ]);
      const through = new Set<number>();
      const nearly = new Set<number>();
      for (let k = 0; k <= 4000; k++) {
        const x = ax + ((bx - ax) * k) / 4000;
        const y = ay + ((by - ay) * k) / 4000;
        through.add(cellOf(grid, x, y));
        for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) nearly.add(cellOf(grid, x + dx, y + dy));
      }
      for (const cell of through) expect(active[cell]).toBe(1);
      active.forEach((value, cell) => {
        if (value === 1) expect(nearly.has(cell)).toBe(true);
      });
    }
  });

  it('finds a region smaller than a cell', () => {
    const active = regionCells(grid, [
      [
        [
          [5, 5],
          [6, 5],
          [6, 6],
          [5, 5],
        ],
      ],
    ]);
    expect(active.reduce((sum, value) => sum + value, 0)).toBe(1);
    expect(active[cellOf(grid, 5.5, 5.2)]).toBe(1);
  });
});

describe.each(shapes)('neighbours in a grid of %ss', (shape) => {
  const grid: Grid = gridOver(box, 100, shape);

  it('are mutual', () => {
    for (let cell = 0; cell < grid.columns * grid.rows; cell++)
      eachNeighbour(grid, cell, (other) => {
        const back: number[] = [];
        eachNeighbour(grid, other, (c) => back.push(c));
        expect(back).toContain(cell);
      });
  });

  it('share a corner', () => {
    const corners = (cell: number) => {
      const list = cellCorners(grid, cell);
      return list.filter((_, k) => k % 2 === 0).map((i, k) => `${i}/${list[2 * k + 1]}`);
    };
    const middle = 5 * grid.columns + 5;
    const found: number[] = [];
    eachNeighbour(grid, middle, (cell) => found.push(cell));
    expect(found.length).toBe(shape === 'square' ? 8 : 6);
    for (const cell of found) expect(corners(cell).some((c) => corners(middle).includes(c))).toBe(true);
  });
});

describe('neighboursWithin', () => {
  it('agrees with all pairs', () => {
    const points = cloud(4, 120);
    const { starts, list } = neighboursWithin(points, 90);
    for (let i = 0; i < 120; i++) {
      const naive = Array.from(points.x, (_, j) => j).filter(
        (j) => j !== i && Math.hypot(points.x[j] - points.x[i], points.y[j] - points.y[i]) <= 90,
      );
      expect([...list.subarray(starts[i], starts[i + 1])]).toEqual(naive);
    }
  });
});

describe.each(shapes)('groups of %ss', (shape) => {
  const grid: PlacedGrid = { ...gridOver(box, 100, shape), plane: { lon: 20, lat: -5 } };
  const total = grid.columns * grid.rows;

  it('join cells that touch, and no others', () => {
    const at = (column: number, row: number) => row * grid.columns + column;
    const groups = contiguousGroups(grid, [at(9, 9), at(1, 1), at(2, 1), at(2, 2)]);
    expect(groups).toEqual([[at(1, 1), at(2, 1), at(2, 2)], [at(9, 9)]]);
  });

  it('have an outline that holds the centres of their cells and no others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: total - 1 }), { minLength: 1, maxLength: 200 }),
        (cells) => {
          const marked = new Set(cells);
          const drawn = contiguousGroups(grid, cells).map((group) =>
            preparePolygon({ type: 'MultiPolygon', coordinates: groupOutline(grid, group) }),
          );
          for (let cell = 0; cell < total; cell += 3) {
            const corners = cellCorners(grid, cell);
            const a = cornerPoint(grid, corners[0], corners[1]);
            const b = cornerPoint(grid, corners[4], corners[5]);
            // Inside the cell, off its centre.
            const place = toDegrees(grid.plane, [a.x * 0.6 + b.x * 0.4], [a.y * 0.6 + b.y * 0.4]);
            expect(drawn.some((area) => containsPosition(area, place.lon[0], place.lat[0]))).toBe(
              marked.has(cell),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('have outer rings counter-clockwise, holes clockwise, all closed', () => {
    const cells = Array.from({ length: total }, (_, cell) => cell).filter((cell) => {
      const column = cell % grid.columns;
      const row = (cell - column) / grid.columns;
      return column > 1 && column < 8 && row > 1 && row < 8 && !(column === 4 && row === 4);
    });
    const outline = groupOutline(grid, cells);
    expect(outline.length).toBe(1);
    expect(outline[0].length).toBe(2);
    const area = (ring: [number, number][]) =>
      ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k][0] * y - x * ring[k][1], 0);
    expect(area(outline[0][0])).toBeGreaterThan(0);
    expect(area(outline[0][1])).toBeLessThan(0);
    for (const ring of outline[0]) expect(ring[0]).toEqual(ring[ring.length - 1]);
  });
});
