import { z } from 'zod';
import { type CellRow, cell, cellPatch, cellSummary, correction, level, seed, shape } from './parts.ts';

export const localMoranParameters = z
  .object({
    cell,
    shape,
    /** Many, because p cannot be below 2 / (permutations + 1) and has to count among thousands of cells. */
    permutations: z.int().min(99).max(99_999).default(9999),
    seed,
    level,
    correction,
  })
  .strict()
  .meta({ id: 'LocalMoranParameters' });

export const localMoranSummary = z
  .object({
    ...cellSummary,
    shape: z.enum(['square', 'hexagon']),
    permutations: z.number(),
    seed: z.number(),
    level: z.number(),
    correction: z.enum(['fdr', 'none']),
    /** Mean count of all cells; null without cells. */
    mean: z.number().nullable(),
    /** Cells of each class: many among many, few among many, few among few, many among few. */
    highHigh: z.number(),
    lowHigh: z.number(),
    lowLow: z.number(),
    highLow: z.number(),
    /** Patches of cells with many among cells with many. */
    hotspots: z.array(cellPatch),
  })
  .meta({ id: 'LocalMoranSummary' });

export interface LocalMoranRow extends CellRow {
  neighbours: number;
  /** Mean count of the neighbouring cells; null without neighbours. */
  neighbourMean: number | null;
  /** Local Moran's I; null where it is not defined. */
  statistic: number | null;
  /** Two-sided, by conditional permutation. */
  p: number | null;
  q: number | null;
  /** 1 high among high, 2 low among high, 3 low among low, 4 high among low, 0 not defined; whatever p is. */
  quadrant: number;
  /** The quadrant where q is below the level, 0 where it is not, 5 no variation, 6 without neighbours. */
  class: number;
}

export type LocalMoranParameters = z.infer<typeof localMoranParameters>;
export type LocalMoranSummary = z.infer<typeof localMoranSummary>;
