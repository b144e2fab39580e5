import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/random.ts';
import { weekdayTest } from '../../analysis/weekday-test.ts';

/** Every sequence of days counted by itself. */
function byDefinition(counts: readonly number[], shares: readonly number[]): number {
  const n = counts.reduce((a, b) => a + b);
  const gOf = (v: readonly number[]) =>
    2 * v.reduce((sum, k, day) => sum + (k === 0 ? 0 : k * Math.log(k / (n * shares[day]))), 0);
  const seen = gOf(counts) - 1e-9;
  const held = [0, 0, 0, 0, 0, 0, 0];
  const go = (left: number, chance: number): number => {
    if (left === 0) return gOf(held) >= seen ? chance : 0;
    let sum = 0;
    for (let day = 0; day < 7; day++) {
      held[day]++;
      sum += go(left - 1, chance * shares[day]);
      held[day]--;
    }
    return sum;
  };
  return go(n, 1);
}

describe('weekdayTest', () => {
  it.each([
    [[3, 0, 0, 0, 0, 0, 0], 11.675460894331879, 0.02040816326530612],
    [[2, 1, 0, 0, 0, 0, 0], 7.856375884563004, 0.3877551020408163],
    [[1, 1, 1, 0, 0, 0, 0], 5.0837871623232225, 1],
  ])('B12 weekday: %j', (counts, g, p) => {
    const result = weekdayTest(counts);
    expect(result.g).toBeCloseTo(g, 10);
    expect(result.p).toBeCloseTo(p, 10);
    expect(result.exact).toBe(true);
  });

  it('B12 weekday: six on Monday, one each on Saturday and Sunday', () => {
    const { g, p, n } = weekdayTest([6, 0, 0, 0, 0, 1, 1]);
    expect(n).toBe(8);
    expect(g).toBeCloseTo(19.3646, 4);
    expect(p).toBeCloseTo(0.001946, 6);
  });

  it('equals the count of all sequences of days, also with unequal exposure', () => {
    const exposure = [5, 5, 4, 4, 4, 4, 4];
    const shares = exposure.map((days) => days / 30);
    for (const counts of [
      [2, 1, 0, 0, 1, 0, 0],
      [0, 0, 0, 3, 0, 0, 2],
    ]) {
      expect(weekdayTest(counts, exposure).p).toBeCloseTo(byDefinition(counts, shares), 10);
      expect(weekdayTest(counts).p).toBeCloseTo(byDefinition(counts, Array(7).fill(1 / 7)), 10);
    }
  });

  it('does not mind the order of the days when all are alike', () => {
    const counts = fc.array(fc.nat(3), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(counts, (own) => {
        fc.pre(own.some((k) => k > 0));
        expect(weekdayTest(own.toReversed()).p).toBeCloseTo(weekdayTest(own).p, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('comes near χ² at its limit, where χ² takes over', () => {
    const exact = weekdayTest([9, 7, 2, 5, 2, 5, 5]);
    const other = weekdayTest([9, 7, 2, 5, 2, 6, 5]);
    expect([exact.exact, other.exact]).toEqual([true, false]);
    expect(Math.abs(exact.p - other.p)).toBeLessThan(0.05);
    expect(weekdayTest([20, 8, 2, 6, 3, 6, 6]).p).toBeLessThan(0.001);
  });

  it('has few false alarms when nothing is there', () => {
    const random = seededRandom(9);
    let alarms = 0;
    for (let run = 0; run < 400; run++) {
      const counts = [0, 0, 0, 0, 0, 0, 0];
      for (let k = 0; k < 9; k++) counts[random.integer(7)]++;
      if (weekdayTest(counts).p < 0.05) alarms++;
    }
    expect(alarms / 400).toBeLessThan(0.07);
  });

  it('says no incidents, and small expected counts', () => {
    expect(weekdayTest([0, 0, 0, 0, 0, 0, 0])).toMatchObject({
      p: NaN,
      warnings: [{ code: 'no_incidents', value: 0 }],
    });
    const { warnings } = weekdayTest([50, 0, 0, 0, 0, 0, 0], [100, 100, 100, 100, 100, 100, 1]);
    expect(warnings[0].code).toBe('small_expected');
  });

  it('refuses weeks that are none', () => {
    expect(() => weekdayTest([1, 2])).toThrow(/2/);
    expect(() => weekdayTest([1, 1, 1, 1, 1, 1, 0.5])).toThrow(/0.5/);
    expect(() => weekdayTest([1, 1, 1, 1, 1, 1, 1], [1, 1])).toThrow(/2/);
    expect(() => weekdayTest([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 0])).toThrow(/0/);
  });
});

const file = new URL('../../../shared/data/methods/wdd-and-counts/expected.json', import.meta.url);
const available = existsSync(file);
if (!available) process.stderr.write('SKIPPED: cases of the weekday test are absent (../shared/data)\n');

describe.skipIf(!available)('the cases of ptools', () => {
  it('have their G', () => {
    const { small_sample_G } = JSON.parse(readFileSync(file, 'utf8'));
    expect(small_sample_G.length).toBe(3);
    for (const { counts, G } of small_sample_G) expect(weekdayTest(counts).g).toBeCloseTo(G, 2);
  });
});
