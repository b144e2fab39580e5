import { z } from 'zod';
import {
  against,
  areaKind,
  bounds,
  cell,
  everySummary,
  multiPolygon,
  on,
  permutations,
  position,
  seed,
  timezone,
} from './parts.ts';

export const scanParameters = z
  .object({
    /**
     * `poisson`: areas of one kind against their population. `space-time-permutation`: cells and periods, no
     * population needed: where and when are there more than places and times alone would give? `bernoulli`: incidents
     * of the filter against others, without those that are in both: where is their share higher?
     */
    model: z.enum(['poisson', 'bernoulli', 'space-time-permutation']).default('space-time-permutation'),
    /** The others of `bernoulli`, and what its places are. */
    against: against.default('all'),
    on,
    /** Kind of area; `auto`: the kind with most areas, for `poisson` of those that have a population. */
    areaKind,
    /**
     * Of cells. `auto` begins with the automatic cell and grows until all permutations take
     * seconds; the summary says which it became.
     */
    cell,
    /**
     * Days of a time step of `space-time-permutation`; `auto`: a 30th of the span, in whole days. A cluster lasts a
     * fifth of the steps at most.
     */
    stepDays: z.union([z.literal('auto'), z.int().min(1).max(366)]).default('auto'),
    /** Largest share in one cluster: of the population, of the incidents, or of the incidents and those compared with. */
    maxShare: z.number().min(0.01).max(0.5).default(0.5),
    permutations,
    seed,
    /** Days begin at midnight of this zone. */
    timezone,
    level: z.number().min(0.0001).max(0.2).default(0.05),
  })
  .strict()
  .meta({ id: 'ScanParameters' });

export const scanCluster = z
  .object({
    /** 1 is the most likely. */
    rank: z.number(),
    placeName: z.string().nullable(),
    centre: position,
    /** Metres from the centre to the farthest place in it. */
    radius: z.number(),
    /** Areas or cells in it. */
    places: z.number(),
    incidents: z.number(),
    expected: z.number(),
    /** Inside against outside; null for space–time permutation. */
    relativeRisk: z.number().nullable(),
    logLikelihoodRatio: z.number(),
    /** From permutations; of the maximum over all circles, so it needs no further correction. */
    p: z.number(),
    significant: z.boolean(),
    /** Of space–time permutation alone. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    population: z.number().nullable(),
    /** Others than those of the filter in it; of `bernoulli`. */
    controls: z.number().nullable(),
    bounds,
    /** The circle. */
    geometry: multiPolygon,
  })
  .meta({ id: 'ScanCluster' });

export const scanSummary = z
  .object({
    ...everySummary,
    model: z.enum(['poisson', 'bernoulli', 'space-time-permutation']),
    on: on.unwrap(),
    areaKind: z.string().nullable(),
    cell: z.number().nullable(),
    stepDays: z.number().nullable(),
    /** Areas or cells that were scanned. */
    places: z.number(),
    population: z.number().nullable(),
    /** Incidents that those of the filter were compared with; of `bernoulli`. */
    controls: z.number().nullable(),
    maxShare: z.number(),
    permutations: z.number(),
    seed: z.number(),
    level: z.number(),
    clusters: z.array(scanCluster),
  })
  .meta({ id: 'ScanSummary' });

/** One row an area or cell; schema metadata `rows` = `area` or `cell` (then with `grid`). */
export interface ScanRow {
  /** Id of the area; number of the cell. */
  place: number;
  lon: number;
  lat: number;
  count: number;
  /** Others than those of the filter; of `bernoulli`. */
  controls: number | null;
  expected: number | null;
  /** Rank of its cluster, 0 for none; significant ones only. */
  cluster: number;
}

export type ScanParameters = z.infer<typeof scanParameters>;
export type ScanSummary = z.infer<typeof scanSummary>;
export type ScanCluster = z.infer<typeof scanCluster>;
