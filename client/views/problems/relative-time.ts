export interface RelativeTime {
  value: number;
  unit: 'minute' | 'hour' | 'day';
}

const MINUTES_A_DAY = 24 * 60;
const LONGEST_DAYS = 30;

/** How long ago, in the largest unit that fits once; negative, because it is past. Null when a date says more. */
export function relativeTime(instant: string, now: number): RelativeTime | null {
  // Adding nothing turns the minus zero of rounding into zero.
  const minutes = Math.min(0, Math.round((Date.parse(instant) - now) / 60_000)) + 0;
  const days = Math.trunc(minutes / MINUTES_A_DAY);
  if (-days > LONGEST_DAYS) return null;
  if (days < 0) return { unit: 'day', value: days };
  const hours = Math.trunc(minutes / 60);
  return hours < 0 ? { unit: 'hour', value: hours } : { unit: 'minute', value: minutes };
}
