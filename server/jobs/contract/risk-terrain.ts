import { z } from 'zod';
import { type CellRow, cell, cellSummary, level } from './parts.ts';

const metresNear = z.number().min(10).max(5000);

export const riskFactorChoice = z
  .object({
    /** A kind of assets. */
    kind: z.string().min(1).max(100),
    /**
     * A cell is near when its middle is closer than so many metres to an asset of the kind. `auto`: half the median
     * distance from an asset to the nearest other of its kind, at least a cell and at most 500 m. It does not look at
     * incidents.
     */
    within: z.union([z.literal('auto'), metresNear]).default('auto'),
  })
  .strict();

export const riskTerrainParameters = z
  .object({
    /** Empty: the kinds with most assets, at least 5 each, without `other`. */
    factors: z
      .array(riskFactorChoice)
      .max(8, 'A risk terrain has at most 8 factors.')
      .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, 'Each kind once.')
      .default([]),
    /** `auto`: 50 m or the next of 1, 2, 5 · 10^k metres that makes about 40,000 cells at most. */
    cell,
    level,
  })
  .strict()
  .meta({ id: 'RiskTerrainParameters' });

export const riskTerrainFactor = z
  .object({
    kind: z.string(),
    assets: z.number(),
    within: z.number(),
    withinRule: z.enum(['auto', 'chosen']),
    /** Cells near, and the incidents in them. */
    cells: z.number(),
    incidentsNear: z.number(),
    /** Incidents per cell near, over far, looked at alone, with its exact interval; null with too few to say. */
    crudeRatio: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Corrected for all factors (false discovery rate). */
    q: z.number().nullable(),
    /** Only what is kept makes the score. */
    verdict: z.enum(['kept', 'no-difference', 'too-few-to-say', 'no-incidents-near']),
    /** The weight: together with the other factors kept; 1 for those left out. */
    ratio: z.number(),
  })
  .meta({ id: 'RiskTerrainFactor' });

export const riskTerrainSummary = z
  .object({
    ...cellSummary,
    /** A work sheet: it may be kept on a case and handed to colleagues, never published. */
    publishable: z.literal(false),
    level: z.number(),
    factorRule: z.enum(['auto', 'chosen']),
    factors: z.array(riskTerrainFactor),
    /** Cells by score: half-open, the last without an end; the first is the lowest score alone. */
    bands: z.array(
      z.object({ from: z.number(), to: z.number().nullable(), cells: z.number(), incidents: z.number() }),
    ),
    /** What comes together in cells, the highest score first: positions in `factors` of those kept. At most 20. */
    combinations: z.array(
      z.object({
        factors: z.array(z.number()),
        score: z.number(),
        cells: z.number(),
        incidents: z.number(),
      }),
    ),
  })
  .meta({ id: 'RiskTerrainSummary' });

/** One row a cell. */
export interface RiskTerrainRow extends CellRow {
  /** Product of the ratios of the factors that are near; the lowest of the map is 1. */
  score: number;
  /** Bit k is set where factor k is near. */
  near: number;
}

export type RiskTerrainParameters = z.infer<typeof riskTerrainParameters>;
export type RiskTerrainSummary = z.infer<typeof riskTerrainSummary>;
export type RiskTerrainFactor = z.infer<typeof riskTerrainFactor>;
