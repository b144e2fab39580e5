/**
 * Question: could a share come about by chance, and what shares fit what was counted?
 * Method: exact binomial and hypergeometric tests, two-sided by adding up every outcome that is not more likely than the
 * one seen (Fisher 1935, doi:10.2307/2342435); exact interval of a share (Clopper & Pearson 1934,
 * doi:10.1093/biomet/26.4.404). Probabilities are built outwards from the most likely outcome, so no factorial is taken.
 *
 * Assumptions: trials are independent; what is conditioned on (totals) says nothing about the question.
 * Not to conclude: that a share is unchanged because its p is large: with few counts nothing can be told apart.
 */
import { betaQuantile } from './distributions.ts';

/** Outcomes as likely as the one seen but for rounding count as equally likely (as in R). */
const TIE = 1 + 1e-7;
/** Below this share of the most likely outcome nothing can be added any more. */
const FADED = 1e-300;

/** Two-sided p of `hits` in `trials` when each hits with chance `share`. */
export function binomialTwoSided(hits: number, trials: number, share: number): number {
  requireCounts(hits, trials);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be between 0 and 1, got ${share}`);
  if (share === 0 || share === 1) return hits === trials * share ? 1 : 0;
  const odds = share / (1 - share);
  const rise = (k: number) => ((trials - k) / (k + 1)) * odds;
  const mode = Math.min(trials, Math.floor((trials + 1) * share));
  return notMoreLikely(hits, 0, trials, mode, rise);
}

/**
 * Two-sided p of a table of two rows and two columns (Fisher's exact test): do the columns split the rows alike?
 * Four counts in reading order.
 */
export function fisherTwoSided(a: number, b: number, c: number, d: number): number {
  for (const count of [a, b, c, d]) requireCounts(0, count);
  const row = a + b;
  const column = a + c;
  const all = row + c + d;
  if (all === 0) return 1;
  const least = Math.max(0, row + column - all);
  const most = Math.min(row, column);
  const rise = (k: number) => ((row - k) / (k + 1)) * ((column - k) / (all - row - column + k + 1));
  const mode = Math.floor(((row + 1) * (column + 1)) / (all + 2));
  return notMoreLikely(a, least, most, Math.min(most, Math.max(least, mode)), rise);
}

/** Exact interval of a share. Never empty: [0, 1] without trials. */
export function binomialInterval(hits: number, trials: number, level: number): [number, number] {
  requireCounts(hits, trials);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const tail = (1 - level) / 2;
  const lower = hits === 0 ? 0 : betaQuantile(tail, hits, trials - hits + 1);
  const upper = hits === trials ? 1 : betaQuantile(1 - tail, hits + 1, trials - hits);
  return [lower, upper];
}

/** Share of the outcomes that are not more likely than `seen`. `rise(k)` is P(k + 1) / P(k). */
function notMoreLikely(
  seen: number,
  least: number,
  most: number,
  mode: number,
  rise: (k: number) => number,
): number {
  const bound = relativeChance(seen, mode, rise) * TIE;
  let all = 1;
  let counted = bound >= 1 ? 1 : 0;
  for (let k = mode, chance = 1; k < most; k++) {
    chance *= rise(k);
    if (chance < FADED) break;
    all += chance;
    if (chance <= bound) counted += chance;
  }
  for (let k = mode, chance = 1; k > least; k--) {
    chance /= rise(k - 1);
    if (chance < FADED) break;
    all += chance;
    if (chance <= bound) counted += chance;
  }
  return Math.min(1, counted / all);
}

/** P(seen) / P(mode), 0 when too small for a number. */
function relativeChance(seen: number, mode: number, rise: (k: number) => number): number {
  let chance = 1;
  for (let k = mode; k < seen && chance > FADED; k++) chance *= rise(k);
  for (let k = mode; k > seen && chance > FADED; k--) chance /= rise(k - 1);
  return chance > FADED ? chance : 0;
}

function requireCounts(hits: number, trials: number): void {
  if (!Number.isSafeInteger(hits) || !Number.isSafeInteger(trials) || hits < 0 || trials < hits)
    throw new RangeError(`counts must be whole numbers from 0 to the total, got ${hits} of ${trials}`);
}
