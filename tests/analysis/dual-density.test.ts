import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DualDensityOptions,
  dualDensity,
  NO_INCIDENT,
  SHOWN,
  TOO_FEW,
  type WeightedPoints,
} from '../../analysis/dual-density.ts';
import { type Grid, gridOver } from '../../analysis/grid.ts';
import { type Kernel, kernelDensity, kernelValue } from '../../analysis/kernel-density.ts';
import { boxOf } from '../../analysis/point-set.ts';
import { toPlane } from '../../analysis/projection.ts';
import { seededRandom } from '../../analysis/random.ts';

const grid: Grid = { shape: 'square', cell: 100, columns: 30, rows: 20, x0: -1000, y0: 500 };
const base: DualDensityOptions = { kernel: 'quartic', bandwidth: 500, measure: 'ratio' };
const scatter = (n: number, seed: number, heavy = false): WeightedPoints => {
  const random = seededRandom(seed);
  const x = Float64Array.from({ length: n }, () => -1000 + random.next() * 3000);
  const y = Float64Array.from({ length: n }, () => 500 + random.next() * 2000);
  return heavy ? { x, y, weight: Float64Array.from(x, () => random.integer(60)) } : { x, y };
};
const kernels: Kernel[] = ['quartic', 'epanechnikov', 'triweight', 'uniform', 'triangular'];

/** Sum over all points at one cell centre, per square metre. */
function densityAt(
  { x, y, weight }: WeightedPoints,
  cell: number,
  kernel: Kernel,
  bandwidth: number,
): number {
  const cx = grid.x0 + ((cell % grid.columns) + 0.5) * grid.cell;
  const cy = grid.y0 + (Math.floor(cell / grid.columns) + 0.5) * grid.cell;
  return x.reduce((sum, one, i) => {
    const u = Math.hypot(one - cx, y[i] - cy) / bandwidth;
    return sum + ((weight?.[i] ?? 1) * (u <= 1 ? kernelValue(kernel, u) : 0)) / bandwidth ** 2;
  }, 0);
}

describe('dualDensity', () => {
  it('B3 agrees with the definition for every kernel, with weights and without', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kernels), fc.nat(), fc.boolean(), (kernel, seed, heavy) => {
        const incidents = scatter(60, seed);
        const comparison = scatter(90, seed + 1, heavy);
        const total = comparison.weight?.reduce((sum, one) => sum + one, 0) ?? 90;
        const { values, mask, expected, near } = dualDensity(incidents, comparison, grid, {
          ...base,
          kernel,
        });
        for (const cell of [0, 17, 222, 300, 431, 599]) {
          const below = densityAt(comparison, cell, kernel, 500);
          expect(expected[cell]).toBeCloseTo(below * Math.PI * 500 ** 2, 6);
          expect(near[cell]).toBeCloseTo(densityAt(incidents, cell, kernel, 500) * Math.PI * 500 ** 2, 6);
          expect(mask[cell]).toBe(expected[cell] < 5 ? TOO_FEW : SHOWN);
          if (mask[cell] === SHOWN)
            expect(values[cell]).toBeCloseTo(
              densityAt(incidents, cell, kernel, 500) / 60 / (below / total),
              8,
            );
          else expect(values[cell]).toBeNaN();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('B3 is 1 everywhere when both are the same, whatever their number', () => {
    const one = scatter(400, 3);
    const twice = { x: Float64Array.from([...one.x, ...one.x]), y: Float64Array.from([...one.y, ...one.y]) };
    const { values, mask } = dualDensity(one, twice, grid, base);
    expect(mask.some((state) => state === SHOWN)).toBe(true);
    values.forEach((value, cell) => {
      if (mask[cell] === SHOWN) expect(value).toBeCloseTo(1, 9);
    });
  });

  it('B3 is not off by the square of the bandwidths when they differ', () => {
    const lattice = Array.from({ length: 100 * 100 }, (_, i) => [
      (i % 100) * 50 - 2000,
      Math.floor(i / 100) * 50 - 1000,
    ]);
    const even = { x: Float64Array.from(lattice, ([x]) => x), y: Float64Array.from(lattice, ([, y]) => y) };
    const { values, warnings } = dualDensity(even, even, grid, { ...base, comparisonBandwidth: 250 });
    expect(values[10 * 30 + 15]).toBeCloseTo(1, 2);
    expect(warnings).toEqual([{ code: 'bandwidths_differ', value: 250 }]);
  });

  it('counts a weight like as many points', () => {
    const comparison = scatter(80, 4, true);
    const repeated = Array.from(comparison.weight ?? []).flatMap((weight, i) =>
      new Array<number>(weight).fill(i),
    );
    const many = {
      x: Float64Array.from(repeated, (i) => comparison.x[i]),
      y: Float64Array.from(repeated, (i) => comparison.y[i]),
    };
    const incidents = scatter(50, 5);
    const weighted = dualDensity(incidents, comparison, grid, base);
    const plain = dualDensity(incidents, many, grid, base);
    expect(weighted.comparison).toBe(plain.comparison);
    expect(weighted.mask).toEqual(plain.mask);
    weighted.values.forEach((value, cell) => {
      if (weighted.mask[cell] === SHOWN) expect(value).toBeCloseTo(plain.values[cell], 7);
    });
  });

  it('has the logarithm of the ratio, and the difference of two surfaces of volume 1', () => {
    const incidents = scatter(100, 6);
    const comparison = scatter(300, 7);
    const ratio = dualDensity(incidents, comparison, grid, base);
    const log = dualDensity(incidents, comparison, grid, { ...base, measure: 'log' });
    const difference = dualDensity(incidents, comparison, grid, { ...base, measure: 'difference' });
    const a = kernelDensity(incidents, grid, base);
    const b = kernelDensity(comparison, grid, base);
    ratio.values.forEach((value, cell) => {
      if (log.mask[cell] === SHOWN) expect(log.values[cell]).toBeCloseTo(Math.log(value), 9);
      if (difference.mask[cell] === SHOWN)
        expect(difference.values[cell]).toBeCloseTo(a[cell] / 100 - b[cell] / 300, 12);
    });
  });

  it('turns round when both change places', () => {
    const a = scatter(200, 8);
    const b = scatter(300, 9);
    const there = dualDensity(a, b, grid, { ...base, measure: 'log' });
    const back = dualDensity(b, a, grid, { ...base, measure: 'log' });
    there.values.forEach((value, cell) => {
      if (there.mask[cell] === SHOWN && back.mask[cell] === SHOWN)
        expect(value).toBeCloseTo(-back.values[cell], 9);
    });
  });

  it('masks where there is nobody, and never gives an infinite value', () => {
    const west = scatter(300, 10);
    const comparison = { x: west.x.map((x) => -1000 + (x + 1000) / 5), y: west.y };
    for (const measure of ['ratio', 'log', 'difference'] as const) {
      const { mask, values, masked } = dualDensity(scatter(200, 11), comparison, grid, { ...base, measure });
      expect(mask[10 * 30 + 28]).toBe(TOO_FEW);
      expect(masked).toBe(mask.filter((state) => state === TOO_FEW).length);
      expect(values.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true);
    }
  });

  it('has a ratio of 0 but no logarithm where there is no incident', () => {
    const corner = { x: Float64Array.of(-1000, -990), y: Float64Array.of(500, 510) };
    const comparison = scatter(500, 12);
    expect(dualDensity(corner, comparison, grid, base).values[599 - 35]).toBe(0);
    const { mask, values } = dualDensity(corner, comparison, grid, { ...base, measure: 'log' });
    expect([mask[599 - 35], values[599 - 35]]).toEqual([NO_INCIDENT, NaN]);
  });

  it('says that there are too few', () => {
    const { warnings, mask } = dualDensity(scatter(0, 1), scatter(29, 1), grid, base);
    expect(warnings.map(({ code }) => code)).toEqual([
      'fewer_than_30_incidents',
      'fewer_than_30_in_comparison',
    ]);
    expect(mask.every((state) => state === TOO_FEW)).toBe(true);
    expect(dualDensity(scatter(40, 1), scatter(0, 1), grid, base).masked).toBe(600);
  });

  it('refuses misuse with the value', () => {
    const points = scatter(40, 1);
    expect(() => dualDensity(points, points, grid, { ...base, bandwidth: 50 })).toThrow(/50/);
    expect(() => dualDensity(points, points, grid, { ...base, comparisonBandwidth: 20 })).toThrow(/20/);
    expect(() => dualDensity(points, { ...points, weight: new Float64Array(3) }, grid, base)).toThrow(/3/);
    expect(() =>
      dualDensity(points, { ...points, weight: new Float64Array(40).fill(-1) }, grid, base),
    ).toThrow(/-1/);
    expect(() => dualDensity(points, points, grid, { ...base, measure: 'sum' as 'ratio' })).toThrow(/sum/);
  });
});

const folder = new URL('../../../shared/data/memphis/', import.meta.url);
const available = existsSync(folder);
if (!available) process.stderr.write('SKIPPED: Memphis is absent (../shared/data)\n');

describe.skipIf(!available)('robberies of Memphis against its residents', () => {
  const table = (file: string) => {
    const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
    const names = lines[0].replaceAll('"', '').split(',');
    return (name: RegExp) => {
      const column = names.findIndex((one) => name.test(one));
      return Float64Array.from(lines.slice(1), (line) => Number(line.split(',')[column].replaceAll('"', '')));
    };
  };

  it('are 1 on average over the residents, and masked where few live', () => {
    const robberies = table('memphis_robberies_2019.csv');
    const blocks = table('memphis_population_block_centroids.csv');
    const plane = { lon: -90, lat: 35.1 };
    const incidents = toPlane(plane, robberies(/^lon/), robberies(/^lat/), 1);
    const weight = blocks(/^pop/);
    const people = { ...toPlane(plane, blocks(/^lon/), blocks(/^lat/), 1), weight };
    const area = gridOver(boxOf(people), 500);
    const { values, n, comparison, expected, mask } = dualDensity(incidents, people, area, {
      ...base,
      bandwidth: 1000,
    });
    expect([n, comparison]).toEqual([2245, 634612]);
    let share = 0;
    let all = 0;
    values.forEach((value, cell) => {
      all += expected[cell];
      if (mask[cell] === SHOWN) share += value * expected[cell];
    });
    expect(Math.abs(share / all - 1)).toBeLessThan(0.03);
    expect(mask.some((state) => state === TOO_FEW)).toBe(true);
  });
});
