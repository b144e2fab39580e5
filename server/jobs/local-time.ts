import type { ZoneTable } from '../../analysis/aoristic.ts';

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
  const offsetAt = offsetReader(timezone);
  const transitions: number[] = [];
  const offsets = [offsetAt(first - WEEK)];
  let known = first - WEEK;
  while (known < last + WEEK) {
    const probe = known + WEEK;
    const offset = offsetAt(probe);
    if (offset !== offsets[offsets.length - 1]) {
      transitions.push(changeBetween(known, probe, offsetAt));
      offsets.push(offset);
    }
    known = probe;
  }
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

function changeBetween(before: number, after: number, offsetAt: (minute: number) => number): number {
  const offset = offsetAt(before);
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Minutes a zone is ahead of UTC. */
function offsetReader(timezone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (minute) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(minute * 60_000)) part[type] = Number(value);
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) / 60_000 - minute;
  };
}

export function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
