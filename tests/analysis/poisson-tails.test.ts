import { describe, expect, test } from 'vitest';
import { gammaQuantile, poissonLower, poissonUpper } from '../../analysis/distributions.ts';
import { poissonInterval } from '../../analysis/poisson-interval.ts';
import { poissonChance, poissonTails } from '../../analysis/poisson-tails.ts';

const near = (value: number, expected: number, tolerance = 1e-13) =>
  expect(Math.abs(value / expected - 1), `${value} against ${expected}`).toBeLessThan(tolerance);

/** Sums from the far end, each chance by logarithms: slow, and good to about 1e-11 at these means. */
function summed(count: number, mean: number): number {
  let logFactorial = 0;
  let sum = 0;
  for (let k = 0; k <= count; k++) {
    if (k > 0) logFactorial += Math.log(k);
    sum += Math.exp(k * Math.log(mean) - mean - logFactorial);
  }
  return sum;
}

describe('chances where very many are expected', () => {
  test('tails are those of R: ppois', () => {
    near(poissonLower(909, 1001), 0.001681148840055839);
    near(poissonLower(1e4, 10200), 0.02384160018974492);
    near(poissonUpper(1099, 1000), 0.0009626304058665573);
    near(poissonLower(1_000_499, 1e6), 0.6913304518999975);
  });

  test('quantiles are those of R: qgamma, also where the library loses digits', () => {
    near(gammaQuantile(0.975, 939), 1000.000855706319, 1e-15);
    near(gammaQuantile(0.025, 2000), 1913.29870962563, 1e-14);
    near(gammaQuantile(0.975, 1_000_000), 1001960.91096545, 1e-14);
  });

  test('the exact interval of 938 incidents ends at 1000.000856, not at 1000.17', () => {
    expect(poissonInterval(938).high).toBeCloseTo(1000.000855706319, 9);
  });

  test('a tail is the sum of its chances', () => {
    for (const [count, mean] of [
      [880, 950],
      [1000, 1000],
      [1100, 1001.5],
      [760, 905],
    ])
      near(poissonTails(count, mean).lower, summed(count, mean), 1e-10);
  });

  test('both tails make 1, and a step of the lower one is the chance of that count', () => {
    for (const mean of [901, 1234.5, 80_000]) {
      for (const share of [0.9, 0.99, 1, 1.01, 1.1]) {
        const count = Math.round(mean * share);
        const { lower, upper } = poissonTails(count, mean);
        expect(lower + upper).toBeCloseTo(1, 14);
        const step = lower - poissonTails(count - 1, mean).lower;
        expect(step).toBeCloseTo(poissonChance(count, mean), 13);
      }
    }
  });

  test('nothing jumps where the library hands over', () => {
    near(poissonLower(870, 900.0000001), poissonLower(870, 900), 1e-8);
    const below = gammaQuantile(0.5, 900);
    const above = gammaQuantile(0.5, 901);
    expect(above - below).toBeCloseTo(1, 6);
  });

  test('thin tails keep their digits, counts below 0 are nothing', () => {
    expect(poissonUpper(2000, 1000)).toBeGreaterThan(0);
    near(poissonUpper(2000, 1000), poissonChance(2001, 1000) / (1 - 1000 / 2002), 1e-3);
    expect(poissonLower(-1, 2000)).toBe(0);
    expect(poissonUpper(-1, 2000)).toBe(1);
  });
});
