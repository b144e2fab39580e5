/**
 * Question: has the pattern moved, whatever happened to the total?
 * Method: spatial point pattern test (Andresen 2009, doi:10.1016/j.apgeog.2008.12.004) with differences of proportions
 * (Wheeler, Steenbeek & Andresen 2018, doi:10.1111/tgis.12341): for each area a table of two rows and two columns, its
 * count and the rest in both periods, χ² with Yates' correction of at most the difference itself; p adjusted for any
 * dependence (Benjamini & Yekutieli 2001, doi:10.1214/aos/1013699998), for the shares of a total depend on each other.
 * S is the share of the areas with any incident that are not different: 1 the same pattern, 0 another one everywhere.
 *
 * Assumptions: independent incidents; the same areas in both periods. χ² is rough where fewer than five are expected.
 * Not to conclude: that S near 1 shows the same pattern when counts are small: nothing can differ then. That an area got
 * more or fewer incidents: its share of the total is compared.
 */
import { normalTwoSided } from './distributions.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import type { Warning } from './warning.ts';

export interface PointPatternOptions {
  /** Accepted share of false alarms. */
  readonly level: number;
  /** 'by' for any dependence, 'fdr' for independent or positively dependent tests. */
  readonly correction: 'by' | 'fdr' | 'none';
}

/** One entry an area; NaN without any incident. */
export interface PointPattern {
  /** Areas with any incident. */
  readonly n: number;
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** Share of the total in each period. */
  readonly shareBefore: Float64Array;
  readonly shareAfter: Float64Array;
  readonly chi: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** 1 a larger share than before, -1 a smaller one, 0 no difference shown. */
  readonly classes: Int8Array;
  /** S: share of the n areas that are not different; NaN when nothing can be compared. */
  readonly similarity: number;
  readonly parameters: PointPatternOptions;
  /** few_incidents in the smaller period; small_expected with the number of such areas; one_area. */
  readonly warnings: readonly Warning[];
}

/** Fewer incidents in a period, and no share can be told from another. */
export const POINT_PATTERN_FLOOR = 30;
const SMALL_EXPECTED = 5;

export function pointPatternTest(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  options: PointPatternOptions,
): PointPattern {
  const { level, correction } = options;
  if (before.length !== after.length)
    throw new RangeError(`every area needs two counts, got ${before.length} and ${after.length}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const [totalBefore, totalAfter] = [totalOf(before), totalOf(after)];
  const shareBefore = Float64Array.from(before, (count) => count / totalBefore);
  const shareAfter = Float64Array.from(after, (count) => count / totalAfter);
  const chi = shareBefore.map((_, i) => chiOf(before[i], after[i], totalBefore, totalAfter));
  // One degree of freedom: the square of a standard score.
  const p = chi.map((value) => normalTwoSided(Math.sqrt(value)));
  const q = adjusted(p, correction);
  const classes = Int8Array.from(q, (value, i) =>
    value < level ? Math.sign(shareAfter[i] - shareBefore[i]) : 0,
  );
  const n = shareBefore.filter((_, i) => before[i] + after[i] > 0).length;
  const different = classes.reduce((sum, own) => sum + Math.abs(own), 0);
  const similarity = totalBefore > 0 && totalAfter > 0 ? 1 - different / n : NaN;
  const warnings = warningsOf(before, after, totalBefore, totalAfter, n);
  const totals = { n, totalBefore, totalAfter };
  const parameters = { level, correction };
  return { ...totals, shareBefore, shareAfter, chi, p, q, classes, similarity, parameters, warnings };
}

/** NaN without incidents in the area or in a period; 0 when the area is the whole. */
function chiOf(a: number, b: number, totalA: number, totalB: number): number {
  const inside = a + b;
  const all = totalA + totalB;
  if (inside === 0 || totalA === 0 || totalB === 0) return NaN;
  if (inside === all) return 0;
  const off = Math.abs(a - (totalA * inside) / all);
  const corrected = off - Math.min(0.5, off);
  // The four cells are off by the same: Σ off² / expected in one.
  return (corrected ** 2 * all ** 3) / (totalA * totalB * inside * (all - inside));
}

function adjusted(p: Float64Array, correction: PointPatternOptions['correction']): Float64Array {
  if (correction === 'none') return p;
  const q = falseDiscoveryRate(p);
  if (correction === 'fdr') return q;
  let harmonic = 0;
  const tests = p.reduce((sum, value) => sum + +!Number.isNaN(value), 0);
  for (let k = 1; k <= tests; k++) harmonic += 1 / k;
  return q.map((value) => Math.min(1, value * harmonic));
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

function warningsOf(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  totalBefore: number,
  totalAfter: number,
  n: number,
): Warning[] {
  const warnings: Warning[] = [];
  const least = Math.min(totalBefore, totalAfter);
  if (least < POINT_PATTERN_FLOOR) warnings.push({ code: 'few_incidents', value: least });
  if (n === 1) warnings.push({ code: 'one_area', value: 1 });
  const share = least / (totalBefore + totalAfter);
  let small = 0;
  for (let i = 0; i < before.length; i++) {
    const inside = before[i] + after[i];
    if (inside > 0 && inside * share < SMALL_EXPECTED) small++;
  }
  if (small > 0) warnings.push({ code: 'small_expected', value: small });
  return warnings;
}
