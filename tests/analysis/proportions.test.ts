import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesByGroup, twoProportions, wilson } from '../../analysis/proportions.ts';

const level = 0.95;

describe('wilson', () => {
  it.each([
    [12, 30, 0.24590628116801852, 0.5767963974667752],
    [2, 5, 0.11762077423264783, 0.769275718723987],
  ])('B24 has the interval of %d in %d', (yes, n, low, high) => {
    const { interval } = wilson(yes, n, { level })!;
    expect(interval[0]).toBeCloseTo(low, 10);
    expect(interval[1]).toBeCloseTo(high, 10);
  });

  it('holds the shares a score test would not refuse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (n, k) => {
        const yes = Math.min(k, n);
        const { share, interval } = wilson(yes, n, { level })!;
        for (const end of interval)
          if (end > 0 && end < 1)
            expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.959964, 5);
        expect(interval[0]).toBeLessThanOrEqual(share);
        expect(interval[1]).toBeGreaterThanOrEqual(share);
      }),
    );
  });

  it('is wider for clusters: as if fewer had been asked', () => {
    const clustered = wilson(30, 60, { level, designEffect: 1.5 })!;
    expect(clustered.interval[0]).toBeCloseTo(wilson(20, 40, { level })!.interval[0], 12);
    expect([clustered.n, clustered.share]).toEqual([60, 0.5]);
  });

  it('reaches the ends, has nothing to say about nobody, refuses more than all', () => {
    expect(wilson(0, 12, { level })!.interval[0]).toBe(0);
    expect(wilson(12, 12, { level })!.interval[1]).toBe(1);
    expect(wilson(0, 0, { level })).toBeNull();
    expect(() => wilson(6, 5, { level })).toThrow(/6 of 5/);
    expect(() => wilson(1, 5, { level, designEffect: 0.5 })).toThrow(/0.5/);
  });
});

describe('twoProportions', () => {
  it('B24 has the pooled score of 45 and 60 in 100', () => {
    const { z, difference, p, interval } = twoProportions(
      { yes: 45, n: 100 },
      { yes: 60, n: 100 },
      { level },
    )!;
    expect(z).toBeCloseTo(-2.12398, 5);
    expect(p).toBeCloseTo(0.0336724, 6);
    expect(difference).toBeCloseTo(-0.15, 12);
    expect(interval[1]).toBeLessThan(0);
  });

  it('has the interval of Newcombe (1998), example 56/70 and 48/80', () => {
    const { interval } = twoProportions({ yes: 56, n: 70 }, { yes: 48, n: 80 }, { level })!;
    expect(interval[0]).toBeCloseTo(0.0524, 4);
    expect(interval[1]).toBeCloseTo(0.3339, 4);
  });

  it('turns its sign with the groups and has no score when all agree', () => {
    const a = { yes: 4, n: 19 };
    const b = { yes: 11, n: 23 };
    expect(twoProportions(a, b, { level })!.z).toBeCloseTo(-twoProportions(b, a, { level })!.z, 12);
    expect(twoProportions({ yes: 5, n: 5 }, { yes: 9, n: 9 }, { level })!.z).toBeNaN();
    expect(twoProportions({ yes: 0, n: 0 }, b, { level })).toBeNull();
  });
});

describe('sharesByGroup', () => {
  it('does not show fewer than ten answers', () => {
    const [women, men] = sharesByGroup(
      [
        { yes: 4, n: 9 },
        { yes: 4, n: 10 },
      ],
      { level },
    );
    expect(women).toEqual({ shown: false, reason: 'too-few-answers' });
    expect(men).toMatchObject({ shown: true, share: 0.4, n: 10 });
  });
});
