import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration, countPlaces } from '../../analysis/concentration.ts';

const zeros = (length: number) => new Array<number>(length).fill(0);
const places = fc.array(fc.nat(12), { minLength: 2, maxLength: 60 });

/** Mean difference of all pairs over twice the mean: the definition. */
function meanDifference(list: readonly number[]): number {
  const sum = list.reduce((a, b) => a + b, 0);
  let differences = 0;
  for (const a of list) for (const b of list) differences += Math.abs(a - b);
  return differences / (2 * list.length * sum);
}

describe('concentration', () => {
  it.each([
    ['B15.1', [10, 8, 2, ...zeros(7)], 0.78, 0.866667, 0.78, 0.866667],
    ['B15.2', [5, 2, 1, ...zeros(7)], 0.8, 0.888889, 0.75, 0.857143],
    ['B15.3', [10, ...zeros(9)], 0.9, 1, 0.9, 1],
    ['B15.4', [10, ...zeros(99)], 0.99, 1, 0.9, 1],
    ['B15.5', [3, 1, 1, ...zeros(7)], 0.78, 0.866667, 0.56, 0.7],
    ['B15.6', [1, 1, 1, 1, 1, ...zeros(5)], 0.5, 0.555556, 0, 0],
  ])('%s has its four coefficients', (_, list, gini, unbiased, generalised, generalisedUnbiased) => {
    const result = concentration(list);
    expect(result.gini).toBeCloseTo(gini, 10);
    expect(result.unbiased).toBeCloseTo(unbiased, 6);
    expect(result.generalised).toBeCloseTo(generalised, 10);
    expect(result.generalisedUnbiased).toBeCloseTo(generalisedUnbiased, 6);
  });

  it('B15.7 has its Gini', () => {
    expect(concentration([22, 18, 17, 12, 11, 8, 6, 3, 2, 1]).gini).toBeCloseTo(0.392, 10);
  });

  it('is the mean difference of all pairs', () => {
    fc.assert(
      fc.property(places, (list) => {
        fc.pre(list.some((count) => count > 0));
        expect(concentration(list).gini).toBeCloseTo(meanDifference(list), 10);
      }),
    );
  });

  it('is the area between the curve and the diagonal', () => {
    fc.assert(
      fc.property(places, (list) => {
        fc.pre(list.some((count) => count > 0));
        const { lorenz, gini } = concentration(list);
        let area = 0;
        for (let k = 1; k < lorenz.places.length; k++)
          area +=
            ((lorenz.places[k] - lorenz.places[k - 1]) * (lorenz.incidents[k] + lorenz.incidents[k - 1])) / 2;
        expect(1 - 2 * area).toBeCloseTo(gini!, 10);
        expect([lorenz.places.at(-1), lorenz.incidents.at(-1)]).toEqual([1, 1]);
      }),
    );
  });

  it('stays the same in another order and at another scale', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 2, max: 40 }), (list, factor) => {
        const gini = concentration(list).gini;
        expect(concentration(list.toReversed()).gini).toBe(gini);
        const scaled = concentration(list.map((count) => count * factor * 0.25)).gini;
        if (gini === null) expect(scaled).toBeNull();
        else expect(scaled).toBeCloseTo(gini, 10);
      }),
    );
  });

  it('is exactly zero for equal places and undefined without incidents or places to compare', () => {
    expect(concentration([0.1, 0.1, 0.1]).gini).toBe(0);
    expect(concentration([7, 7, 7, 7]).generalised).toBe(0);
    expect(concentration([0, 0, 0])).toMatchObject({
      gini: null,
      warnings: [{ code: 'no_incidents', value: 0 }],
    });
    expect(concentration([5])).toMatchObject({
      gini: null,
      warnings: [
        { code: 'one_place', value: 1 },
        { code: 'few_incidents', value: 5 },
      ],
    });
    expect(concentration([]).gini).toBeNull();
    expect(concentration([1, 0, 0])).toMatchObject({ generalisedUnbiased: null });
  });

  it('has no generalised Gini for weights, and says so', () => {
    const { generalised, gini, warnings } = concentration([0.5, 12, 40]);
    expect([generalised, warnings]).toEqual([null, [{ code: 'not_counts', value: 1 }]]);
    expect(gini).toBeCloseTo(meanDifference([0.5, 12, 40]), 12);
  });

  it('refuses what is no count', () => {
    expect(() => concentration([1, -1])).toThrow(/-1/);
    expect(() => concentration([1, NaN])).toThrow(/NaN/);
  });
});

describe('countPlaces', () => {
  it('counts incidents and leaves out those without a place', () => {
    expect([...countPlaces([0, 2, 2, -1], 3)]).toEqual([1, 0, 2]);
    expect(() => countPlaces([3], 3)).toThrow(/got 3/);
  });
});
