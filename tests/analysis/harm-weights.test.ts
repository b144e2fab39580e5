import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmByPlace, harmGuard, harmWeights } from '../../analysis/harm-weights.ts';

const table = { version: '2026-1', weights: [1, 10, NaN, 5475] };

describe('harmWeights', () => {
  it('gives every incident the harm of its kind and counts those the table lacks', () => {
    const result = harmWeights([0, 1, 2, 9, 0], table);
    expect([...result.weights]).toEqual([1, 10, 0, 0, 1]);
    expect(result).toMatchObject({ n: 3, unweighted: 2, total: 12, tableVersion: '2026-1' });
    expect(result.warnings).toEqual([
      { code: 'kinds_without_weight', value: 2 },
      { code: 'too_few_incidents', value: 3 },
    ]);
  });

  it('B19 refuses fewer than 30 incidents', () => {
    expect(harmWeights(new Array<number>(29).fill(0), table).refusal).toBe('too-few-incidents');
    expect(harmWeights(new Array<number>(30).fill(0), table).refusal).toBeNull();
    expect(harmWeights([...new Array<number>(29).fill(0), 2], table).refusal).toBe('too-few-incidents');
  });

  it('B19 refuses when one incident has more than a fifth of all harm', () => {
    const many = new Array<number>(400).fill(0);
    expect(harmWeights([...many, 3], table)).toMatchObject({ refusal: 'one-incident-dominates' });
    expect(harmGuard([...new Array<number>(40).fill(1), 10]).refusal).toBeNull();
    expect(harmGuard([...new Array<number>(40).fill(1), 10.01]).refusal).toBe('one-incident-dominates');
  });

  it('has nothing to map without harm, and refuses negative weights', () => {
    expect(harmWeights([2, 2], table)).toMatchObject({ largestShare: null, refusal: 'no-harm' });
    expect(harmGuard([])).toMatchObject({ total: 0, refusal: 'no-harm' });
    expect(() => harmWeights([0], { version: 'x', weights: [-1] })).toThrow(/-1/);
    expect(() => harmGuard([1, -2])).toThrow(/-2/);
  });
});

describe('harmByPlace', () => {
  it('keeps counts, sums and squares apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.nat(30)), { maxLength: 60 }),
        (list) => {
          const result = harmByPlace(
            list.map(([place]) => place),
            list.map(([, weight]) => weight),
            5,
          );
          for (let place = 0; place < 5; place++) {
            const here = list.filter(([p]) => p === place).map(([, weight]) => weight);
            const sum = here.reduce((a, b) => a + b, 0);
            expect(result.counts[place]).toBe(here.length);
            expect(result.harm[place]).toBe(sum);
            expect(result.variance[place]).toBe(here.reduce((a, b) => a + b * b, 0));
            expect(result.largestShare[place]).toBe(sum > 0 ? Math.max(...here) / sum : NaN);
          }
        },
      ),
    );
  });

  it('refuses places beyond the last and uneven lists', () => {
    expect(() => harmByPlace([5], [1], 5)).toThrow(/got 5/);
    expect(() => harmByPlace([1, 2], [1], 5)).toThrow(/got 1/);
  });
});
