import { z } from 'zod';
import { against, areaKind, bandwidth, type CellRow, cell, cellPatch, cellSummary, kernel } from './parts.ts';

export const dualDensityParameters = z
  .object({
    /** `incidents`: others in the same place and time. `people`: residents of areas, spread evenly over their ground. */
    comparison: z.enum(['incidents', 'people']).default('incidents'),
    /** The others of `incidents`; those of the filter among them stay out. */
    against: against.default('all'),
    /** Areas of `people`; `auto`: the kind with most areas that have a population. */
    areaKind,
    kernel,
    cell,
    /** Metres of both densities, or the rule that finds them in the incidents of the filter. */
    bandwidth,
    /** Of the shares of both within a place: their ratio, its natural logarithm, or their difference per km². */
    measure: z.enum(['ratio', 'log', 'difference']).default('ratio'),
  })
  .strict()
  .meta({ id: 'DualDensityParameters' });

export const dualDensityPatch = cellPatch
  .extend({
    /** Largest value of a cell in it, of the measure. */
    highest: z.number(),
  })
  .meta({ id: 'DualDensityPatch' });

export const dualDensitySummary = z
  .object({
    ...cellSummary,
    comparison: dualDensityParameters.shape.comparison.unwrap(),
    /** Incidents or residents compared with, in the region. */
    compared: z.number(),
    areaKind: z.string().nullable(),
    kernel: kernel.unwrap(),
    /** Null when there are too few to say. */
    bandwidth: z.number().nullable(),
    bandwidthRule: z.enum(['nrd', 'arcgis', 'fixed']),
    measure: dualDensityParameters.shape.measure.unwrap(),
    /** Values of the measure from which a cell is somewhat denser, denser, far denser; sparser is the same downwards. */
    steps: z.array(z.number()),
    /** Cells in which fewer than five of the comparison are expected within the bandwidth. */
    masked: z.number(),
    /** Touching cells that are denser or far denser, most incidents first. */
    patches: z.array(dualDensityPatch),
  })
  .meta({ id: 'DualDensitySummary' });

export interface DualDensityRow extends CellRow {
  /** Incidents or residents compared with, in the cell. */
  compared: number;
  /** Incidents within the bandwidth, the near ones counting more, and as many of the comparison. */
  near: number | null;
  expected: number | null;
  /** Of the measure; null where it is too few to say. */
  value: number | null;
  /** 3 far denser … 1 somewhat denser, 0 about as dense, -1 … -3 sparser, -9 too few to say. */
  class: number;
}

export type DualDensityParameters = z.infer<typeof dualDensityParameters>;
export type DualDensitySummary = z.infer<typeof dualDensitySummary>;
export type DualDensityPatch = z.infer<typeof dualDensityPatch>;
