import { z } from 'zod';
import { bounds, everySummary, level, metres, position, seed, timezone } from './parts.ts';

const edges = (most: number) =>
  z
    .array(z.number().min(0).max(most))
    .min(2)
    .max(13)
    .refine((list) => list.every((edge, k) => k === 0 || edge > list[k - 1]), 'Must ascend.');

/**
 * The run is refused, with the reason, when more than a fifth of the incidents have a snapped position or only a
 * month; fewer of them are left out, with a warning.
 */
export const nearRepeatParameters = z
  .object({
    metric: z.enum(['manhattan', 'euclidean']).default('manhattan'),
    /** Edges of half-open bands in metres; a last band "and more" is added. */
    space: edges(20_000).default([0, 1, 100, 200, 300, 400]),
    /** Edges of half-open bands in days; a last band "and more" is added. */
    time: edges(3660).default([0, 7, 14, 21, 28]),
    /** `auto`: 999 up to 10,000 incidents, 199 up to 25,000, 99 beyond. */
    permutations: z.union([z.literal('auto'), z.int().min(19).max(9999)]).default('auto'),
    seed,
    /** Incidents nearer than this in both are linked to chains: metres, days. */
    linkDistance: metres.default(200),
    linkDays: z.number().min(0.1).max(3660).default(7),
    level,
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'NearRepeatParameters' });

/** One cell of Knox's table. */
export const knoxCell = z
  .object({
    /** Edges of the half-open bands: metres, days; `to` null: and more. */
    spaceFrom: z.number(),
    spaceTo: z.number().nullable(),
    timeFrom: z.number(),
    timeTo: z.number().nullable(),
    observed: z.number(),
    /** Exact, if dates did not depend on places. */
    expected: z.number(),
    /** observed / expected; null below one expected pair. */
    ratio: z.number().nullable(),
    /** One-sided, more pairs than chance. */
    p: z.number().nullable(),
    /** Less than one pair expected: give the pairs, never a ratio. */
    tooFew: z.boolean(),
    /** p below the level and ratio at least 1.2. */
    notable: z.boolean(),
  })
  .meta({ id: 'KnoxCell' });

export const incidentChain = z
  .object({
    /** Value of the column `chain`; 1 is the chain with most incidents. */
    rank: z.number(),
    incidents: z.number(),
    /** The first 50, by time. */
    ids: z.array(z.number()),
    from: z.string(),
    to: z.string(),
    centre: position,
    bounds,
    placeName: z.string().nullable(),
  })
  .meta({ id: 'IncidentChain' });

export const nearRepeatSummary = z
  .object({
    ...everySummary,
    metric: z.enum(['manhattan', 'euclidean']),
    permutations: z.number(),
    permutationsRule: z.enum(['auto', 'chosen']),
    seed: z.number(),
    /** All pairs of incidents. */
    pairs: z.number(),
    /** Row by row: all time bands of the first space band, then of the second … */
    table: z.array(knoxCell),
    spaceBands: z.number(),
    timeBands: z.number(),
    spaceTotals: z.array(z.number()),
    timeTotals: z.array(z.number()),
    links: z.object({
      distance: z.number(),
      days: z.number(),
      /** Linked pairs, and how many chance would link. */
      pairs: z.number(),
      expected: z.number(),
      chains: z.number(),
      /** Incidents in chains. */
      incidents: z.number(),
    }),
    /** The 100 largest. */
    chains: z.array(incidentChain),
  })
  .meta({ id: 'NearRepeatSummary' });

/** One row an incident that is in a chain; schema metadata `rows` = `incident`. */
export interface NearRepeatRow {
  id: number;
  lon: number;
  lat: number;
  /** 1 is the longest chain. */
  chain: number;
  /** Incidents it is linked to, and those of them that came earlier: 0 for the first of a chain. */
  links: number;
  earlier: number;
  /** One-sided, of so many links by chance; q over all incidents that could have one. */
  p: number | null;
  q: number | null;
  /** 1 where q is below the level. */
  class: number;
}

export type NearRepeatParameters = z.infer<typeof nearRepeatParameters>;
export type NearRepeatSummary = z.infer<typeof nearRepeatSummary>;
export type KnoxCell = z.infer<typeof knoxCell>;
export type IncidentChain = z.infer<typeof incidentChain>;
