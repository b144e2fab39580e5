import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CusumOptions, cusum, cusumRunLength } from '../../analysis/cusum.ts';
import { type Random, seededRandom } from '../../analysis/random.ts';

const monthly: CusumOptions = { baseline: 8, ratio: 1.5, falseAlarmEvery: 60 };

function poisson(mean: number, random: Random): number {
  let count = 0;
  for (let rest = random.next(); rest > Math.exp(-mean); rest *= random.next()) count++;
  return count;
}

/** Steps until the first alarm, on average over simulated series. */
function simulated(mean: number, k: number, h: number, up: boolean, runs: number): number {
  const random = seededRandom(17);
  let steps = 0;
  for (let run = 0; run < runs; run++)
    for (let level = 0; level < h - 1e-9; steps++)
      level = Math.max(0, level + (up ? 1 : -1) * (poisson(mean, random) - k));
  return steps / runs;
}

describe('cusumRunLength', () => {
  // (I - Q)⁻¹ 1 of the full chain, solved with numpy.linalg.solve.
  it.each<[number, number, number, number, boolean, number]>([
    [2.4, 3, 10, 1, true, 548.3622655286819],
    [4, 5, 10, 1, true, 421.6500984860621],
    [1, 1.5, 4, 2, true, 121.95231614000247],
    [8, 8.7, 12, 10, true, 79.8777443506584],
    [5, 3.9, 6, 10, false, 124.87293097017793],
    [0.5, 0.7, 3.2, 10, true, 77.3179377868626],
  ])('of mean %d, k %d, h %d in 1/%d (up %s) is %d', (mean, k, h, scale, up, length) => {
    expect(cusumRunLength(mean, k, h, scale, up) / length).toBeCloseTo(1, 8);
  });

  it('is one over the chance of a single step when there is one state', () => {
    expect(cusumRunLength(2, 3, 1, 1)).toBeCloseTo(1 / (1 - Math.exp(-2) * (1 + 2 + 2 + 4 / 3)), 10);
  });

  it('agrees with simulated series within 5 %', () => {
    expect(simulated(2.4, 3, 6, true, 3000) / cusumRunLength(2.4, 3, 6, 1)).toBeCloseTo(1, 1);
    expect(simulated(5, 3.9, 4, false, 3000) / cusumRunLength(5, 3.9, 4, 10, false)).toBeCloseTo(1, 1);
  });

  it('refuses limits that are no whole states', () => {
    expect(() => cusumRunLength(2, 3.05, 10, 10)).toThrow(/3.05/);
    expect(() => cusumRunLength(2, 3, 0, 10)).toThrow(/0/);
  });
});

describe('cusum', () => {
  it('follows counts that vary more in units in which they vary by chance', () => {
    const units = [3, 9, 12, 15, 2, 20, 18, 16, 4];
    const plain = cusum(units, monthly);
    const wide = cusum(
      units.map((unit) => 4 * unit),
      { ...monthly, baseline: 32, dispersion: 4 },
    );
    expect(Array.from(wide.path)).toEqual(Array.from(plain.path, (sum) => expect.closeTo(4 * sum, 9)));
    expect(wide.alarms).toEqual(plain.alarms);
    expect(wide.alarms.length).toBeGreaterThan(0);
    expect([wide.runLength, wide.delay]).toEqual([plain.runLength, plain.delay]);
    expect(wide.limit).toBeCloseTo(4 * plain.limit, 9);
    for (const dispersion of [0.9, Number.NaN, 2000])
      expect(() => cusum([], { ...monthly, dispersion })).toThrow(/dispersion/);
  });

  it('keeps the budget on counts that come in threes', () => {
    const random = seededRandom(23);
    const counts = Array.from({ length: 20_000 }, () => 3 * poisson(4, random));
    const options = { baseline: 12, ratio: 1.5, falseAlarmEvery: 100 };
    const [naive, wide] = [1, 3].map((dispersion) => cusum(counts, { ...options, dispersion }));
    expect(counts.length / wide.alarms.length / wide.runLength).toBeCloseTo(1, 0);
    expect(naive.alarms.length).toBeGreaterThan(4 * wide.alarms.length);
  });

  it('raises no false alarm ever where chance cannot reach a single state', () => {
    // Rounding leaves a little more or less than nothing.
    for (let baseline = 455; baseline < 465; baseline += 0.37) {
      const found = cusum([460, 470, 1400], { baseline, ratio: 3, falseAlarmEvery: 365 });
      expect(found).toMatchObject({ limit: 1, alarms: [{ step: 2 }] });
      expect(found.runLength).toBeGreaterThan(1e12);
    }
  });

  it('can be ended by what progress throws', () => {
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => cusum([1], monthly, stop)).toThrow('stopped');
  });

  it('keeps the budget: the least limit whose false alarms are far enough apart', () => {
    const options = fc.record({
      baseline: fc.double({ min: 0.05, max: 60, noNaN: true }),
      ratio: fc.constantFrom(0.5, 0.7, 1.3, 1.5, 2),
      falseAlarmEvery: fc.constantFrom(12, 60, 120, 365),
    });
    fc.assert(
      fc.property(options, (chosen) => {
        const { runLength, delay, reference } = cusum([], chosen);
        expect(runLength).toBeGreaterThanOrEqual(chosen.falseAlarmEvery);
        expect(delay).toBeLessThan(runLength);
        const [low, high] = [1, chosen.ratio].map((by) => by * chosen.baseline).sort((a, b) => a - b);
        expect(reference).toBeGreaterThan(low);
        expect(reference).toBeLessThan(high);
      }),
      { numRuns: 40 },
    );
  });

  it('has k = λ0 (ratio - 1) / ln ratio, to the fraction it says', () => {
    const { reference, limit, runLength } = cusum([], monthly);
    expect(Math.abs(reference - 4 / Math.log(1.5))).toBeLessThan(0.05);
    expect(cusumRunLength(8, reference, limit, 20)).toBeCloseTo(runLength, 8);
  });

  it('follows the counts, alarms and starts again', () => {
    const counts = [8, 7, 9, 20, 20, 8, 8, 30];
    const { path, alarms, reference, limit } = cusum(counts, monthly);
    let level = 0;
    const seen: number[] = [];
    counts.forEach((count, step) => {
      level = Math.max(0, level + count - reference);
      expect(path[step]).toBeCloseTo(level, 9);
      if (level < limit) return;
      seen.push(step);
      level = 0;
    });
    expect(alarms.map(({ step }) => step)).toEqual(seen);
    expect(seen.length).toBeGreaterThan(1);
    expect(alarms[0].since).toBe(3);
  });

  it('finds a fall as well', () => {
    const counts = [8, 9, 7, 8, 2, 1, 2, 1, 2];
    expect(cusum(counts, { ...monthly, ratio: 0.6 }).alarms.length).toBeGreaterThan(0);
    expect(cusum(counts, monthly).alarms.length).toBe(0);
  });

  it('keeps its budget in a long quiet series', () => {
    const random = seededRandom(23);
    const counts = Array.from({ length: 60_000 }, () => poisson(3, random));
    const { alarms, runLength } = cusum(counts, { baseline: 3, ratio: 1.5, falseAlarmEvery: 100 });
    expect(alarms.length / (60_000 / runLength)).toBeCloseTo(1, 0);
    expect(Math.abs(alarms.length / (60_000 / runLength) - 1)).toBeLessThan(0.12);
  });

  it('warns of short series and of rare incidents', () => {
    expect(cusum([1, 2], monthly).warnings).toEqual([{ code: 'few_steps', value: 2 }]);
    const rare = { baseline: 0.01, ratio: 2, falseAlarmEvery: 1000 };
    expect(cusum(new Array(500).fill(0), rare).warnings).toEqual([{ code: 'rare', value: 0.01 }]);
  });

  it('refuses what cannot be', () => {
    expect(() => cusum([1.5], monthly)).toThrow(/1.5/);
    expect(() => cusum([], { ...monthly, baseline: 0 })).toThrow(/baseline/);
    expect(() => cusum([], { ...monthly, ratio: 1 })).toThrow(/ratio/);
    expect(() => cusum([], { ...monthly, falseAlarmEvery: 1 })).toThrow(/falseAlarmEvery/);
  });
});
