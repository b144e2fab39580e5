import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../analysis/grid.ts';
import { gridLists } from '../../analysis/local-moran.ts';
import type { NeighbourLists } from '../../analysis/neighbours.ts';
import { seededRandom } from '../../analysis/random.ts';
import { gearyC, moranI } from '../../analysis/spatial-autocorrelation.ts';

const listsOf = (neighbours: readonly (readonly number[])[]): NeighbourLists => {
  const starts = new Uint32Array(neighbours.length + 1);
  neighbours.forEach((list, i) => {
    starts[i + 1] = starts[i] + list.length;
  });
  return { starts, list: Uint32Array.from(neighbours.flat()) };
};
/** Numbered 1 to n, as in a .gal file. */
const listsFrom1 = (neighbours: readonly (readonly number[])[]) =>
  listsOf(neighbours.map((list) => list.map((j) => j - 1)));
const rook3 = listsFrom1([
  [2, 4],
  [1, 3, 5],
  [2, 6],
  [1, 5, 7],
  [2, 4, 6, 8],
  [3, 5, 9],
  [4, 8],
  [5, 7, 9],
  [6, 8],
]);
const nine = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

describe('moranI', () => {
  it('B5.1 has the global I of ten areas', () => {
    const values = Float64Array.of(2.24, 3.1, 4.55, -5.15, -4.39, 0.46, 5.54, 9.02, -2.09, -3.06);
    const lists = listsFrom1([
      [2, 4],
      [1, 5],
      [4, 7],
      [1, 3, 5, 8],
      [2, 4, 6, 9],
      [5, 10],
      [3, 8],
      [4, 7, 9],
      [5, 8, 10],
      [6, 9],
    ]);
    expect(moranI(values, lists, 'row').statistic).toBeCloseTo(0.07361243, 8);
  });

  it('B5.3 has both variances of the 3 × 3 lattice', () => {
    const { varianceRandom, varianceNormal } = moranI(nine, rook3, 'binary');
    expect(varianceRandom).toBeCloseTo(0.0596875, 12);
    expect(varianceNormal).toBeCloseTo(0.053125, 12);
  });

  it('has the mean and variance of all orders of the values', () => {
    const values = [3, 0, 1, 7, 2, 2];
    const lists = listsOf([[1, 2], [0], [0, 3, 4], [2, 5], [2], [3]]);
    for (const [of, weighting] of [
      [moranI, 'row'],
      [gearyC, 'row'],
      [moranI, 'binary'],
      [gearyC, 'binary'],
    ] as const) {
      const all = orders(values).map((order) => of(Float64Array.from(order), lists, weighting).statistic);
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      const variance = all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length;
      const { expected, varianceRandom } = of(Float64Array.from(values), lists, weighting);
      expect(expected).toBeCloseTo(mean, 10);
      expect(varianceRandom).toBeCloseTo(variance, 10);
    }
  });

  it('does not change when values are shifted and stretched', () => {
    const random = seededRandom(1);
    const grid: Grid = { shape: 'square', cell: 1, columns: 7, rows: 6, x0: 0, y0: 0 };
    const active = new Uint8Array(42).fill(1);
    const lists = gridLists(
      grid,
      active,
      Uint32Array.from(active, (_, i) => i),
    );
    const values = Float64Array.from(active, () => random.integer(9));
    const stretched = values.map((value) => 40 - 3 * value);
    expect(moranI(stretched, lists, 'row').zRandom).toBeCloseTo(moranI(values, lists, 'row').zRandom, 8);
    expect(gearyC(stretched, lists, 'row').zRandom).toBeCloseTo(gearyC(values, lists, 'row').zRandom, 8);
  });

  it('is not defined without variation, and refuses what is no number', () => {
    expect(moranI(new Float64Array(9).fill(0.1), rook3, 'row').statistic).toBeNaN();
    expect(gearyC(new Float64Array(9).fill(0.1), rook3, 'row').pRandom).toBeNaN();
    expect(() => moranI(Float64Array.of(1, NaN, 1, 1, 1, 1, 1, 1, 1), rook3, 'row')).toThrow(/NaN/);
    expect(() => moranI(Float64Array.of(1), rook3, 'row')).toThrow(RangeError);
  });
});

function orders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) =>
    orders(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]),
  );
}

const folder = new URL('../../../shared/data/methods/', import.meta.url);
const available = existsSync(folder);
if (!available) process.stderr.write('SKIPPED: St. Louis and Columbus are absent (../shared/data)\n');

describe.skipIf(!available)('published examples', () => {
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8').trim();
  const gal = (file: string) => {
    const lines = read(file).split('\n').slice(1);
    const neighbours: number[][] = [];
    for (let k = 0; k < lines.length; k += 2)
      neighbours[Number(lines[k].trim().split(/\s+/)[0]) - 1] = lines[k + 1].trim().split(/\s+/).map(Number);
    return listsFrom1(neighbours);
  };

  it('B5.2 has I and p of the homicides around St. Louis', () => {
    const reference = JSON.parse(read('stl-homicide/expected.json'));
    const lines = read('stl-homicide/stl_hom.csv')
      .replace(/"[^"]*"/g, '')
      .split('\n');
    const column = lines[0].trim().split(',').indexOf('HR8893');
    const values = Float64Array.from(lines.slice(1), (line) => Number(line.split(',')[column]));
    const { statistic, expected, pNormal } = moranI(values, gal('stl-homicide/stl.gal'), 'row');
    expect(statistic).toBeCloseTo(reference.moran_I, 12);
    expect(expected).toBeCloseTo(reference.E_I, 12);
    expect(pNormal / reference.p_norm_one_sided).toBeCloseTo(1, 6);
  });

  it('has I of the crimes of Columbus over touching areas', () => {
    const { crime } = columbus();
    const reference = JSON.parse(read('columbus/expected.json')).moran_queen_row_std_computed_by_spdep;
    const { statistic, varianceRandom, zRandom, pRandom } = moranI(
      crime,
      gal('columbus/columbus.gal'),
      'row',
    );
    expect(statistic).toBeCloseTo(reference.I, 10);
    expect(varianceRandom).toBeCloseTo(reference.var_rand, 10);
    expect(zRandom).toBeCloseTo(reference.z, 7);
    expect(pRandom / reference.p).toBeCloseTo(1, 5);
  });

  it('has C of the crimes of Columbus over areas that share a side', () => {
    const { crime, rook } = columbus();
    const reference = JSON.parse(read('columbus/expected.json')).geary_rook_row_std;
    const { statistic, varianceNormal, zNormal, varianceRandom, zRandom, pRandom } = gearyC(
      crime,
      rook,
      'row',
    );
    expect(statistic).toBeCloseTo(reference.C, 12);
    expect(varianceNormal).toBeCloseTo(reference.var_norm, 12);
    expect(zNormal).toBeCloseTo(reference.z_norm, 9);
    expect(varianceRandom).toBeCloseTo(reference.var_rand, 12);
    expect(zRandom).toBeCloseTo(reference.z_rand, 9);
    expect(pRandom / reference.p_rand).toBeCloseTo(1, 8);
  });

  function columbus(): { crime: Float64Array; rook: NeighbourLists } {
    interface Feature {
      properties: { CRIME: number };
      geometry: { coordinates: number[][][] };
    }
    const { features } = JSON.parse(read('columbus/columbus.json')) as { features: Feature[] };
    const sides = new Map<string, Set<number>>();
    features.forEach(({ geometry }, i) => {
      for (const ring of geometry.coordinates)
        ring.slice(1).forEach((end, k) => {
          const key = [ring[k].join(), end.join()].sort().join(' ');
          sides.set(key, (sides.get(key) ?? new Set()).add(i));
        });
    });
    const neighbours = features.map(() => new Set<number>());
    for (const areas of sides.values())
      for (const i of areas) for (const j of areas) if (i !== j) neighbours[i].add(j);
    return {
      crime: Float64Array.from(features, ({ properties }) => properties.CRIME),
      rook: listsOf(neighbours.map((set) => [...set].sort((a, b) => a - b))),
    };
  }
});
