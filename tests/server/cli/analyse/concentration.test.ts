import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const listed = (name: string, values: readonly unknown[]) => tableFile([[name], ...values.map((v) => [v])]);
const zeros = (n: number) => Array(n).fill(0);

describe('cg analyse: concentration', () => {
  it.each([
    ['B15.1', [10, 8, 2, ...zeros(7)], 0.78, 0.78],
    ['B15.2', [5, 2, 1, ...zeros(7)], 0.8, 0.75],
    ['B15.5', [3, 1, 1, ...zeros(7)], 0.78, 0.56],
    ['B15.6', [1, 1, 1, 1, 1, ...zeros(5)], 0.5, 0],
  ])('%s has the Gini coefficients', async (_, values, gini, generalised) => {
    const found = await analysed('concentration', listed('count', values));
    near([found.gini, found.generalised], [gini, generalised], 10);
    expect(found.interval).toBeNull();
  });

  it('B15.7 has the table and, with enough incidents, an interval', async () => {
    const file = listed('n', [1, 22, 18, 17, 12, 11, 8, 6, 3, 2]);
    const found = await analysed('concentration --count n --samples 200', file);
    expect(found.gini).toBeCloseTo(0.392, 10);
    expect(found.fewest.map(({ places }: { places: number }) => places)).toEqual([2, 3, 5]);
    expect(found.places.slice(0, 3)).toEqual([2, 3, 4]);
    expect(found.interval[0]).toBeLessThan(found.generalisedUnbiased);
    expect(found.interval[1]).toBeGreaterThan(found.generalisedUnbiased);
    // The band of Weisburd (2015) was made for street segments.
    expect(found.ruler).toEqual([]);
    const streets = await analysed('concentration --count n --samples 200 --place street', file);
    expect(streets.ruler).toHaveLength(2);
    expect((await analysed('concentration --count n', file)).parameters.samples).toBe(1000);
    expect(await analysed('concentration --count n --samples 200', file)).toEqual(found);
  });

  it('B14.1 has the repeats', async () => {
    const counts = Object.entries({ 1: 70, 2: 20, 3: 7, 5: 3 }).flatMap(([times, places]) =>
      Array(places).fill(times),
    );
    const found = await analysed('repeat-places --places 1000', listed('count', counts));
    expect(found).toMatchObject({ n: 146, victims: 100, concentration: 1.46, repeatVictims: 0.3 });
    expect(found.histogram).toEqual([900, 70, 20, 7, 0, 3]);
    const unknown = await analysed('repeat-places --places 0', listed('count', counts));
    expect(unknown).toMatchObject({ prevalence: null, warnings: [{ code: 'places_unknown', value: 100 }] });
    expect((await failed('repeat-places --places 99', listed('count', counts))).text).toMatch(/at least 100/);
  });

  it('counts the incidents near each asset', async () => {
    const rows = [
      [0, 0, 'Bar'],
      [1000, 0, 'School'],
      [2000, 0, 'Park'],
      ...Array(8).fill([30, 40, '']),
      ...Array(2).fill([1000, 60, '']),
      [500, 0, ''],
      [2000, 100, ''],
    ];
    const found = await analysed(
      'concentration-by-asset --samples 200',
      tableFile([['x', 'y', 'asset'], ...rows]),
    );
    expect(found).toMatchObject({ n: 3, incidents: 10, none: 2, ambiguous: 0 });
    expect(found.assets).toEqual(['Bar', 'School']);
    expect(found.places).toEqual([1, 2]);
    expect(found.counts).toEqual([8, 2]);
    expect(found.asset).toEqual([...Array(8).fill('Bar'), 'School', 'School', null, null]);
    // 0, 2, 8: 2 (2·2 + 3·8) / (3·10) - 4/3.
    near([found.gini], [56 / 30 - 4 / 3], 10);
    expect(found.parameters).toEqual({ within: 100, samples: 200, level: 0.95, seed: 1 });
    const wider = await analysed(
      'concentration-by-asset --within 101',
      tableFile([['x', 'y', 'asset'], ...rows]),
    );
    expect(wider.none).toBe(1);
  });

  it('has the J-curve of facilities', async () => {
    const file = listed('count', [0, 3, 40, 1, 0, 2, 1, 0, 2, 1]);
    const found = await analysed('risky-facilities', file);
    expect(found.facilities.slice(0, 4)).toEqual([3, 2, 6, 9]);
    expect(found).toMatchObject({ without: 3, p: 0.001 });
  });
});
