import type { WatchedDay } from '../../../../map/results/bursts.ts';

/** Incidents of each day and the `width` - 1 days before it, from the first whole window on. */
export function movingSums(days: readonly WatchedDay[], width: number) {
  let incidents = 0;
  return days.flatMap(({ id, start, incidents: own }, k) => {
    incidents += (own ?? 0) - (k >= width ? (days[k - width].incidents ?? 0) : 0);
    return k >= width - 1 ? [{ id, start, incidents }] : [];
  });
}
