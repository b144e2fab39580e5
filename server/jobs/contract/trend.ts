import { z } from 'zod';
import { everySummary, level, timezone } from './parts.ts';

const step = z.enum(['day', 'week', 'month', 'quarter']);

export const trendParameters = z
  .object({
    /**
     * `auto`: months from 12 whole ones on, else weeks from 8 on, else days; quarters beyond 20 years. One step longer
     * where there are fewer than 5 incidents in a period and still 8 of the longer ones.
     */
    step: step.or(z.literal('auto')).default('auto'),
    /** Half width of the limits in standard deviations. */
    z: z.number().min(1).max(6).default(3),
    /** `auto`: Poisson limits, widened where periods differ more than twice as much as chance makes them. */
    width: z.enum(['auto', 'poisson']).default('auto'),
    /** Of the test for a trend, two-sided. */
    level,
    /** Periods begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'TrendParameters' });

/** How many periods are beyond limits, and how many chance alone would put there. */
const outside = { above: z.number(), below: z.number(), byChance: z.number() };

/** Of incidents without a position, too: `unlocated` says how many of `n` they may be. */
export const trendSummary = z
  .object({
    ...everySummary,
    timezone: z.string(),
    /** Null when the data are about too few days for any. */
    step: step.nullable(),
    stepRule: z.enum(['auto', 'chosen']),
    /** First and last day of the whole periods, as 2024-02-29. */
    days: z.object({ first: z.string(), last: z.string() }).nullable(),
    /** Whole periods, and how many of them have no data at all. */
    periods: z.number(),
    missing: z.number(),
    /** Mean length of the periods. Figures of the trend are for a period of this length. */
    standardDays: z.number().nullable(),
    mean: z.number().nullable(),
    /** What the limits are around: the mean of all periods, or the line of the trend when there is one. */
    limits: z
      .object({
        around: z.enum(['mean', 'trend']),
        /** How many times as wide as Poisson limits they are. */
        widening: z.number(),
        ...outside,
      })
      .nullable(),
    /** How many times as much as chance alone the periods differ from the line. */
    dispersion: z.number().nullable(),
    trend: z
      .object({
        /** `seasonal`: like seasons only, from three cycles on; `memory`: all pairs, with the correction for memory. */
        test: z.enum(['seasonal', 'memory']),
        /** Steps in a cycle of seasons: 12 months. */
        cycle: z.number(),
        direction: z.enum(['up', 'down', 'none']),
        /** Sen's slope and its interval: change from one period to the next. */
        slope: z.number(),
        low: z.number(),
        high: z.number(),
        confidence: z.number(),
        tau: z.number(),
        z: z.number(),
        p: z.number(),
        /** The plain test, which allows for neither seasons nor memory. */
        plain: z.object({ z: z.number(), p: z.number(), slope: z.number() }),
      })
      .nullable(),
    /** The last cycle against the same season of the `cycles` before; `judged` false when these are fewer than `floor`. */
    season: z
      .object({
        cycle: z.number(),
        cycles: z.number(),
        floor: z.number(),
        judged: z.boolean(),
        ...outside,
      })
      .nullable(),
  })
  .meta({ id: 'TrendSummary' });

/** One row a period, oldest first; schema metadata `rows` = `period`. No position. */
export interface TrendRow {
  /** Its first day: month and day from 1. */
  year: number;
  month: number;
  day: number;
  days: number;
  /** Null where the data sets have a hole. */
  incidents: number | null;
  perDay: number | null;
  expected: number | null;
  low: number | null;
  high: number | null;
  /** 1 above the limits, -1 below, 0 within. */
  outside: number;
  /** From the same season of earlier cycles; null before the last cycle, or without enough of them. */
  seasonExpected: number | null;
  seasonLow: number | null;
  seasonHigh: number | null;
  season: number;
}

export type TrendParameters = z.infer<typeof trendParameters>;
export type TrendSummary = z.infer<typeof trendSummary>;
