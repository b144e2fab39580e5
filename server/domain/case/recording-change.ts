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

/** Whether a marker lies between the first and the last day of a plan and is about what it counts. */
export function concerns(
  marker: Pick<RecordingChangeFields, 'fromDay' | 'categoryId'>,
  from: string,
  to: string,
  categories: readonly number[] | undefined,
): boolean {
  const at = Date.parse(marker.fromDay);
  if (at <= Date.parse(from) || at >= Date.parse(to)) return false;
  return marker.categoryId === null || categories === undefined || categories.includes(marker.categoryId);
}
