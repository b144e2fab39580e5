/**
 * Question: where are there more or fewer incidents than before?
 * Method: each cell or area compares its count before with its count after, by the E-test (Krishnamoorthy & Thomson
 * 2004, doi:10.1016/S0378-3758(02)00408-1), which allows for periods of unequal length, or by the Poisson z (Wheeler 2016,
 * doi:10.1177/1461355716642781) with its p from z / √2, for both counts vary. The false discovery rate is held over
 * all places that had any incident (Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x).
 *
 * Assumptions: counts are whole incidents that come independently; weights have other variances and are refused.
 * Not to conclude: that a place without colour is unchanged, what caused a change, or anything from the difference of
 * two small counts by itself: most places swing by chance.
 */
import { normalTwoSided } from './distributions.ts';
import { eTests } from './e-test.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import type { Warning } from './warning.ts';

export interface ChangeMapOptions {
  readonly test: 'e-test' | 'poisson-z';
  /** Days of the two periods. */
  readonly daysBefore: number;
  readonly daysAfter: number;
  /** Accepted share of false alarms. */
  readonly level: number;
  readonly correction: 'fdr' | 'none';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** One entry a place; NaN where there is too little to say. */
export interface ChangeMap {
  /** Places. */
  readonly n: number;
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** Incidents the second period would have at the rate of the first. */
  readonly expected: Float64Array;
  /** After less expected: incidents per second period. */
  readonly change: Float64Array;
  /** 2(√after - √before), whatever the test; NaN for periods of unequal length. */
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** Equal to p when the correction is 'none'. */
  readonly q: Float64Array;
  /** 1 more, -1 fewer, 0 neither or too few. */
  readonly classes: Int8Array;
  /** Places that were tested. */
  readonly tested: number;
  readonly parameters: Omit<ChangeMapOptions, 'progress'>;
  /** few_incidents with their number. */
  readonly warnings: readonly Warning[];
}

/** Fewer incidents in both periods, and hardly any change could be told from chance. */
export const CHANGE_FLOOR = 30;
/** The square root is steady from an average of five a period on. */
const Z_FLOOR = 10;
/** Periods that differ by less count as equally long for z (a day of saving time or leap in a year). */
const EQUAL_LENGTH = 0.003;

export function changeMap(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  options: ChangeMapOptions,
): ChangeMap {
  const { progress, ...parameters } = options;
  const { test, daysBefore, daysAfter, level, correction } = parameters;
  const n = before.length;
  if (after.length !== n)
    throw new RangeError(`both periods need as many places, got ${n} and ${after.length}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const even = requireDays(test, daysBefore, daysAfter);
  const [totalBefore, totalAfter] = [totalOf(before), totalOf(after)];
  const expected = Float64Array.from(before, (count) => (count * daysAfter) / daysBefore);
  const change = expected.map((count, i) => after[i] - count);
  const z = expected.map((_, i) => (even ? 2 * (Math.sqrt(after[i]) - Math.sqrt(before[i])) : NaN));
  const p =
    test === 'e-test'
      ? eTests(before, after, { exposure1: daysBefore, exposure2: daysAfter }, progress)
      : z.map((score, i) => (before[i] + after[i] < Z_FLOOR ? NaN : normalTwoSided(score / Math.SQRT2)));
  const q = correction === 'fdr' ? falseDiscoveryRate(p) : p;
  const classes = Int8Array.from(change, (by, i) => (q[i] < level ? Math.sign(by) : 0));
  const tested = p.reduce((sum, value) => sum + +!Number.isNaN(value), 0);
  const all = totalBefore + totalAfter;
  const warnings = all < CHANGE_FLOOR ? [{ code: 'few_incidents', value: all }] : [];
  return { n, totalBefore, totalAfter, expected, change, z, p, q, classes, tested, parameters, warnings };
}

/** Are the periods equally long? */
function requireDays(test: ChangeMapOptions['test'], daysBefore: number, daysAfter: number): boolean {
  for (const days of [daysBefore, daysAfter])
    if (!(days > 0 && Number.isFinite(days))) throw new RangeError(`a period must have days, got ${days}`);
  const even = Math.abs(daysAfter / daysBefore - 1) <= EQUAL_LENGTH;
  if (test === 'poisson-z' && !even)
    throw new RangeError(
      `poisson-z needs periods of equal length, got ${daysBefore} and ${daysAfter} days; the e-test does not`,
    );
  return even;
}

function totalOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    if (!(Number.isInteger(counts[i]) && counts[i] >= 0))
      throw new RangeError(`counts must be whole numbers from 0, got ${counts[i]}`);
    sum += counts[i];
  }
  return sum;
}
