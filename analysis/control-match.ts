/**
 * Question: which area is enough like the treated one to stand for what would have happened without a response?
 * Method: for each candidate three ratios to the treated area: size, level (incidents of the 24 months) and trend (the
 * change from the first twelve months to the second, so that seasons cancel). Mismatch = mean of the three |log
 * ratios| by their weights; 0 is a twin, 0.1 about 10 % off. The trend ratio carries its log-normal interval: when it
 * leaves out 1, the lines were not parallel before and a difference in differences would start with an error.
 *
 * Assumptions: what ran alike before runs alike after. The candidate has no response of its own.
 * Not to conclude: that the best of these is good. Look at both lines; choose before looking at what came after, and
 * write down why.
 */
import { ratioOfRatios } from './rate-ratio.ts';
import type { Warning } from './warning.ts';

export const MATCH_MONTHS = 24;
/** Fewer incidents in a year and its trend says nothing. */
export const MATCH_YEAR_FLOOR = 10;

export interface MatchArea {
  /** Area, street length or people: the same measure for all. */
  readonly size: number;
  /** Incidents of each of the 24 months before the start. */
  readonly months: ArrayLike<number>;
}

export interface MatchCandidate extends MatchArea {
  /** Touches the treated area or its displacement zone, or has a response of its own. */
  readonly excluded?: boolean;
}

export interface MatchOptions {
  readonly level: number;
  readonly weights?: { readonly size: number; readonly level: number; readonly trend: number };
}

export type MatchReason =
  | 'excluded'
  | 'too-few-incidents'
  | 'trend-differs'
  | 'size-differs'
  | 'level-differs';

export interface ControlMatch {
  /** Index of the candidate. */
  readonly candidate: number;
  readonly mismatch: number;
  /** Candidate over treated. */
  readonly sizeRatio: number;
  readonly levelRatio: number;
  readonly trendRatio: number;
  readonly trendInterval: readonly [number, number];
  /** Of the monthly counts; NaN when one never changes. */
  readonly correlation: number;
  /** No reason against it. */
  readonly suitable: boolean;
  readonly reasons: readonly MatchReason[];
}

export interface ControlMatches {
  readonly n: number;
  /** Suitable ones first, then by mismatch. */
  readonly matches: readonly ControlMatch[];
  readonly parameters: Required<MatchOptions>;
  /** none_suitable of `value` candidates; treated_too_few: only `value` incidents in twelve months. */
  readonly warnings: readonly Warning[];
}

/** Ratios further off than this are a reason against. */
const FAR = Math.log(2);

export function controlMatches(
  treated: MatchArea,
  candidates: readonly MatchCandidate[],
  { level, weights = { size: 1, level: 1, trend: 1 } }: MatchOptions,
): ControlMatches {
  const parameters = { level, weights };
  for (const weight of Object.values(weights))
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`weights must not be negative, got ${weight}`);
  if (!(weights.size + weights.level + weights.trend > 0))
    throw new RangeError('one weight must be above 0, got 0');
  requireArea(treated);
  const few = tooFew(treated);
  const matches = candidates
    .map((candidate, i) => match(treated, candidate, i, parameters, few))
    .sort(
      (a, b) =>
        Number(b.suitable) - Number(a.suitable) || a.mismatch - b.mismatch || a.candidate - b.candidate,
    );
  const warnings: Warning[] = few ? [{ code: 'treated_too_few', value: Math.min(...years(treated)) }] : [];
  if (!matches.some(({ suitable }) => suitable))
    warnings.push({ code: 'none_suitable', value: candidates.length });
  return { n: candidates.length, matches, parameters, warnings };
}

function match(
  treated: MatchArea,
  candidate: MatchCandidate,
  index: number,
  { level, weights }: Required<MatchOptions>,
  treatedFew: boolean,
): ControlMatch {
  requireArea(candidate);
  const sizeRatio = candidate.size / treated.size;
  const levelRatio = (total(candidate) + 0.5) / (total(treated) + 0.5);
  const trend = ratioOfRatios(years(candidate), years(treated), { level });
  const [size, amount, run] = [sizeRatio, levelRatio, trend.ratio].map((ratio) => Math.abs(Math.log(ratio)));
  const mismatch =
    (weights.size * size + weights.level * amount + weights.trend * run) /
    (weights.size + weights.level + weights.trend);
  const reasons: MatchReason[] = candidate.excluded ? ['excluded'] : [];
  if (treatedFew || tooFew(candidate)) reasons.push('too-few-incidents');
  if (trend.interval[0] > 1 || trend.interval[1] < 1) reasons.push('trend-differs');
  if (size > FAR) reasons.push('size-differs');
  if (amount > FAR) reasons.push('level-differs');
  return {
    candidate: index,
    mismatch,
    sizeRatio,
    levelRatio,
    trendRatio: trend.ratio,
    trendInterval: trend.interval,
    correlation: correlation(treated.months, candidate.months),
    suitable: reasons.length === 0,
    reasons,
  };
}

/** First and second twelve months. */
function years({ months }: MatchArea): [number, number] {
  const sums: [number, number] = [0, 0];
  for (let month = 0; month < MATCH_MONTHS; month++) sums[month < MATCH_MONTHS / 2 ? 0 : 1] += months[month];
  return sums;
}

function total(area: MatchArea): number {
  const [first, second] = years(area);
  return first + second;
}

function tooFew(area: MatchArea): boolean {
  return years(area).some((count) => count < MATCH_YEAR_FLOOR);
}

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += (a[i] - meanA) * (b[i] - meanB);
    squaresA += (a[i] - meanA) ** 2;
    squaresB += (b[i] - meanB) ** 2;
  }
  return squaresA > 0 && squaresB > 0 ? both / Math.sqrt(squaresA * squaresB) : NaN;
}

function requireArea({ size, months }: MatchArea): void {
  if (!(size > 0 && Number.isFinite(size))) throw new RangeError(`size must be above 0, got ${size}`);
  if (months.length !== MATCH_MONTHS)
    throw new RangeError(`a match needs ${MATCH_MONTHS} months, got ${months.length}`);
  for (let month = 0; month < MATCH_MONTHS; month++)
    if (!Number.isSafeInteger(months[month]) || months[month] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${months[month]}`);
}
