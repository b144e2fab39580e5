/**
 * Question: at which hours of the week do incidents happen, when each could have happened at any time between two?
 * Method: aoristic weights (Ratcliffe & McCullagh 1998, doi:10.1080/136588198241644; Ratcliffe 2002,
 * doi:10.1023/A:1013240828824): an incident of weight 1 is spread evenly over the minutes from its earliest to its latest
 * time, [from, to), and each minute goes to its hour of the week on the wall clock of the place, over changes of saving
 * time too: two real hours fall on the hour that is there twice, none on the hour that is left out.
 *
 * Assumptions: within its span an incident is as likely at one minute as at another.
 * Not to conclude: that the peak of a spread is when it happened: people find out in the morning. Incidents whose span is
 * a week or more know no hour: they are `unknown`, not spread. Those without an end stand at their start and are counted.
 */
import { DURATION_UNKNOWN, FLAG_DATE_ONLY, FLAG_MONTH_ONLY, MISSING } from './incident-columns.ts';
import type { Warning } from './warning.ts';

/** Wall clock of a place: offsets[0] minutes ahead of UTC before transitions[0], offsets[k] from transitions[k - 1] on. */
export interface ZoneTable {
  /** Ascending, minutes since 1970-01-01T00:00Z. */
  readonly transitions: ArrayLike<number>;
  readonly offsets: ArrayLike<number>;
}

export interface AoristicInput {
  /** Earliest time, minutes since 1970-01-01T00:00Z; MISSING for none. */
  readonly from: Int32Array;
  /** Minutes to the latest time; DURATION_UNKNOWN for no end. Below 0: the end is before the start. */
  readonly duration: Uint16Array | Int32Array | Float64Array;
  /** Bits of incident-columns; without an end, a date or month alone is no hour. */
  readonly flags?: Uint8Array;
  /** Rows to count; all when left out. */
  readonly rows?: Uint32Array;
}

export interface AoristicClock {
  /** Incidents with a time: the weights of the clock and of `unknown` add up to it. */
  readonly n: number;
  /** Entry weekday × 24 + hour, Monday 00:00 first. */
  readonly clock: Float64Array;
  /** Incidents whose span is a week or more, or of which only a date or month is known. */
  readonly unknown: number;
  /** Incidents without any time. */
  readonly missing: number;
  /** Incidents that stand at their start: no end, or an end before the start. */
  readonly noEnd: number;
  readonly reversed: number;
  /** few_incidents with n; mostly_unknown, mostly_no_end with their share. */
  readonly warnings: readonly Warning[];
}

export const HOURS_PER_WEEK = 168;
/** From this span on the hour is unknown. */
export const UNKNOWN_SPAN = 10_080;
/** Fewer incidents, and single ones make the peaks. */
export const AORISTIC_FLOOR = 30;

const MINUTES_PER_WEEK = 10_080;
/** 1970-01-01 was a Thursday. */
const FIRST_DAY = 3 * 1440;
const ROUNDING = 1e-7;
const ROWS_BETWEEN_PROGRESS = 65_536;

/** @param progress called now and then with the share that is done; what it throws ends the work. */
export function aoristicClock(
  { from, duration, flags, rows }: AoristicInput,
  zone: ZoneTable,
  progress: (done: number) => void = () => {},
): AoristicClock {
  if (duration.length !== from.length)
    throw new RangeError(`every time needs a duration, got ${from.length} and ${duration.length}`);
  if (flags !== undefined && flags.length !== from.length)
    throw new RangeError(`every time needs its flags, got ${from.length} and ${flags.length}`);
  const wall = wallClock(zone);
  const sums = weekSums();
  const size = rows?.length ?? from.length;
  let [unknown, missing, noEnd, reversed] = [0, 0, 0, 0];
  for (let k = 0; k < size; k++) {
    if (k % ROWS_BETWEEN_PROGRESS === 0) progress(k / size);
    const i = rows === undefined ? k : rows[k];
    const start = from[i];
    const span = duration[i];
    const endless = span === DURATION_UNKNOWN;
    if (start === MISSING) missing++;
    else if ((span >= UNKNOWN_SPAN && !endless) || (endless && isCoarse(flags, i))) unknown++;
    else if (endless || span <= 0) {
      if (endless) noEnd++;
      else if (span < 0) reversed++;
      sums.addMinute(start + wall.offsetAt(start));
    } else spread(start, span, wall, sums);
  }
  const n = size - missing;
  const counts = { n, unknown, missing, noEnd, reversed };
  return { ...counts, clock: sums.finish(), warnings: warningsOf(counts) };
}

/** Weights of a single incident, for explaining it; `end` null for none. */
export function aoristicWeights(start: number, end: number | null, zone: ZoneTable): AoristicClock {
  for (const minute of [start, end ?? start])
    if (!Number.isInteger(minute) || Math.abs(minute) >= 2 ** 31)
      throw new RangeError(`times must be whole minutes since 1970, got ${minute}`);
  const duration = Float64Array.of(end === null ? DURATION_UNKNOWN : end - start);
  if (end !== null && duration[0] === DURATION_UNKNOWN) duration[0]++;
  return aoristicClock({ from: Int32Array.of(start), duration }, zone);
}

function isCoarse(flags: Uint8Array | undefined, i: number): boolean {
  return flags !== undefined && (flags[i] & (FLAG_DATE_ONLY | FLAG_MONTH_ONLY)) !== 0;
}

/** Over each change of the clock within the span in pieces. */
function spread(start: number, span: number, wall: WallClock, sums: WeekSums): void {
  const share = 1 / span;
  const end = start + span;
  for (let at = start; at < end; ) {
    const offset = wall.offsetAt(at);
    const until = Math.min(end, wall.changeAfter());
    sums.addSpan(at + offset, until + offset, share);
    at = until;
  }
}

interface WallClock {
  offsetAt(minute: number): number;
  /** The next change after the minute asked for last. */
  changeAfter(): number;
}

function wallClock({ transitions, offsets }: ZoneTable): WallClock {
  if (offsets.length !== transitions.length + 1)
    throw new RangeError(
      `${transitions.length} transitions need ${transitions.length + 1} offsets, got ${offsets.length}`,
    );
  for (let i = 1; i < transitions.length; i++)
    if (!(transitions[i] > transitions[i - 1]))
      throw new RangeError(`transitions must rise, got ${transitions[i - 1]}, ${transitions[i]}`);
  let [known, since, until] = [0, Infinity, -Infinity];
  const seek = (minute: number) => {
    let low = 0;
    let high = transitions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (transitions[middle] <= minute) low = middle + 1;
      else high = middle;
    }
    known = offsets[low];
    since = low === 0 ? -Infinity : transitions[low - 1];
    until = low === transitions.length ? Infinity : transitions[low];
  };
  return {
    offsetAt(minute) {
      if (minute < since || minute >= until) seek(minute);
      return known;
    },
    changeAfter: () => until,
  };
}

interface WeekSums {
  addMinute(local: number): void;
  /** `share` for every minute of [start, end), at most a week long. */
  addSpan(start: number, end: number, share: number): void;
  finish(): Float64Array;
}

/** Whole hours in the middle of a span are added as a step up and a step down, so that a span costs the same however long. */
function weekSums(): WeekSums {
  const clock = new Float64Array(HOURS_PER_WEEK);
  const rises = new Float64Array(2 * HOURS_PER_WEEK + 1);
  const weekMinute = (local: number) =>
    (((local + FIRST_DAY) % MINUTES_PER_WEEK) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
  return {
    addMinute(local) {
      clock[Math.floor(weekMinute(local) / 60)]++;
    },
    addSpan(start, end, share) {
      const first = weekMinute(start);
      const last = first + end - start;
      const hour = Math.floor(first / 60);
      const lastHour = Math.floor(last / 60);
      if (hour === lastHour) {
        clock[hour] += (last - first) * share;
        return;
      }
      clock[hour] += ((hour + 1) * 60 - first) * share;
      clock[lastHour % HOURS_PER_WEEK] += (last - lastHour * 60) * share;
      rises[hour + 1] += 60 * share;
      rises[lastHour] -= 60 * share;
    },
    finish() {
      let level = 0;
      for (let hour = 0; hour < 2 * HOURS_PER_WEEK; hour++) {
        level += rises[hour];
        clock[hour % HOURS_PER_WEEK] += level;
      }
      // The least share of a minute is 1e-4; what is smaller is left of sums that should be 0.
      for (let hour = 0; hour < HOURS_PER_WEEK; hour++) if (clock[hour] < ROUNDING) clock[hour] = 0;
      return clock;
    },
  };
}

function warningsOf({ n, unknown, noEnd }: { n: number; unknown: number; noEnd: number }): Warning[] {
  const warnings: Warning[] = [];
  if (n < AORISTIC_FLOOR) warnings.push({ code: 'few_incidents', value: n });
  if (unknown > n / 2) warnings.push({ code: 'mostly_unknown', value: unknown / n });
  if (noEnd > n / 2) warnings.push({ code: 'mostly_no_end', value: noEnd / n });
  return warnings;
}
