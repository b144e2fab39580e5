import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/random.ts';
import { riskTerrain, scoreOf } from '../../analysis/risk-terrain.ts';

const level = 0.95;
const factor = (n: number, is: (cell: number) => boolean) =>
  Uint8Array.from({ length: n }, (_, cell) => (is(cell) ? 1 : 0));

describe('scoreOf', () => {
  it('B18 multiplies the relative risk values of the published model', () => {
    const ratios = [Math.exp(3.0617), Math.exp(2.1578)];
    expect(ratios[0]).toBeCloseTo(21.363844844993586, 9);
    expect(ratios[1]).toBeCloseTo(8.652082124388048, 9);
    expect(scoreOf(ratios, 0b11)).toBeCloseTo(184.8417400915688, 8);
    expect([scoreOf(ratios, 0), scoreOf(ratios, 0b10)]).toEqual([1, ratios[1]]);
  });
});

describe('riskTerrain', () => {
  const near = [factor(400, (cell) => cell % 2 === 0), factor(400, (cell) => cell % 5 === 0)];

  it('finds the ratios that were put in', () => {
    const counts = Array.from(
      { length: 400 },
      (_, cell) => 2 * (cell % 2 === 0 ? 3 : 1) * (cell % 5 === 0 ? 4 : 1),
    );
    const { factors, score, pattern, publishable } = riskTerrain(counts, near, { level });
    expect(factors[0].ratio).toBeCloseTo(3, 8);
    expect(factors[1].ratio).toBeCloseTo(4, 8);
    expect([score[0], score[1], score[2], score[5]].map((value) => value.toFixed(6))).toEqual([
      '12.000000',
      '1.000000',
      '3.000000',
      '4.000000',
    ]);
    expect([pattern[0], pattern[2], pattern[5], publishable]).toEqual([3, 1, 2, false]);
  });

  it('does not count twice what stands next to each other', () => {
    const bars = factor(1000, (cell) => cell < 100);
    const stops = factor(1000, (cell) => cell < 85 || (cell >= 500 && cell < 700));
    const counts = Array.from({ length: 1000 }, (_, cell) => (cell < 100 ? 10 : 1));
    const { factors } = riskTerrain(counts, [bars, stops], { level });
    expect(factors[1].crudeRatio).toBeGreaterThan(2);
    expect(factors[1].ratio).toBeCloseTo(1, 6);
    expect(factors[0].ratio).toBeCloseTo(10, 6);
  });

  it('fits as many incidents near each factor as were seen', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const random = seededRandom(seed);
        const some = [0.3, 0.5, 0.2].map((share) => factor(600, () => random.next() < share));
        const counts = Array.from({ length: 600 }, (_, cell) =>
          Math.floor(random.next() * (1 + 3 * some[0][cell]) * (1 + 2 * some[1][cell])),
        );
        const { factors, score, incidents } = riskTerrain(counts, some, { level });
        const scale = incidents / score.reduce((sum, value) => sum + value, 0);
        factors.forEach(({ verdict, incidentsNear }, k) => {
          if (verdict !== 'kept') return;
          const fitted = score.reduce((sum, value, cell) => sum + value * scale * some[k][cell], 0);
          expect(fitted).toBeCloseTo(incidentsNear, 4);
        });
        expect(Math.min(...score)).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps only factors that differ, with enough incidents', () => {
    const counts = Array.from({ length: 400 }, (_, cell) => (cell % 2 === 0 ? 3 : 1));
    const flat = factor(400, (cell) => cell % 4 < 2);
    const rare = factor(400, (cell) => cell === 7);
    const never = factor(400, () => false);
    const { factors, score } = riskTerrain(counts, [near[0], flat, rare, never], { level });
    expect(factors.map(({ verdict }) => verdict)).toEqual([
      'kept',
      'no-difference',
      'too-few-to-say',
      'too-few-to-say',
    ]);
    expect(factors.map(({ ratio }) => ratio.toFixed(6))).toEqual([
      '3.000000',
      '1.000000',
      '1.000000',
      '1.000000',
    ]);
    expect(Math.max(...score)).toBeCloseTo(3, 6);
  });

  it('says when incidents are few, factors overlap or nothing can be kept', () => {
    expect(riskTerrain(new Array<number>(400).fill(0), near, { level }).warnings).toEqual([
      { code: 'few_incidents', value: 0 },
      { code: 'no_factor_kept', value: near.length },
    ]);
    const counts = Array.from({ length: 400 }, (_, cell) => (cell % 2 === 0 ? 3 : 1));
    const twin = riskTerrain(counts, [near[0], near[0]], { level });
    expect(twin.warnings).toEqual([{ code: 'overlapping_factors', value: 2 }]);
    expect(Math.max(...twin.score)).toBeCloseTo(3, 6);
    const zero = riskTerrain(
      counts.map((count, cell) => (cell % 5 ? count : 0)),
      [near[1]],
      { level },
    );
    expect(zero.factors[0].verdict).toBe('no-incidents-near');
  });

  it('refuses more than eight factors', () => {
    expect(() => riskTerrain([1], new Array<Uint8Array>(9).fill(Uint8Array.of(1)), { level })).toThrow(
      /got 9/,
    );
    expect(() => riskTerrain([1], [], { level })).toThrow(/got 0/);
    expect(() => riskTerrain([1, 2], [Uint8Array.of(1)], { level })).toThrow(/got 1/);
    expect(() => riskTerrain([0.5], [Uint8Array.of(1)], { level })).toThrow(/0.5/);
  });
});
