/**
 * Question: where does it hurt most, and may one say so with these incidents?
 * Method: each incident counts with the harm a table gives its kind, as days of imprisonment at the starting point of a
 * sentencing guideline (Sherman, Neyroud & Neyroud 2016, doi:10.1093/police/paw003). The table is the committee's, with a
 * version; none is built in, because it is law and values of one country. Weighted sums vary by Σ w².
 *
 * Assumptions: one weight stands for all incidents of a kind. Recording practice changes sums more than counts.
 * Not to conclude: a hotspot of harm from one grave incident: below 30 incidents, or when a single incident has more
 * than a fifth of all harm, density and clusters of harm are refused. Counts stand beside every sum.
 */

import type { Warning } from './warning.ts';

export type HarmRefusal = 'too-few-incidents' | 'one-incident-dominates' | 'no-harm';

/** Smallest number of weighted incidents a map of harm needs. */
export const HARM_FLOOR = 30;
/** Largest share of all harm that a single incident may have. */
export const HARM_LARGEST_SHARE = 0.2;

export interface HarmWeights {
  /** Incidents with a weight. */
  readonly n: number;
  /** Incidents of kinds the table does not have; they count with no harm. */
  readonly unweighted: number;
  /** One an incident. */
  readonly weights: Float64Array;
  readonly total: number;
  /** Of the heaviest incident; null without harm. */
  readonly largestShare: number | null;
  /** Why density, clusters and scores of harm must not be made; null when they may. */
  readonly refusal: HarmRefusal | null;
  /** Version of the table the committee adopted. */
  readonly tableVersion: string;
  /**
   * kinds_without_weight: `value` incidents; and why it is refused: too_few_incidents: `value` have a weight;
   * one_incident_dominates: it has a share of `value`; no_harm in `value` incidents.
   */
  readonly warnings: readonly Warning[];
}

export interface HarmTable {
  readonly version: string;
  /** Harm of one incident of each kind, by its number; NaN where the table says nothing. */
  readonly weights: ArrayLike<number>;
}

/** @param kinds number of the kind of each incident. */
export function harmWeights(kinds: ArrayLike<number>, table: HarmTable): HarmWeights {
  requireTable(table);
  const weights = new Float64Array(kinds.length);
  let unweighted = 0;
  for (let i = 0; i < kinds.length; i++) {
    const weight = table.weights[kinds[i]];
    if (weight === undefined || Number.isNaN(weight)) unweighted++;
    else weights[i] = weight;
  }
  const n = kinds.length - unweighted;
  const guard = harmGuard(weights, n);
  const warnings: Warning[] = unweighted > 0 ? [{ code: 'kinds_without_weight', value: unweighted }] : [];
  if (guard.refusal) warnings.push(refusalWarning(guard.refusal, n, guard.largestShare ?? 0));
  return { n, unweighted, weights, ...guard, tableVersion: table.version, warnings };
}

function refusalWarning(refusal: HarmRefusal, n: number, largestShare: number): Warning {
  if (refusal === 'one-incident-dominates') return { code: 'one_incident_dominates', value: largestShare };
  return { code: refusal === 'no-harm' ? 'no_harm' : 'too_few_incidents', value: n };
}

/** Whether weights may be mapped. @param n incidents that have a weight, all unless said. */
export function harmGuard(
  weights: ArrayLike<number>,
  n = weights.length,
): Pick<HarmWeights, 'total' | 'largestShare' | 'refusal'> {
  let total = 0;
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0 && weights[i] < Infinity))
      throw new RangeError(`harm weights must be finite and not negative, got ${weights[i]}`);
    total += weights[i];
    if (weights[i] > largest) largest = weights[i];
  }
  const largestShare = total > 0 ? largest / total : null;
  return { total, largestShare, refusal: refusalOf(n, largestShare) };
}

function refusalOf(n: number, largestShare: number | null): HarmRefusal | null {
  if (largestShare === null) return 'no-harm';
  if (n < HARM_FLOOR) return 'too-few-incidents';
  return largestShare > HARM_LARGEST_SHARE ? 'one-incident-dominates' : null;
}

/** One entry a place. */
export interface HarmByPlace {
  readonly n: number;
  readonly counts: Float64Array;
  readonly harm: Float64Array;
  /** Σ w²: the variance of a sum of harm. */
  readonly variance: Float64Array;
  /** Share of the heaviest incident in the harm of its place; NaN without harm. */
  readonly largestShare: Float64Array;
}

/** Counts and harm side by side. Incidents with a place below 0 are left out. */
export function harmByPlace(
  placeOf: ArrayLike<number>,
  weights: ArrayLike<number>,
  places: number,
): HarmByPlace {
  if (placeOf.length !== weights.length)
    throw new RangeError(`${placeOf.length} incidents need as many weights, got ${weights.length}`);
  const counts = new Float64Array(places);
  const harm = new Float64Array(places);
  const variance = new Float64Array(places);
  const largest = new Float64Array(places);
  let n = 0;
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i];
    if (place < 0) continue;
    if (!(place < places)) throw new RangeError(`places have numbers below ${places}, got ${place}`);
    const weight = weights[i];
    n++;
    counts[place]++;
    harm[place] += weight;
    variance[place] += weight * weight;
    if (weight > largest[place]) largest[place] = weight;
  }
  return { n, counts, harm, variance, largestShare: largest.map((weight, place) => weight / harm[place]) };
}

function requireTable({ weights }: HarmTable): void {
  for (let kind = 0; kind < weights.length; kind++)
    if (weights[kind] < 0 || weights[kind] === Infinity)
      throw new RangeError(`harm weights must be finite and not negative, got ${weights[kind]}`);
}
