import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../analysis/grid.ts';
import {
  ISOLATE,
  type LocalMoranOptions,
  localMoran,
  localMoranOfGrid,
  quadrantsOfGeoda,
  UNDEFINED,
} from '../../analysis/local-moran.ts';
import type { NeighbourLists } from '../../analysis/neighbours.ts';
import { seededRandom } from '../../analysis/random.ts';
import { moranI } from '../../analysis/spatial-autocorrelation.ts';
import africa from '../fixtures/african-conflict.json' with { type: 'json' };

const base: LocalMoranOptions = { permutations: 0, seed: 1, level: 0.05, correction: 'none' };
const listsOf = (neighbours: readonly (readonly number[])[]): NeighbourLists => {
  const starts = new Uint32Array(neighbours.length + 1);
  neighbours.forEach((list, i) => {
    starts[i + 1] = starts[i] + list.length;
  });
  return { starts, list: Uint32Array.from(neighbours.flat()) };
};
const gridOf = (columns: number, rows: number, shape: Grid['shape'] = 'square'): Grid => ({
  shape,
  cell: 1,
  columns,
  rows,
  x0: 0,
  y0: 0,
});
const all = (grid: Grid) => new Uint8Array(grid.columns * grid.rows).fill(1);
const close = (actual: ArrayLike<number>, expected: ArrayLike<number>, digits: number) =>
  Array.from(expected).forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });

const ten = Float64Array.of(2.24, 3.1, 4.55, -5.15, -4.39, 0.46, 5.54, 9.02, -2.09, -3.06);
const around = [
  [1, 3],
  [0, 4],
  [3, 6],
  [0, 2, 4, 7],
  [1, 3, 5, 8],
  [4, 9],
  [2, 7],
  [3, 6, 8],
  [4, 7, 9],
  [5, 8],
];

/** Two-sided p from every set of k others. */
function exactP(values: readonly number[], i: number, neighbours: readonly number[]): number {
  const others = values.filter((_, j) => j !== i);
  const sums = setsOf(others, neighbours.length);
  const own = neighbours.reduce((sum, j) => sum + values[j], 0);
  const low = sums.filter((sum) => sum <= own + 1e-9).length / sums.length;
  const high = sums.filter((sum) => sum >= own - 1e-9).length / sums.length;
  return Math.min(1, 2 * Math.min(low, high));
}

function setsOf(values: readonly number[], size: number): number[] {
  if (size === 0) return [0];
  return values.flatMap((value, i) => setsOf(values.slice(i + 1), size - 1).map((sum) => sum + value));
}

describe('localMoran', () => {
  it('B5.1 has the statistics of ten areas', () => {
    const { statistic } = localMoran(ten, listsOf(around), base);
    close(
      statistic,
      [
        -0.11409277, -0.19940543, -0.13351408, -0.51770383, 0.48095009, 0.12208113, 1.19148298, -0.58144305,
        0.07101383, 0.34314301,
      ],
      8,
    );
  });

  it('B5.1 has the quadrants of PySAL and of GeoDa', () => {
    const { quadrants } = localMoran(ten, listsOf(around), base);
    expect(Array.from(quadrants)).toEqual([4, 4, 4, 2, 3, 3, 1, 4, 3, 3]);
    expect(Array.from(quadrantsOfGeoda(quadrants))).toEqual([4, 4, 4, 3, 2, 2, 1, 4, 2, 2]);
  });

  it('B5.4 has the statistics of 42 countries, which spdep divides by another variance', () => {
    const { names, values, neighbours, statistic: published } = africa;
    const found = localMoran(Float64Array.from(values), listsOf(neighbours), {
      ...base,
      permutations: 9999,
    });
    const n = names.length;
    // localmoran of spdep divides by Σz²/n, PySAL and GeoDa by Σz²/(n - 1).
    close(
      found.statistic.map((own) => (own * n) / (n - 1)),
      published,
      6,
    );
    const of = (name: string) => names.indexOf(name);
    const printed = { EGYPT: 6.9467, SUDAN: 2.9878, UGANDA: 1.9425, KENYA: 1.1969 };
    for (const [name, value] of Object.entries(printed)) {
      expect((found.statistic[of(name)] * n) / (n - 1)).toBeCloseTo(value, 4);
      // Its z of 3.0 to 3.7 read as normal are p below 0.003; by permutation all four stand out, too.
      expect(found.p[of(name)]).toBeLessThan(0.02);
      expect(found.quadrants[of(name)]).toBe(1);
    }
  });

  it('adds up to the global I', () => {
    const { statistic } = localMoran(ten, listsOf(around), base);
    const sum = statistic.reduce((total, one) => total + one, 0);
    expect(sum / 9).toBeCloseTo(moranI(ten, listsOf(around), 'row').statistic, 12);
    expect(sum / 9).toBeCloseTo(0.07361243, 8);
  });

  it('tends to the exact conditional p of every place', () => {
    const values = [5, 0, 0, 7, 2, 2, 0, 9, 1, 1, 3];
    const lists = [
      [1, 2],
      [0],
      [0, 3, 7],
      [2, 4, 5, 7],
      [3],
      [3, 6],
      [5, 7],
      [2, 3, 6, 8],
      [7, 9],
      [8, 10],
      [9],
    ];
    const { p } = localMoran(Float64Array.from(values), listsOf(lists), { ...base, permutations: 200_000 });
    values.forEach((_, i) => {
      expect(Math.abs(p[i] - exactP(values, i, lists[i])), `place ${i}`).toBeLessThan(0.01);
    });
  });

  it('draws every other place, also when all others are neighbours', () => {
    const lists = listsOf([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2],
    ]);
    const { p } = localMoran(Float64Array.of(0.1, 0.2, 0.3, 7), lists, { ...base, permutations: 99 });
    close(p, [1, 1, 1, 1], 12);
  });

  it('counts (r + 1) / (permutations + 1), twice the smaller tail', () => {
    const grid = gridOf(20, 20);
    const values = Float64Array.from(all(grid), (_, i) => (i % 20 < 4 && i < 80 ? 50 : i % 3));
    const { p } = localMoranOfGrid(values, grid, all(grid), { ...base, permutations: 999 });
    expect(Math.min(...p)).toBeCloseTo(0.002, 12);
    for (const one of p)
      expect(Math.abs((one * 1000) / 2 - Math.round((one * 1000) / 2)) < 1e-9 || one === 1).toBe(true);
  });

  it('names few places where there is nothing to find', () => {
    const random = seededRandom(3);
    const grid = gridOf(40, 40);
    const values = Float64Array.from(all(grid), () => random.integer(7));
    const named = (options: LocalMoranOptions) =>
      localMoranOfGrid(values, grid, all(grid), options).classes.filter((c) => c > 0).length / 1600;
    expect(named({ ...base, permutations: 999 })).toBeLessThan(0.07);
    expect(named({ ...base, permutations: 9999, correction: 'fdr' })).toBeLessThan(0.005);
  });

  it('finds a cluster and a place that stands out from it', () => {
    const random = seededRandom(4);
    const grid = gridOf(30, 30);
    const inside = (i: number) => i % 30 > 9 && i % 30 < 16 && i > 300 && i < 480;
    const values = Float64Array.from(all(grid), (_, i) => random.integer(3) + (inside(i) ? 12 : 0));
    values[13 * 30 + 13] = 0;
    const { classes, q, p } = localMoranOfGrid(values, grid, all(grid), {
      ...base,
      permutations: 9999,
      correction: 'fdr',
    });
    expect([classes[12 * 30 + 12], classes[13 * 30 + 13]]).toEqual([1, 2]);
    expect(q[12 * 30 + 12]).toBeGreaterThan(p[12 * 30 + 12]);
  });

  it.each(['square', 'hexagon'] as const)('gives the same for a grid of %ss and for its lists', (shape) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 2, max: 8 }),
        fc.nat(),
        (columns, rows, seed) => {
          const random = seededRandom(seed);
          const grid = gridOf(columns, rows, shape);
          const active = all(grid).map(() => (random.next() < 0.8 ? 1 : 0));
          const values = Float64Array.from(active, () => random.integer(5));
          const { cells, statistic, lag } = localMoranOfGrid(values, grid, active, base);
          const mean =
            Array.from(cells, (cell) => values[cell]).reduce((sum, value) => sum + value, 0) / cells.length;
          const squares = Array.from(cells).reduce((sum, cell) => sum + (values[cell] - mean) ** 2, 0);
          for (const [i, cell] of cells.entries()) {
            const near = Array.from(cells).filter((other) => other !== cell && touching(grid, cell, other));
            if (near.length === 0) expect(lag[i]).toBeNaN();
            if (near.length === 0) continue;
            const own = near.reduce((sum, other) => sum + values[other] - mean, 0) / near.length;
            expect(lag[i]).toBeCloseTo(own, 9);
            if (squares > 1e-9)
              expect(statistic[i]).toBeCloseTo(
                ((cells.length - 1) * (values[cell] - mean) * own) / squares,
                8,
              );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps statistic, quadrants and p when values are shifted and stretched', () => {
    const random = seededRandom(5);
    const grid = gridOf(15, 12);
    const values = Float64Array.from(all(grid), () => random.integer(9));
    const options = { ...base, permutations: 499 };
    const before = localMoranOfGrid(values, grid, all(grid), options);
    const after = localMoranOfGrid(
      values.map((value) => 7 + 4 * value),
      grid,
      all(grid),
      options,
    );
    close(after.statistic, before.statistic, 9);
    expect(after.quadrants).toEqual(before.quadrants);
    close(after.p, before.p, 12);
  });

  it('gives the same p for the same seed, another for another, and changes nothing', () => {
    const random = seededRandom(6);
    const grid = gridOf(9, 9);
    const values = Float64Array.from(all(grid), () => random.integer(30));
    const kept = values.slice();
    const p = (seed: number) =>
      localMoranOfGrid(values, grid, all(grid), { ...base, permutations: 199, seed }).p;
    expect(p(1)).toEqual(p(1));
    expect(p(2)).not.toEqual(p(1));
    expect(values).toEqual(kept);
  });

  it('says nothing about a place without neighbours but that it has none', () => {
    const { p, statistic, classes, quadrants, warnings } = localMoran(
      Float64Array.of(1, 2, 9, 4),
      listsOf([[1], [0], [], [1]]),
      {
        ...base,
        permutations: 99,
      },
    );
    expect([p[2], statistic[2], classes[2], quadrants[2]]).toEqual([NaN, NaN, ISOLATE, 0]);
    expect(warnings).toEqual([{ code: 'places_without_neighbours', value: 1 }]);
    expect(p[0]).not.toBeNaN();
  });

  it.each([0, 0.1, 7])('is undefined when every value is %d', (value) => {
    const grid = gridOf(4, 4);
    const result = localMoranOfGrid(new Float64Array(16).fill(value), grid, all(grid), {
      ...base,
      permutations: 99,
    });
    expect(result.classes.every((c) => c === UNDEFINED)).toBe(true);
    expect(result.p.every(Number.isNaN)).toBe(true);
    expect(result.warnings).toEqual([{ code: 'no_variation', value: 16 }]);
  });

  it('works on an empty region', () => {
    expect(
      localMoranOfGrid(new Float64Array(4), gridOf(2, 2), new Uint8Array(4), { ...base, permutations: 9 }).n,
    ).toBe(0);
  });

  it('warns when the correction needs more permutations', () => {
    const random = seededRandom(7);
    const grid = gridOf(60, 60);
    const values = Float64Array.from(
      all(grid),
      (_, i) => random.integer(4) + (i === 700 || i === 701 ? 90 : 0),
    );
    const codes = (permutations: number) =>
      localMoranOfGrid(values, grid, all(grid), { ...base, permutations, correction: 'fdr' }).warnings.map(
        ({ code }) => code,
      );
    expect(codes(99)).toEqual(['permutations_too_few_for_correction']);
  });

  it('stops when its progress does, and refuses misuse with the value', () => {
    const grid = gridOf(5, 5);
    const values = Float64Array.from(all(grid), (_, i) => i);
    const run = (options: Partial<LocalMoranOptions>) =>
      localMoranOfGrid(values, grid, all(grid), { ...base, ...options });
    const progress = () => {
      throw new Error('stopped');
    };
    expect(() => run({ permutations: 99, progress })).toThrow('stopped');
    expect(() => run({ permutations: -1 })).toThrow(/-1/);
    expect(() => run({ level: 5 })).toThrow(/5/);
    expect(() => localMoran(Float64Array.of(1, NaN), listsOf([[1], [0]]), base)).toThrow(/NaN/);
    expect(() => localMoran(Float64Array.of(1), listsOf([[1], [0]]), base)).toThrow(RangeError);
  });
});

/** By position of the centres: at most one step apart, for hexagons at most their width. */
function touching(grid: Grid, a: number, b: number): boolean {
  const at = (cell: number) => [cell % grid.columns, Math.floor(cell / grid.columns)];
  const [ca, ra] = at(a);
  const [cb, rb] = at(b);
  if (grid.shape === 'square') return Math.abs(ca - cb) <= 1 && Math.abs(ra - rb) <= 1;
  const dx = ca + (ra % 2) / 2 - cb - (rb % 2) / 2;
  return Math.hypot(dx, (ra - rb) * (Math.sqrt(3) / 2)) < 1.01;
}
