/**
 * Question: where do several things that go with incidents come together?
 * Method: risk terrain (Caplan, Kennedy & Miller 2011, doi:10.1080/07418825.2010.486037) in its most transparent form: at
 * most eight factors, each a yes or no a cell ("within 200 m of a bar"). Factors are kept when incidents per cell differ
 * near and far (exact conditional test, false discovery rate). The rate ratios of those kept are fitted together
 * (Poisson, so that neighbours do not count twice) by scaling each in turn until the fitted incidents near it equal the
 * observed ones (Darroch & Ratcliff 1972, doi:10.1214/aoms/1177692379). Score = their product, lowest cell 1.
 *
 * Assumptions: cells of equal area; ratios multiply; incidents in a cell vary like Poisson counts (usually more, so p
 * is too small).
 * Not to conclude: anything about the people there, or that an incident will come. It is a work sheet for a discussion
 * and is never published.
 */
import { binomialInterval, binomialTwoSided } from './binomial.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import type { Warning } from './warning.ts';

export const MOST_FACTORS = 8;
export const RISK_TERRAIN_FLOOR = 30;
export const FACTOR_EXPECTED_FLOOR = 5;

export type FactorVerdict = 'kept' | 'no-difference' | 'too-few-to-say' | 'no-incidents-near';

export interface RiskFactor {
  /** Cells near. */
  readonly cells: number;
  readonly incidentsNear: number;
  /** Incidents per cell near, over far, looked at alone; null where there are too few to say. */
  readonly crudeRatio: number | null;
  /** Exact, of the crude ratio. */
  readonly interval: readonly [number, number] | null;
  readonly q: number;
  readonly verdict: FactorVerdict;
  /** Together with the other factors kept; 1 for factors left out. */
  readonly ratio: number;
}

export interface RiskTerrain {
  readonly n: number;
  readonly incidents: number;
  readonly factors: readonly RiskFactor[];
  /** Relative rate of each cell, lowest 1. */
  readonly score: Float64Array;
  /** Bit k is set where factor k is near: why a cell has its score. */
  readonly pattern: Uint8Array;
  readonly level: number;
  readonly publishable: false;
  /** few_incidents; no_factor_kept of `value`; overlapping_factors among `value` kept ones. */
  readonly warnings: readonly Warning[];
}

/**
 * @param counts incidents of each cell.
 * @param near for each factor, 1 in the cells that are near.
 */
export function riskTerrain(
  counts: ArrayLike<number>,
  near: readonly Uint8Array[],
  { level }: { readonly level: number },
): RiskTerrain {
  requireInput(counts, near, level);
  const n = counts.length;
  const pattern = patternsOf(near, n);
  const strata = strataOf(pattern, counts);
  const looks = near.map((_, k) => lookAt(strata, 1 << k, level));
  const q = falseDiscoveryRate(Float64Array.from(looks, ({ p }) => p));
  const verdicts = looks.map((look, k) => verdictOf(look, q[k], level));
  const kept = verdicts.flatMap((verdict, k) => (verdict === 'kept' ? [k] : []));
  const ratios = fitTogether(strata, kept, near.length);
  const byPattern = Float64Array.from({ length: 1 << near.length }, (_, mask) => scoreOf(ratios, mask));
  const score = Float64Array.from(pattern, (mask) => byPattern[mask]);
  const least = score.reduce((low, value) => Math.min(low, value), Infinity);
  const warnings: Warning[] =
    strata.incidents < RISK_TERRAIN_FLOOR ? [{ code: 'few_incidents', value: strata.incidents }] : [];
  if (kept.length === 0) warnings.push({ code: 'no_factor_kept', value: near.length });
  if (overlapping(strata, kept)) warnings.push({ code: 'overlapping_factors', value: kept.length });
  return {
    n,
    incidents: strata.incidents,
    factors: looks.map(({ p, ...look }, k) => ({ ...look, q: q[k], verdict: verdicts[k], ratio: ratios[k] })),
    score: score.map((value) => value / least),
    pattern,
    level,
    publishable: false,
    warnings,
  };
}

/** Product of the ratios whose bits are set. */
export function scoreOf(ratios: readonly number[], mask: number): number {
  return ratios.reduce((product, ratio, k) => ((mask >> k) & 1 ? product * ratio : product), 1);
}

/** Cells and incidents of each pattern of factors. */
interface Strata {
  readonly cells: Float64Array;
  readonly counts: Float64Array;
  readonly incidents: number;
}

function patternsOf(near: readonly Uint8Array[], n: number): Uint8Array {
  const pattern = new Uint8Array(n);
  near.forEach((factor, k) => {
    for (let cell = 0; cell < n; cell++) if (factor[cell] !== 0) pattern[cell] |= 1 << k;
  });
  return pattern;
}

function strataOf(pattern: Uint8Array, values: ArrayLike<number>): Strata {
  const cells = new Float64Array(256);
  const counts = new Float64Array(256);
  let incidents = 0;
  for (let cell = 0; cell < pattern.length; cell++) {
    cells[pattern[cell]]++;
    counts[pattern[cell]] += values[cell];
    incidents += values[cell];
  }
  return { cells, counts, incidents };
}

function lookAt({ cells, counts, incidents }: Strata, bit: number, level: number) {
  const near = sumWhere(cells, bit);
  const far = cells.reduce((sum, value) => sum + value, 0) - near;
  const seen = sumWhere(counts, bit);
  const share = near / (near + far);
  const enough =
    Math.min(share, 1 - share) * incidents >= FACTOR_EXPECTED_FLOOR && incidents >= RISK_TERRAIN_FLOOR;
  const [low, high] = binomialInterval(seen, incidents, level);
  const odds = (s: number) => (s / (1 - s)) * (far / near);
  return {
    cells: near,
    incidentsNear: seen,
    crudeRatio: enough ? odds(seen / incidents) : null,
    interval: enough ? ([odds(low), odds(high)] as const) : null,
    p: enough ? binomialTwoSided(seen, incidents, share) : NaN,
  };
}

function verdictOf({ crudeRatio }: { crudeRatio: number | null }, q: number, level: number): FactorVerdict {
  if (crudeRatio === null) return 'too-few-to-say';
  // A ratio of 0 or infinity would rule the map alone.
  if (crudeRatio === 0 || crudeRatio === Infinity) return 'no-incidents-near';
  return q < 1 - level ? 'kept' : 'no-difference';
}

const ROUNDS = 500;
const STEADY = 1e-10;

/** Ratios of the factors kept, with which the fitted incidents near each equal the observed ones. */
function fitTogether({ cells, counts }: Strata, kept: readonly number[], factors: number): number[] {
  const ratios = new Array<number>(factors).fill(1);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const seen = kept.map((k) => sumWhere(counts, 1 << k));
  for (let round = 0, change = 1; round < ROUNDS && change > STEADY; round++) {
    change = 0;
    kept.forEach((k, i) => {
      const fitted = cells.map((count, mask) => count * scoreOf(ratios, mask));
      const near = sumWhere(fitted, 1 << k);
      const far = fitted.reduce((sum, value) => sum + value, 0) - near;
      // The level of all cells moves along: near over far as it was seen.
      const step = seen[i] / near / ((all - seen[i]) / far);
      ratios[k] *= step;
      change = Math.max(change, Math.abs(Math.log(step)));
    });
  }
  return ratios;
}

/** Two factors kept that are near in almost the same cells. */
function overlapping({ cells }: Strata, kept: readonly number[]): boolean {
  return kept.some((a, i) =>
    kept.slice(i + 1).some((b) => {
      const both = cells.reduce((sum, count, mask) => sum + ((mask >> a) & (mask >> b) & 1 ? count : 0), 0);
      const either = sumWhere(cells, (1 << a) | (1 << b));
      return either > 0 && both / either > 0.9;
    }),
  );
}

/** Over the patterns that have one of the bits. */
function sumWhere(values: Float64Array, bits: number): number {
  return values.reduce((sum, value, mask) => sum + (mask & bits ? value : 0), 0);
}

function requireInput(counts: ArrayLike<number>, near: readonly Uint8Array[], level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  if (near.length === 0 || near.length > MOST_FACTORS)
    throw new RangeError(`a risk terrain has 1 to ${MOST_FACTORS} factors, got ${near.length}`);
  for (const factor of near)
    if (factor.length !== counts.length)
      throw new RangeError(`${counts.length} cells need as many entries a factor, got ${factor.length}`);
  for (let cell = 0; cell < counts.length; cell++)
    if (!Number.isSafeInteger(counts[cell]) || counts[cell] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${counts[cell]}`);
}
