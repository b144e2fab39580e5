import { describe, expect, it } from 'vitest';
import { detectableEffect } from '../../analysis/detectable-effect.ts';
import { seededRandom } from '../../analysis/random.ts';
import { weightedDisplacement } from '../../analysis/weighted-displacement.ts';

const half = { alpha: 0.05, sides: 1, power: 0.5 } as const;

describe('detectableEffect', () => {
  it.each([
    [25, 16.4, 23.3],
    [50, 23.3, 32.9],
    [100, 32.9, 46.5],
  ])('B20.11 needs a fall of this many at %d in each count', (mean, without, withZones) => {
    const two = { treated: mean, control: mean };
    const four = { ...two, displacement: mean, displacementControl: mean };
    expect(detectableEffect(two, half).reduction).toBeCloseTo(without, 1);
    expect(detectableEffect(four, half).reduction).toBeCloseTo(withZones, 1);
  });

  it('adds 0.84 standard errors for a power of 80 %', () => {
    const two = { treated: 50, control: 50 };
    const more = detectableEffect(two, { ...half, power: 0.8 }).reduction;
    expect(more - detectableEffect(two, half).reduction).toBeCloseTo(0.8416 * Math.sqrt(200), 2);
  });

  it('keeps its promise: a fall of that size shows as often as said', () => {
    const random = seededRandom(5);
    const poisson = (mean: number) => {
      let k = 0;
      for (let left = Math.exp(-mean), p = random.next(); p > left; k++) p *= random.next();
      return k;
    };
    const { reduction } = detectableEffect({ treated: 90, control: 90 }, { ...half, power: 0.8 });
    let seen = 0;
    for (let run = 0; run < 2000; run++) {
      const treated = [poisson(90), poisson(90 - reduction)] as const;
      const { z } = weightedDisplacement(
        { treated, control: [poisson(90), poisson(90)] },
        { alpha: 0.1 },
      ).total;
      if (z < -1.6449) seen++;
    }
    expect(seen / 2000).toBeGreaterThan(0.77);
    expect(seen / 2000).toBeLessThan(0.86);
  });

  it('has the variance of the difference it plans for', () => {
    const options = { timeWeights: [2, 1], areaWeights: { treated: 3, control: 4 } } as const;
    const { standardError } = weightedDisplacement(
      { treated: [80, 40], control: [60, 30] },
      { alpha: 0.05, ...options },
    ).total;
    const { reduction } = detectableEffect({ treated: 80, control: 60 }, { ...half, ...options });
    expect(reduction / standardError).toBeCloseTo(1.6448536, 6);
  });

  it('says when even no incident at all would not show', () => {
    expect(detectableEffect({ treated: 4, control: 9 }, half).warnings.map(({ code }) => code)).toEqual([
      'cannot_show',
    ]);
    const none = detectableEffect({ treated: 0, control: 0 }, half);
    expect([none.reduction, none.share, none.warnings]).toEqual([
      0,
      Infinity,
      [
        { code: 'no_incidents', value: 0 },
        { code: 'cannot_show', value: 0 },
      ],
    ]);
  });

  it('refuses impossible plans', () => {
    expect(() => detectableEffect({ treated: -1, control: 2 }, half)).toThrow(/-1/);
    expect(() => detectableEffect({ treated: 1, control: 2 }, { ...half, power: 0.2 })).toThrow(/0.2/);
    expect(() => detectableEffect({ treated: 1, control: 2 }, { ...half, alpha: 0 })).toThrow(/0/);
  });
});
