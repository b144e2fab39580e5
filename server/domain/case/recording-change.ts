/** When the way of recording changed: numbers of before and after are then not of the same thing. */
import { z } from 'zod';

export const RECORDING_KINDS = [
  'new_form',
  'new_station',
  'campaign',
  'law',
  'merge_of_data',
  'outage',
] as const;
export const RECORDING_EFFECTS = ['up', 'down', 'unknown'] as const;

export const recordingChangeFields = z
  .object({
    /** The day it began, by the clocks of the workspace. */
    fromDay: z.iso.date(),
    /** The last day of it, as of an outage; null: it is recorded so from then on. */
    untilDay: z.iso.date().nullable().default(null),
    /** Where; null: everywhere. */
    areaId: z.int().positive().nullable().default(null),
    /** What; null: everything. */
    categoryId: z.int().positive().nullable().default(null),
    kind: z.enum(RECORDING_KINDS),
    effect: z.enum(RECORDING_EFFECTS).default('unknown'),
    note: z.string().trim().max(2000).default(''),
  })
  .strict();

export type RecordingChangeFields = z.infer<typeof recordingChangeFields>;

/** Null when the days fit together; otherwise what is wrong. */
export function daysTurned({ fromDay, untilDay }: Pick<RecordingChangeFields, 'fromDay' | 'untilDay'>) {
  return untilDay !== null && untilDay < fromDay
    ? 'The last day lies before the first: correct one of the two, or leave the last day out.'
    : null;
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a marker stands between the numbers of two periods and is about what they count. One without an end does when its day
 * lies inside: from there on all is recorded otherwise. One that ended does when days of either period were recorded so, unless
 * all of both were: between the two it touches nothing.
 */
export function concerns(
  marker: Pick<RecordingChangeFields, 'fromDay' | 'untilDay' | 'categoryId'>,
  { before, after }: { readonly before: Period; readonly after: Period },
  categories: readonly number[] | undefined,
): boolean {
  const began = Date.parse(marker.fromDay);
  const [first, end] = [Date.parse(before.from), Date.parse(after.to)];
  const isInside =
    marker.untilDay === null
      ? began > first && began < end
      : touches(began, Date.parse(marker.untilDay) + DAY_MS, before, after);
  if (!isInside) return false;
  return marker.categoryId === null || categories === undefined || categories.includes(marker.categoryId);
}

const DAY_MS = 86_400_000;

function touches(began: number, over: number, before: Period, after: Period): boolean {
  if (began <= Date.parse(before.from) && over >= Date.parse(after.to)) return false;
  return [before, after].some(({ from, to }) => began < Date.parse(to) && over > Date.parse(from));
}
