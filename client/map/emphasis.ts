import type { Polygon } from 'geojson';
import { UNKNOWN_SPAN } from '../../analysis/aoristic.ts';
import {
  DURATION_UNKNOWN,
  FLAG_DATE_ONLY,
  FLAG_MONTH_ONLY,
  type IncidentColumns,
  MISSING,
} from '../../analysis/incident-columns.ts';
import { zoneOffset } from './time-bins.ts';

/** Which incidents the selected part of an answer is about; they are drawn over all others. */
export type Emphasis =
  | { readonly kind: 'hours'; readonly hours: WeekHours; readonly timezone: string }
  /** Minutes since 1970, `to` exclusive. */
  | {
      readonly kind: 'period';
      readonly from: number;
      readonly to: number;
      readonly within: Polygon | null;
    };

/** Hours of the week, 1 Monday to 7 Sunday and 0 to 23; null for any. */
export interface WeekHours {
  readonly weekday: number | null;
  readonly hour: number | null;
}

/** Incidents to draw, in no order. */
export interface EmphasisedPoints {
  /** lon, lat pairs in degrees. */
  readonly positions: Float64Array;
  /** 1: it happened then; 0: it may have, its span reaches beyond. */
  readonly sure: Uint8Array;
}

/** 2: it happened then; 1: it may have; 0: it did not, or nobody knows. */
export type Fit = (columns: IncidentColumns, row: number) => 0 | 1 | 2;

export function fitOf(emphasis: Emphasis): Fit {
  if (emphasis.kind === 'hours') return fitHours(emphasis.hours, emphasis.timezone);
  const { from, to } = emphasis;
  // As the periods were counted: by the earliest time.
  return (columns, row) =>
    columns.from[row] !== MISSING && columns.from[row] >= from && columns.from[row] < to ? 2 : 0;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** 1970-01-01 was a Thursday. */
const FIRST_DAY = 3 * DAY;

/** The rules of the data clock: a date alone knows its weekday, a week or longer knows nothing, no end stands at its start. */
function fitHours({ weekday, hour }: WeekHours, timezone: string): Fit {
  const wanted = wantedHours(weekday, hour);
  const localOf = localClock(timezone);
  return ({ from, duration, flags }, row) => {
    if (from[row] === MISSING || (flags[row] & FLAG_MONTH_ONLY) !== 0) return 0;
    const start = weekMinute(localOf(from[row]));
    if ((flags[row] & FLAG_DATE_ONLY) !== 0)
      return hour === null && wanted[Math.floor(start / DAY) * 24] === 1 ? 2 : 0;
    const span = duration[row] === DURATION_UNKNOWN ? 0 : duration[row];
    if (span >= UNKNOWN_SPAN) return 0;
    const [first, last] = [Math.floor(start / HOUR), Math.floor((start + Math.max(span - 1, 0)) / HOUR)];
    let inside = 0;
    for (let at = first; at <= last; at++) inside += wanted[at % wanted.length];
    if (inside === 0) return 0;
    return inside === last - first + 1 ? 2 : 1;
  };
}

function wantedHours(weekday: number | null, hour: number | null): Uint8Array {
  return Uint8Array.from({ length: WEEK / HOUR }, (_, at) => {
    const dayFits = weekday === null || Math.floor(at / 24) === weekday - 1;
    return dayFits && (hour === null || at % 24 === hour) ? 1 : 0;
  });
}

const weekMinute = (local: number): number => (((local + FIRST_DAY) % WEEK) + WEEK) % WEEK;

/** Asking the calendar costs microseconds: once a day of the data, unless the clocks change on it. */
function localClock(timezone: string): (minute: number) => number {
  const offsets = new Map<number, number | null>();
  return (minute) => {
    const day = Math.floor(minute / DAY);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const [morning, night] = [zoneOffset(day * DAY, timezone), zoneOffset((day + 1) * DAY, timezone)];
      offset = morning === night ? morning : null;
      offsets.set(day, offset);
    }
    return minute + (offset ?? zoneOffset(minute, timezone));
  };
}
