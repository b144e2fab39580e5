/**
 * Question: by what factor did incidents change, here and against a comparison area?
 * Method: incident rate ratio (a/ta) / (b/tb) with the log-normal interval, SE of the logarithm √(1/a + 1/b) (Rothman,
 * Greenland & Lash 2008, Modern Epidemiology, ch. 14); ratio of ratios (T1/T0) / (C1/C0), SE √(1/T0 + 1/T1 + 1/C0 + 1/C1),
 * the relative effect of trials of places (Braga & Weisburd 2022, doi:10.1007/s10940-020-09481-7). With a zero, 0.5 is
 * added to every count (Haldane 1956, doi:10.1111/j.1469-1809.1955.tb01285.x) and the result says so.
 *
 * Assumptions: Poisson counts; without the response both places would have changed by the same factor (not by the same
 * number, as for the weighted displacement difference).
 * Not to conclude: how many incidents fewer; a big factor of a small number is a small number.
 */
import { normalQuantile, normalTwoSided } from './distributions.ts';
import type { Warning } from './warning.ts';
import type { BeforeAfter } from './weighted-displacement.ts';

export interface RateRatio {
  readonly n: number;
  /** 0.53: 47 % fewer. NaN without incidents. */
  readonly ratio: number;
  readonly logStandardError: number;
  readonly z: number;
  /** Two-sided, of the ratio being 1. */
  readonly p: number;
  readonly interval: readonly [number, number];
  readonly level: number;
  /** no_incidents; half_added to every count, for `value` are zero; small_counts: the least is `value`. */
  readonly warnings: readonly Warning[];
}

export interface RateRatioOptions {
  readonly level: number;
  /** Time or people at risk behind each count, any unit. */
  readonly exposure?: readonly [number, number];
}

/** A count below this makes the interval rough. */
export const RATE_RATIO_FLOOR = 5;

/** Rate of the first count over that of the second. */
export function rateRatio(first: number, second: number, options: RateRatioOptions): RateRatio {
  const [mine, other] = options.exposure ?? [1, 1];
  if (!(mine > 0 && other > 0 && Number.isFinite(mine + other)))
    throw new RangeError(`exposure must be above 0, got ${mine} and ${other}`);
  return ratioOf([first], [second], other / mine, options.level);
}

/** How the treated area changed, over how the control changed. */
export function ratioOfRatios(
  treated: BeforeAfter,
  control: BeforeAfter,
  options: { readonly level: number },
): RateRatio {
  return ratioOf([treated[1], control[0]], [treated[0], control[1]], 1, options.level);
}

/** Product of the counts above over the product of those below. */
function ratioOf(above: number[], below: number[], scale: number, level: number): RateRatio {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const counts = [...above, ...below];
  for (const count of counts)
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${count}`);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return nothing(level);
  const added = counts.includes(0) ? 0.5 : 0;
  const log =
    sumOf(above, (count) => Math.log(count + added)) -
    sumOf(below, (count) => Math.log(count + added)) +
    Math.log(scale);
  const logStandardError = Math.sqrt(sumOf(counts, (count) => 1 / (count + added)));
  const reach = normalQuantile(0.5 + level / 2) * logStandardError;
  const z = log / logStandardError;
  const warnings: Warning[] = [];
  const zeros = counts.filter((count) => count === 0).length;
  if (zeros > 0) warnings.push({ code: 'half_added', value: zeros });
  const least = Math.min(...counts);
  if (least < RATE_RATIO_FLOOR) warnings.push({ code: 'small_counts', value: least });
  return {
    n,
    ratio: Math.exp(log),
    logStandardError,
    z,
    p: normalTwoSided(z),
    interval: [Math.exp(log - reach), Math.exp(log + reach)],
    level,
    warnings,
  };
}

function nothing(level: number): RateRatio {
  return {
    n: 0,
    ratio: NaN,
    logStandardError: NaN,
    z: NaN,
    p: NaN,
    interval: [0, Infinity],
    level,
    warnings: [{ code: 'no_incidents', value: 0 }],
  };
}

function sumOf(values: readonly number[], term: (value: number) => number): number {
  return values.reduce((sum, value) => sum + term(value), 0);
}
