import { z } from 'zod';
import { correction, everySummary, level, permutations, seed } from './parts.ts';

export const assetRingsParameters = z
  .object({
    /** Kinds of assets; empty: every kind with at least 5 in the region. */
    kinds: z.array(z.string().min(1).max(100)).max(50).default([]),
    /** Outer edges of the rings in metres, ascending; each asset counts for the nearest ring only. */
    rings: z
      .array(z.number().min(10).max(5000))
      .min(1)
      .max(6)
      .refine((list) => list.every((edge, k) => k === 0 || edge > list[k - 1]), 'Must ascend.')
      .default([100, 200, 400]),
    level,
    correction,
    /** How often incidents are dealt to the assets of a kind by chance; fewer where there are very many. */
    permutations,
    seed,
  })
  .strict()
  .meta({ id: 'AssetRingsParameters' });

export const assetRing = z
  .object({
    kind: z.string(),
    assets: z.number(),
    /** Metres, half-open. */
    from: z.number(),
    to: z.number(),
    incidents: z.number(),
    areaKm2: z.number(),
    /** Incidents per km² in the ring, and in the region beyond the outermost ring. */
    density: z.number().nullable(),
    outsideDensity: z.number().nullable(),
    /** density / outsideDensity with its exact interval. */
    ratio: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    p: z.number().nullable(),
    q: z.number().nullable(),
    /** 1 more than outside, -1 fewer, 0 neither or too few. */
    class: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
  })
  .meta({ id: 'AssetRing' });

export const riskyAsset = z
  .object({
    id: z.number(),
    name: z.string(),
    kind: z.string(),
    incidents: z.number(),
    share: z.number(),
    cumulativeShare: z.number(),
  })
  .meta({ id: 'RiskyAsset' });

export const facilityCurve = z
  .object({
    kind: z.string(),
    /** Assets in the region, and those without an incident. */
    assets: z.number(),
    without: z.number(),
    /** Incidents within the first ring, each at the nearest asset of the kind. */
    incidents: z.number(),
    /** The tenth and the fifth of the assets with most incidents; none with fewer than 5 assets or 20 incidents. */
    top: z.array(
      z.object({
        assets: z.number(),
        /** Of the incidents; and what dealing them by chance gives on average. */
        share: z.number(),
        byChance: z.number(),
      }),
    ),
    /** One-sided: dealt by chance they are as uneven. Null below the floors. */
    p: z.number().nullable(),
    simulations: z.number(),
  })
  .meta({ id: 'FacilityCurve' });

export const assetRingsSummary = z
  .object({
    ...everySummary,
    level: z.number(),
    correction: z.enum(['fdr', 'none']),
    regionKm2: z.number(),
    /** By kind, then from the inside out. */
    rings: z.array(assetRing),
    /**
     * Assets with most incidents within the first ring first: the J-curve. At most 100. Shares are of the incidents
     * near any of the assets; one near two counts for both, and once in the cumulative share.
     */
    assets: z.array(riskyAsset),
    /** By kind: do a few assets have most incidents, more than chance gives? Absent in answers of version 1. */
    curves: z.array(facilityCurve).optional(),
  })
  .meta({ id: 'AssetRingsSummary' });

/** One row an asset; schema metadata `rows` = `asset`. */
export interface AssetRingsRow {
  asset: number;
  lon: number;
  lat: number;
  /** Incidents within the first ring. */
  count: number;
  /** Position of its kind among the kinds of `summary.rings`. */
  kind: number;
}

export type AssetRingsParameters = z.infer<typeof assetRingsParameters>;
export type AssetRingsSummary = z.infer<typeof assetRingsSummary>;
export type AssetRing = z.infer<typeof assetRing>;
export type FacilityCurve = z.infer<typeof facilityCurve>;
export type RiskyAsset = z.infer<typeof riskyAsset>;
