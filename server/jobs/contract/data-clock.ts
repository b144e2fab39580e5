import { z } from 'zod';
import { everySummary, timezone } from './parts.ts';

export const dataClockParameters = z.object({ timezone }).strict().meta({ id: 'DataClockParameters' });

const figures = z.array(z.number());

/** Incidents without a position are in it, too: `unlocated` says how many of `n` they are. */
export const dataClockSummary = z
  .object({
    ...everySummary,
    /** Zone of hours and weekdays. */
    timezone: z.string(),
    /** 168 figures that add up to `spread`: hour 0 to 23 of Monday, then of Tuesday … */
    weights: figures,
    /** Incidents that are in `weights`: their hours are known, or lie within less than a week. */
    spread: z.number(),
    /** Of these, incidents known to the hour. */
    sharp: z.number(),
    /** Sums of `weights`. */
    byHour: figures,
    /** 7 figures from Monday, with the incidents of which only the date is known. */
    byWeekday: figures,
    dateOnly: z.number(),
    /** A week or longer, or only the month is known: nobody knows when. */
    unknown: z.number(),
    withoutTime: z.number(),
    /** The three busiest hours of the week, and what share of `spread` is in each. */
    peaks: z.array(
      z.object({ weekday: z.number(), hour: z.number(), weight: z.number(), share: z.number() }),
    ),
  })
  .meta({ id: 'DataClockSummary' });

/** One row an hour of the week; schema metadata `rows` = `hour`. No position. */
export interface DataClockRow {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  /** Incidents, each spread over the hours in which it could have happened. */
  weight: number;
  share: number;
}

export type DataClockParameters = z.infer<typeof dataClockParameters>;
export type DataClockSummary = z.infer<typeof dataClockSummary>;
