/**
 * Question: how much of it happens again at the same places?
 * Method: prevalence, incidence, concentration and repeats (Trickett, Osborn, Seymour & Pease 1992, British Journal of
 * Criminology 32, 81-89; Farrell & Pease 1993, Once Bitten, Twice Bitten); repeats in a window that rolls from the first
 * incident of each place.
 *
 * Assumptions: a place is one address, asset or household, so positions must not be snapped or rounded: every snap
 * point would be a repeat. All incidents were reported.
 * Not to conclude: that the same persons did it or suffered it. A short period finds fewer repeats than there are
 * ("time window effect"): compare equal lengths only.
 */
import { quantiles } from './order-statistics.ts';
import type { Warning } from './warning.ts';

export interface RepeatPlaces {
  /** Incidents. */
  readonly n: number;
  /** Places with at least one. */
  readonly victims: number;
  /** All places; null when only those with incidents are known. */
  readonly units: number | null;
  /** Victims a place. */
  readonly prevalence: number | null;
  /** Incidents a place. */
  readonly incidence: number | null;
  /** Incidents a victim; the following shares are null without incidents too. */
  readonly concentration: number | null;
  /** Victims with two or more, of all victims. */
  readonly repeatVictims: number | null;
  /** Incidents at such places, of all incidents. */
  readonly incidentsOnRepeat: number | null;
  /** Incidents beyond the first of each place, of all incidents. */
  readonly repeatIncidents: number | null;
  /** Places with 0, 1, 2, … incidents; those with none only when all places are known. */
  readonly histogram: Float64Array;
  /** no_incidents; few_places: only `value` with incidents; places_unknown: all shares are of the `value` with incidents. */
  readonly warnings: readonly Warning[];
}

/** Fewer victims: numbers only, no shares to be compared. */
export const REPEAT_FLOOR = 30;

/**
 * @param counts incidents of each place.
 * @param units number of all places when `counts` leaves out those without incidents; null when not known.
 */
export function repeatPlaces(counts: ArrayLike<number>, units: number | null = counts.length): RepeatPlaces {
  const histogram = histogramOf(counts);
  let victims = 0;
  let n = 0;
  for (let times = 1; times < histogram.length; times++) {
    victims += histogram[times];
    n += times * histogram[times];
  }
  if (units !== null && !(Number.isSafeInteger(units) && units >= victims))
    throw new RangeError(`there must be at least ${victims} places, got ${units}`);
  histogram[0] = units === null ? 0 : units - victims;
  const once = histogram[1] ?? 0;
  const share = (part: number, whole: number | null) => (whole === null || whole === 0 ? null : part / whole);
  const warnings: Warning[] = [];
  if (n === 0) warnings.push({ code: 'no_incidents', value: 0 });
  else if (victims < REPEAT_FLOOR) warnings.push({ code: 'few_places', value: victims });
  if (units === null) warnings.push({ code: 'places_unknown', value: victims });
  return {
    n,
    victims,
    units,
    prevalence: share(victims, units),
    incidence: share(n, units),
    concentration: share(n, victims),
    repeatVictims: share(victims - once, victims),
    incidentsOnRepeat: share(n - once, n),
    repeatIncidents: share(n - victims, n),
    histogram,
    warnings,
  };
}

export interface RollingRepeats {
  /** Incidents at the places that were followed, within their window. */
  readonly n: number;
  /** Places whose window ends within the data. */
  readonly followed: number;
  /** Places whose first incident is too late to be followed to the end of the window. */
  readonly notFollowed: number;
  /** Places with a second incident within the window, of those followed; null for none. */
  readonly repeatVictims: number | null;
  /** Repeats in each 30 days after the first incident of the place. */
  readonly byMonth: Float64Array;
  /** Median days from the first incident to the second, of those that had one. */
  readonly medianDays: number | null;
  /** Days. */
  readonly window: number;
  /** nobody_followed: all of `value` places begin too late; few_followed: only `value` places. */
  readonly warnings: readonly Warning[];
}

export interface RollingOptions {
  /** Days each place is followed from its first incident. */
  readonly window: number;
  /** Last day of the data. */
  readonly end: number;
  /** Number of places; place numbers are below it. */
  readonly places: number;
}

const DAYS_A_MONTH = 30;

/** Follows each place for the same length of time. One entry an incident; places below 0 are left out. */
export function rollingRepeats(
  placeOf: ArrayLike<number>,
  day: ArrayLike<number>,
  { window, end, places }: RollingOptions,
): RollingRepeats {
  if (!(window > 0 && Number.isFinite(window)))
    throw new RangeError(`window must be above 0 days, got ${window}`);
  if (placeOf.length !== day.length)
    throw new RangeError(`${placeOf.length} incidents need as many days, got ${day.length}`);
  const first = firstDays(placeOf, day, places);
  const onFirstDay = new Uint32Array(places);
  const wait = new Float64Array(places).fill(Infinity);
  const byMonth = new Float64Array(Math.ceil(window / DAYS_A_MONTH));
  let n = 0;
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i];
    if (place < 0) continue;
    const days = day[i] - first[place];
    if (first[place] + window > end || days >= window) continue;
    n++;
    byMonth[Math.floor(days / DAYS_A_MONTH)]++;
    if (days > 0) wait[place] = Math.min(wait[place], days);
    else if (++onFirstDay[place] > 1) wait[place] = 0;
  }
  let followed = 0;
  let notFollowed = 0;
  for (const start of first)
    if (start + window <= end) followed++;
    else if (start < Infinity) notFollowed++;
  // The first incident of a place is no repeat.
  byMonth[0] -= followed;
  const waits = wait.filter((days) => days < Infinity);
  return {
    n,
    followed,
    notFollowed,
    repeatVictims: followed === 0 ? null : waits.length / followed,
    byMonth,
    medianDays: waits.length === 0 ? null : quantiles(waits, [0.5])[0],
    window,
    warnings:
      followed === 0
        ? [{ code: 'nobody_followed', value: notFollowed }]
        : followed < REPEAT_FLOOR
          ? [{ code: 'few_followed', value: followed }]
          : [],
  };
}

/** Infinity for places without incidents. */
function firstDays(placeOf: ArrayLike<number>, day: ArrayLike<number>, places: number): Float64Array {
  const first = new Float64Array(places).fill(Infinity);
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i];
    if (place < 0) continue;
    if (!(place < places && Number.isFinite(day[i])))
      throw new RangeError(`an incident needs a place below ${places} and a day, got ${place} and ${day[i]}`);
    if (day[i] < first[place]) first[place] = day[i];
  }
  return first;
}

function histogramOf(counts: ArrayLike<number>): Float64Array {
  let most = 0;
  for (let place = 0; place < counts.length; place++) {
    if (!Number.isSafeInteger(counts[place]) || counts[place] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${counts[place]}`);
    if (counts[place] > most) most = counts[place];
  }
  const histogram = new Float64Array(most + 1);
  for (let place = 0; place < counts.length; place++) histogram[counts[place]]++;
  return histogram;
}
