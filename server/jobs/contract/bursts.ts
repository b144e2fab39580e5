import { z } from 'zod';
import { everySummary, level, timezone } from './parts.ts';

export const burstsParameters = z
  .object({
    /**
     * How many of the last days are watched; those before are the baseline. `auto`: the last year of two years or more, the
     * last quarter (91 days) of half a year or more, else the last third.
     */
    watchDays: z.union([z.literal('auto'), z.int().min(14).max(3660)]).default('auto'),
    /**
     * The change worth finding: 1.5 for half as many again, 0.67 for a third fewer. `auto`: of 1.1, 1.25, 1.5, 2 and 3 that
     * show within four weeks on average the smallest that did not raise twice the agreed false alarms in the baseline, else
     * the one with the fewest there; 3 when none shows so soon.
     */
    ratio: z
      .union([z.literal('auto'), z.number().min(0.2).max(0.9), z.number().min(1.1).max(5)])
      .default('auto'),
    /** The budget: days between false alarms of the CUSUM on average, at least. */
    falseAlarmDays: z.int().min(30).max(3650).default(365),
    /** Days of the window that is looked through. */
    windowDays: z.int().min(1).max(90).default(7),
    /** Accepted chance of a false alarm of the window, in all of the watched days. */
    level,
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'BurstsParameters' });

/** Days as 2024-02-29, both in. */
const days = { first: z.string(), last: z.string(), days: z.number(), incidents: z.number() };

export const burstsSummary = z
  .object({
    ...everySummary,
    timezone: z.string(),
    watchRule: z.enum(['auto', 'chosen']),
    baseline: z
      .object({
        ...days,
        /** Incidents a day. */
        mean: z.number(),
        /** Variance of the days over their mean: 1 when they differ as chance makes them. */
        dispersion: z.number(),
      })
      .nullable(),
    watched: z.object(days).nullable(),
    cusum: z
      .object({
        ratio: z.number(),
        ratioRule: z.enum(['auto', 'chosen']),
        /** How much more than by chance the days vary, as far as the line allows for it; 1: not at all. */
        dispersion: z.number(),
        /** Subtracted each day, and the sum that raises an alarm: incidents. */
        reference: z.number(),
        limit: z.number(),
        /** Days to a false alarm on average, and to an alarm after the change. */
        runLength: z.number(),
        delay: z.number(),
        /** Alarms in the watched days; at most 200 are listed. */
        alarms: z.number(),
        listed: z.array(
          z.object({
            /** Row of its day, its date, and the day from which the sum climbed. */
            row: z.number(),
            day: z.string(),
            since: z.string(),
            /** From that day to the alarm, and as many as the baseline would give. */
            days: z.number(),
            incidents: z.number(),
            expected: z.number(),
          }),
        ),
        /** The same rule on the baseline itself: alarms, and how many the budget allows there. */
        check: z.object({ alarms: z.number(), expected: z.number() }),
      })
      .nullable(),
    window: z
      .object({
        days: z.number(),
        /** In one window by the baseline. */
        expected: z.number(),
        /** Incidents that would be unusual in some window of the watched days; null where a window has too many to tell. */
        alarm: z.number().nullable(),
        /** Windows without a common day that have so many, the fullest first; else the fullest alone. At most 20. */
        fullest: z.array(
          z.object({
            /** Row of its last day. */
            row: z.number(),
            first: z.string(),
            last: z.string(),
            incidents: z.number(),
            /** Chance of so many in some window (Naus). */
            p: z.number().nullable(),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'BurstsSummary' });

/** One row a day, oldest first; schema metadata `rows` = `day`. No position. */
export interface BurstsRow {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  /** Null where the data sets have a hole. */
  incidents: number | null;
  /** 0 in the baseline, 1 watched. */
  watched: number;
  /** The sum after this day; at an alarm the value that raised it. */
  cusum: number | null;
  alarm: number;
  /** 1 in a window that is listed as unusual. */
  crowded: number;
}

export type BurstsParameters = z.infer<typeof burstsParameters>;
export type BurstsSummary = z.infer<typeof burstsSummary>;
