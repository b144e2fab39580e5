import { offsetAt, partsOf } from './day.ts';

/** The instant of a date and time on the clocks of a zone, as in 2026-03-31T18:00; undefined for none. */
export function instantOf(local: string, zone: string): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match.slice(1).map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  if (Number.isNaN(wall) || year < 1000) return undefined;
  // The offset depends on the instant sought: two rounds settle it, also beside a change of the clock.
  const first = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(first, zone)).toISOString();
}

/** The date and time on the clocks of a zone, for a field: as in 2026-03-31T18:00. */
export function localOf(instant: string, zone: string): string {
  const { year, month, day, hour, minute } = partsOf(Date.parse(instant), zone);
  return new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString().slice(0, 16);
}
