import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HitRateOptions, hitRate, winners } from '../../analysis/hit-rate.ts';

const options: HitRateOptions = { shares: [0.01, 0.02, 0.05], ties: 'fewest', predictedIsCount: true };
const close = (actual: Float64Array, expected: readonly number[], digits = 6) => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });
};
const cells = fc.array(fc.tuple(fc.nat(9), fc.nat(5), fc.integer({ min: 1, max: 4 })), {
  minLength: 2,
  maxLength: 9,
});

describe('hitRate', () => {
  it('B16.1 takes ties with the fewest incidents first', () => {
    const { order, cumulative } = hitRate(
      { observed: [6, 7, 3, 2, 1, 0], predicted: [8, 4, 4, 2, 1, 0] },
      options,
    );
    expect([...order]).toEqual([0, 2, 1, 3, 4, 5]);
    close(cumulative.pai, [1.894737, 1.421053, 1.684211, 1.421053, 1.2, 1]);
    close(cumulative.pei, [0.857143, 0.692308, 1, 1, 1, 1]);
    close(cumulative.rri, [1.333333, 1.333333, 1, 1, 1, 1]);
  });

  it('B16.2 equals the test of ptools', () => {
    const { cumulative } = hitRate({ observed: [6, 3, 0], predicted: [3, 2, 1], size: [1, 1, 1] }, options);
    close(cumulative.pai, [2, 1.5, 1]);
    close(cumulative.pei, [1, 1, 1]);
    close(cumulative.rri, [0.5, 0.555556, 0.666667]);
  });

  it('takes the last cell in part, so that shares compare', () => {
    const { at } = hitRate(
      { observed: [8, 4, 0, 0], predicted: [4, 3, 2, 1] },
      { ...options, shares: [0.25, 0.375, 1] },
    );
    expect(at.map(({ hits, pai }) => [hits, pai])).toEqual([
      [8, 8 / 12 / 0.25],
      [10, 10 / 12 / 0.375],
      [12, 1],
    ]);
  });

  it('never has a map better than the best possible, found by trying every set of cells', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const observed = list.map(([count]) => count);
        const size = list.map(([, , area]) => area);
        const { cumulative, incidents } = hitRate(
          { observed, predicted: list.map(([, p]) => p), size },
          options,
        );
        if (incidents === 0) return;
        const all = size.reduce((sum, area) => sum + area, 0);
        cumulative.pei.forEach((pei, k) => {
          if (!(pei > 0)) return;
          expect(pei).toBeLessThanOrEqual(1 + 1e-9);
          const area = cumulative.share[k] * all;
          const hits = cumulative.pai[k] * cumulative.share[k] * incidents;
          for (let set = 0; set < 2 ** list.length; set++) {
            const sum = (values: number[]) => values.reduce((s, v, i) => s + ((set >> i) & 1 ? v : 0), 0);
            if (sum(size) <= area + 1e-9) expect(sum(observed)).toBeLessThanOrEqual(hits / pei + 1e-6);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('gives the mean over all orders of tied cells on request', () => {
    const observed = [5, 1, 0, 9];
    const [fewest, average] = (['fewest', 'average'] as const).map(
      (ties) => hitRate({ observed, predicted: [1, 1, 1, 0] }, { ...options, shares: [0.25], ties }).at[0],
    );
    expect([fewest.hits, average.hits]).toEqual([0, 2]);
    expect([fewest.tiesCut, average.tiesCut]).toEqual([true, true]);
  });

  it('does not depend on the order or the scale of the prediction', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const of = (some: typeof list, factor: number) =>
          hitRate(
            {
              observed: some.map(([count]) => count),
              predicted: some.map(([, p]) => p * factor),
              size: some.map(([, , area]) => area),
            },
            { ...options, predictedIsCount: false, ties: 'average' },
          ).at.map(({ hits }) => hits.toFixed(8));
        expect(of(list.toReversed(), 7)).toEqual(of(list, 1));
      }),
    );
  });

  it('has no index without incidents and no RRI for densities', () => {
    const none = hitRate({ observed: [0, 0], predicted: [1, 2] }, options);
    expect(none.at[0]).toMatchObject({ pai: null, pei: null, rri: null });
    expect(none.warnings).toEqual([{ code: 'no_incidents', value: 0 }]);
    expect(
      hitRate({ observed: [3, 9], predicted: [1, 2] }, { ...options, predictedIsCount: false }).at[0].rri,
    ).toBeNull();
    expect(hitRate({ observed: [], predicted: [] }, options).n).toBe(0);
  });

  it('refuses shares, sizes and predictions that are none', () => {
    expect(() => hitRate({ observed: [1], predicted: [1] }, { ...options, shares: [2] })).toThrow(/2/);
    expect(() => hitRate({ observed: [1], predicted: [NaN] }, options)).toThrow(/NaN/);
    expect(() => hitRate({ observed: [1], predicted: [1], size: [0] }, options)).toThrow(/0/);
    expect(() => hitRate({ observed: [1], predicted: [1, 2] }, options)).toThrow(RangeError);
  });
});

describe('winners', () => {
  const judged = (predicted: number[], observed = [9, 4, 2, 0]) =>
    hitRate({ observed, predicted }, { ...options, shares: [0.25, 0.5] });

  it('names the map with the most hits and its margin', () => {
    expect(winners([judged([1, 9, 5, 0]), judged([9, 1, 5, 0])])).toEqual([
      { share: 0.25, winner: 1, margin: 5, hits: [4, 9] },
      { share: 0.5, winner: 1, margin: 5, hits: [6, 11] },
    ]);
  });

  it('names none when two are as good, and compares like with like', () => {
    expect(winners([judged([9, 4, 2, 0]), judged([8, 4, 2, 0])])[0]).toMatchObject({
      winner: null,
      margin: 0,
    });
    expect(() => winners([judged([1, 2, 3, 4]), judged([1, 2, 3, 4], [1, 1, 1, 1])])).toThrow(/same 15/);
    expect(() => winners([judged([1, 2, 3, 4])])).toThrow(/1/);
  });
});

const file = new URL('../../../shared/data/methods/wdd-and-counts/expected.json', import.meta.url);
const available = existsSync(file);
if (!available) process.stderr.write('SKIPPED: the indexes of ptools are absent (../shared/data)\n');

describe.skipIf(!available)('the indexes of ptools', () => {
  it('are equal', () => {
    const { pai } = JSON.parse(readFileSync(file, 'utf8'));
    const { cumulative } = hitRate({ observed: pai.obs, predicted: pai.pred, size: pai.area }, options);
    close(cumulative.pai, pai.PAI_cumulative);
    close(cumulative.pei, pai.PEI_cumulative);
  });
});
