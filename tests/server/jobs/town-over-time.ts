import type { IncidentColumns } from '../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { sharedColumns } from './small-store.ts';

/** Minutes of midnight on 1 January 2022 in New York, the zone of the small store. */
export const START = Date.UTC(2022, 0, 1, 5) / 60_000;
const DAY = 1440;

/** 728 days of even scatter; a corner near 10.03, 50.02 that is always full, one near 9.97, 49.98 in the last 60 days. */
export function townOverTime(): IncidentColumns {
  const random = seededRandom(5);
  const times: number[] = [];
  const around = (lon: number, lat: number): [number, number] => [
    lon + random.normal() * 0.002,
    lat + random.normal() * 0.0015,
  ];
  const places = Array.from({ length: 9000 }, (_, i): [number, number] => {
    const late = i % 20 === 0;
    times.push(START + Math.floor((late ? 668 + random.next() * 60 : random.next() * 728) * DAY));
    if (late) return around(9.97, 49.98);
    if (i % 5 === 1) return around(10.03, 50.02);
    return [10 + (random.next() - 0.5) * 0.14, 50 + (random.next() - 0.5) * 0.09];
  });
  const columns = sharedColumns(places);
  columns.from.set(times);
  return columns;
}

/** So many incidents, even in 728 days and 15 km, that a run can be stopped on its way. */
export function longTown(count: number): IncidentColumns {
  const random = seededRandom(8);
  const columns = sharedColumns(
    Array.from({ length: count }, () => [10 + random.next() * 0.2, 50 + random.next() * 0.15]),
  );
  columns.from.set(Array.from({ length: count }, () => START + Math.floor(random.next() * 728 * DAY)));
  return columns;
}
