/**
 * Question: what share of the people asked said so, and do two groups differ?
 * Method: score interval (Wilson 1927, doi:10.1080/01621459.1927.10502953); two proportions by the pooled z. In surveys of
 * clusters of households the numbers are divided by the design effect first (Kish 1965, Survey Sampling).
 *
 * Assumptions: those asked stand for those meant: true of a sample, not of people who came to a meeting.
 * Not to conclude: from fewer than ten answers anything; such a cell is not shown at all.
 */
import { normalQuantile, normalTwoSided } from './distributions.ts';

/** Fewer answers are not shown: they say little and may point at persons. */
export const ANSWERS_FLOOR = 10;
/** Design effect of household clusters when none was measured. */
export const CLUSTER_DESIGN_EFFECT = 1.5;

export interface Share {
  readonly n: number;
  readonly share: number;
  readonly interval: readonly [number, number];
  readonly level: number;
  readonly designEffect: number;
}

export interface ProportionOptions {
  readonly level: number;
  /** Variance over that of a simple random sample; 1 without clusters. */
  readonly designEffect?: number;
}

/** The share and its interval however few answers; null for none. */
export function wilson(yes: number, n: number, options: ProportionOptions): Share | null {
  const designEffect = requireOptions(options);
  requireAnswers(yes, n);
  if (n === 0) return null;
  const effective = n / designEffect;
  const share = yes / n;
  const z = normalQuantile(0.5 + options.level / 2);
  const zz = (z * z) / effective;
  const middle = (share + zz / 2) / (1 + zz);
  const reach = (z * Math.sqrt((share * (1 - share)) / effective + zz / (4 * effective))) / (1 + zz);
  const interval = [yes === 0 ? 0 : middle - reach, yes === n ? 1 : middle + reach] as const;
  return { n, share, interval, level: options.level, designEffect };
}

export interface TwoProportions {
  readonly n: number;
  /** First less second. */
  readonly difference: number;
  /** NaN when all answers are alike. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** Of the difference, from both Wilson intervals (Newcombe 1998). */
  readonly interval: readonly [number, number];
  readonly level: number;
  readonly designEffect: number;
}

export interface Answers {
  readonly yes: number;
  readonly n: number;
}

/** Null when one of the groups has no answers. */
export function twoProportions(
  first: Answers,
  second: Answers,
  options: ProportionOptions,
): TwoProportions | null {
  const a = wilson(first.yes, first.n, options);
  const b = wilson(second.yes, second.n, options);
  if (a === null || b === null) return null;
  const { level, designEffect } = a;
  const pooled = (first.yes + second.yes) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n) * designEffect;
  const difference = a.share - b.share;
  const z = variance > 0 ? difference / Math.sqrt(variance) : NaN;
  const interval = [
    difference - Math.hypot(a.share - a.interval[0], b.interval[1] - b.share),
    difference + Math.hypot(a.interval[1] - a.share, b.share - b.interval[0]),
  ] as const;
  return { n: a.n + b.n, difference, z, p: normalTwoSided(z), interval, level, designEffect };
}

/** One group of answers: shown only from ten on. */
export type ShownShare =
  | ({ readonly shown: true } & Share)
  | { readonly shown: false; readonly reason: 'too-few-answers' };

/** The share of each group, without the groups that are too small to be shown. */
export function sharesByGroup(groups: readonly Answers[], options: ProportionOptions): ShownShare[] {
  return groups.map(({ yes, n }) => {
    const share = wilson(yes, n, options);
    return share === null || n < ANSWERS_FLOOR
      ? { shown: false, reason: 'too-few-answers' }
      : { shown: true, ...share };
  });
}

function requireOptions({ level, designEffect = 1 }: ProportionOptions): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  if (!(designEffect >= 1 && Number.isFinite(designEffect)))
    throw new RangeError(`design effect must be at least 1, got ${designEffect}`);
  return designEffect;
}

function requireAnswers(yes: number, n: number): void {
  if (!Number.isSafeInteger(yes) || !Number.isSafeInteger(n) || yes < 0 || n < yes)
    throw new RangeError(`answers must be whole numbers from 0 to all, got ${yes} of ${n}`);
}
