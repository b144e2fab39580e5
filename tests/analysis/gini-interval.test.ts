import { describe, expect, it } from 'vitest';
import { concentration } from '../../analysis/concentration.ts';
import { giniInterval } from '../../analysis/gini-interval.ts';
import { seededRandom } from '../../analysis/random.ts';

const options = { level: 0.95, seed: 7, samples: 1000 } as const;
const law = [22, 18, 17, 12, 11, 8, 6, 3, 2, 1];

describe('giniInterval', () => {
  it('is the same for the same seed and another for another', () => {
    const first = giniInterval(law, options);
    expect(giniInterval(law, options)).toEqual(first);
    expect(giniInterval(law, { ...options, seed: 8 }).interval).not.toEqual(first.interval);
  });

  it('equals the limits of scipy within its own chance', () => {
    // scipy.stats.bootstrap of this coefficient, method BCa, 199,999 samples: 0.2961 to 0.6187.
    const { interval, estimate } = giniInterval(law, {
      ...options,
      samples: 20_000,
      coefficient: 'unbiased',
    });
    expect(estimate).toBeCloseTo(0.392 / 0.9, 10);
    expect(Math.abs(interval![0] - 0.2961)).toBeLessThan(0.005);
    expect(Math.abs(interval![1] - 0.6187)).toBeLessThan(0.005);
  });

  it('holds the estimate and is wider at a higher level', () => {
    const random = seededRandom(3);
    const counts = Array.from({ length: 200 }, () => Math.floor(-4 * Math.log(1 - random.next())));
    const { interval, estimate } = giniInterval(counts, options);
    expect(estimate).toBe(concentration(counts).generalisedUnbiased);
    expect(interval![0]).toBeLessThan(estimate!);
    expect(interval![1]).toBeGreaterThan(estimate!);
    const wide = giniInterval(counts, { ...options, level: 0.99 }).interval!;
    expect(wide[0]).toBeLessThan(interval![0]);
    expect(wide[1]).toBeGreaterThan(interval![1]);
  });

  it('spreads as drawing place by place does', () => {
    const random = seededRandom(12);
    const counts = Array.from({ length: 400 }, () => Math.floor(-2 * Math.log(1 - random.next())));
    const drawn = Array.from({ length: 4000 }, () => {
      const sample = counts.map(() => counts[random.integer(counts.length)]);
      return concentration(sample).generalisedUnbiased ?? Number.NaN;
    }).sort((a, b) => a - b);
    const { interval } = giniInterval(counts, { ...options, samples: 4000 });
    const width = drawn[3899] - drawn[99];
    expect((interval![1] - interval![0]) / width).toBeCloseTo(1, 1);
  });

  it('does not take longer for a million places', () => {
    const counts = new Uint8Array(1_000_000).map((_, i) => i % 7);
    let reports = 0;
    const { interval } = giniInterval(counts, { ...options, progress: () => reports++ });
    expect(interval![1] - interval![0]).toBeLessThan(0.01);
    expect(reports).toBeLessThan(10);
  });

  it('gives no interval for few places or incidents', () => {
    expect(giniInterval([9, 9, 8, 8], options)).toMatchObject({
      interval: null,
      warnings: [{ code: 'few_places', value: 4 }],
    });
    const few = giniInterval([1, ...new Array<number>(40).fill(0)], options);
    expect(few).toMatchObject({ interval: null, estimate: null });
    expect(few.warnings).toEqual([
      { code: 'few_incidents', value: 1 },
      { code: 'not_defined', value: 1 },
    ]);
  });

  it('is a point when all places are alike', () => {
    expect(giniInterval(new Array<number>(40).fill(3), options).interval).toEqual([0, 0]);
  });

  it('ends when progress throws', () => {
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => giniInterval(law, { ...options, progress: stop })).toThrow('stop');
  });

  it('refuses too few samples and a level that is none', () => {
    expect(() => giniInterval(law, { ...options, samples: 10 })).toThrow(/10/);
    expect(() => giniInterval(law, { ...options, level: 95 })).toThrow(/95/);
  });
});
