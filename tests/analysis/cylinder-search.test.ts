import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cylinderBounds } from '../../analysis/cylinder-bounds.ts';
import { leastCases, lineBelow } from '../../analysis/least-cases.ts';
import { packedCounts } from '../../analysis/packed-counts.ts';
import { seededRandom } from '../../analysis/random.ts';
import { poissonRatio } from '../../analysis/scan-likelihood.ts';

describe('leastCases', () => {
  it('is where the ratio is reached', () => {
    for (const expected of [0.001, 0.3, 7, 120, 4000])
      for (const ratio of [0.5, 9, 40]) {
        const cases = leastCases(expected, ratio, 10_000);
        expect(poissonRatio(cases, expected, 10_000)).toBeCloseTo(ratio, 6);
        expect(poissonRatio(cases, expected, 10_000)).toBeLessThanOrEqual(ratio);
      }
    expect(leastCases(9000, 2000, 10_000)).toBe(Infinity);
  });

  it('lies above the line between two of its points', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 400, noNaN: true }),
        fc.double({ min: 1.01, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (from, times, between, ratio) => {
          const total = 1000;
          const to = Math.min(900, from * times);
          fc.pre(to > from * 1.001);
          const expected = from + between * (to - from);
          const { least, slope } = lineBelow(from, to, total, ratio, total);
          const line = least + slope * expected;
          expect(line).toBeLessThanOrEqual(leastCases(expected, ratio, total) * (1 + 1e-9));
        },
      ),
    );
  });
});

describe('cylinderBounds', () => {
  it('never calls a run hopeless that reaches the ratio', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 40 }), (seed, periods) => {
        const random = seededRandom(seed);
        const before = new Float64Array(periods + 1);
        for (let t = 0; t < periods; t++) before[t + 1] = before[t] + random.integer(30) ** 2;
        const total = before[periods];
        fc.pre(total > 20);
        const duration = 1 + random.integer(Math.floor(periods / 2));
        const bounds = cylinderBounds(before, duration);
        for (let k = 0; k < 20; k++) {
          const size = 1 + random.integer(Math.floor(total / 2));
          const first = random.integer(periods);
          const end = Math.min(periods, first + 1 + random.integer(duration));
          const during = before[end] - before[first];
          const cases = 1 + random.integer(Math.min(size, during) + 1);
          const expected = (size * during) / total;
          const ratio = poissonRatio(cases, expected, total);
          if (cases > Math.min(size, during) || !(ratio > 0.5)) continue;
          const { parts, classes, least, slope } = bounds.linesFor(ratio);
          const isAbove = Array.from({ length: parts }, (_, part) => {
            const at = part * classes + bounds.classOf(size);
            return cases - slope[at] * expected >= least[at];
          });
          expect(isAbove).toContain(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('packedCounts', () => {
  it('adds rows as if they lay apart, up to the largest sum', () => {
    for (const most of [1, 3, 255, 256, 300_000]) {
      const periods = 11;
      const places = Uint16Array.of(4, 0, 2, 1, 3, 5);
      const random = seededRandom(most);
      const table = Int32Array.from({ length: 6 * periods }, () => random.integer(most + 1));
      const sums = Float64Array.from({ length: periods }, (_, t) =>
        places.reduce((sum, place) => sum + table[place * periods + t], 0),
      );
      const { words, pack, add, unpack } = packedCounts(sums, 6);
      const sum = new Float64Array(words);
      add(sum, pack(table), places, 0, 6);
      const counts = new Float64Array(periods);
      unpack(sum, counts);
      expect(counts).toEqual(sums);
    }
  });
});
