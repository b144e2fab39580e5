import { MISSING } from '../../analysis/incident-columns.ts';
import { isoOf, localTime } from './local-time.ts';
import type { StudyInput } from './study-area.ts';

/** Whole days in which incidents could have been counted. */
export interface DataPeriod {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/**
 * The period of the filter as far as the data sets reach that hold a wanted incident. Incidents of every category say
 * how far that is: three of a rare one would make a year of a week. Null when nothing has a time.
 */
export function dataPeriod(task: StudyInput, timezone: string): DataPeriod | null {
  let first = Infinity;
  let last = -Infinity;
  for (const columns of task.datasets) {
    if (!holdsAny(columns.id, task.ids)) continue;
    for (const minute of columns.from)
      if (minute !== MISSING) {
        if (minute < first) first = minute;
        if (minute > last) last = minute;
      }
  }
  const { from, to } = task.period;
  first = Math.max(first, from ?? first);
  last = Math.min(last, (to ?? Infinity) - 1);
  if (!(last >= first)) return null;
  const local = localTime(timezone, first, last);
  const [firstDay, endDay] = [local.dayOf(first), local.dayOf(last) + 1];
  return {
    from: isoOf(local.startOf(firstDay)),
    to: isoOf(local.startOf(endDay)),
    days: endDay - firstDay,
  };
}

/** Both ascending. */
function holdsAny(held: Uint32Array, wanted: Uint32Array): boolean {
  for (let i = 0, k = 0; i < held.length && k < wanted.length; ) {
    if (held[i] === wanted[k]) return true;
    if (held[i] < wanted[k]) i++;
    else k++;
  }
  return false;
}
