/**
 * What no method may depend on (B28): where the origin lies, which way the axes point, in which order the rows come, in
 * which unit lengths are given. And what must always add up.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from '../../analysis/concentration.ts';
import { dbscan } from '../../analysis/dbscan.ts';
import { type Grid, gridOver } from '../../analysis/grid.ts';
import { hitRate } from '../../analysis/hit-rate.ts';
import { type Kernel, kernelDensity } from '../../analysis/kernel-density.ts';
import { localGi } from '../../analysis/local-gi-star.ts';
import { localKnox } from '../../analysis/local-knox.ts';
import { localMoran } from '../../analysis/local-moran.ts';
import { nearRepeat } from '../../analysis/near-repeat.ts';
import { nearestNeighbourIndex } from '../../analysis/nearest-neighbour-index.ts';
import { neighboursWithin } from '../../analysis/neighbours.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { seededRandom } from '../../analysis/random.ts';
import { scanStatistic } from '../../analysis/scan-statistic.ts';

type Row = readonly [x: number, y: number, day: number, cases: number, people: number];

const rows: fc.Arbitrary<Row[]> = fc.uniqueArray(
  fc.tuple(fc.nat(900), fc.nat(900), fc.nat(80), fc.nat(6), fc.integer({ min: 1, max: 90 })),
  { minLength: 8, maxLength: 40, selector: ([x, y]) => `${x} ${y}` },
);
const pointsOf = (list: readonly Row[]): PointSet => ({
  x: Float64Array.from(list, ([x]) => x),
  y: Float64Array.from(list, ([, y]) => y),
});
const column = (list: readonly Row[], k: 2 | 3 | 4) => Float64Array.from(list, (row) => row[k]);

/** Ways to write the same incidents down; lengths are `unit` times as long. */
const WRITINGS = {
  'another origin': { move: ([x, y, ...rest]: Row): Row => [x + 5000, y - 3000, ...rest], unit: 1 },
  'a quarter turn': { move: ([x, y, ...rest]: Row): Row => [-y, x, ...rest], unit: 1 },
  'a mirror': { move: ([x, y, ...rest]: Row): Row => [-x, y, ...rest], unit: 1 },
  'another unit': { move: ([x, y, ...rest]: Row): Row => [x * 4, y * 4, ...rest], unit: 4 },
} as const;

/** The same rows in another order, and where each went. */
function mixed<T>(list: readonly T[], seed: number): { list: T[]; from: number[] } {
  const random = seededRandom(seed);
  const from = list
    .map((_, i) => ({ i, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i);
  return { list: from.map((i) => list[i]), from };
}

/** What each method finds, as numbers that may not change; one entry a row where it has one. */
interface Found {
  readonly whole: readonly number[];
  readonly byRow: readonly (readonly number[])[];
}

const METHODS: Readonly<Record<string, (list: readonly Row[], unit: number) => Found>> = {
  'Gi*'(list, unit) {
    const lists = neighboursWithin(pointsOf(list), 250 * unit);
    const { z, p } = localGi(column(list, 3), lists, { includeSelf: true, level: 0.05, correction: 'fdr' });
    return { whole: [], byRow: [[...z], [...p]] };
  },
  'local Moran'(list, unit) {
    const lists = neighboursWithin(pointsOf(list), 250 * unit);
    const options = { permutations: 0, seed: 1, level: 0.05, correction: 'none' } as const;
    const { statistic, quadrants } = localMoran(column(list, 3), lists, options);
    return { whole: [], byRow: [[...statistic], [...quadrants]] };
  },
  Knox(list, unit) {
    const found = nearRepeat(pointsOf(list), column(list, 2), {
      metric: 'euclidean',
      space: [0, 150, 300, Infinity].map((edge) => edge * unit),
      time: [0, 7, 30, Infinity],
      permutations: 0,
      seed: 1,
    });
    return { whole: [...found.observed.flat(), ...found.expected.flat()], byRow: [] };
  },
  'local Knox'(list, unit) {
    const found = localKnox(pointsOf(list), column(list, 2), {
      metric: 'euclidean',
      distance: 200 * unit,
      days: 10,
      level: 0.05,
      correction: 'none',
    });
    return { whole: [found.pairs, found.expected], byRow: [[...found.p], [...found.links]] };
  },
  DBSCAN(list, unit) {
    const { noise, cores, roles, starts } = dbscan(pointsOf(list), { radius: 180 * unit, minimum: 3 });
    const sizes = [...starts].slice(1).map((end, c) => end - starts[c]);
    return { whole: [noise, sizes.length, ...[...cores].sort((a, b) => a - b)], byRow: [[...roles]] };
  },
  'nearest-neighbour index'(list, unit) {
    const { index, z } = nearestNeighbourIndex(pointsOf(list), 1e6 * unit * unit);
    return { whole: [index, z], byRow: [] };
  },
  'the scan'(list) {
    const { clusters } = scanStatistic(pointsOf(list), column(list, 3), column(list, 4), {
      model: 'poisson',
      share: 0.5,
      minimum: 2,
      permutations: 0,
      seed: 1,
      clusters: 1,
    });
    return { whole: clusters.map(({ logLikelihoodRatio }) => logLikelihoodRatio), byRow: [] };
  },
};

const same = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries())
    if (Number.isFinite(value)) expect(actual[i]).toBeCloseTo(value, 7);
    else expect(actual[i]).toBe(value);
};

describe.each(Object.keys(METHODS))('B28 %s', (name) => {
  const method = METHODS[name];

  it.each(Object.keys(WRITINGS) as (keyof typeof WRITINGS)[])('does not depend on %s', (writing) => {
    const { move, unit } = WRITINGS[writing];
    fc.assert(
      fc.property(rows, (list) => {
        const there = method(list, 1);
        const moved = method(list.map(move), unit);
        same(moved.whole, there.whole);
        for (const [k, values] of there.byRow.entries()) same(moved.byRow[k], values);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (list, seed) => {
        const there = method(list, 1);
        const other = mixed(list, seed);
        const back = method(other.list, 1);
        same(back.whole, there.whole);
        for (const [k, values] of there.byRow.entries())
          same(
            back.byRow[k],
            other.from.map((i) => values[i]),
          );
      }),
      { numRuns: 40 },
    );
  });
});

describe('B28 densities', () => {
  const wide = (unit: number, west = 0, south = 0): Grid =>
    gridOver(
      {
        minX: (west - 600) * unit,
        minY: (south - 600) * unit,
        maxX: (west + 1500) * unit,
        maxY: (south + 1500) * unit,
      },
      30 * unit,
    );
  const kernels: Kernel[] = ['quartic', 'epanechnikov', 'triweight', 'uniform', 'triangular'];

  it.each(kernels)('add up to the incidents within 2 %% on a wide grid: %s', (kernel) => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 150, max: 500 }), (list, bandwidth) => {
        const grid = wide(1);
        const density = kernelDensity(pointsOf(list), grid, { kernel, bandwidth });
        const volume = density.reduce((sum, value) => sum + (value * grid.cell ** 2) / 1e6, 0);
        expect(Math.abs(volume / list.length - 1)).toBeLessThan(0.02);
      }),
      { numRuns: 20 },
    );
  });

  it('do not depend on the origin or the order of the rows, and are of the unit', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (list, seed) => {
        const options = { kernel: 'quartic', bandwidth: 200 } as const;
        const there = kernelDensity(pointsOf(list), wide(1), options);
        const moved = list.map(([x, y, ...rest]): Row => [x + 3000, y - 1500, ...rest]);
        same([...kernelDensity(pointsOf(moved), wide(1, 3000, -1500), options)], [...there]);
        same([...kernelDensity(pointsOf(mixed(list, seed).list), wide(1), options)], [...there]);
        const halves = list.map(([x, y, ...rest]): Row => [x / 2, y / 2, ...rest]);
        const denser = kernelDensity(pointsOf(halves), wide(0.5), { kernel: 'quartic', bandwidth: 100 });
        same([...denser], [...there.map((value) => value * 4)]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('B28 coefficients of places', () => {
  const counts = fc.array(fc.nat(30), { minLength: 2, maxLength: 60 });

  it('do not depend on the order of the places, and the plain Gini not on the unit', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (list, seed) => {
        const there = concentration(list);
        const other = concentration(mixed(list, seed).list);
        expect([other.gini, other.generalised]).toEqual([there.gini, there.generalised]);
        const thrice = concentration(list.map((count) => count * 3)).gini;
        if (there.gini === null) expect(thrice).toBeNull();
        else expect(thrice).toBeCloseTo(there.gini, 9);
      }),
    );
  });

  it('are as good for a map whatever its scale', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (list, seed) => {
        const random = seededRandom(seed);
        const predicted = list.map(() => random.next() + 0.01);
        const of = (scale: number) =>
          hitRate(
            { observed: list, predicted: predicted.map((value) => value * scale) },
            { shares: [0.1, 0.5], ties: 'average', predictedIsCount: false },
          ).at.map(({ hits }) => hits);
        same(of(8), of(1));
      }),
    );
  });
});
