/** Borders of the bars of the time strip, in minutes since 1970 UTC; one more than bars. */
export interface TimeBins {
  readonly edges: Int32Array;
  /** Nominal width of a bar; a day may have 23 or 25 hours, a month 28 days. */
  readonly widthMinutes: number;
  /** Months of the calendar in a bar; absent where bars are hours or days. */
  readonly months?: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WIDTHS = [HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY, 91 * DAY, 364 * DAY] as const;
const MONTHS = [1, 3, 12] as const;
const MOST_BARS = 170;
/** 1970-01-05 was the first Monday: weeks start there. */
const FIRST_MONDAY = 4;

/**
 * Bars over a period, the narrowest of the fixed widths that needs at most 170 of them.
 * Bars of a day and more begin at midnight in the zone of the area, weeks on Mondays.
 */
export function timeBins(
  from: number,
  to: number,
  timezone: string,
  width: 'fitting' | 'months' = 'fitting',
): TimeBins {
  if (width === 'months') return monthBins(from, to, timezone);
  const widthMinutes = WIDTHS.find((width) => (to - from) / width <= MOST_BARS - 2) ?? WIDTHS.at(-1) ?? DAY;
  const edges: number[] = [];
  if (widthMinutes < DAY) {
    for (let t = Math.floor(from / widthMinutes) * widthMinutes; ; t += widthMinutes) {
      edges.push(t);
      if (t > to) break;
    }
    return { edges: Int32Array.from(edges), widthMinutes };
  }
  const days = widthMinutes / DAY;
  const offset = zoneOffset(from, timezone);
  let day = Math.floor((from + offset) / DAY);
  day -= (((day - FIRST_MONDAY) % Math.min(days, 7)) + 7) % Math.min(days, 7);
  for (; ; day += days) {
    const edge = localMidnight(day, timezone);
    edges.push(edge);
    if (edge > to) break;
  }
  return { edges: Int32Array.from(edges), widthMinutes };
}

/** Bars of one month of the calendar, of three, or of a year where there would be too many. */
function monthBins(from: number, to: number, timezone: string): TimeBins {
  const [first, last] = [from, to].map((minute) => monthOf(minute + zoneOffset(minute, timezone)));
  const months = MONTHS.find((each) => (last - first) / each <= MOST_BARS - 2) ?? MONTHS[MONTHS.length - 1];
  const edges: number[] = [];
  for (let month = Math.floor(first / months) * months; ; month += months) {
    edges.push(localMidnight(Date.UTC(1970, month, 1) / 60_000 / DAY, timezone));
    if (month > last) break;
  }
  const widthMinutes = (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
  return { edges: Int32Array.from(edges), widthMinutes, months };
}

/** Months since January 1970. */
function monthOf(localMinute: number): number {
  const date = new Date(localMinute * 60_000);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The bar an instant falls in, or -1 outside all bars. The guess is exact but for the hours of summer time. */
export function binOf(minute: number, bins: TimeBins): number {
  const { edges, widthMinutes } = bins;
  const last = edges.length - 2;
  if (minute < edges[0] || minute >= edges[last + 1]) return -1;
  let index = Math.min(Math.floor((minute - edges[0]) / widthMinutes), last);
  while (minute < edges[index]) index--;
  while (minute >= edges[index + 1]) index++;
  return index;
}

/** Midnight at the start of a local day, as minutes UTC. Two steps settle the days when the clock changes. */
export function localMidnight(day: number, timezone: string): number {
  const local = day * DAY;
  const guess = local - zoneOffset(local, timezone);
  return local - zoneOffset(guess, timezone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes a zone is ahead of UTC at an instant. */
export function zoneOffset(minute: number, timezone: string): number {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timezone, format);
  }
  const part = new Map(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day] = [part.get('year') ?? 1970, part.get('month') ?? 1, part.get('day') ?? 1];
  const local = Date.UTC(year, month - 1, day, part.get('hour') ?? 0, part.get('minute') ?? 0);
  return Math.round(local / 60_000) - Math.floor(minute);
}
