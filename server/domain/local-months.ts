/** The calendar months of one zone, counted from January 1970, over minutes since 1970 UTC. */
export interface LocalMonths {
  monthOf(minute: number): number;
  /** The first minute of a month. */
  startOf(month: number): number;
}

const DAY = 1440;
/** Minutes in 32 bits reach 49,000 months to either side of 1970. */
const REACH = 50_000;
const UNKNOWN = -(2 ** 31);

export function localMonths(timezone: string): LocalMonths {
  const offsetAt = offsetReader(timezone);
  const starts = new Int32Array(2 * REACH).fill(UNKNOWN);
  const startOf = (month: number) => {
    const at = month + REACH;
    if (starts[at] === UNKNOWN) starts[at] = findStart(month, offsetAt);
    return starts[at];
  };
  return {
    startOf,
    monthOf(minute) {
      // Clocks are less than a day from UTC: the month is that of UTC or a neighbour.
      const month = monthOfDay(Math.floor(minute / DAY));
      if (minute < startOf(month)) return month - 1;
      return minute < startOf(month + 1) ? month : month + 1;
    },
  };
}

/** Midnight of the first; where the clocks skipped it, the minute they went on. */
function findStart(month: number, offsetAt: (minute: number) => number): number {
  const local = dayOfMonth(month) * DAY;
  const guess = local - offsetAt(local);
  const better = local - offsetAt(guess);
  return better + offsetAt(better) < local ? guess : better;
}

/** Days since 1970 to months since January 1970 on the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
function monthOfDay(day: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400 - 1970) * 12 + fromMarch + 2;
}

function dayOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(1970 + Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return date.getTime() / 86_400_000;
}

/** Minutes a zone is ahead of UTC. */
function offsetReader(timezone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (minute) => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(minute * 60_000)) part[type] = value;
    const date = new Date(0);
    // Years before the first count backwards, and there is none between.
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    date.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    date.setUTCHours(Number(part.hour), Number(part.minute));
    return date.getTime() / 60_000 - minute;
  };
}
