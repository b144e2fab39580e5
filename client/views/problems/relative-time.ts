export interface RelativeTime {
  value: number;
  unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const STEPS: readonly [RelativeTime['unit'], number][] = [
  ['year', 365 * 24 * 60],
  ['month', 30 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
];

/** How long ago, in the largest unit that fits once; negative, because it is past. */
export function relativeTime(instant: string, now: number): RelativeTime {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  for (const [unit, size] of STEPS)
    if (Math.abs(minutes) >= size) return { unit, value: Math.trunc(minutes / size) };
  return { unit: 'minute', value: Math.min(0, minutes) };
}
