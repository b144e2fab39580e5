import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../analysis/grid.ts';
import { type LocalGiOptions, localGi, localGiOfGrid } from '../../analysis/local-gi-star.ts';
import { eachNeighbour, type NeighbourLists, neighboursWithin } from '../../analysis/neighbours.ts';
import { seededRandom } from '../../analysis/random.ts';
import vectors from '../fixtures/vectors.json' with { type: 'json' };

const star: LocalGiOptions = { includeSelf: true, level: 0.05, correction: 'none' };
const plain: LocalGiOptions = { ...star, includeSelf: false };
const gridOf = (columns: number, rows: number, shape: Grid['shape'] = 'square'): Grid => ({
  shape,
  cell: 1,
  columns,
  rows,
  x0: 0,
  y0: 0,
});
const all = (grid: Grid) => new Uint8Array(grid.columns * grid.rows).fill(1);
const close = (actual: Float64Array, expected: ArrayLike<number>, digits: number) =>
  Array.from(expected).forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });

/** Sums over a full matrix of weights, straight from Ord & Getis (1995). */
function byDefinition(values: number[], weights: number[][], includeSelf: boolean): number[] {
  return values.map((_, i) => {
    const others = values.map((_, j) => j).filter((j) => includeSelf || j !== i);
    const n = others.length;
    const mean = others.reduce((sum, j) => sum + values[j], 0) / n;
    const variance = others.reduce((sum, j) => sum + (values[j] - mean) ** 2, 0) / n;
    const w = others.reduce((sum, j) => sum + weights[i][j], 0);
    const ww = others.reduce((sum, j) => sum + weights[i][j] ** 2, 0);
    const wx = others.reduce((sum, j) => sum + weights[i][j] * values[j], 0);
    return (wx - w * mean) / Math.sqrt((variance * (n * ww - w * w)) / (n - 1));
  });
}

describe('localGi', () => {
  const { points, y, d, gi, gistar } = vectors.gi;
  const set = { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, b]) => b) };
  const lists = neighboursWithin(set, d);

  it('B4.1 equals the six-point example', () => {
    close(localGi(Float64Array.from(y), lists, plain).z, gi, 7);
    close(localGi(Float64Array.from(y), lists, star).z, gistar, 7);
  });

  it('has its two-sided p', () => {
    const { p } = localGi(Float64Array.from(y), lists, star);
    close(p, [0.16233051, 0.77244546, 0.51527268, 0.77244546, 0.21700887, 0.04294512], 7);
  });

  it('states count, expected sum and sum', () => {
    const { expected, sums, neighbours, mean } = localGi(Float64Array.from(y), lists, star);
    expect([neighbours[0], sums[0]]).toEqual([2, 10]);
    expect(expected[0]).toBeCloseTo(3 * mean, 12);
  });

  it('says nothing about a place without neighbours', () => {
    const far = { x: Float64Array.of(0, 1, 2, 900), y: Float64Array.of(0, 0, 0, 0) };
    const { z, p, q, classes } = localGi(Float64Array.of(1, 2, 3, 99), neighboursWithin(far, 5), star);
    expect([z[3], p[3], q[3], classes[3]]).toEqual([NaN, NaN, NaN, 0]);
    expect(z[0]).not.toBeNaN();
  });

  it('refuses values that are not numbers and a level that is none', () => {
    expect(() => localGi(Float64Array.of(1, NaN, 2, 3, 4, 5), lists, star)).toThrow(/NaN/);
    expect(() => localGi(Float64Array.from(y), lists, { ...star, level: 5 })).toThrow(/5/);
    expect(() => localGi(Float64Array.of(1, 2), lists, star)).toThrow(RangeError);
  });
});

describe('localGiOfGrid', () => {
  it('B4.3 equals the 5 × 5 example with queen neighbours', () => {
    const { size, cells, queen } = vectors.giStarGrid;
    const values = new Float64Array(size * size);
    for (const [row, column, value] of cells) values[row * size + column] = value;
    const grid = gridOf(size, size);
    close(localGiOfGrid(values, grid, all(grid), star).z, queen.flat(), 6);
  });

  it('B4.3 has another verdict with rook neighbours, which a rounded distance would give', () => {
    const { size, cells } = vectors.giStarGrid;
    const values = new Float64Array(size * size);
    for (const [row, column, value] of cells) values[row * size + column] = value;
    const middles = Array.from(values.keys());
    const set = {
      x: Float64Array.from(middles, (cell) => cell % size),
      y: Float64Array.from(middles, (cell) => Math.floor(cell / size)),
    };
    const { z } = localGi(values, neighboursWithin(set, 1), star);
    expect(z[2 * size + 2]).toBeCloseTo(2.982405, 6);
  });

  it.each(['square', 'hexagon'] as const)('agrees with the definition on any region of %ss', (shape) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.boolean(),
        (columns, rows, seed, includeSelf) => {
          const random = seededRandom(seed);
          const grid = gridOf(columns, rows, shape);
          const active = all(grid).map(() => (random.next() < 0.85 ? 1 : 0));
          const values = Float64Array.from(active, () => random.integer(6));
          const result = localGiOfGrid(values, grid, active, { ...star, includeSelf });
          const picked = Array.from(result.cells, (cell) => values[cell]);
          const weights = Array.from(result.cells, (cell) => {
            const row = new Array<number>(result.cells.length).fill(0);
            if (includeSelf) row[result.cells.indexOf(cell)] = 1;
            eachNeighbour(grid, cell, (other) => {
              if (active[other] === 1) row[result.cells.indexOf(other)] = 1;
            });
            return row;
          });
          byDefinition(picked, weights, includeSelf).forEach((z, i) => {
            if (!Number.isNaN(result.z[i])) expect(result.z[i]).toBeCloseTo(z, 8);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not change when all values are shifted and stretched', () => {
    const random = seededRandom(11);
    const grid = gridOf(12, 9);
    const values = Float64Array.from(all(grid), () => random.integer(20));
    const before = localGiOfGrid(values, grid, all(grid), star).z;
    close(
      localGiOfGrid(
        values.map((value) => 3.5 * value + 1000),
        grid,
        all(grid),
        star,
      ).z,
      before,
      8,
    );
  });

  it('turns its sign when the values do', () => {
    const random = seededRandom(12);
    const grid = gridOf(7, 7);
    const values = Float64Array.from(all(grid), () => random.integer(9));
    const before = localGiOfGrid(values, grid, all(grid), plain).z;
    close(
      localGiOfGrid(
        values.map((value) => -value),
        grid,
        all(grid),
        plain,
      ).z,
      before.map((z) => -z),
      9,
    );
  });

  it('mirrors with the grid', () => {
    const random = seededRandom(13);
    const grid = gridOf(8, 6);
    const values = Float64Array.from(all(grid), () => random.integer(9));
    const z = localGiOfGrid(values, grid, all(grid), star).z;
    close(localGiOfGrid(values.slice().reverse(), grid, all(grid), star).z, z.slice().reverse(), 9);
  });

  it.each([0, 0.1, 7])('has no score when every value is %d', (value) => {
    const grid = gridOf(6, 6);
    for (const options of [star, plain]) {
      const { z, classes } = localGiOfGrid(new Float64Array(36).fill(value), grid, all(grid), options);
      expect(z.every(Number.isNaN)).toBe(true);
      expect(classes.every((c) => c === 0)).toBe(true);
    }
  });

  it('has no score where all cells are neighbours', () => {
    const grid = gridOf(2, 2);
    expect(localGiOfGrid(Float64Array.of(1, 2, 3, 4), grid, all(grid), star).z.every(Number.isNaN)).toBe(
      true,
    );
  });

  it('works on an empty region', () => {
    const grid = gridOf(3, 3);
    expect(localGiOfGrid(new Float64Array(9), grid, new Uint8Array(9), star).z.length).toBe(0);
  });

  it('names fewer cells after the correction', () => {
    const random = seededRandom(14);
    const grid = gridOf(30, 30);
    const values = Float64Array.from(all(grid), (_, i) => random.integer(5) + (i < 90 ? 4 : 0));
    const hot = (options: LocalGiOptions) =>
      localGiOfGrid(values, grid, all(grid), options).classes.filter((c) => c === 1).length;
    const corrected = hot({ ...star, correction: 'fdr' });
    expect(corrected).toBeGreaterThan(0);
    expect(corrected).toBeLessThan(hot(star));
  });
});

const folder = new URL('../../../shared/data/methods/getis-ord-1996/', import.meta.url);
const available = existsSync(folder);
if (!available) process.stderr.write('SKIPPED: Getis & Ord (1996) data is absent (../shared/data)\n');

describe.skipIf(!available)('the worked example of Getis & Ord (1996)', () => {
  const rows = (file: string) =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const data = available ? rows('getisord.csv') : [];
  const set = { x: Float64Array.from(data, ([x]) => x), y: Float64Array.from(data, ([, y]) => y) };
  const values = Float64Array.from(data, ([, , value]) => value);
  const within = (distance: number): NeighbourLists => neighboursWithin(set, distance);

  it('B4.2 has the published scores of its cell 120', () => {
    const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    for (const [distance, z] of Object.entries<number>(expected.Gi_z))
      expect(localGi(values, within(Number(distance)), plain).z[119]).toBeCloseTo(z, 6);
    expect(localGi(values, within(30), star).z[119]).toBeCloseTo(expected.Gi_star_d30.eq_14_2_p263, 5);
  });

  it('equals spdep in all 256 rows', () => {
    const reference = rows('computed_spdep_all_rows.csv');
    expect(reference.length).toBe(256);
    close(
      localGi(values, within(30), plain).z,
      reference.map((row) => row[4]),
      9,
    );
    close(
      localGi(values, within(30), star).z,
      reference.map((row) => row[5]),
      9,
    );
  });
});
