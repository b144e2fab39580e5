import { z } from 'zod';
import { type CellRow, cell, cellPatch, cellSummary, correction, level, shape } from './parts.ts';

export const localGiStarParameters = z
  .object({
    cell,
    shape,
    level,
    correction,
    /** True for Gi*, false for Gi. */
    includeSelf: z.boolean().default(true),
  })
  .strict()
  .meta({ id: 'LocalGiStarParameters' });

export const hotspot = cellPatch.extend({ maxZ: z.number() }).meta({ id: 'Hotspot' });

export const localGiStarSummary = z
  .object({
    ...cellSummary,
    shape: z.enum(['square', 'hexagon']),
    statistic: z.enum(['gi-star', 'gi']),
    level: z.number(),
    correction: z.enum(['fdr', 'none']),
    /** Mean and standard deviation (over n) of the counts of all cells; null without cells. */
    mean: z.number().nullable(),
    standardDeviation: z.number().nullable(),
    hotCells: z.number(),
    coldCells: z.number(),
    hotspots: z.array(hotspot),
  })
  .meta({ id: 'LocalGiStarSummary' });

export interface LocalGiStarRow extends CellRow {
  /** Incidents per km² in this cell alone. */
  value: number;
  /** Other cells of the region it touches. */
  neighbours: number;
  /** Incidents in those cells, with its own for Gi*. */
  sum: number;
  /** `sum` if the incidents were spread evenly over the cells. */
  expected: number;
  /** Null: not defined (no variation, no neighbour, too few to say). */
  z: number | null;
  /** Two-sided, from the normal distribution. */
  p: number | null;
  /** p after Benjamini–Hochberg over all cells; p itself when the correction is 'none'. */
  q: number | null;
  /** 1 hot, -1 cold, 0 neither. */
  class: number;
}

export type LocalGiStarParameters = z.infer<typeof localGiStarParameters>;
export type LocalGiStarSummary = z.infer<typeof localGiStarSummary>;
export type Hotspot = z.infer<typeof hotspot>;
