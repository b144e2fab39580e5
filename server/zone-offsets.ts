/** Seconds that a zone is ahead of UTC, by whole seconds since 1970. */
export function zoneOffsets(timezone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (utc) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc * 1000)) part[type] = Number(value);
    const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000;
    return Math.round(local - utc);
  };
}

/** The offset at the start of a span, and each change in it: when the new one begins. In one whole unit of time. */
export interface OffsetChanges {
  readonly starts: number[];
  /** One more than `starts`. */
  readonly offsets: number[];
}

/** Looks at every `step` until one look lies at `to` or later: zones do not change their clocks twice within a week. */
export function offsetChanges(
  offsetAt: (instant: number) => number,
  from: number,
  to: number,
  step: number,
): OffsetChanges {
  const starts: number[] = [];
  const offsets = [offsetAt(from)];
  for (let known = from; known < to; known += step) {
    const offset = offsetAt(known + step);
    if (offset === offsets[offsets.length - 1]) continue;
    starts.push(changeBetween(known, known + step, offsetAt));
    offsets.push(offset);
  }
  return { starts, offsets };
}

function changeBetween(before: number, after: number, offsetAt: (instant: number) => number): number {
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
