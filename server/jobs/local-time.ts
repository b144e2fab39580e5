import type { ZoneTable } from '../../analysis/aoristic.ts';
import { offsetChanges, zoneOffsets } from '../zone-offsets.ts';

const DAY = 1440;
const WEEK = 7 * DAY;

/** Wall clock of one zone over a span of time; everything in minutes since 1970. */
export interface LocalTime {
  readonly zone: ZoneTable;
  /** Days since 1970 on the calendar of the place. */
  dayOf(minute: number): number;
  /** The first minute of such a day. */
  startOf(day: number): number;
}

/** Knows the changes of the clocks between the two minutes, and a week around them. */
export function localTime(timezone: string, first: number, last: number): LocalTime {
  const secondsAhead = zoneOffsets(timezone);
  const offsetAt = (minute: number) => Math.floor(secondsAhead(minute * 60) / 60);
  const { starts: transitions, offsets } = offsetChanges(offsetAt, first - WEEK, last + WEEK, WEEK);
  const offsetOf = (minute: number) => {
    let k = transitions.length;
    while (k > 0 && minute < transitions[k - 1]) k--;
    return offsets[k];
  };
  return {
    zone: { transitions, offsets },
    dayOf: (minute) => Math.floor((minute + offsetOf(minute)) / DAY),
    startOf: (day) => {
      const guess = day * DAY - offsetOf(day * DAY);
      const better = day * DAY - offsetOf(guess);
      // Midnight that the clocks skipped: the day begins when they went on.
      return Math.floor((better + offsetOf(better)) / DAY) < day ? guess : better;
    },
  };
}

export function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
