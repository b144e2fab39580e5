const calendars = new Map<string, Intl.DateTimeFormat>();

/** The date on the calendar of a zone, as in 2026-03-31. */
export function dayIn(timeZone: string, instant: Date): string {
  // Making a format takes longer than a whole request. Swedish writes dates as ISO 8601 does.
  const known = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, known);
  return known.format(instant);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time on the clocks of a zone, as in 18:30. */
export function clockIn(timeZone: string, instant: Date): string {
  const known = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
  clocks.set(timeZone, known);
  return known.format(instant);
}

/** Whether the name is a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
