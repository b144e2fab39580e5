import { z } from 'zod';
import { type CellRow, cell, cellSummary, shape, timezone } from './parts.ts';

export const hitRateParameters = z
  .object({
    cell,
    shape,
    /** Days at the end that the maps do not see; `auto`: a tenth of the span, at most 91. */
    holdDays: z.union([z.literal('auto'), z.int().min(1).max(3660)]).default('auto'),
    /** Shares of the area at which the maps are compared. */
    shares: z.array(z.number().min(0.001).max(0.5)).min(1).max(6).default([0.01, 0.02, 0.05]),
    /** Ids of annotations with a polygon: what somebody guessed, each judged at its own share of the area. */
    guesses: z.array(z.string().min(1).max(64)).max(20).default([]),
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'HitRateParameters' });

const mapName = z.enum(['counts', 'density', 'gi-star', 'same-season']);

/** What a map caught on one share of the area. */
const scoreAt = z.object({
  share: z.number(),
  cells: z.number(),
  hits: z.number(),
  /** Hits / incidents in the held-out period. */
  hitRate: z.number(),
  /** Hit rate / share of the area: how many times better than a map of nothing. */
  pai: z.number(),
  /** PAI / best possible at this area. */
  pei: z.number().nullable(),
  /**
   * Incidents that were to be expected there at the pace of the past / those that came; null without hits, and for a
   * map that expects no number.
   */
  rri: z.number().nullable(),
});

export const mapScore = z
  .object({
    map: mapName,
    /** At each share of the area, in the order of `shares`. */
    at: z.array(scoreAt),
    /** Share of the hits by share of the area; at most 100 points. */
    curve: z.object({ area: z.array(z.number()), hits: z.array(z.number()) }),
  })
  .meta({ id: 'MapScore' });

/** A drawn shape, held against the maps at the share of the area that it covers. */
export const guessScore = z
  .object({
    /** Id of the annotation, and its text. */
    id: z.string(),
    text: z.string(),
    /** In the region. */
    areaKm2: z.number(),
    share: z.number(),
    hits: z.number(),
    hitRate: z.number(),
    /** Null when it lies outside the region. */
    pai: z.number().nullable(),
    /** Against the best possible map of cells: a shape that is finer than cells may exceed 1. */
    pei: z.number().nullable(),
    /** What the maps caught on as much ground; none when the shape lies outside the region. */
    maps: z.array(scoreAt.extend({ map: mapName })),
    /** Hits and PAI of the guess less those of the best map; negative when a map was better. */
    lead: z.number().nullable(),
    leadPai: z.number().nullable(),
    /** Drawn or changed after the hidden period had begun: whoever did may have known. */
    drawnLater: z.boolean(),
  })
  .meta({ id: 'GuessScore' });

export const hitRateSummary = z
  .object({
    ...cellSummary,
    shape: z.enum(['square', 'hexagon']),
    /** What the maps saw, and what they were held against. */
    seen: z.object({ from: z.string(), to: z.string(), incidents: z.number() }).nullable(),
    heldOut: z.object({ from: z.string(), to: z.string(), incidents: z.number() }).nullable(),
    holdRule: z.enum(['auto', 'chosen']),
    shares: z.array(z.number()),
    maps: z.array(mapScore),
    /** At each share: the best map, null when two are as good, and its lead over the next in hits and in PAI. */
    winners: z.array(
      z.object({
        share: z.number(),
        map: mapName.nullable(),
        lead: z.number(),
        leadPai: z.number(),
        next: mapName.nullable(),
      }),
    ),
    guesses: z.array(guessScore),
  })
  .meta({ id: 'HitRateSummary' });

/** `count` holds the incidents that the maps saw. */
export interface HitRateRow extends CellRow {
  /** Incidents in the held-out period. */
  observed: number;
  /** What each map predicted; null for a map that was left out. */
  counts: number | null;
  density: number | null;
  giStar: number | null;
  sameSeason: number | null;
}

export type HitRateParameters = z.infer<typeof hitRateParameters>;
export type HitRateSummary = z.infer<typeof hitRateSummary>;
export type ScoreAt = z.infer<typeof scoreAt>;
export type MapScore = z.infer<typeof mapScore>;
export type GuessScore = z.infer<typeof guessScore>;
