/** The calendar day (YYYY-MM-DD) of an instant in a zone, `shift` days later. */
export function dayOf(instant: string, zone: string, shift: number): string {
  const { year, month, day } = partsOf(Date.parse(instant), zone);
  return new Date(Date.UTC(year, month - 1, day + shift)).toISOString().slice(0, 10);
}

/** The instant at which a day, `shift` days later, begins in a zone; undefined for no day. */
export function startOfDay(day: string, zone: string, shift: number): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || year < 1000 || !month || !date) return undefined;
  const wall = Date.UTC(year, month - 1, date + shift);
  // The offset depends on the instant sought: two rounds settle it, also beside a change of the clock.
  const first = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(first, zone)).toISOString();
}

/** How far the clock of the zone is ahead of UTC, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(instant, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

export function partsOf(instant: number, zone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return {
    year: parts.year,
    month: parts.month,
    day: parts.day,
    hour: parts.hour,
    minute: parts.minute,
    second: parts.second,
  };
}
