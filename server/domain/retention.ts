/** How long what is kept. What has run out goes by whole months, so that what is left of it can be counted by month. */
import { z } from 'zod';
import { localMonths } from './local-months.ts';

export const MOST_MONTHS = 600;
const months = z.int().min(1, 'At least one month.').max(MOST_MONTHS, `At most ${MOST_MONTHS} months.`);

/** Null: for ever. The history has no rule: it is kept for ever. Sessions end two weeks after their last use. */
export const retentionRules = z
  .object({
    /** Of every category without a rule of its own. */
    incidents: months.nullable(),
    categories: z
      .array(z.object({ categoryId: z.int().positive(), months }).strict())
      .max(2000)
      .refine((rules) => new Set(rules.map(({ categoryId }) => categoryId)).size === rules.length, {
        message: 'A category has one rule.',
      }),
    refusedRows: months.nullable(),
    /** Answers that are kept on a case stay with it. */
    runs: months.nullable(),
  })
  .strict();
export type RetentionRules = z.infer<typeof retentionRules>;

export const KEEP_ALL: RetentionRules = { incidents: null, categories: [], refusedRows: null, runs: null };

/** What has run out, or would. */
export interface RunOut {
  incidents: { categoryId: number; count: number }[];
  refusedRows: number;
  runs: number;
}

const MINUTE_MS = 60_000;

/** The instant before which all has run out: the beginning of a month of the place. */
export function runsOutBefore(timezone: string, now: Date, months: number): Date {
  const { monthOf, startOf } = localMonths(timezone);
  const month = monthOf(Math.floor(now.getTime() / MINUTE_MS));
  return new Date(startOf(month - months) * MINUTE_MS);
}

const DAY_MS = 24 * 3_600_000;
/** A rule can be taken back for so long before anything is deleted by it. */
export const GRACE_MS = DAY_MS;

/** Whether a day has passed since the last look, or the clock was set back behind it. */
export function isDue(lastLook: string | null, now: Date): boolean {
  if (lastLook === null) return true;
  const since = now.getTime() - Date.parse(lastLook);
  return since < 0 || since >= DAY_MS;
}
