/**
 * Question: how many incidents does each cell or area have in each period?
 * Method: one pass over the incidents; periods are half-open, [start, end), so no incident is counted twice. The length
 * of a period when none is chosen follows the table of sfhotspot (Ashby 2023): up to 14 days 1 day, 91 days 1 week,
 * two years 4 weeks, ten years 13 weeks, twenty years 1 year, beyond that a tenth of the span.
 *
 * Assumptions: an incident belongs to the period in which it could have begun.
 * Not to conclude: that periods of unequal length or with unequal weekends compare without their lengths.
 */
import type { Warning } from './warning.ts';

/** Minutes since 1970-01-01T00:00Z, end not included. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

export interface PeriodCounts {
  /** Entry period × cells + cell. */
  readonly counts: Float64Array;
  /** Incidents in a cell and a period. */
  readonly n: number;
  /** Incidents in no cell, and those in no period. */
  readonly outside: number;
  readonly otherTimes: number;
}

const MINUTES_PER_DAY = 1440;

/**
 * @param cells cell of each incident, below 0 for none (the missing position too).
 * @param minutes time of each incident; a missing one lies before every period.
 * @param edges ascending; period k is [edges[k], edges[k + 1]).
 */
export function periodCounts(
  cells: Int32Array,
  minutes: Int32Array,
  edges: Float64Array,
  cellCount: number,
): PeriodCounts {
  if (cells.length !== minutes.length)
    throw new RangeError(`every incident needs a cell and a time, got ${cells.length} and ${minutes.length}`);
  requireEdges(edges);
  const periodOf = periodFinder(edges);
  const periods = edges.length - 1;
  // Half as wide as the result, so that more of it stays near while incidents fall anywhere in it.
  const found = new Uint32Array(periods * cellCount);
  let outside = 0;
  let otherTimes = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell < 0) {
      outside++;
      continue;
    }
    if (cell >= cellCount) throw new RangeError(`there are ${cellCount} cells, got cell ${cell}`);
    const period = periodOf(minutes[i]);
    if (period < 0) otherTimes++;
    else found[period * cellCount + cell]++;
  }
  const counts = new Float64Array(found);
  return { counts, n: cells.length - outside - otherTimes, outside, otherTimes };
}

/**
 * Lengths of two periods to compare in days, and what makes them uneven: unequal_lengths with their ratio,
 * unequal_weekdays with the days of the shorter.
 */
export function comparePeriods(
  before: Period,
  after: Period,
): { daysBefore: number; daysAfter: number; warnings: readonly Warning[] } {
  for (const { start, end } of [before, after])
    if (!(end > start)) throw new RangeError(`a period must end after its start, got ${start} to ${end}`);
  if (after.start < before.end)
    throw new RangeError(
      `the second period begins at minute ${after.start}, before the first ends at ${before.end}`,
    );
  const daysBefore = (before.end - before.start) / MINUTES_PER_DAY;
  const daysAfter = (after.end - after.start) / MINUTES_PER_DAY;
  const warnings: Warning[] = [];
  const ratio = daysAfter / daysBefore;
  if (Math.abs(ratio - 1) > 0.1) warnings.push({ code: 'unequal_lengths', value: ratio });
  const evenWeeks = Math.round(daysBefore) % 7 === 0 && Math.round(daysAfter) % 7 === 0;
  const shorter = Math.min(daysBefore, daysAfter);
  if (!evenWeeks && shorter < 28) warnings.push({ code: 'unequal_weekdays', value: shorter });
  return { daysBefore, daysAfter, warnings };
}

/** Days of a period for data that span so many days. */
export function automaticPeriod(span: number): number {
  if (!(span > 0 && Number.isFinite(span))) throw new RangeError(`span must be positive days, got ${span}`);
  if (span <= 14) return 1;
  if (span <= 91) return 7;
  if (span <= 732) return 28;
  if (span <= 3653) return 91;
  return span <= 7306 ? 365.25 : span / 10;
}

function requireEdges(edges: Float64Array): void {
  if (edges.length < 2) throw new RangeError(`periods need at least two edges, got ${edges.length}`);
  for (let i = 1; i < edges.length; i++)
    if (!(edges[i] > edges[i - 1]))
      throw new RangeError(`edges of periods must rise, got ${edges[i - 1]}, ${edges[i]}`);
}

const SLICES = 4096;

/** Finds the period of a minute; -1 before the first and after the last. A table leads near, a few steps lead there. */
function periodFinder(edges: Float64Array): (minute: number) => number {
  const first = edges[0];
  const end = edges[edges.length - 1];
  const scale = SLICES / (end - first);
  const nearby = new Uint32Array(SLICES + 1);
  for (let slice = 0, period = 0; slice <= SLICES; slice++) {
    // One slice early, so that rounding never leads past the period.
    const start = first + (slice - 1) / scale;
    while (period + 2 < edges.length && edges[period + 1] <= start) period++;
    nearby[slice] = period;
  }
  return (minute) => {
    if (minute < first || minute >= end) return -1;
    let period = nearby[Math.floor((minute - first) * scale)];
    while (minute >= edges[period + 1]) period++;
    return period;
  };
}
