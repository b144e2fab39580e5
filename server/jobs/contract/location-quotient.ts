import { z } from 'zod';
import {
  type AreaRow,
  against,
  areaKind,
  bounds,
  correction,
  everySummary,
  level,
  position,
} from './parts.ts';

export const locationQuotientParameters = z
  .object({
    /** `auto`: the kind with most areas. */
    areaKind,
    /** The incidents of the filter are among them, whether they are named or not. */
    against: against.default('all'),
    level,
    correction,
  })
  .strict()
  .meta({ id: 'LocationQuotientParameters' });

export const quotientArea = z
  .object({
    /** Above, below, then the others; by the nearer end of the interval, so that few incidents do not come first. */
    rank: z.number(),
    /** Id of the area. */
    place: z.number(),
    placeName: z.string().nullable(),
    /** Of the filter; and with those compared with. */
    incidents: z.number(),
    all: z.number(),
    /** incidents / all, over the same of all areas together; with its exact interval. */
    quotient: z.number(),
    low: z.number(),
    high: z.number(),
    p: z.number(),
    q: z.number(),
    /** 1 a larger part than elsewhere, -1 a smaller one, 0 neither. */
    class: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
    centre: position,
    bounds,
  })
  .meta({ id: 'QuotientArea' });

export const locationQuotientSummary = z
  .object({
    ...everySummary,
    level: z.number(),
    correction: z.enum(['fdr', 'none']),
    areaKind: z.string().nullable(),
    /** Areas with any incident, those with too few to say (below 20 in all), and those that stand out. */
    areas: z.number(),
    withTooFew: z.number(),
    more: z.number(),
    fewer: z.number(),
    /** Incidents of the filter and those compared with, in all areas together; null where there are none. */
    all: z.number().nullable(),
    /** What part of `all` are of the filter: a quotient of 1. */
    share: z.number().nullable(),
    /** Areas with enough; at most 200. */
    places: z.array(quotientArea),
  })
  .meta({ id: 'LocationQuotientSummary' });

/** One row an area with any incident; `count` are the incidents of the filter. */
export interface LocationQuotientRow extends AreaRow {
  /** With those compared with. */
  all: number;
  /** Null with too few to say. */
  quotient: number | null;
  low: number | null;
  high: number | null;
  p: number | null;
  q: number | null;
  /** 1 a larger part, -1 a smaller one, 0 neither or too few. */
  class: number;
}

export type LocationQuotientParameters = z.infer<typeof locationQuotientParameters>;
export type LocationQuotientSummary = z.infer<typeof locationQuotientSummary>;
export type QuotientArea = z.infer<typeof quotientArea>;
