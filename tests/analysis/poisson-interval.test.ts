import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonInterval } from '../../analysis/poisson-interval.ts';

/** P(X ≤ k), term by term. */
function atMost(k: number, mean: number): number {
  let chance = Math.exp(-mean);
  let sum = chance;
  for (let i = 1; i <= k; i++) {
    chance *= mean / i;
    sum += chance;
  }
  return sum;
}

describe('poissonInterval', () => {
  it.each([
    [0, 0, 3.6888794541139354],
    [1, 0.025317807984289876, 5.571643390938898],
    [5, 1.6234863901184207, 11.66833207932267],
    [10, 4.7953886961324335, 18.39035604201778],
    [25, 16.178681847829328, 36.904931697530365],
  ])('B12 exact interval of %d', (count, low, high) => {
    const interval = poissonInterval(count);
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
    expect(interval).toMatchObject({ n: count, level: 0.95 });
  });

  it('leaves half of the rest on either side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.constantFrom(0.5, 0.9, 0.99), (count, level) => {
        const { low, high } = poissonInterval(count, level);
        expect(atMost(count, high)).toBeCloseTo((1 - level) / 2, 9);
        expect(1 - atMost(count - 1, low)).toBeCloseTo((1 - level) / 2, 9);
      }),
    );
  });

  it('refuses counts and levels that are none', () => {
    expect(() => poissonInterval(-1)).toThrow(/-1/);
    expect(() => poissonInterval(2.5)).toThrow(/2.5/);
    expect(() => poissonInterval(2, 1)).toThrow(RangeError);
  });
});
