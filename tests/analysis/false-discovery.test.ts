import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalLower, normalTwoSided } from '../../analysis/distributions.ts';
import { falseDiscoveryRate } from '../../analysis/false-discovery.ts';
import { quantiles } from '../../analysis/order-statistics.ts';

describe('falseDiscoveryRate', () => {
  it('equals p.adjust(method = "BH") of R', () => {
    const p = Float64Array.of(0.01, 0.02, 0.03, 0.04, 0.05);
    expect([...falseDiscoveryRate(p)].map((q) => Number(q.toFixed(12)))).toEqual([
      0.05, 0.05, 0.05, 0.05, 0.05,
    ]);
    const mixed = falseDiscoveryRate(Float64Array.of(0.001, 0.8, 0.04, 0.02));
    expect(mixed[0]).toBeCloseTo(0.004, 12);
    expect(mixed[1]).toBeCloseTo(0.8, 12);
    expect(mixed[2]).toBeCloseTo(0.04 * (4 / 3), 12);
    expect(mixed[3]).toBeCloseTo(0.04, 12);
  });

  it('agrees with the definition, ties and gaps included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(NaN)), { maxLength: 40 }),
        (list) => {
          const p = Float64Array.from(list, (value) => value / 20);
          const tests = [...p].filter((value) => !Number.isNaN(value));
          const naive = [...p].map((value) =>
            Number.isNaN(value)
              ? NaN
              : Math.min(
                  1,
                  ...tests
                    .filter((other) => other >= value)
                    .map((other) => (other * tests.length) / tests.filter((t) => t <= other).length),
                ),
          );
          falseDiscoveryRate(p).forEach((q, i) => {
            if (Number.isNaN(naive[i])) expect(q).toBeNaN();
            else expect(q).toBeCloseTo(naive[i], 12);
          });
        },
      ),
    );
  });

  it('takes nothing and refuses what is no p', () => {
    expect(falseDiscoveryRate(new Float64Array(0)).length).toBe(0);
    expect(() => falseDiscoveryRate(Float64Array.of(1.5))).toThrow(/1.5/);
  });
});

describe('normalTwoSided', () => {
  it('keeps its digits in the thin tails', () => {
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(normalTwoSided(-8) / 1.2441921148543568e-15).toBeCloseTo(1, 10);
    expect(normalTwoSided(20) / 5.5072482372124e-89).toBeCloseTo(1, 10);
    expect(normalTwoSided(0)).toBe(1);
    expect(normalTwoSided(NaN)).toBeNaN();
    expect(normalLower(0)).toBe(0.5);
  });
});

describe('quantiles', () => {
  it('agrees with sorting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }), (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const naive = [0, 0.25, 0.5, 0.75, 1].map((share) => {
          const place = share * (list.length - 1);
          const low = Math.floor(place);
          return sorted[low] + (place - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
        });
        quantiles(Float64Array.from(list), [0, 0.25, 0.5, 0.75, 1]).forEach((value, i) => {
          expect(value).toBeCloseTo(naive[i], 12);
        });
      }),
    );
  });
});
