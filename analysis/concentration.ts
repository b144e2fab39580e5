/**
 * Question: how unevenly do incidents lie on places?
 * Method: Lorenz curve (Lorenz 1905, doi:10.2307/2276207); Gini coefficient 2 Σ i·x(i) / (n Σx) - (n + 1)/n, unbiased by
 * n/(n - 1); generalised Gini max(1, n/c)·(G - 1) + 1 for c incidents on n places, unbiased by m/(m - 1) with
 * m = min(n, c) (Bernasco & Steenbeek 2017, doi:10.1007/s10940-016-9324-7). With fewer incidents than places the
 * ordinary Gini is high whatever happens; the generalised one asks how even so few incidents could have been.
 *
 * Assumptions: the list holds every place, also those without incidents; places are alike in size.
 * Not to conclude: why incidents concentrate, or that the places of today are those of next year.
 */
import type { Warning } from './warning.ts';

/** Null where a number is not defined. */
export interface Concentration {
  /** Places, with those without incidents. */
  readonly n: number;
  /** Incidents, or the sum of their weights. */
  readonly incidents: number;
  readonly gini: number | null;
  readonly unbiased: number | null;
  /** 0 as even as so many incidents can be, 1 all on one place. Null for weights. */
  readonly generalised: number | null;
  readonly generalisedUnbiased: number | null;
  /** The curve from (0, 0) to (1, 1), its corners only: shares of the places, fewest incidents first. */
  readonly lorenz: { readonly places: Float64Array; readonly incidents: Float64Array };
  /** no_incidents, one_place, one_incident, few_incidents; not_counts: `value` kinds of value are not whole. */
  readonly warnings: readonly Warning[];
}

/** Fewer incidents say little about places. */
export const CONCENTRATION_FLOOR = 30;

/** Values that occur, ascending, and on how many places each does. */
export interface ValueClasses {
  readonly values: Float64Array;
  readonly places: Float64Array;
}

export function concentration(counts: ArrayLike<number>): Concentration {
  const classes = valueClasses(counts);
  const sum = sumOf(classes);
  const whole = classes.values.every(Number.isInteger);
  const warnings: Warning[] = [];
  if (sum === 0) warnings.push({ code: 'no_incidents', value: 0 });
  if (counts.length === 1) warnings.push({ code: 'one_place', value: 1 });
  if (!whole)
    warnings.push({
      code: 'not_counts',
      value: classes.values.filter((value) => !Number.isInteger(value)).length,
    });
  else if (sum === 1) warnings.push({ code: 'one_incident', value: 1 });
  if (sum > 0 && sum < CONCENTRATION_FLOOR) warnings.push({ code: 'few_incidents', value: sum });
  return { ...giniOf(classes, whole), lorenz: lorenzOf(classes, counts.length, sum), warnings };
}

/** Incidents of each place, from the place number of every incident. Numbers below 0 are left out. */
export function countPlaces(placeOf: ArrayLike<number>, places: number): Float64Array {
  const counts = new Float64Array(places);
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i];
    if (place >= places) throw new RangeError(`places have numbers below ${places}, got ${place}`);
    if (place >= 0) counts[place]++;
  }
  return counts;
}

/** The four coefficients; the last two for whole counts only. */
export function giniOf(
  classes: ValueClasses,
  whole = true,
): Pick<Concentration, 'n' | 'incidents' | 'gini' | 'unbiased' | 'generalised' | 'generalisedUnbiased'> {
  const { values, places } = classes;
  let n = 0;
  let sum = 0;
  let ranked = 0;
  for (let k = 0; k < values.length; k++) {
    ranked += values[k] * places[k] * (n + (places[k] + 1) / 2);
    n += places[k];
    sum += values[k] * places[k];
  }
  if (sum === 0 || n < 2)
    return {
      n,
      incidents: sum,
      gini: null,
      unbiased: null,
      generalised: null,
      generalisedUnbiased: null,
    };
  // Equal values give exactly 0, whatever rounding would leave.
  const gini = occurring(places) === 1 ? 0 : (2 * ranked) / (n * sum) - (n + 1) / n;
  const generalised = whole ? Math.max(1, n / sum) * (gini - 1) + 1 : null;
  const m = Math.min(n, sum);
  return {
    n,
    incidents: sum,
    gini,
    unbiased: (gini * n) / (n - 1),
    generalised,
    generalisedUnbiased: generalised !== null && m > 1 ? (generalised * m) / (m - 1) : null,
  };
}

/** Groups equal values. */
export function valueClasses(counts: ArrayLike<number>): ValueClasses {
  let most = 0;
  let whole = true;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i];
    if (!(count >= 0 && count < Infinity))
      throw new RangeError(`counts must be finite and not negative, got ${count}`);
    if (count > most) most = count;
    if (!Number.isInteger(count)) whole = false;
  }
  return whole && most < 4 * counts.length + 1024
    ? classesByCounting(counts, most)
    : classesBySorting(counts);
}

function classesByCounting(counts: ArrayLike<number>, most: number): ValueClasses {
  const seen = new Float64Array(most + 1);
  for (let i = 0; i < counts.length; i++) seen[counts[i]]++;
  const values = Float64Array.from(seen.keys()).filter((value) => seen[value] > 0);
  return { values, places: values.map((value) => seen[value]) };
}

function classesBySorting(counts: ArrayLike<number>): ValueClasses {
  const sorted = Float64Array.from(counts).sort();
  const values: number[] = [];
  const places: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      values.push(sorted[i]);
      places.push(0);
    }
    places[places.length - 1]++;
  }
  return { values: Float64Array.from(values), places: Float64Array.from(places) };
}

function lorenzOf({ values, places }: ValueClasses, n: number, sum: number): Concentration['lorenz'] {
  const curve = {
    places: new Float64Array(values.length + 1),
    incidents: new Float64Array(values.length + 1),
  };
  let below = 0;
  let held = 0;
  for (let k = 0; k < values.length; k++) {
    below += places[k];
    held += values[k] * places[k];
    curve.places[k + 1] = below / n;
    curve.incidents[k + 1] = sum > 0 ? held / sum : 0;
  }
  return curve;
}

function occurring(places: Float64Array): number {
  return places.reduce((classes, count) => classes + (count > 0 ? 1 : 0), 0);
}

function sumOf({ values, places }: ValueClasses): number {
  return values.reduce((sum, value, k) => sum + value * places[k], 0);
}
