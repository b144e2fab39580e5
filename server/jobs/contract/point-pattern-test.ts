import { z } from 'zod';
import {
  type AreaRow,
  areaKind,
  type CellRow,
  cell,
  level,
  listedPlace,
  on,
  placeSummary,
  shape,
  timezone,
  twoPeriods,
  usedPeriod,
} from './parts.ts';

export const pointPatternTestParameters = z
  .object({
    on,
    /** Only on cells; `auto`: as elsewhere, but so large that about 20 incidents of the smaller period come to a cell. */
    cell,
    shape,
    /** Only on areas; `auto`: the kind with most areas. */
    areaKind,
    periods: twoPeriods,
    level,
    /**
     * `by`: false discovery rate for any dependence (Benjamini and Yekutieli), for the shares of a total depend on each
     * other; `fdr`: for independent tests (Benjamini and Hochberg).
     */
    correction: z.enum(['by', 'fdr', 'none']).default('by'),
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'PointPatternTestParameters' });

/** A place whose share of the incidents is not what it was. */
export const movedPlace = z
  .object({
    /** 1 is the one whose share changed most. */
    rank: z.number(),
    ...listedPlace,
    before: z.number(),
    after: z.number(),
    /** Of the incidents of each period. */
    shareBefore: z.number(),
    shareAfter: z.number(),
    /** 1 a larger share than before, -1 a smaller one. */
    direction: z.union([z.literal(1), z.literal(-1)]),
    q: z.number(),
  })
  .meta({ id: 'MovedPlace' });

export const pointPatternTestSummary = z
  .object({
    ...placeSummary,
    level: z.number(),
    correction: z.enum(['by', 'fdr', 'none']),
    /** Null without two periods. */
    before: usedPeriod.nullable(),
    after: usedPeriod.nullable(),
    periodsRule: z.enum(['auto', 'chosen']),
    /** Cells or areas in all, and those with an incident in either period. */
    places: z.number(),
    compared: z.number(),
    larger: z.number(),
    smaller: z.number(),
    /** S: share of the compared places that are not different; null when there are too few to say. */
    similarity: z.number().nullable(),
    /** The same of all places: those that never had an incident count as alike, which flatters. */
    similarityOfAll: z.number().nullable(),
    /** The 200 places whose share changed most. */
    moved: z.array(movedPlace),
  })
  .meta({ id: 'PointPatternTestSummary' });

interface SharesRow {
  before: number;
  after: number;
  /** Of the incidents of each period; null for a period without any. */
  shareBefore: number | null;
  shareAfter: number | null;
  p: number | null;
  q: number | null;
  /** 1 a larger share than before, -1 a smaller one, 0 no difference shown. */
  class: number;
}

/** On cells, one row a cell of the region; `count` holds both periods. */
export interface ComparedCellRow extends CellRow, SharesRow {}

/** On areas; `count` holds both periods. */
export interface ComparedAreaRow extends AreaRow, SharesRow {}

export type PointPatternTestParameters = z.infer<typeof pointPatternTestParameters>;
export type PointPatternTestSummary = z.infer<typeof pointPatternTestSummary>;
export type MovedPlace = z.infer<typeof movedPlace>;
