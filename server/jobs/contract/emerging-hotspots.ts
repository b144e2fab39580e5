import { z } from 'zod';
import { EMERGING_LABELS } from '../../../analysis/emerging-hotspots.ts';
import { HOTSPOT_LABELS } from '../../../analysis/hotspot-classification.ts';
import { type CellRow, cell, cellPatch, cellSummary, correction, level, shape, timezone } from './parts.ts';

export const emergingHotspotsParameters = z
  .object({
    cell,
    shape,
    /** `auto`: 1 up to two weeks of data, 7 up to three months, 28 up to two years, 91 up to ten, then a year. */
    periodDays: z.union([z.literal('auto'), z.int().min(1).max(3660)]).default('auto'),
    /**
     * `trend`: 17 labels with Mann–Kendall on the scores of each cell. `shares`: persistent, emerging, former,
     * intermittent by shares of periods.
     */
    rule: z.enum(['trend', 'shares']).default('trend'),
    level,
    correction,
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'EmergingHotspotsParameters' });

/** A code of the column `label` is the position here; 0 is none. */
export const TREND_LABELS = EMERGING_LABELS;
export const SHARE_LABELS = HOTSPOT_LABELS;
const patternLabel = z.enum([
  ...TREND_LABELS,
  'emerging_hot',
  'former_hot',
  'intermittent_hot',
  'emerging_cold',
  'former_cold',
  'intermittent_cold',
  'mixed',
]);

export const emergingPatch = cellPatch.extend({ label: patternLabel }).meta({ id: 'EmergingPatch' });

export const emergingHotspotsSummary = z
  .object({
    ...cellSummary,
    shape: z.enum(['square', 'hexagon']),
    rule: z.enum(['trend', 'shares']),
    level: z.number(),
    correction: z.enum(['fdr', 'none']),
    periodDays: z.number().nullable(),
    periodRule: z.enum(['auto', 'chosen']),
    /** Oldest first; they end with the data, or with the period of the filter. */
    periods: z.array(z.object({ from: z.string(), to: z.string(), incidents: z.number() })),
    /** Names of the codes of the column `label`, and how many cells have each; the first is 'none'. */
    labels: z.array(z.object({ label: patternLabel, cells: z.number() })),
    /** Touching cells with the same label, most incidents first; at most 200. */
    patches: z.array(emergingPatch),
  })
  .meta({ id: 'EmergingHotspotsSummary' });

/**
 * Besides, one column a period: `s0`, `s1` … with 1 hot, -1 cold, 0 neither, and `n0`, `n1` … with the incidents;
 * 0 is the oldest of `summary.periods`.
 */
export interface EmergingHotspotsRow extends CellRow {
  /** Position in `summary.labels`. */
  label: number;
  /** Score (Gi*) of the last period. */
  z: number | null;
  /** Mann–Kendall of the scores and its two-sided p; null for the rule 'shares'. */
  trend: number | null;
  trendP: number | null;
}

export type EmergingHotspotsParameters = z.infer<typeof emergingHotspotsParameters>;
export type EmergingHotspotsSummary = z.infer<typeof emergingHotspotsSummary>;
export type EmergingPatch = z.infer<typeof emergingPatch>;
