/**
 * Question: while a response runs, how many fewer incidents have there been so far than in the control area?
 * Method: the weighted displacement difference over the periods so far (Wheeler & Ratcliffe 2018,
 * doi:10.1186/s40163-018-0085-5), period by period. With counts from before, these are scaled to the length so far
 * and their variance by the square of it; without, treated and control are compared as they are.
 *
 * Assumptions: as in `weighted-displacement.ts`. Looking again and again finds something sooner or later: with
 * `looks` given, alpha is divided by it (Bonferroni), and the band holds over all looks.
 * Not to conclude: success from the first period outside the band when `looks` was not fixed before the start.
 */
import { normalQuantile } from './distributions.ts';
import type { Warning } from './warning.ts';

export interface CumulativeOptions {
  /** Two-sided, over all looks. */
  readonly alpha: number;
  /** Incidents of the periods before, and how many periods of the same length they cover. */
  readonly before?: { readonly treated: number; readonly control: number; readonly periods: number };
  /** Looks that were planned before the start. */
  readonly looks?: number;
}

/** One entry a period, counted from the start. */
export interface CumulativeDisplacement {
  readonly treated: Float64Array;
  readonly control: Float64Array;
  /** Negative: fewer than expected. */
  readonly estimate: Float64Array;
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** First period whose band leaves out zero, -1 if none. */
  readonly firstOutside: number;
  readonly n: number;
  readonly level: number;
  readonly parameters: CumulativeOptions;
  /** repeated_looks: `value` looks that were not planned; more_looks_than_planned: `value` of them. */
  readonly warnings: readonly Warning[];
}

/** Counts of each period since the start, in order. */
export function cumulativeDisplacement(
  treated: ArrayLike<number>,
  control: ArrayLike<number>,
  options: CumulativeOptions,
): CumulativeDisplacement {
  requireInput(treated, control, options);
  const { alpha, before, looks } = options;
  const sums = { treated: runningSum(treated), control: runningSum(control) };
  const length = treated.length;
  const reach = normalQuantile(1 - alpha / (looks ?? 1) / 2);
  const result = {
    ...sums,
    estimate: new Float64Array(length),
    standardError: new Float64Array(length),
    lower: new Float64Array(length),
    upper: new Float64Array(length),
  };
  let firstOutside = -1;
  for (let i = 0; i < length; i++) {
    const scale = before ? (i + 1) / before.periods : 0;
    const expected = before ? (before.treated - before.control) * scale : 0;
    const variance =
      sums.treated[i] + sums.control[i] + (before ? (before.treated + before.control) * scale * scale : 0);
    const estimate = sums.treated[i] - sums.control[i] - expected;
    result.estimate[i] = estimate;
    result.standardError[i] = Math.sqrt(variance);
    result.lower[i] = estimate - reach * result.standardError[i];
    result.upper[i] = estimate + reach * result.standardError[i];
    if (firstOutside < 0 && (result.lower[i] > 0 || result.upper[i] < 0)) firstOutside = i;
  }
  const used = (sums.treated[length - 1] ?? 0) + (sums.control[length - 1] ?? 0);
  return {
    ...result,
    firstOutside,
    n: used + (before ? before.treated + before.control : 0),
    level: 1 - alpha,
    parameters: options,
    warnings: warningsOf(length, looks),
  };
}

function warningsOf(periods: number, looks: number | undefined): Warning[] {
  if (looks === undefined) return periods > 1 ? [{ code: 'repeated_looks', value: periods }] : [];
  return periods > looks ? [{ code: 'more_looks_than_planned', value: periods }] : [];
}

function runningSum(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isSafeInteger(values[i]) || values[i] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${values[i]}`);
    sum += values[i];
    sums[i] = sum;
  }
  return sums;
}

function requireInput(
  treated: ArrayLike<number>,
  control: ArrayLike<number>,
  { alpha, before, looks }: CumulativeOptions,
): void {
  if (treated.length !== control.length)
    throw new RangeError(`periods of both areas must match, got ${treated.length} and ${control.length}`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${alpha}`);
  if (looks !== undefined && !(Number.isSafeInteger(looks) && looks > 0))
    throw new RangeError(`looks must be a whole number above 0, got ${looks}`);
  if (!before) return;
  if (!(before.periods > 0)) throw new RangeError(`periods before must be above 0, got ${before.periods}`);
  for (const count of [before.treated, before.control])
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${count}`);
}
