import { AORISTIC_FLOOR, aoristicClock, HOURS_PER_WEEK, UNKNOWN_SPAN } from '../../analysis/aoristic.ts';
import {
  DURATION_UNKNOWN,
  FLAG_DATE_ONLY,
  FLAG_MONTH_ONLY,
  MISSING,
} from '../../analysis/incident-columns.ts';
import type { DataClockParameters, DataClockSummary, RunWarning, TooFew } from './contract.ts';
import { type LocalTime, localTime } from './local-time.ts';
import { eachWanted } from './located-incidents.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

const HOUR = 60;
const PEAKS = 3;

/** Times of all matching incidents, with a position or without. */
interface Times {
  readonly from: Int32Array;
  readonly duration: Uint16Array;
  readonly flags: Uint8Array;
}

export function runDataClock(
  study: StudyArea,
  { timezone }: DataClockParameters,
  checkpoint: Checkpoint,
): Finding {
  const times = timesOf(study);
  checkpoint(0.1);
  const sorted = sortRows(times);
  const span = spanOf(times.from);
  const local = localTime(timezone, span.first, span.last);
  checkpoint(0.2);
  const clock = aoristicClock({ ...times, rows: sorted.spread }, local.zone, (done) =>
    checkpoint(0.2 + 0.7 * done),
  );
  const weights = Array.from(clock.clock);
  const spread = sorted.spread.length - clock.unknown;
  const isOneDay = spread > 1 && local.dayOf(span.first) === local.dayOf(span.last - UNKNOWN_SPAN);
  const byWeekday = sumsBy(7, (hour) => Math.floor(hour / 24), weights);
  for (const row of sorted.dateOnly) byWeekday[weekdayOf(local, times.from[row])]++;
  const tooFew = floor(times.from.length, spread, sorted.dateOnly.length);
  const common = pointSummary(study, times.from.length, tooFew);
  const unknown = clock.unknown + sorted.monthOnly;
  const summary: DataClockSummary = {
    ...common,
    // Hours count wherever incidents lie, and without a position, too: warnings about places do not touch them.
    outside: 0,
    warnings: [
      ...warningsOf(sorted, unknown, clock.noEnd),
      ...(isOneDay ? [{ code: 'one_date' as const, value: times.from.length }] : []),
    ],
    timezone,
    weights,
    spread,
    sharp: sharpOf(times, sorted.spread),
    byHour: sumsBy(24, (hour) => hour % 24, weights),
    byWeekday,
    dateOnly: sorted.dateOnly.length,
    unknown,
    withoutTime: sorted.withoutTime,
    peaks: tooFew === null ? peaksOf(weights, spread) : [],
  };
  return { summary, rows: 'hour', columns: hourColumns(weights, spread) };
}

function timesOf({ task }: StudyArea): Times {
  const times = {
    from: new Int32Array(task.ids.length),
    duration: new Uint16Array(task.ids.length),
    flags: new Uint8Array(task.ids.length),
  };
  let size = 0;
  eachWanted(task, (columns, row) => {
    times.from[size] = columns.from[row];
    times.duration[size] = columns.duration[row];
    times.flags[size++] = columns.flags[row];
  });
  return {
    from: times.from.subarray(0, size),
    duration: times.duration.subarray(0, size),
    flags: times.flags.subarray(0, size),
  };
}

interface Sorted {
  /** Rows that know more than their date, however long their span. */
  readonly spread: Uint32Array;
  readonly dateOnly: Uint32Array;
  readonly monthOnly: number;
  readonly withoutTime: number;
}

function sortRows({ from, flags }: Times): Sorted {
  const spread = new Uint32Array(from.length);
  const dateOnly = new Uint32Array(from.length);
  let [spreadSize, dateSize, monthOnly, withoutTime] = [0, 0, 0, 0];
  for (let row = 0; row < from.length; row++)
    if (from[row] === MISSING) withoutTime++;
    else if ((flags[row] & FLAG_MONTH_ONLY) !== 0) monthOnly++;
    else if ((flags[row] & FLAG_DATE_ONLY) !== 0) dateOnly[dateSize++] = row;
    else spread[spreadSize++] = row;
  return {
    spread: spread.slice(0, spreadSize),
    dateOnly: dateOnly.slice(0, dateSize),
    monthOnly,
    withoutTime,
  };
}

function spanOf(from: Int32Array): { first: number; last: number } {
  let [first, last] = [Infinity, -Infinity];
  for (const minute of from)
    if (minute !== MISSING) {
      first = Math.min(first, minute);
      last = Math.max(last, minute);
    }
  return last < first ? { first: 0, last: 0 } : { first, last: last + UNKNOWN_SPAN };
}

/** 0 Monday to 6 Sunday; 1970 began on a Thursday. */
function weekdayOf({ dayOf }: LocalTime, minute: number): number {
  return (((dayOf(minute) + 3) % 7) + 7) % 7;
}

function sharpOf({ duration }: Times, rows: Uint32Array): number {
  let sharp = 0;
  for (const row of rows) if (duration[row] <= HOUR || duration[row] === DURATION_UNKNOWN) sharp++;
  return sharp;
}

function sumsBy(size: number, of: (hour: number) => number, weights: readonly number[]): number[] {
  const sums = new Array<number>(size).fill(0);
  weights.forEach((weight, hour) => {
    sums[of(hour)] += weight;
  });
  return sums;
}

function floor(n: number, spread: number, dateOnly: number): TooFew | null {
  if (n === 0) return { reason: 'no_incidents', found: 0, floor: AORISTIC_FLOOR };
  if (spread + dateOnly === 0) return { reason: 'no_times', found: 0, floor: AORISTIC_FLOOR };
  if (spread < AORISTIC_FLOOR) return { reason: 'too_few_incidents', found: spread, floor: AORISTIC_FLOOR };
  return null;
}

function warningsOf(sorted: Sorted, unknown: number, noEnd: number): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) warnings.push({ code, value });
  };
  warn('without_time', sorted.withoutTime);
  warn('date_only', sorted.dateOnly.length);
  warn('long_spans', unknown);
  warn('no_end', noEnd);
  return warnings;
}

function peaksOf(weights: readonly number[], spread: number): DataClockSummary['peaks'] {
  return weights
    .map((weight, at) => ({
      weekday: Math.floor(at / 24) + 1,
      hour: at % 24,
      weight,
      share: weight / spread,
      at,
    }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, PEAKS)
    .map(({ weekday, hour, weight, share }) => ({ weekday, hour, weight, share }));
}

function hourColumns(weights: readonly number[], spread: number): Finding['columns'] {
  const hours = Uint32Array.from({ length: HOURS_PER_WEEK }, (_, at) => at);
  return [
    { name: 'weekday', data: hours.map((at) => Math.floor(at / 24) + 1) },
    { name: 'hour', data: hours.map((at) => at % 24) },
    { name: 'weight', data: Float64Array.from(weights) },
    { name: 'share', data: Float64Array.from(weights, (weight) => (spread === 0 ? 0 : weight / spread)) },
  ];
}
