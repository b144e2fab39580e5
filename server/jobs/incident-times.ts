import { MISSING } from '../../analysis/incident-columns.ts';
import { type LocalTime, localTime } from './local-time.ts';
import type { StudyArea } from './study-area.ts';

/** When the incidents of a run happened, and the period they are looked at in. */
export interface IncidentTimes {
  /** First and last minute that occurs. */
  readonly first: number;
  readonly last: number;
  readonly withoutTime: number;
  readonly local: LocalTime;
  /** The period of the filter; where it is open, whole days of the data. First day, and the day after the last. */
  readonly firstDay: number;
  readonly endDay: number;
}

/** Null when no incident has a time. */
export function incidentTimes({ incidents, task }: StudyArea, timezone: string): IncidentTimes | null {
  let first = Infinity;
  let last = -Infinity;
  let withoutTime = 0;
  for (const minute of incidents.from)
    if (minute === MISSING) withoutTime++;
    else {
      if (minute < first) first = minute;
      if (minute > last) last = minute;
    }
  if (last < first) return null;
  const { from, to } = task.period;
  const local = localTime(timezone, Math.min(first, from ?? first), Math.max(last, to ?? last));
  const firstDay = local.dayOf(from ?? first);
  // A filter that ends within a day takes that day in: its end is exclusive.
  const endDay = local.dayOf((to ?? last + 1) - 1) + 1;
  return { first, last, withoutTime, local, firstDay, endDay };
}
