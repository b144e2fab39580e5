/**
 * What the analysis jobs take and give: parameters, summary and result columns of every method.
 * Lengths are metres, areas square kilometres, positions degrees (WGS 84).
 */
import { z } from 'zod';
import { incidentFilter } from '../domain/incident-filter.ts';

const metres = z.number().min(1).max(100_000);

/** `auto`: short side of the region / 50, rounded to 1, 2 or 5 · 10^k metres, at least 25 m, at most 40,000 cells. */
const cell = z.union([z.literal('auto'), z.number().min(5).max(100_000)]).default('auto');

export const kernelDensityParameters = z
  .object({
    kernel: z.enum(['quartic', 'epanechnikov', 'triweight', 'uniform', 'triangular']).default('quartic'),
    cell,
    /** Metres, or the rule that finds them in the data. */
    bandwidth: z.union([z.enum(['nrd', 'arcgis']), metres]).default('arcgis'),
  })
  .strict()
  .meta({ id: 'KernelDensityParameters' });

export const localGiStarParameters = z
  .object({
    cell,
    shape: z.enum(['square', 'hexagon']).default('square'),
    /** Chance of a false alarm that is accepted, two-sided. */
    level: z.number().min(0.0001).max(0.2).default(0.05),
    correction: z.enum(['fdr', 'none']).default('fdr'),
    /** True for Gi*, false for Gi. */
    includeSelf: z.boolean().default(true),
  })
  .strict()
  .meta({ id: 'LocalGiStarParameters' });

/** Body of POST /api/runs. */
export const runRequest = z
  .discriminatedUnion('method', [
    z.object({
      method: z.literal('kernel-density'),
      parameters: kernelDensityParameters.default(() => kernelDensityParameters.parse({})),
      filter: incidentFilter.default({}),
    }),
    z.object({
      method: z.literal('local-gi-star'),
      parameters: localGiStarParameters.default(() => localGiStarParameters.parse({})),
      filter: incidentFilter.default({}),
    }),
  ])
  .meta({ id: 'RunRequest' });

/** Why nothing was coloured. The counts of the cells are still in the result. */
export const tooFew = z
  .object({
    reason: z.enum([
      'no_incidents',
      'fewer_than_30_incidents',
      'mean_count_below_0_1',
      'no_variation',
      'too_few_cells',
    ]),
    /** What was found and what would have been enough; null where there is no such figure. */
    found: z.number().nullable(),
    floor: z.number().nullable(),
  })
  .meta({ id: 'TooFew' });

export const runWarning = z
  .object({
    code: z.enum([
      /** `value` incidents stand at a snapped or area-middle position. */
      'approximate_positions',
      /** `value` incidents have no position and are not in the result. */
      'unlocated',
      /** `value` incidents lie so far from all others that the region leaves them out. */
      'stray_positions',
      /** `value` incidents matched the filter and lie in no cell. */
      'outside_region',
      /** The bandwidth was raised to the cell size, `value` metres. */
      'bandwidth_raised_to_cell',
      /** The farthest incident is `value` metres from the centre: distances there are off by more than 0.1 %. */
      'large_extent',
      /** `value` cells have no neighbour: no statement about them. */
      'cells_without_neighbours',
    ]),
    value: z.number(),
  })
  .meta({ id: 'RunWarning' });

const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const common = {
  /** Incidents in the cells of the result. */
  n: z.number(),
  /** Matching incidents without a position. */
  unlocated: z.number(),
  /** Matching incidents in no cell of the result. */
  outside: z.number(),
  cells: z.number(),
  /** Area of the cells: they cover the region. */
  regionKm2: z.number(),
  /** Side of a square; a hexagon has the area of the square with this side. */
  cell: z.number(),
  /** What the region is: chosen areas or a drawn shape, or the convex hull of the incidents widened by half a cell. */
  region: z.enum(['filter', 'hull']),
  bounds: bounds.nullable(),
  tooFew: tooFew.nullable(),
  warnings: z.array(runWarning),
};

export const kernelDensitySummary = z
  .object({
    ...common,
    kernel: kernelDensityParameters.shape.kernel.unwrap(),
    /** Null when there are too few incidents for the rule. */
    bandwidth: z.number().nullable(),
    bandwidthRule: z.enum(['nrd', 'arcgis', 'fixed']),
    /** Largest density, incidents per km². */
    maximum: z.number().nullable(),
  })
  .meta({ id: 'KernelDensitySummary' });

export const hotspot = z
  .object({
    /** 1 is the hotspot with most incidents. */
    rank: z.number(),
    /** Values of the column `cell`. */
    cells: z.array(z.number()),
    placeName: z.string().nullable(),
    incidents: z.number(),
    shareOfIncidents: z.number(),
    areaKm2: z.number(),
    shareOfArea: z.number(),
    maxZ: z.number(),
    centre: z.tuple([z.number(), z.number()]),
    bounds,
    geometry: z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
    }),
  })
  .meta({ id: 'Hotspot' });

export const localGiStarSummary = z
  .object({
    ...common,
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

/**
 * Columns of the Arrow result, one row a cell of the region. The schema metadata carries `method`, `version`,
 * and `grid`: the JSON of `PlacedGrid` (analysis/grid.ts), from which `cellOutlines` draws the exact cells.
 */
export interface CellRow {
  /** row × columns + column of the grid. */
  cell: number;
  lon: number;
  lat: number;
  count: number;
}

export interface KernelDensityRow extends CellRow {
  /** Incidents per km² at the centre of the cell; null when there are too few to say. */
  value: number | null;
}

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

/** GET /api/runs/:id/progress. */
export const runProgress = z
  .object({
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    /** 0 to 1. */
    done: z.number(),
  })
  .meta({ id: 'RunProgress' });

const stored = {
  id: z.string(),
  methodVersion: z.number(),
  filter: incidentFilter,
  /** Data set id, or `area:` and the area id -> version that was read. */
  dataVersion: z.record(z.string(), z.number()),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  digest: z.string().nullable(),
  failure: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
};

/** A run as the API answers it. */
export const runReply = z
  .discriminatedUnion('method', [
    z.object({
      ...stored,
      method: z.literal('kernel-density'),
      parameters: kernelDensityParameters,
      summary: kernelDensitySummary.nullable(),
    }),
    z.object({
      ...stored,
      method: z.literal('local-gi-star'),
      parameters: localGiStarParameters,
      summary: localGiStarSummary.nullable(),
    }),
  ])
  .meta({ id: 'Run' });

export type KernelDensityParameters = z.infer<typeof kernelDensityParameters>;
export type LocalGiStarParameters = z.infer<typeof localGiStarParameters>;
export type RunRequest = z.infer<typeof runRequest>;
/** What a client may leave out. */
export type RunRequestInput = z.input<typeof runRequest>;
export type MethodId = RunRequest['method'];
export type TooFew = z.infer<typeof tooFew>;
export type RunWarning = z.infer<typeof runWarning>;
export type KernelDensitySummary = z.infer<typeof kernelDensitySummary>;
export type LocalGiStarSummary = z.infer<typeof localGiStarSummary>;
export type Hotspot = z.infer<typeof hotspot>;
export type RunProgress = z.infer<typeof runProgress>;
export type RunReply = z.infer<typeof runReply>;
