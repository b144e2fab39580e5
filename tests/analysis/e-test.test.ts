import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ETestOptions, eTest, eTests } from '../../analysis/e-test.ts';

const pOf = (a: number, b: number, options: Partial<ETestOptions> = {}) => eTest(a, b, options).p;
const per = (exposure1: number, exposure2: number) => ({ exposure1, exposure2 });

/** The double sum of the paper, term by term. */
function byDefinition(k1: number, k2: number, n1: number, n2: number, d: number): number {
  const score = (a: number, b: number) => (a / n1 - b / n2 - d) / Math.sqrt(a / n1 ** 2 + b / n2 ** 2);
  const rate2 = Math.max(0, (k1 + k2) / (n1 + n2) - (d * n1) / (n1 + n2));
  const rate1 = Math.max(0, (k1 + k2) / (n1 + n2) - (d * n1) / (n1 + n2) + d);
  const chances = (mean: number) => {
    const list = [Math.exp(-mean)];
    for (let k = 1; k < 150; k++) list.push((list[k - 1] * mean) / k);
    return list;
  };
  const first = chances(n1 * rate1);
  const second = chances(n2 * rate2);
  let p = 0;
  first.forEach((a, i) => {
    second.forEach((b, j) => {
      if (i + j > 0 && Math.abs(score(i, j)) >= Math.abs(score(k1, k2)) - 1e-10) p += a * b;
    });
  });
  return p;
}

describe('eTest', () => {
  it('B23.1 and B23.2: the examples of the paper, either way round', () => {
    expect(pOf(3, 0)).toBeCloseTo(0.08837900945483523, 12);
    expect(pOf(0, 3)).toBeCloseTo(0.0884, 4);
    expect(pOf(6, 2)).toBeCloseTo(0.17487482094370768, 12);
    expect(pOf(2, 6)).toBeCloseTo(0.1749, 4);
  });

  it.each([
    [20, 10, 0.068832],
    [10, 5, 0.206164],
    [15, 5, 0.025035],
    [20, 20, 1],
    [12, 5, 0.096777],
    [50, 30, 0.025302],
    [1, 0, 0.486055],
  ])('B23.3: %d against %d', (a, b, p) => {
    expect(pOf(a, b)).toBeCloseTo(p, 6);
  });

  it('B23.4 and B23.5: unequal exposures by the formula of the paper, not by the pooled variance', () => {
    expect(pOf(100, 25, per(10, 5))).toBeCloseTo(0.0005747192846385457, 12);
    expect(pOf(30, 10, per(2, 1))).toBeCloseTo(0.23436668337622238, 12);
    expect(Math.abs(pOf(100, 25, per(10, 5)) - 0.001538066)).toBeGreaterThan(9e-4);
  });

  it('equals the double sum term by term', () => {
    const count = fc.integer({ min: 0, max: 25 });
    const exposure = fc.integer({ min: 1, max: 6 });
    const difference = fc.constantFrom(0, 0, 0.5, -0.5, 2, -3);
    fc.assert(
      fc.property(count, count, exposure, exposure, difference, (k1, k2, n1, n2, d) => {
        fc.pre(k1 + k2 > 0);
        const p = pOf(k1, k2, { ...per(n1, n2), difference: d });
        expect(p).toBeCloseTo(byDefinition(k1, k2, n1, n2, d), 9);
      }),
      { numRuns: 150 },
    );
  });

  // scipy.stats.poisson_means_test
  it.each([
    [17, 3, 40, 11, 0, 0.18215074527074215],
    [12, 2, 9, 4, 1.5, 0.24440810024192275],
    [120, 1, 90, 1, 10, 0.168532480913329],
  ])('equals scipy for %d in %d against %d in %d, difference %d', (k1, n1, k2, n2, difference, p) => {
    expect(pOf(k1, k2, { ...per(n1, n2), difference })).toBeCloseTo(p, 8);
  });

  it('is the same with the samples changed over', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 9 }), (k1, k2, n1) => {
        fc.pre(k1 + k2 > 0);
        expect(pOf(k1, k2, per(n1, 4))).toBeCloseTo(pOf(k2, k1, per(4, n1)), 10);
      }),
      { numRuns: 60 },
    );
  });

  it('comes near the normal score for large counts and keeps thin tails', () => {
    const z = (100_500 - 99_500) / Math.sqrt(200_000);
    expect(pOf(100_500, 99_500)).toBeCloseTo(0.025347, 4);
    expect(z).toBeCloseTo(2.236, 3);
    expect(pOf(400, 100)).toBeGreaterThan(1e-50);
    expect(pOf(400, 100)).toBeLessThan(1e-35);
  });

  it('says too few when both counts are 0', () => {
    const result = eTest(0, 0);
    expect(result.p).toBeNaN();
    expect(result.warnings).toEqual([{ code: 'no_incidents', value: 0 }]);
  });

  it('says when a rate had to be held at 0', () => {
    expect(eTest(1, 0, { difference: 5 }).warnings).toEqual([{ code: 'rate_held_at_zero', value: -2 }]);
    expect(eTest(1, 0, { difference: -5 }).warnings).toEqual([{ code: 'rate_held_at_zero', value: -2 }]);
  });

  it('carries n, rates and parameters', () => {
    const result = eTest(100, 25, per(10, 5));
    expect(result).toMatchObject({ n: 125, rate1: 10, rate2: 5 });
    expect(result.parameters).toEqual({ ...per(10, 5), difference: 0 });
    expect(result.statistic).toBeCloseTo(5 / Math.sqrt(2), 12);
  });

  it.each([
    [-1, 3, {}],
    [1.5, 3, {}],
    [NaN, 3, {}],
    [1, 3, { exposure1: 0 }],
    [1, 3, { exposure2: -2 }],
    [1, 3, { difference: NaN }],
  ])('refuses %d, %d, %o', (a, b, options) => {
    expect(() => eTest(a, b, options)).toThrow(RangeError);
  });
});

describe('eTests', () => {
  it('gives each pair its p and 0, 0 none', () => {
    const p = eTests([3, 0, 6, 3], [0, 0, 2, 0]);
    expect(Array.from(p)).toEqual([pOf(3, 0), NaN, pOf(6, 2), pOf(3, 0)]);
  });

  it('can be ended by what progress throws', () => {
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => eTests([1], [2], {}, stop)).toThrow('stop');
  });

  it('refuses samples of different length', () => {
    expect(() => eTests([1, 2], [1])).toThrow(/2 and 1/);
  });
});

const file = new URL('../../../shared/data/methods/wdd-and-counts/expected.json', import.meta.url);
const available = existsSync(file);
if (!available) process.stderr.write('SKIPPED: cases of the E-test are absent (../shared/data)\n');

describe.skipIf(!available)('the cases of ptools', () => {
  it('have their p', () => {
    const { e_test } = JSON.parse(readFileSync(file, 'utf8'));
    expect(e_test.length).toBe(2);
    for (const { k, p } of e_test) expect(Math.abs(pOf(k[0], k[1]) - p)).toBeLessThan(5e-4);
  });
});
