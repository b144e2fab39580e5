import type { WeekHours } from '../../../../map/emphasis.ts';

/** A part of the clock as the address writes it: `w3h17` Wednesdays at 17, `w3` Wednesdays, `h17` every day at 17. */
export const clockPart = ({ weekday, hour }: WeekHours): string =>
  `${weekday === null ? '' : `w${weekday}`}${hour === null ? '' : `h${hour}`}`;

export function readClockPart(text: string): WeekHours | null {
  const found = /^(?:w([1-7]))?(?:h(\d|1\d|2[0-3]))?$/.exec(text);
  if (!found || text === '') return null;
  const [, weekday, hour] = found;
  return { weekday: weekday ? Number(weekday) : null, hour: hour ? Number(hour) : null };
}
