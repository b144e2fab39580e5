/**
 * Question: did incidents fall more where something was done than where nothing was, and did they move next door?
 * Method: weighted displacement difference (Wheeler & Ratcliffe 2018, doi:10.1186/s40163-018-0085-5):
 *   WDD = (T1 - T0) - (C1 - C0) + (D1 - D0) - (E1 - E0), variance = the sum of all counts used,
 * T treated, C control, D displacement zone, E the zone of the control. Each count is divided by the length of its
 * period and the size of its area when these are given, and its variance by their square. Below 5 in a cell the
 * normal approximation fails: then Fisher's exact test of the same table (does it change by another *factor*?).
 * Sums over kinds of harm: Σ w·WDD with variance Σ w²·Var.
 *
 * Assumptions: counts vary like Poisson counts (not more); without the response both places would have changed by the
 * same number; zones do not overlap; the control was chosen before looking.
 * Not to conclude: that the response caused the difference, or that nothing happened because the interval holds zero;
 * see the smallest change that could be seen (`detectable-effect.ts`).
 */
import { binomialTwoSided, fisherTwoSided } from './binomial.ts';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import type { Warning } from './warning.ts';

/** Incidents before and after, whole numbers. */
export type BeforeAfter = readonly [before: number, after: number];

export interface DisplacementCounts {
  readonly treated: BeforeAfter;
  readonly control: BeforeAfter;
  /** Where incidents could move to. Only together with the zone of the control. */
  readonly displacement?: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
}

export interface AreaWeights {
  readonly treated: number;
  readonly control: number;
  readonly displacement?: number;
  readonly displacementControl?: number;
}

export interface DisplacementOptions {
  /** 1 - level of the interval, two-sided. */
  readonly alpha: number;
  /** Lengths of the two periods in any unit; the result is then per unit. */
  readonly timeWeights?: readonly [before: number, after: number];
  /** Sizes of the areas in any unit; the result is then per unit. */
  readonly areaWeights?: AreaWeights;
}

export interface Difference {
  /** Negative: fewer incidents than expected. Per unit of time and area when weights are given. */
  readonly estimate: number;
  readonly standardError: number;
  /** NaN without incidents. */
  readonly z: number;
  /** Two-sided, normal. */
  readonly p: number;
  readonly interval: readonly [number, number];
  /** Two-sided p of the exact test, where a cell is below the floor; null elsewhere. */
  readonly exactP: number | null;
}

export interface WeightedDisplacement {
  /** All incidents used. */
  readonly n: number;
  /** Treated against control. */
  readonly local: Difference;
  /** Displacement zone against the zone of the control; null without zones. */
  readonly displacement: Difference | null;
  /** Both together; equal to `local` without zones. */
  readonly total: Difference;
  /** 0.95 for alpha 0.05. */
  readonly level: number;
  readonly parameters: DisplacementOptions;
  /** small_counts: the least of a cell; no_incidents; no_incidents_before in the treated and the control area. */
  readonly warnings: readonly Warning[];
}

/** Below this in any cell the exact test decides. */
export const DISPLACEMENT_CELL_FLOOR = 5;

export function weightedDisplacement(
  counts: DisplacementCounts,
  options: DisplacementOptions,
): WeightedDisplacement {
  requireOptions(counts, options);
  const { treated, control, displacement, displacementControl } = counts;
  const area = options.areaWeights;
  const part = (here: BeforeAfter, there: BeforeAfter, size = 1, otherSize = 1) =>
    momentsOf(here, there, options.timeWeights ?? [1, 1], size, otherSize);
  const local = part(treated, control, area?.treated, area?.control);
  const zones =
    displacement && displacementControl
      ? part(displacement, displacementControl, area?.displacement, area?.displacementControl)
      : null;
  const total = zones ? together(local, zones) : local;
  const finish = (moments: Moments) => differenceOf(moments, options.alpha);
  return {
    n: total.cells.reduce((sum, count) => sum + count, 0),
    local: finish(local),
    displacement: zones && finish(zones),
    total: finish(total),
    level: 1 - options.alpha,
    parameters: options,
    warnings: warningsOf(total, local),
  };
}

export interface HarmKind {
  /** Harm of one incident of this kind. */
  readonly weight: number;
  readonly counts: DisplacementCounts;
}

/** The differences of several kinds of incidents, added up by their harm. */
export function harmDisplacement(kinds: readonly HarmKind[], options: DisplacementOptions): Difference {
  if (kinds.length === 0) throw new RangeError('harm needs at least one kind of incident, got 0');
  let estimate = 0;
  let variance = 0;
  for (const { weight, counts } of kinds) {
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`a harm weight must not be negative, got ${weight}`);
    const { total } = weightedDisplacement(counts, options);
    estimate += weight * total.estimate;
    variance += weight * weight * total.standardError ** 2;
  }
  return differenceOf({ estimate, variance, table: null, cells: [] }, options.alpha);
}

export interface Moments {
  readonly estimate: number;
  readonly variance: number;
  /** Here before and after, there before and after; null where no single table stands behind it. */
  readonly table: readonly [number, number, number, number] | null;
  /** Every count that went in. */
  readonly cells: readonly number[];
}

/** Estimate and variance of one place against another. */
export function momentsOf(
  here: BeforeAfter,
  there: BeforeAfter,
  [before, after]: readonly [number, number],
  size = 1,
  otherSize = 1,
): Moments {
  const cells = [here[0], here[1], there[0], there[1]] as const;
  for (const count of cells)
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${count}`);
  const weights = [before * size, after * size, before * otherSize, after * otherSize];
  const signs = [-1, 1, 1, -1];
  let estimate = 0;
  let variance = 0;
  for (let i = 0; i < 4; i++) {
    estimate += (signs[i] * cells[i]) / weights[i];
    variance += cells[i] / (weights[i] * weights[i]);
  }
  return { estimate, variance, table: cells, cells };
}

/** Estimate with its error, score, interval and, for small counts, the exact p. */
export function differenceOf({ estimate, variance, table, cells }: Moments, alpha: number): Difference {
  const standardError = Math.sqrt(variance);
  const z = variance > 0 ? estimate / standardError : NaN;
  const reach = normalQuantile(1 - alpha / 2) * standardError;
  const small = cells.some((count) => count < DISPLACEMENT_CELL_FLOOR);
  return {
    estimate,
    standardError,
    z,
    p: normalTwoSided(z),
    interval: [estimate - reach, estimate + reach],
    exactP: small && table ? exactP(table) : null,
  };
}

/** Lengths and sizes cancel in the ratio of ratios, so the plain counts decide. */
function exactP([t0, t1, c0, c1]: readonly [number, number, number, number]): number {
  // Without a period before there is only the one after to compare.
  if (t0 + c0 === 0) return t1 + c1 === 0 ? 1 : binomialTwoSided(t1, t1 + c1, 0.5);
  return fisherTwoSided(t0, t1, c0, c1);
}

function together(a: Moments, b: Moments): Moments {
  const [p, q] = [a.table ?? [0, 0, 0, 0], b.table ?? [0, 0, 0, 0]];
  return {
    estimate: a.estimate + b.estimate,
    variance: a.variance + b.variance,
    table: [p[0] + q[0], p[1] + q[1], p[2] + q[2], p[3] + q[3]],
    cells: [...a.cells, ...b.cells],
  };
}

function warningsOf(total: Moments, local: Moments): Warning[] {
  const warnings: Warning[] = [];
  const least = Math.min(...total.cells);
  if (least < DISPLACEMENT_CELL_FLOOR) warnings.push({ code: 'small_counts', value: least });
  if (total.variance === 0) warnings.push({ code: 'no_incidents', value: 0 });
  else if (local.cells[0] + local.cells[2] === 0) warnings.push({ code: 'no_incidents_before', value: 0 });
  return warnings;
}

function requireOptions(counts: DisplacementCounts, options: DisplacementOptions): void {
  const { alpha, timeWeights = [1, 1], areaWeights } = options;
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${alpha}`);
  if ((counts.displacement === undefined) !== (counts.displacementControl === undefined))
    throw new RangeError('a displacement zone needs the zone of the control, got only one of the two');
  for (const weight of [...timeWeights, ...Object.values(areaWeights ?? {})])
    if (weight !== undefined && !(weight > 0 && Number.isFinite(weight)))
      throw new RangeError(`weights must be above 0, got ${weight}`);
}
